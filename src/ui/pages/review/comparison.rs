//! 自评和审核对照: both columns of the open period, what differs first; each is accepted or answered.
//!
//! Not here: what is to be put right (`orders`).

use super::orders::{AllOrders, OneOrder};
use super::words::{found_words, said_words, title_of};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::review::{Reviewed, SideBySide, side_by_side};
use crate::ui::answering::points_unit;
use crate::ui::components::{
    ActionRow, Button, Disclosure, EmptyState, NoteField, Notice, NoticeKind, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// Both columns of the open period.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.review;
    let both = Memo::new(move |_| {
        let (pack, outcome) = (state.pack_in_force.get()?, state.outcome.get()?);
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period))?;
        let both = state
            .ledger
            .with(|ledger| side_by_side(&pack, &outcome, ledger, period));
        (!both.is_empty()).then_some(both)
    });
    // What is typed must not draw the rows anew: they follow which items there are.
    let shape = Memo::new(move |_| both.with(|both| both.as_ref().map(shape_of)));
    move || match shape.get() {
        None => view! {
            <EmptyState text=words.none>
                <p class="hint">{words.none_hint}</p>
            </EmptyState>
        }
        .into_any(),
        Some((whole, differing, agreeing)) => {
            let row = move |id| view! { <Row both=both id=id /> };
            let count = (differing.len(), agreeing.len());
            let none = differing.is_empty().then(|| {
                view! { <Notice kind=NoticeKind::Good text=words.no_difference /> }
            });
            let differ = (count.0 > 0).then(|| view! { <h2>{(words.differ)(count.0)}</h2> });
            view! {
                {whole.map(row)}
                <AllOrders />
                {differ}
                {none}
                <div class="stack">{differing.into_iter().map(row).collect_view()}</div>
                {(count.1 > 0).then(|| {
                    let agreeing = StoredValue::new(agreeing);
                    view! {
                        <Disclosure summary=(words.agree)(count.1)>
                            <div class="stack">
                                {agreeing.get_value().into_iter().map(row).collect_view()}
                            </div>
                        </Disclosure>
                    }
                })}
                <p class="hint">{words.reply_back}</p>
            }
            .into_any()
        }
    }
}

type Shape = (Option<Uuid>, Vec<Uuid>, Vec<Uuid>);

fn shape_of(both: &SideBySide) -> Shape {
    let ids = |rows: &[Reviewed]| rows.iter().map(|row| row.id).collect();
    let whole = both.whole.as_ref().map(|row| row.id);
    (whole, ids(&both.differing), ids(&both.agreeing))
}

/// One item with what both sides say.
#[component]
fn Row(both: Memo<Option<SideBySide>>, id: Uuid) -> impl IntoView {
    let row = Memo::new(move |_| {
        both.with(|both| both.as_ref()?.rows().find(|row| row.id == id).cloned())
    });
    view! {
        <section class="card stack-tight">
            {move || row.get().map(|row| view! { <Head row=row /> })}
            <OneOrder id=id />
            <Answer row=row />
        </section>
    }
}

/// What the item is, what both sides say, and what is remarked.
#[component]
fn Head(row: Reviewed) -> impl IntoView {
    let texts = texts();
    let (words, labelled) = (&texts.review, texts.me.labelled);
    let is_whole = row.review.item.is_none();
    let by = Some(row.review.by.clone()).filter(|by| !by.is_empty());
    let remark = Some(row.review.remark.clone()).filter(|text| !text.is_empty());
    view! {
        <h3>{title(&row)}</h3>
        {by.map(|by| view! { <p>{(words.from)(by)}</p> })}
        {(!is_whole).then(|| view! { <Columns row=row /> })}
        {remark.map(|text| view! { <p>{labelled(words.remark, &text)}</p> })}
    }
}

/// What the item is called, as the way to where it can be answered anew.
fn title(row: &Reviewed) -> AnyView {
    let pack = AppState::expect().pack_in_force.get_untracked();
    let item = row.review.item.as_ref();
    let Some(pack) = pack else {
        return ().into_any();
    };
    let title = title_of(&pack, item, language());
    match item.filter(|item| pack.indicator(item).is_some()) {
        Some(item) => {
            let href = Route::Indicator(item.clone()).to_string();
            view! { <a href=href>{title}</a> }.into_any()
        }
        None => title.into_any(),
    }
}

/// Both columns, and how many points they are apart.
#[component]
fn Columns(row: Reviewed) -> impl IntoView {
    let texts = texts();
    let words = &texts.review;
    let unit = points_unit(AppState::expect());
    let apart = row.points_apart().filter(|apart| *apart != 0);
    let apart = apart.map(|apart| {
        let points = u32::try_from(apart.unsigned_abs()).unwrap_or(u32::MAX);
        let points = unit.of(points).to_string();
        match apart > 0 {
            true => (words.apart)(points),
            false => (words.apart_less)(points),
        }
    });
    view! {
        <dl class="both-sides">
            <div>
                <dt>{words.said}</dt>
                <dd>{said_words(row.said, unit, texts)}</dd>
            </div>
            <div>
                <dt>{words.found}</dt>
                <dd>{found_words(row.review.found, unit, texts)}</dd>
            </div>
        </dl>
        {apart.map(|text| view! { <p class="hint">{text}</p> })}
    }
}

/// Accepting what was found, or replying to it.
#[component]
fn Answer(row: Memo<Option<Reviewed>>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().review);
    let id = move || row.with_untracked(|row| row.as_ref().map(|row| row.id));
    let accepted = Memo::new(move |_| {
        let reply = row.with(|row| row.as_ref().and_then(|row| row.reply.clone()));
        reply.is_some_and(|(_, reply)| reply.accepted)
    });
    let differs = Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(Reviewed::differs)));
    let text = Signal::derive(move || {
        let reply = row.with(|row| row.as_ref().and_then(|row| row.reply.clone()));
        reply.map(|(_, reply)| reply.text).unwrap_or_default()
    });
    let accept = move |yes: bool| {
        Callback::new(move |()| {
            if let Some(id) = id() {
                state.write_reply(id, Pace::Now, |reply| reply.accepted = yes);
            }
        })
    };
    let typed = move |text: String| {
        if let Some(id) = id() {
            let pace = Pace::typed_at("reply", id);
            state.write_reply(id, pace, |reply| reply.text = text);
        }
    };
    let buttons = move || match accepted.get() {
        true => view! {
            <p role="status">{words.accepted}</p>
            <Button label=words.accept_back weight=Weight::Quiet on_press=accept(false) />
        }
        .into_any(),
        false => view! {
            <ActionRow>
                <Button label=words.accept icon=IconName::Check on_press=accept(true) />
            </ActionRow>
            <p class="hint">{words.accept_hint}</p>
        }
        .into_any(),
    };
    view! {
        <Show when=move || differs.get()>{buttons}</Show>
        <Disclosure summary=words.reply>
            <NoteField label=words.reply_label lines=2 value=text on_input=typed />
        </Disclosure>
    }
}
