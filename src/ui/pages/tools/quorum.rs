//! 到会表决: the numbers of a meeting, and of candidates, held against a rule, as they are typed.
//!
//! Not here: the rules, which are data of the pack, and the reckoning (`duty`).

use crate::app::state::AppState;
use crate::duty::{MeetingVerdict, Needed, QuorumOutcome, candidates_needed, reckon};
use crate::standard::{Base, QuorumRule, Share};
use crate::text::Texts;
use crate::ui::components::{
    Button, Choice, ChoiceRow, Disclosure, EmptyState, Notice, NoticeKind, NumberField, Selection,
    SourceList,
};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The numbers of a meeting; `None` if they were not given.
#[derive(Clone, Copy)]
pub struct QuorumNumbers {
    /// How many ought to be there (应到).
    pub eligible: Signal<Option<u32>>,
    /// How many were there (实到).
    pub present: Signal<Option<u32>>,
    /// How many approved (赞成).
    pub approve: Signal<Option<u32>>,
}

/// The calculator. It keeps nothing.
#[component]
pub fn QuorumPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    let rules = state.pack_in_force.with_untracked(|pack| {
        let rules = pack.iter().flat_map(|pack| &pack.checklist.quorums);
        rules.cloned().collect::<Vec<_>>()
    });
    if rules.is_empty() {
        return view! { <EmptyState text=words.index_none /> }.into_any();
    }
    // The place of the rule by which the meeting votes.
    let chosen = RwSignal::new(0);
    let titles = rules.iter().map(|rule| say(&rule.title, language));
    let choices = titles.enumerate();
    let kind = Selection::new(
        choices.map(|(place, title)| Choice::plain(place, title)),
        move || Some(chosen.get()),
        move |place| chosen.set(place),
    );
    let eligible = RwSignal::new(None);
    let (present, approve) = (RwSignal::new(None), RwSignal::new(None));
    // They outlive the choice of another meeting, as the other numbers do.
    let (seats, standing) = (RwSignal::new(None), RwSignal::new(None));
    let numbers = QuorumNumbers {
        eligible: eligible.into(),
        present: present.into(),
        approve: approve.into(),
    };
    let rules = StoredValue::new(rules);
    let result = move || {
        let rule = rules.with_value(|rules| rules.get(chosen.get()).cloned())?;
        let candidates = rule.surplus.map(
            |surplus| view! { <Candidates surplus=surplus seats=seats candidates=standing /> },
        );
        Some(view! { {candidates}{held_against(rule, numbers)} })
    };
    view! {
        <p class="hint">{words.quorum_hint}</p>
        <ChoiceRow label=words.quorum_kind selection=kind />
        <div class="asked">
            {field(words.asked_eligible, eligible)}
            {field(words.asked_present, present)}
            {field(words.asked_approve, approve)}
        </div>
        {proposal(state, eligible)}
        {result}
    }
    .into_any()
}

/// How many ought to be there, as the profile knows it: for the meetings of members, and not for a
/// council.
fn proposal(state: AppState, eligible: RwSignal<Option<u32>>) -> Option<impl IntoView> {
    let members = state
        .organization
        .with_untracked(|one| one.as_ref().and_then(|one| one.facts.full_members));
    members.map(|number| {
        let take = Callback::new(move |()| eligible.set(Some(number)));
        view! {
            <Show when=move || eligible.get().is_none()>
                <p class="row">
                    <Button label=(texts().duties.same_as_profile)(number) on_press=take />
                </p>
            </Show>
        }
    })
}

/// What the numbers come to by a rule, and what the rule rests on.
fn held_against(rule: QuorumRule, numbers: QuorumNumbers) -> impl IntoView {
    let state = AppState::expect();
    let sources = state.pack.with_untracked(|pack| {
        let find = |id: &String| pack.as_ref().and_then(|pack| pack.rule(id).cloned());
        rule.sources.iter().filter_map(find).collect::<Vec<_>>()
    });
    let (note, certainty) = (say(&rule.note, language()), rule.certainty);
    view! {
        <QuorumResult rule=rule numbers=numbers />
        <p>{note}</p>
        <SourceList rules=sources certainty=certainty />
    }
}

/// A field for one of the numbers.
fn field(label: &'static str, number: RwSignal<Option<u32>>) -> impl IntoView {
    let put = Callback::new(move |given| number.set(given));
    view! { <NumberField label=label value=number on_change=put /> }
}

/// How many candidates an election takes (差额), and whether there are that many.
#[component]
fn Candidates(
    /// By what share of the seats the candidates have to be more.
    surplus: Share,
    /// How many are to be elected.
    seats: RwSignal<Option<u32>>,
    /// How many stand.
    candidates: RwSignal<Option<u32>>,
) -> impl IntoView {
    let words = &texts().duties;
    view! {
        <div class="asked">
            {field(words.quorum_seats, seats)}
            {field(words.quorum_candidates, candidates)}
        </div>
        <CandidatesCheck surplus=surplus seats=seats candidates=candidates />
    }
}

/// How many candidates so many seats take (差额), and whether there are that many.
#[component]
pub fn CandidatesCheck(
    /// By what share of the seats the candidates have to be more.
    surplus: Share,
    /// How many are to be elected.
    #[prop(into)]
    seats: Signal<Option<u32>>,
    /// How many stand.
    #[prop(into)]
    candidates: Signal<Option<u32>>,
) -> impl IntoView {
    let words = &texts().duties;
    let said = move || {
        let seats = seats.get().filter(|seats| *seats > 0)?;
        let needed = candidates_needed(surplus, seats);
        let why = (words.quorum_candidates_needed)(seats, needed);
        Some(match candidates.get() {
            Some(number) => {
                let (yes, no) = (words.quorum_candidates_enough, words.quorum_candidates_few);
                judged(number >= needed, yes, no, why)
            }
            None => view! { <Notice text=why /> }.into_any(),
        })
    };
    view! { <div class="stack" role="status">{said}</div> }
}

