//! The pages and their addresses (路由). Hash routes, since a static host or a single file knows no
//! others.
//!
//! Not here: what a page shows.

use crate::standard::ItemId;
use std::fmt;
use uuid::Uuid;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// 首页: what to make good, what falls due, go on.
    Home,
    /// First start: where the data will live, type, name, facts, period.
    Start,
    /// 自评: the basics and the stars.
    Assess,
    /// One basic, by key.
    Basic(String),
    /// One star, by key.
    Star(String),
    /// 只查必达项: the must-items one after the other.
    Must,
    /// 一票否决 and 加分: vetoes and bonus.
    Extras,
    /// One indicator with everything there is to say, by id.
    Indicator(ItemId),
    /// 结果: the result with reasons.
    Result,
    /// 历期: several periods, and what changed.
    History,
    /// 清单: what is late, due and next.
    Checklist,
    /// 问题整改: what was found and is put right.
    Rectifications,
    /// One rectification, by the id of its entry.
    Rectification(Uuid),
    /// One mechanism with its cards, by id.
    Mechanism(ItemId),
    /// One card of a mechanism, by the id of its entry.
    Card(Uuid),
    /// 全部事项: everything of the responsibility checklist, a line each.
    ChecklistIndex,
    /// 自评要补的: what is unmet or not looked at yet.
    Unmet,
    /// 本月: a month (1 to 12) of a year.
    Month(i32, u8),
    /// 全年: the months of a year.
    Year(i32),
    /// 增减责任项: which duties are on, and duties of her own.
    Duties,
    /// One duty, by id.
    Duty(ItemId),
    /// 记录: what was held or done.
    Records,
    /// One record, by id.
    Record(Uuid),
    /// 到会表决: the calculator of presence and votes.
    Quorum,
    /// 日历提醒: the calendar file.
    Calendar,
    /// 标准: the pack, its sources.
    Standard,
    /// 本地设置: the person's own changes to the pack.
    Local,
    /// 我的.
    Me,
    /// 组织资料: the profile.
    Profile,
    /// 数据: room, export, import, delete.
    Data,
    /// 导出这一期: one period for others, by the id of its assessment.
    Export(Uuid),
    /// 导入: a file or pasted text, with its preview.
    Import,
    /// What cannot be found.
    Unknown,
}

