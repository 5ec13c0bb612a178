//! 更多工作机制: the page of what can be switched on.
//!
//! Not here: the names of mechanisms, which are data of the packs.

use crate::standard::Act;

texts! {
    title: &'static str = "更多工作机制", "More mechanisms";
    subtitle: &'static str = "会议、考评、联建、清单、阵地", "Meetings, appraisals, joint work, lists, places";
    hint: &'static str = "用得上的打开，用不上的不用管。打开以后在「全部事项」里。", "Switch on what you use. It then stands under Everything.";
    search: &'static str = "找一项", "Find one";
    search_grey: &'static str = "名称、词或拼音首字母", "A name or a word";
    found_none: &'static str = "没有找到，换个词试试。", "Nothing found; try another word.";
    open: fn(String) -> String = |name| format!("去填：{name}"), |name| format!("Open: {name}");
    switch_on: &'static str = "打开这一项", "Switch it on";
    in_use: fn(usize) -> String = |n| format!("已启用 {n} 项"), |n| format!("In use: {n}");
    meeting: &'static str = "会议", "Meetings";
    appraisal: &'static str = "考评", "Appraisals";
    joint: &'static str = "联建", "Joint work";
    list: &'static str = "清单", "Lists";
    site: &'static str = "阵地", "Places and means";
}

impl Texts {
    /// What is done with the mechanisms that stand together.
    pub fn act(&self, act: Act) -> &'static str {
        match act {
            Act::Meeting => self.meeting,
            Act::Appraisal => self.appraisal,
            Act::Joint => self.joint,
            Act::List => self.list,
            Act::Site => self.site,
        }
    }
}
