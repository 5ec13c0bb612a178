//! The village branch that the journeys are about: how it begins, how it answers, and what comes of
//! it.
//!
//! Not here: what must hold; that is in the stories.

use anyhow::{Result, ensure};
use std::time::Duration;
use wuxing_e2e::person::Person;

/// The question of the first start.
pub const WHAT_KIND: &str = "你的组织是哪一类？";

/// A basic that every village has.
pub const A_BASIC: &str = "#/assess/basic/basic_org";

/// She enters a village and begins its assessment.
pub fn begins_a_village(secretary: &Person) -> Result<()> {
    secretary.taps_button_in(WHAT_KIND, "村")?;
    secretary.writes("组织名称", "红旗村党总支")?;
    secretary.writes("正式党员数", "32")?;
    secretary.writes("党员总数", "35")?;
    secretary.writes("党小组数", "3")?;
    secretary.chooses("设支委会吗", "设支委会")?;
    secretary.taps_button("开始自评")?;
    secretary.sees_heading("自评")
}

/// She goes to a page where verdicts or numbers are asked for, and waits until they are.
pub fn goes_to_questions(secretary: &Person, route: &str) -> Result<()> {
    secretary.goes_to(route)?;
    secretary.waits(&format!("nothing is asked on {route}"), || {
        Ok(!secretary.questions()?.is_empty() || !secretary.fields("已开次数")?.is_empty())
    })
}

/// She answers everything that is asked on this page: the first choice of every question, and as
/// many times as are due.
pub fn answers_everything(secretary: &Person) -> Result<usize> {
    let mut answered = 0;
    while let Some(open) = secretary
        .questions()?
        .iter()
        .position(|one| one.chosen.is_none())
    {
        secretary.answers(open, 0)?;
        answered += 1;
        ensure!(answered < 300, "the questions have no end");
    }
    for (group, value) in secretary.fields("已开次数")? {
        if value.is_empty() {
            secretary.writes_in(&group, "已开次数", "12")?;
            answered += 1;
        }
    }
    Ok(answered)
}

/// Waits until the app says that everything is safe. The word of the save before may still stand
/// there for a moment, so it must stay.
pub fn is_told_that_it_is_saved(secretary: &Person) -> Result<()> {
    std::thread::sleep(Duration::from_millis(100));
    secretary.sees_status("已保存")?;
    secretary.sees_no("没有保存成功")
}

/// What is chosen now, question by question, with what is counted.
pub fn answers_on(secretary: &Person, route: &str) -> Result<Vec<(String, String)>> {
    goes_to_questions(secretary, route)?;
    let questions = secretary.questions()?.into_iter().map(|one| {
        let chosen = one.chosen.map(|place| one.choices[place].clone());
        (one.name, chosen.unwrap_or_default())
    });
    Ok(questions.chain(secretary.fields("已开次数")?).collect())
}

/// The whole page with the result.
pub fn outcome(secretary: &Person) -> Result<String> {
    secretary.goes_to("#/result")?;
    secretary.sees_heading("结果")?;
    // The heading is there before the part with the page.
    secretary.waits("the result does not name the basics", || {
        Ok(secretary.main_text()?.contains("基"))
    })?;
    secretary.main_text()
}

/// She deletes everything that is on the phone, and is told so.
pub fn deletes_everything(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/me/data")?;
    secretary.taps_button("高级")?;
    secretary.taps_button("全部删除")?;
    secretary.sees("全部删除？")?;
    secretary.taps_button("全部删除")?;
    secretary.sees("已全部删除")
}
