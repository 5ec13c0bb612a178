//! The marks of certainty against the rules that are cited.

use super::packs;
use wuxing::standard::Certainty;

/// How much doubt there is. What a source document says and what a rule says are both certain.
fn doubt(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::SourceDocument | Certainty::Verified => 0,
        Certainty::ArticlePending => 1,
        Certainty::LocalExample => 2,
        Certainty::CommonPractice => 3,
        Certainty::Suggestion => 4,
    }
}

/// No item is surer than the least sure rule that it cites.
#[test]
fn marks_of_certainty_agree_with_what_is_cited() {
    for pack in packs() {
        for rule in &pack.rules {
            assert!(
                rule.article.is_none() || rule.certainty == Certainty::Verified,
                "{}",
                rule.id
            );
            assert!(!rule.gist.is_empty(), "{}", rule.id);
        }
        let basics = pack
            .indicators()
            .map(|one| (&one.id, &one.sources, one.certainty));
        // What is said to some organisations alone has sources and a mark of its own.
        let wordings = pack.indicators().flat_map(|one| {
            let certain = |own: Option<Certainty>| own.unwrap_or(one.certainty);
            one.variants.iter().map(move |variant| {
                let sources = variant.sources.as_ref().unwrap_or(&one.sources);
                (&one.id, sources, certain(variant.certainty))
            })
        });
        let scored = pack.stars.iter().flat_map(|star| &star.indicators);
        let scored = scored.map(|one| (&one.id, &one.sources, one.certainty));
        let list = &pack.checklist;
        let duties = list
            .duties
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let records = list
            .records
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let mechanisms = list
            .mechanisms
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let quorums = list
            .quorums
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let checklist = duties.chain(records).chain(mechanisms).chain(quorums);
        let of_basics = basics.chain(wordings);
        for (id, sources, certainty) in of_basics.chain(scored).chain(checklist) {
            let mut cited = sources.iter().filter_map(|id| pack.rule(id));
            let agrees = cited.all(|rule| doubt(rule.certainty) <= doubt(certainty));
            let cites = !sources.is_empty() || certainty == Certainty::CommonPractice;
            assert!(agrees && cites, "{} {id}", pack.id);
        }
        // The points, the cut-offs and what a veto touches are suggestions of the packs.
        assert!(
            pack.stars
                .iter()
                .all(|star| star.certainty == Certainty::Suggestion)
        );
        assert!(
            pack.vetoes
                .iter()
                .all(|veto| veto.certainty == Certainty::Suggestion)
        );
        assert_eq!(pack.judgement.certainty, Certainty::Suggestion);
        assert_eq!(pack.award.certainty, Certainty::Suggestion);
    }
}