/// What the numbers of a meeting come to, in one word with what was needed, and under a fold how it
/// is reckoned, with its sources.
#[component]
pub fn QuorumCheck(
    /// The rule.
    rule: QuorumRule,
    /// The numbers.
    numbers: QuorumNumbers,
) -> impl IntoView {
    let kept = StoredValue::new(rule.clone());
    let verdict = Memo::new(move |_| {
        kept.with_value(|rule| {
            let QuorumNumbers {
                eligible,
                present,
                approve,
            } = numbers;
            MeetingVerdict::of(rule, eligible.get(), present.get(), approve.get())
        })
    });
    view! {
        <div class="stack-tight">
            <div role="status">
                {move || verdict.get().map(|verdict| verdict_view(verdict, &kept.get_value()))}
            </div>
            <Disclosure summary=texts().duties.quorum_how>
                {held_against(kept.get_value(), numbers)}
            </Disclosure>
        </div>
    }
}

/// One word, and what was needed.
fn verdict_view(verdict: MeetingVerdict, rule: &QuorumRule) -> AnyView {
    let (words, recording) = (&texts().duties, &texts().recording);
    let is_election = rule.surplus.is_some();
    let (title, needs) = match verdict {
        MeetingVerdict::Impossible => {
            let text = words.quorum_impossible;
            return view! { <Notice kind=NoticeKind::Warning text=text /> }.into_any();
        }
        MeetingVerdict::TooFew { present } => (words.quorum_not_enough, (present, None)),
        MeetingVerdict::Quorate { present, approve } => (words.quorum_enough, (present, approve)),
        MeetingVerdict::Voted {
            present,
            approve,
            passed,
        } => {
            let title = match (is_election, passed) {
                (false, true) => recording.vote_passed,
                (false, false) => recording.vote_failed,
                (true, true) => recording.elected,
                (true, false) => recording.not_elected,
            };
            (title, (present, Some(approve)))
        }
    };
    let needs = (recording.needs)(needs.0, needs.1);
    let kind = match verdict.is_good() {
        true => NoticeKind::Good,
        false => NoticeKind::Error,
    };
    view! { <Notice kind=kind title=title text=needs /> }.into_any()
}

/// What the numbers come to: whether enough came, and whether it passed.
#[component]
fn QuorumResult(
    /// The rule.
    rule: QuorumRule,
    /// The numbers.
    numbers: QuorumNumbers,
) -> impl IntoView {
    let texts = texts();
    let words = &texts.duties;
    let said = move || {
        let (Some(eligible), Some(present)) = (numbers.eligible.get(), numbers.present.get())
        else {
            return view! { <p class="hint">{words.quorum_open}</p> }.into_any();
        };
        let approve = numbers.approve.get();
        match reckon(&rule, eligible, present, approve) {
            QuorumOutcome::Impossible => {
                let text = words.quorum_impossible;
                view! { <Notice kind=NoticeKind::Warning text=text /> }.into_any()
            }
            QuorumOutcome::Reckoned { presence, approval } => {
                let share = share_words(rule.presence, texts);
                let came = (words.quorum_presence)(eligible, share, presence.at_least, present);
                let votes = presence.reached.then(|| match approval {
                    Some(needed) => vote(&rule, needed, approve, texts),
                    None => approve
                        .map(|_| view! { <p class="hint">{words.quorum_no_vote}</p> })
                        .into_any(),
                });
                view! {
                    {judged(presence.reached, words.quorum_enough, words.quorum_not_enough, came)}
                    {votes}
                }
                .into_any()
            }
        }
    };
    view! { <div class="stack" role="status">{said}</div> }
}

fn judged(reached: bool, yes: &'static str, no: &'static str, why: String) -> AnyView {
    let (kind, title) = if reached {
        (NoticeKind::Good, yes)
    } else {
        (NoticeKind::Error, no)
    };
    view! { <Notice kind=kind title=title text=why /> }.into_any()
}

/// Whether it passed; before the vote, how many it needs.
fn vote(rule: &QuorumRule, needed: Needed, approve: Option<u32>, texts: &'static Texts) -> AnyView {
    let words = &texts.duties;
    let Some(approval) = rule.approval else {
        return ().into_any();
    };
    let share = share_words(approval.share, texts);
    let wanted = match approval.of {
        Base::Eligible => (words.quorum_approval_eligible)(share, needed.at_least),
        Base::Present => (words.quorum_approval_present)(share, needed.at_least),
    };
    match approve {
        Some(number) => {
            let why = (words.quorum_got)(wanted, number);
            let (yes, no) = match rule.surplus {
                Some(_) => (words.quorum_elected, words.quorum_not_elected),
                None => (words.quorum_passed, words.quorum_not_passed),
            };
            judged(needed.reached, yes, no, why)
        }
        None => view! { <Notice text=wanted /> }.into_any(),
    }
}

/// A share in words, for example 「半数以上」.
fn share_words(share: Share, texts: &Texts) -> String {
    let words = &texts.duties;
    let of = (words.share_of)(share.numerator, share.denominator);
    if share.more_than {
        (words.share_more)(of)
    } else {
        (words.share_least)(of)
    }
}