impl Route {
    /// The page of an address such as `#/assess/basic/basic_org`. What a chat or another app has
    /// hung on behind it, such as `?from=groupmessage`, says nothing.
    pub fn of_hash(hash: &str) -> Self {
        let path = hash.trim_start_matches('#');
        let path = path.split(['?', '&', '#']).next().unwrap_or_default();
        let path = path.trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            [""] => Self::Home,
            ["start"] => Self::Start,
            ["assess"] => Self::Assess,
            ["assess", "basic", key] => Self::Basic(key.to_owned()),
            ["assess", "star", key] => Self::Star(key.to_owned()),
            ["assess", "must"] => Self::Must,
            ["assess", "extras"] => Self::Extras,
            ["indicator", id] => Self::Indicator(ItemId::from(id)),
            ["result"] => Self::Result,
            ["history"] => Self::History,
            ["checklist"] => Self::Checklist,
            ["rectifications"] => Self::Rectifications,
            ["rectification", id] => id.parse().map_or(Self::Unknown, Self::Rectification),
            ["mechanism", id] => Self::Mechanism(ItemId::from(id)),
            ["card", id] => id.parse().map_or(Self::Unknown, Self::Card),
            ["checklist", "all"] => Self::ChecklistIndex,
            ["checklist", "unmet"] => Self::Unmet,
            ["checklist", "month", month] => {
                month_of(month).map_or(Self::Unknown, |(year, month)| Self::Month(year, month))
            }
            ["checklist", "year", year] => year_of(year).map_or(Self::Unknown, Self::Year),
            ["duties"] => Self::Duties,
            ["duty", id] => Self::Duty(ItemId::from(id)),
            ["records"] => Self::Records,
            ["record", id] => id.parse().map_or(Self::Unknown, Self::Record),
            ["quorum"] => Self::Quorum,
            ["calendar"] => Self::Calendar,
            ["standard"] => Self::Standard,
            ["standard", "local"] => Self::Local,
            ["me"] => Self::Me,
            ["me", "profile"] => Self::Profile,
            ["me", "data"] => Self::Data,
            ["me", "export", id] => id.parse().map_or(Self::Unknown, Self::Export),
            ["me", "import"] => Self::Import,
            _ => Self::Unknown,
        }
    }

    /// The page above it, to which 「返回」 leads; nothing for the four tabs.
    pub fn above(&self) -> Option<Self> {
        match self {
            Self::Home | Self::Assess | Self::Checklist | Self::Me => None,
            Self::Basic(_) | Self::Star(_) | Self::Must | Self::Extras | Self::Indicator(_) => {
                Some(Self::Assess)
            }
            Self::Start | Self::Result | Self::History | Self::Unknown => Some(Self::Home),
            Self::Rectifications | Self::Duty(_) => Some(Self::Checklist),
            Self::Rectification(_) => Some(Self::Rectifications),
            Self::ChecklistIndex | Self::Unmet | Self::Year(_) | Self::Records => {
                Some(Self::Checklist)
            }
            Self::Month(year, _) => Some(Self::Year(*year)),
            Self::Duties | Self::Quorum | Self::Calendar | Self::Mechanism(_) | Self::Card(_) => {
                Some(Self::ChecklistIndex)
            }
            Self::Record(_) => Some(Self::Records),
            Self::Local => Some(Self::Standard),
            Self::Standard | Self::Profile | Self::Data => Some(Self::Me),
            Self::Import | Self::Export(_) => Some(Self::Data),
        }
    }

    /// Which of the four tabs it belongs to.
    pub fn tab(&self) -> Tab {
        match self {
            Self::Home | Self::Start | Self::Result | Self::History | Self::Unknown => Tab::Home,
            Self::Assess
            | Self::Basic(_)
            | Self::Star(_)
            | Self::Must
            | Self::Extras
            | Self::Indicator(_) => Tab::Assess,
            Self::Checklist
            | Self::Rectifications
            | Self::Rectification(_)
            | Self::Mechanism(_)
            | Self::Card(_)
            | Self::ChecklistIndex
            | Self::Unmet
            | Self::Month(..)
            | Self::Year(_)
            | Self::Duties
            | Self::Duty(_)
            | Self::Records
            | Self::Record(_)
            | Self::Quorum
            | Self::Calendar => Tab::Checklist,
            Self::Standard
            | Self::Local
            | Self::Me
            | Self::Profile
            | Self::Data
            | Self::Export(_)
            | Self::Import => Tab::Me,
        }
    }
}

/// A year that can be looked at.
fn year_of(text: &str) -> Option<i32> {
    text.parse()
        .ok()
        .filter(|year| (2000..=2199).contains(year))
}

/// A month such as `2026-11`.
fn month_of(text: &str) -> Option<(i32, u8)> {
    let (year, month) = text.split_once('-')?;
    let month = month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some((year_of(year)?, month))
}

/// The four tabs at the thumb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 首页.
    Home,
    /// 自评.
    Assess,
    /// 清单.
    Checklist,
    /// 我的.
    Me,
}

