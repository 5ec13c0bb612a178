//! The table of the pages (页面一览): a row for each, with all that is to be said of it in one place.
//! The addresses and what stands above follow from it (`route`), the pages (`pages`), their titles
//! (`titles`), and the list of addresses that the journeys in `tests/e2e` walk.
//!
//! A row reads, in this order:
//!
//! - what the page is, as the comment of its variant;
//! - its name and what it is about, if anything: `Duty(id: ItemId)`. `always "2026-11"` gives an
//!   argument with which the page is there whatever is entered, so that the journeys walk it too;
//! - its address, behind `#/` and before the argument;
//! - `tab` for the four pages at the bottom, `below` for all others: the page to which 「返回」 leads;
//! - `stands alone` where it has something to say without an organisation and its pack;
//! - its title: `title` and a text, or `titled` and how it is found (`titles`);
//! - its `page` in `pages`.
//!
//! The rows stand by the part of the app in which the pages are (`parts`). Not here: anything but
//! the table. The file stands for itself, since the journeys read it and nothing else of the app.

macro_rules! routes {
    ($take:ident) => {
        $take! {
            // What the first paint may need: to open the data, to answer, to save.
            First(FirstPage) {
                /// 首页: what to make good, what falls due, go on.
                Home "" => tab Home, title common.tab_home, page home::HomePage;
                /// First start: where the data will live, type, name, facts, period.
                Start "start" => below Home, stands alone,
                    title common.app_name, page start::StartPage;
                /// 自评: the basics and the stars.
                Assess "assess" => tab Assess, title assess.title, page assess::AssessPage;
                /// One basic, by key.
                Basic(key: String) "assess/basic" => below Assess,
                    titled basic, page basic::BasicPage;
                /// One star, by key.
                Star(key: String) "assess/star" => below Assess,
                    titled star, page star::StarPage;
            }
            // The pages that are not for the first visit.
            InPagesPart(PageInPagesPart) {
                /// 只查必达项: the must-items one after the other.
                Must "assess/must" => below Assess,
                    title assess.must_title, page must::MustPage;
                /// 一票否决 and 加分: vetoes and bonus.
                Extras "assess/extras" => below Assess,
                    title assess.extras_title, page extras::ExtrasPage;
                /// One indicator with everything there is to say, by id.
                Indicator(id: ItemId) "indicator" => below Assess,
                    titled indicator, page indicator::IndicatorPage;
                /// 结果: the result with reasons.
                Result "result" => below Home, title result.title, page result::ResultPage;
                /// 历期: several periods, and what changed.
                History "history" => below Home, title home.history, page history::HistoryPage;
                /// 清单: what is late, due and next.
                Checklist "checklist" => tab Checklist,
                    title common.tab_checklist, page agenda::ChecklistPage;
                /// 全部事项: everything of the responsibility checklist, a line each.
                ChecklistIndex "checklist/all" => below Checklist,
                    title duties.everything, page agenda::IndexPage;
                /// 自评要补的: what is unmet or not looked at yet.
                Unmet "checklist/unmet" => below Checklist,
                    title duties.unmet_title, page agenda::UnmetPage;
                /// 本月: a month of a year.
                Month(month: Month, always "2026-11") "checklist/month" => below Year(month.year()),
                    titled month, page agenda::MonthPage;
                /// 全年: the months of a year.
                Year(year: i32, always "2026") "checklist/year" => below Checklist,
                    titled year, page agenda::YearPage;
                /// 更多工作机制: what can be switched on, by what is done with it.
                Offered "checklist/more" => below ChecklistIndex,
                    title offered.title, page offered::OfferedPage;
                /// 增减责任项: which duties are on, and duties of one's own.
                Duties "duties" => below ChecklistIndex,
                    title duties.duties, page agenda::DutiesPage;
                /// One duty, by id.
                Duty(id: ItemId) "duty" => below Checklist, titled duty, page agenda::DutyPage;
                /// 记录: what was held or done.
                Records "records" => tab Checklist,
                    title duties.records, page records::RecordsPage;
                /// One record, by id.
                Record(id: Uuid) "record" => below Records,
                    titled record, page records::RecordPage;
                /// 问题整改: what was found and is put right.
                Rectifications "rectifications" => tab Checklist,
                    title rectifications.title, page rectifications::RectificationsPage;
                /// One rectification, by the id of its entry.
                Rectification(id: Uuid) "rectification" => below Rectifications,
                    titled rectification, page rectifications::RectificationPage;
                /// One mechanism with its cards, by id.
                Mechanism(id: ItemId) "mechanism" => below ChecklistIndex,
                    titled mechanism, page mechanisms::MechanismPage;
                /// One card of a mechanism, by the id of its entry.
                Card(id: Uuid) "card" => below ChecklistIndex,
                    titled card, page mechanisms::CardPage;
                /// 到会表决: the calculator of presence and votes.
                Quorum "quorum" => below ChecklistIndex,
                    title duties.quorum, page tools::QuorumPage;
                /// 标准: the pack, its sources.
                Standard "standard" => below Me, title me.standard, page standard::StandardPage;
                /// 按工程和职责看: the pack as documents put it together under other names.
                Groupings "standard/groupings" => below Standard,
                    title groupings.title, page groupings::GroupingsPage;
                /// 本地设置: the user's own changes to the pack.
                Local "standard/local" => below Standard, title me.local, page local::LocalPage;
                /// 搜索: indicators, duties, records and hard words.
                Search "search" => below Home, title me.search, page search::SearchPage;
                /// 帮助: how the app is used, and what is asked most often.
                Help "help" => below Me, stands alone, title me.help, page help::HelpPage;
                /// 名词解释: every hard word with its meaning.
                Glossary "help/words" => below Help, stands alone,
                    title me.words, page help::GlossaryPage;
                /// One hard word, by its key.
                Term(id: String, always "must") "help/word" => below Glossary, stands alone,
                    title me.words, page help::TermPage;
                /// 我的: the organisations of this device, look and language.
                Me "me" => tab Me, stands alone, title common.tab_me, page me::MePage;
                /// 最近的改动: what can be taken back.
                Changes "me/changes" => below Me, title saving.changes, page changes::ChangesPage;
                /// 组织资料: the profile.
                Profile "me/profile" => below Me, title me.profile, page profile::ProfilePage;
            }
            // What takes files in and hands them out.
            InFilesPart(PageInFilesPart) {
                /// 日历提醒: the calendar file.
                Calendar "calendar" => below ChecklistIndex,
                    title duties.calendar, page tools::CalendarPage;
                /// 数据: room, export, import, delete.
                Data "me/data" => below Me, stands alone, title me.data, page data::DataPage;
                /// 备份: everything, for oneself.
                Backup "me/backup" => below Data, title data.backup, page data::BackupPage;
                /// 导出这一期: one period for others, by the id of its assessment.
                Export(period: Uuid) "me/export" => below Data,
                    title result.export, page data::ExportPage;
                /// 审核: what whoever checks finds, item by item.
                Reviewing "reviewing" => below Data,
                    title review.reviewing, page review::ReviewingPage;
                /// 自评和审核对照: both columns, the differences first.
                Review "review" => below Result,
                    title review.side_by_side, page review::ReviewPage;
                /// 导入: a file or pasted text, with its preview.
                Import "me/import" => below Data, stands alone,
                    title me.import, page import::ImportPage;
            }
            // What is handed out to be read, signed or hung up.
            InHandoutsPart(PageInHandoutsPart) {
                /// 材料: the handouts, by what they are for.
                Handouts "handouts" => below Me,
                    title me.handouts, page handouts::HandoutsPage;
                /// One handout, by the key of its kind.
                Handout(kind: String, always "report") "handout" => below Handouts,
                    titled handout, page handouts::HandoutPage;
                /// 机制台账: what stands on the cards of a mechanism, by its id, or on one of them, by
                /// its id, a dot, and that of the card.
                CardsOnPaper(of: String) "handouts/cards" => below Mechanism(cards_on_paper(of).0),
                    titled cards_on_paper, page handouts::CardsOnPaperPage;
                /// 通知、记录纸、表决单: the sheets of a meeting, by the id of its record.
                SheetsOfRecord(id: Uuid) "handouts/of" => below Record(*id),
                    title me.handouts_of_meeting, page handouts::SheetsOfRecordPage;
            }
            // Where a standard of one's own is made.
            InAuthoringPart(PageInAuthoringPart) {
                /// 用本县的标准: a table is pasted, or a draft gone on with.
                Authoring "standard/own" => below Standard,
                    title authoring.title, page authoring::AuthoringPage;
                /// One draft, by the id of its document: put right, and brought into use.
                Drafting(id: Uuid) "standard/draft" => below Authoring,
                    title authoring.draft_title, page authoring::DraftingPage;
                /// One item of a draft, by the id of its document, a dot, and its own.
                DraftedItem(at: String) "standard/item" => below Drafting(draft_of_item(at)),
                    title editing.item_title, page authoring::DraftedItemPage;
            }
        }
    };
}

pub(crate) use routes;
