//! What whoever checks writes about a period, and what the organisation replies (审核、回应).
//!
//! Not here: how the two stand side by side (`review`). No answer is changed by any of it.

use super::Pace;
use crate::app::ledger;
use crate::app::session::{Host, Session};
use crate::app::undo::Deed;
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::ledger::{EntryBody, Found, Ledger, LedgerPage, Reply, Review};
use crate::period::Quarter;
use crate::rectification::{Origin, Rectification};
use crate::review::{latest_reply, orders_to_close, orders_to_take_up};
use crate::standard::ItemId;
use uuid::Uuid;

impl<H: Host> Session<H> {
    /// Changes what is written about an item of the open period, or about all of it. Where nothing
    /// is written yet, it is begun.
    pub fn write_review(&self, item: Option<ItemId>, pace: Pace, change: impl FnOnce(&mut Review)) {
        let Some((period, ledger)) = self.open_period() else {
            return;
        };
        let known = written_about(&ledger, period, item.as_ref());
        if let Some(id) = known {
            return self.change_entry(id, Deed::Reviewed, pace, |body| {
                if let EntryBody::Review(one) = body {
                    change(one);
                }
            });
        }
        let mut begun = Review::begun(period, item);
        change(&mut begun);
        if !begun.is_empty() {
            self.enter(period.year(), EntryBody::Review(begun), Deed::Reviewed);
        }
    }

    /// Writes what was found of several items at once, where nothing is written about them yet.
    pub fn review_rest(&self, found: Vec<(ItemId, Found)>) {
        let Some((period, ledger)) = self.open_period() else {
            return;
        };
        self.edit_pages(Deed::Reviewed, |workspace, organization, now_ms| {
            for (item, found) in found {
                if let Some(id) = written_about(&ledger, period, Some(&item)) {
                    ledger::change_entry(workspace, id, now_ms, |body| {
                        if let EntryBody::Review(one) = body {
                            one.found = one.found.or(Some(found));
                        }
                    });
                    continue;
                }
                let mut begun = Review::begun(period, Some(item));
                begun.found = Some(found);
                let body = EntryBody::Review(begun);
                self.put(workspace, organization, period.year(), body, now_ms);
            }
        });
    }

    /// Changes the reply to a review. Where there is none yet, it is begun.
    pub fn write_reply(&self, review: Uuid, pace: Pace, change: impl FnOnce(&mut Reply)) {
        let Some((period, ledger)) = self.open_period() else {
            return;
        };
        if let Some((id, _)) = latest_reply(&ledger, review) {
            return self.change_entry(id, Deed::Replied, pace, |body| {
                if let EntryBody::Reply(one) = body {
                    change(one);
                }
            });
        }
        let Some(about) = ledger.reviews.get(&review) else {
            return;
        };
        let mut begun = Reply::to(review, about);
        change(&mut begun);
        if begun != Reply::to(review, about) {
            self.enter(period.year(), EntryBody::Reply(begun), Deed::Replied);
        }
    }

    /// Begins a rectification for each of these orders of the open period that has none (列入整改);
    /// for all of them where `only` is nothing. An indicator that has one already keeps it, and the
    /// order goes with that.
    pub fn take_up_orders(&self, only: Option<Uuid>) {
        let (Some((period, ledger)), Some(today)) = (self.open_period(), self.day.copied()) else {
            return;
        };
        let orders = orders_to_take_up(&ledger, period).into_iter();
        let orders = orders.filter(|(id, ..)| only.is_none_or(|only| only == *id));
        self.edit_pages(
            Deed::BeganRectification,
            |workspace, organization, now_ms| {
                for (id, review, origin) in orders {
                    let open = |workspace: &Workspace, origin: &Origin| {
                        let pages = workspace.pages_of(organization);
                        Ledger::of(pages).open_rectification_from(origin)
                    };
                    let begun = open(workspace, &origin).unwrap_or_else(|| {
                        let mut one = Rectification::found(origin, review.order.clone(), today);
                        one.until = review.until;
                        let body = EntryBody::Rectification(one);
                        self.put(workspace, organization, today.year(), body, now_ms)
                    });
                    match latest_reply(&ledger, id) {
                        Some((reply, _)) => {
                            ledger::change_entry(workspace, reply, now_ms, |body| {
                                if let EntryBody::Reply(one) = body {
                                    one.rectification = Some(begun);
                                }
                            })
                        }
                        None => {
                            let mut reply = Reply::to(id, &review);
                            reply.rectification = Some(begun);
                            let body = EntryBody::Reply(reply);
                            self.put(workspace, organization, period.year(), body, now_ms);
                        }
                    }
                }
            },
        );
    }

    /// Closes the rectifications of the open period that whoever checks has found put right (销号).
    /// Returns how many there were.
    pub fn close_by_review(&self) -> usize {
        let Some((period, ledger)) = self.open_period() else {
            return 0;
        };
        let to_close = orders_to_close(&ledger, period);
        let count = to_close.len();
        if count > 0 {
            self.edit_pages(Deed::ChangedEntry, |workspace, _, now_ms| {
                for (id, day) in to_close {
                    ledger::change_entry(workspace, id, now_ms, |body| {
                        if let EntryBody::Rectification(one) = body {
                            one.resolved_on = one.resolved_on.or(Some(day));
                            one.closed_on = Some(day);
                        }
                    });
                }
            });
        }
        count
    }

    /// The open period, and what was recorded for its organisation.
    fn open_period(&self) -> Option<(Quarter, Ledger)> {
        let open = self.open_assessment_id()?;
        self.workspace.look(|workspace| {
            let assessment = workspace.assessments.get(&open)?;
            let pages = workspace.pages_of(assessment.organization);
            Some((assessment.period, Ledger::of(pages)))
        })
    }

    /// Changes several entries of the open organisation as one step that can be taken back.
    fn edit_pages(&self, deed: Deed, change: impl FnOnce(&mut Workspace, Uuid, i64)) {
        let Some(organization) = self.open_organization_id() else {
            return;
        };
        let now_ms = self.now_ms();
        let changed: Vec<LedgerPage> = self.workspace.look(|before| {
            let mut after = before.clone();
            change(&mut after, organization, now_ms);
            let pages = after.ledgers.values();
            let is_changed = |page: &&LedgerPage| before.ledgers.get(&page.id) != Some(page);
            pages.filter(is_changed).cloned().collect()
        });
        let keys: Vec<DocumentKey> = changed
            .iter()
            .map(|page| DocumentKey::Ledger(page.id))
            .collect();
        if keys.is_empty() {
            return;
        }
        self.edit(Some(deed), &keys, Pace::Now, |workspace, _| {
            let pages = changed.into_iter().map(Document::Ledger);
            pages.for_each(|page| workspace.put(page));
        });
    }

    /// Puts a new entry in its place. Returns its id.
    fn put(
        &self,
        workspace: &mut Workspace,
        organization: Uuid,
        year: i32,
        body: EntryBody,
        now_ms: i64,
    ) -> Uuid {
        let id = self.new_id();
        let place = ledger::place_for(workspace, organization, year, &body, || self.new_id());
        ledger::put_entry(workspace, &place, id, body, now_ms);
        id
    }
}

/// The entry in which something is, or was, written about an item of a period.
fn written_about(ledger: &Ledger, period: Quarter, item: Option<&ItemId>) -> Option<Uuid> {
    let reviews = ledger.reviews.iter();
    let mut about = reviews.filter(|(_, one)| one.period == period && one.item.as_ref() == item);
    about.next_back().map(|(id, _)| *id)
}
