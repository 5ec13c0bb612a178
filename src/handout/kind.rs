//! Which handouts there are (材料种类), and which belong together.
//!
//! Not here: what stands in them.

use crate::standard::StandardPack;
use crate::text::Texts;

/// A kind of handout (材料种类).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandoutKind {
    /// 汇报单: the report of a period.
    Report,
    /// 述职报告稿: the draft of the secretary's yearly report.
    Statement,
    /// 工作台账: the records of a year as a book.
    Book,
    /// 整改台账: the rectifications of a year.
    Rectifications,
    /// 责任清单: the duties of a year, for the wall.
    Duties,
    /// 空白自查表: the whole pack, to be filled in by pen.
    BlankForm,
    /// 会议通知: the text that calls a meeting.
    Notice,
    /// 会议记录纸: a sheet for the minutes.
    Minutes,
    /// 表决结果单: a sheet on which votes are counted.
    Ballot,
    /// 交接单: what the next secretary takes over.
    HandOver,
}

/// Handouts that belong together (分组).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HandoutGroup {
    /// 汇报: for the level above.
    Reports,
    /// 台账: what was done and put right.
    Records,
    /// 上墙和手填: to hang up, and to fill in by pen.
    Walls,
    /// 开会: for a meeting.
    Meetings,
    /// 交接: for who comes next.
    HandOver,
}

impl HandoutGroup {
    /// All groups, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Reports,
        Self::Records,
        Self::Walls,
        Self::Meetings,
        Self::HandOver,
    ];

    /// What it is called.
    pub fn title(self, texts: &Texts) -> &'static str {
        let words = &texts.handouts;
        match self {
            Self::Reports => words.group_reports,
            Self::Records => words.group_records,
            Self::Walls => words.group_walls,
            Self::Meetings => words.group_meetings,
            Self::HandOver => words.group_hand_over,
        }
    }

    /// The kinds that belong to it, in their order.
    pub fn kinds(self) -> &'static [HandoutKind] {
        use HandoutKind as Kind;
        match self {
            Self::Reports => &[Kind::Report, Kind::Statement],
            Self::Records => &[Kind::Book, Kind::Rectifications],
            Self::Walls => &[Kind::Duties, Kind::BlankForm],
            Self::Meetings => &[Kind::Notice, Kind::Minutes, Kind::Ballot],
            Self::HandOver => &[Kind::HandOver],
        }
    }
}

impl HandoutKind {
    /// Those of a meeting, in their order.
    pub const OF_A_MEETING: [Self; 3] = [Self::Notice, Self::Minutes, Self::Ballot];

    /// Whether it has anything to say of an organisation with this pack: where nothing is assessed
    /// there is no form to fill in, and without votes no meeting of members.
    pub fn fits(self, pack: &StandardPack) -> bool {
        match self {
            Self::BlankForm => !pack.is_list_alone(),
            Self::Notice | Self::Minutes | Self::Ballot => {
                !pack.is_list_alone() || !pack.checklist.quorums.is_empty()
            }
            _ => true,
        }
    }

    /// What stands for it in an address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Statement => "statement",
            Self::Book => "ledger",
            Self::Rectifications => "rectifications",
            Self::Duties => "duties",
            Self::BlankForm => "blank",
            Self::Notice => "notice",
            Self::Minutes => "minutes",
            Self::Ballot => "ballot",
            Self::HandOver => "hand-over",
        }
    }

    /// What it is called.
    pub fn title(self, texts: &Texts) -> &'static str {
        // The titles of pages are known before the part with the pages has come.
        let words = &texts.me;
        match self {
            Self::Report => words.handout_report,
            Self::Statement => words.handout_statement,
            Self::Book => words.handout_book,
            Self::Rectifications => words.handout_rectifications,
            Self::Duties => words.handout_duties,
            Self::BlankForm => words.handout_blank,
            Self::Notice => words.handout_notice,
            Self::Minutes => words.handout_minutes,
            Self::Ballot => words.handout_ballot,
            Self::HandOver => words.handout_hand_over,
        }
    }

    /// What it is, in a line, for an organisation with this pack.
    pub fn about(self, pack: Option<&StandardPack>, texts: &Texts) -> &'static str {
        let words = &texts.handouts;
        let list_alone = pack.is_some_and(StandardPack::is_list_alone);
        match self {
            Self::Report if list_alone => words.report_about_list,
            Self::Report => words.report_about,
            Self::Statement => words.statement_about,
            Self::Book if list_alone => words.book_about_list,
            Self::Book => words.book_about,
            Self::Rectifications => words.rectifications_about,
            Self::Duties => words.duties_about,
            Self::BlankForm => words.blank_form_about,
            Self::Notice => words.notice_about,
            Self::Minutes => words.minutes_about,
            Self::Ballot => words.ballot_about,
            Self::HandOver => words.hand_over_about,
        }
    }

    /// The kind that an address names; `None` if there is no such kind.
    pub fn of_key(key: &str) -> Option<Self> {
        let groups = HandoutGroup::ALL.into_iter();
        let mut kinds = groups.flat_map(|group| group.kinds()).copied();
        kinds.find(|kind| kind.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_in_a_group_and_is_found_by_its_key() {
        let groups = HandoutGroup::ALL.into_iter();
        let kinds: Vec<HandoutKind> = groups.flat_map(|group| group.kinds()).copied().collect();
        assert_eq!(kinds.len(), 10);
        for kind in kinds {
            assert_eq!(HandoutKind::of_key(kind.key()), Some(kind));
        }
        assert_eq!(HandoutKind::of_key("nothing"), None);
    }
}