impl fmt::Display for Route {
    /// Writes the address, for links.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => formatter.write_str("#/"),
            Self::Start => formatter.write_str("#/start"),
            Self::Assess => formatter.write_str("#/assess"),
            Self::Basic(key) => write!(formatter, "#/assess/basic/{key}"),
            Self::Star(key) => write!(formatter, "#/assess/star/{key}"),
            Self::Must => formatter.write_str("#/assess/must"),
            Self::Extras => formatter.write_str("#/assess/extras"),
            Self::Indicator(id) => write!(formatter, "#/indicator/{id}"),
            Self::Result => formatter.write_str("#/result"),
            Self::History => formatter.write_str("#/history"),
            Self::Checklist => formatter.write_str("#/checklist"),
            Self::Rectifications => formatter.write_str("#/rectifications"),
            Self::Rectification(id) => write!(formatter, "#/rectification/{id}"),
            Self::Mechanism(id) => write!(formatter, "#/mechanism/{id}"),
            Self::Card(id) => write!(formatter, "#/card/{id}"),
            Self::ChecklistIndex => formatter.write_str("#/checklist/all"),
            Self::Unmet => formatter.write_str("#/checklist/unmet"),
            Self::Month(year, month) => {
                write!(formatter, "#/checklist/month/{year:04}-{month:02}")
            }
            Self::Year(year) => write!(formatter, "#/checklist/year/{year}"),
            Self::Duties => formatter.write_str("#/duties"),
            Self::Duty(id) => write!(formatter, "#/duty/{id}"),
            Self::Records => formatter.write_str("#/records"),
            Self::Record(id) => write!(formatter, "#/record/{id}"),
            Self::Quorum => formatter.write_str("#/quorum"),
            Self::Calendar => formatter.write_str("#/calendar"),
            Self::Standard => formatter.write_str("#/standard"),
            Self::Local => formatter.write_str("#/standard/local"),
            Self::Me => formatter.write_str("#/me"),
            Self::Profile => formatter.write_str("#/me/profile"),
            Self::Data => formatter.write_str("#/me/data"),
            Self::Export(id) => write!(formatter, "#/me/export/{id}"),
            Self::Import => formatter.write_str("#/me/import"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_own_address() {
        fn check(address: &str, expected: Route) {
            assert_eq!(Route::of_hash(address), expected, "{address}");
            assert_eq!(Route::of_hash(&expected.to_string()), expected, "{address}");
        }

        check("", Route::Home);
        check("#/", Route::Home);
        check("#/start", Route::Start);
        check("#/assess", Route::Assess);
        check(
            "#/assess/basic/basic_org",
            Route::Basic("basic_org".to_owned()),
        );
        check(
            "#/assess/star/star_party/",
            Route::Star("star_party".to_owned()),
        );
        check("#/assess/must", Route::Must);
        check("#/assess/extras", Route::Extras);
        check(
            "#/indicator/ORG-01",
            Route::Indicator(ItemId::from("ORG-01")),
        );
        check("#/result", Route::Result);
        check("#/history", Route::History);
        check("#/checklist", Route::Checklist);
        let id = "0190a6f0-0000-7000-8000-000000000001";
        check("#/rectifications", Route::Rectifications);
        check(
            &format!("#/rectification/{id}"),
            Route::Rectification(id.parse().unwrap()),
        );
        check(
            "#/mechanism/four_discuss_two_open",
            Route::Mechanism(ItemId::from("four_discuss_two_open")),
        );
        check(&format!("#/card/{id}"), Route::Card(id.parse().unwrap()));
        assert_eq!(Route::of_hash("#/card/nothing"), Route::Unknown);
        check("#/checklist/all", Route::ChecklistIndex);
        check("#/checklist/unmet", Route::Unmet);
        check("#/checklist/month/2026-11", Route::Month(2026, 11));
        check("#/checklist/month/2026-02", Route::Month(2026, 2));
        check("#/checklist/year/2026", Route::Year(2026));
        check("#/duties", Route::Duties);
        check("#/duty/D-GM", Route::Duty(ItemId::from("D-GM")));
        check("#/records", Route::Records);
        check(
            "#/record/01890000-0000-7000-8000-000000000001",
            Route::Record(Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0001)),
        );
        check("#/quorum", Route::Quorum);
        check("#/calendar", Route::Calendar);
        check("#/standard", Route::Standard);
        check("#/standard/local", Route::Local);
        check("#/me", Route::Me);
        check("#/me/profile", Route::Profile);
        check("#/me/data", Route::Data);
        check(
            &format!("#/me/export/{id}"),
            Route::Export(id.parse().unwrap()),
        );
        check("#/me/import", Route::Import);
        for (hung_on, expected) in [
            ("#/me?from=x", Route::Me),
            ("#/me/", Route::Me),
            ("#/me&x", Route::Me),
            ("#/checklist?from=groupmessage", Route::Checklist),
            ("#/checklist&mpshare=1&scene=1#rd", Route::Checklist),
            ("#/checklist#wechat_redirect", Route::Checklist),
            ("#/checklist/month/2026-11/?a=b/c", Route::Month(2026, 11)),
            ("#?from=singlemessage", Route::Home),
            ("#/?", Route::Home),
        ] {
            assert_eq!(Route::of_hash(hung_on), expected, "{hung_on}");
        }
        for nowhere in [
            "#/nowhere/at/all",
            "#/checklist/month/2026-13",
            "#/checklist/month/2026",
            "#/checklist/year/1999",
            "#/record/1",
            "#/me/export/all",
        ] {
            assert_eq!(Route::of_hash(nowhere), Route::Unknown, "{nowhere}");
        }
    }
}
