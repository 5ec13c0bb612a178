//! The numbered steps from older forms to the present one, on plain JSON.
//!
//! A step never refuses: what it does not understand it leaves as it is, and the typed reading
//! names the place. Not here: newer versions; they are refused by name before.

use super::document::DocumentKind;
use super::envelope::{Kind, SCHEMA_VERSION};
use serde_json::Value;

/// One step, from version `from` to the version after it.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The version from which it leads.
    pub from: u32,
    /// What changes in the payload of a file around its documents.
    pub payload: fn(Kind, &mut Value),
    /// What changes in a document, in a file and on the device alike.
    pub document: fn(DocumentKind, &mut Value),
}

/// All steps, in order; there is one from every version but the present one.
pub(super) const STEPS: &[Step] = &[LEDGERS, HALF_HOURS, OWN_STANDARDS];

/// Version 2 brings the pages of the ledger, and duties and mechanisms to the local settings of an
/// organisation and to the packs. Version 1 has nothing of it, and everything else in it says what
/// it said: what is absent is empty, so there is nothing to rewrite. It is a version of its own
/// because an older build would take a file without the pages, and say that it took all of it.
const LEDGERS: Step = Step {
    from: 1,
    payload: |_, _| {},
    document: |_, _| {},
};

/// Version 3 counts study in half hours, and can keep how often something is due by the user's
/// own word without how often it was done. The hours of a record of version 2 become twice as many
/// half hours.
const HALF_HOURS: Step = Step {
    from: 2,
    payload: |_, _| {},
    document: |kind, document| {
        if kind != DocumentKind::Ledger {
            return;
        }
        let entries = document.get_mut("entries").and_then(Value::as_object_mut);
        for entry in entries.into_iter().flat_map(|entries| entries.values_mut()) {
            let numbers = entry.pointer_mut("/body/record/numbers");
            let Some(numbers) = numbers.and_then(Value::as_object_mut) else {
                continue;
            };
            let hours = numbers.get("hours").and_then(Value::as_u64);
            if let Some(hours) = hours.and_then(|hours| u32::try_from(hours).ok()) {
                numbers.remove("hours");
                numbers.insert("half_hours".to_owned(), hours.saturating_mul(2).into());
            }
        }
    },
};

/// Version 4 brings what standards of one's own need: points in tenths, deductions, numbers that
/// are put in, weights, and the answers to these. What version 3 says it says still, so there is
/// nothing to rewrite. It is a version of its own because an older build would refuse a whole file
/// for one answer of these kinds, and could not say that a newer version opens it.
const OWN_STANDARDS: Step = Step {
    from: 3,
    payload: |_, _| {},
    document: |_, _| {},
};

const _: () = assert!(STEPS.len() + 1 == SCHEMA_VERSION as usize);

/// Brings the payload of a file of this version to the present form, its documents aside.
pub(super) fn payload(steps: &[Step], version: u32, kind: Kind, payload: &mut Value) {
    for step in from(steps, version) {
        (step.payload)(kind, payload);
    }
}

/// Brings a document of this version to the present form.
pub(super) fn document(steps: &[Step], version: u32, kind: DocumentKind, document: &mut Value) {
    for step in from(steps, version) {
        (step.document)(kind, document);
    }
}

/// The steps from a version on.
fn from(steps: &[Step], version: u32) -> impl Iterator<Item = &Step> {
    steps.iter().filter(move |step| step.from >= version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    /// Version 2 calls the name `title`; version 3 counts answers.
    const RENAMING: [Step; 2] = [
        Step {
            from: 1,
            payload: |_, payload| {
                if let Some(members) = payload.as_object_mut()
                    && let Some(one) = members.remove("organization")
                {
                    members.insert("organizations".to_owned(), json!([one]));
                }
            },
            document: |kind, document| {
                if let (DocumentKind::Organization, Some(members)) =
                    (kind, document.as_object_mut())
                    && let Some(name) = members.remove("name")
                {
                    members.insert("title".to_owned(), name);
                }
            },
        },
        Step {
            from: 2,
            payload: |_, _| {},
            document: |_, document| {
                if let Some(count) = document
                    .get("answers")
                    .and_then(Value::as_object)
                    .map(|m| m.len())
                {
                    document["count"] = count.into();
                }
            },
        },
    ];

    #[test]
    fn every_older_version_has_its_step() {
        for (index, step) in STEPS.iter().enumerate() {
            assert_eq!(step.from as usize, index + 1);
        }
    }

    #[test]
    fn hours_become_half_hours() {
        fn check(kind: DocumentKind, numbers: Value, expected: Value) {
            let page =
                |numbers| json!({"entries": {"a": {"body": {"record": {"numbers": numbers}}}}});
            let mut value = page(numbers);
            document(STEPS, 2, kind, &mut value);
            assert_eq!(value, page(expected));
        }

        let ledger = DocumentKind::Ledger;
        check(
            ledger,
            json!({"hours": 2, "present": 5}),
            json!({"half_hours": 4, "present": 5}),
        );
        check(ledger, json!({"hours": 0}), json!({"half_hours": 0}));
        check(ledger, json!({"present": 5}), json!({"present": 5}));
        // What is not understood stays, so that the reading can name its place.
        check(ledger, json!({"hours": "2"}), json!({"hours": "2"}));
        check(ledger, json!({"hours": -1}), json!({"hours": -1}));
        check(ledger, json!([]), json!([]));
        check(
            ledger,
            json!({"hours": u32::MAX}),
            json!({"half_hours": u32::MAX}),
        );
        check(
            ledger,
            json!({"hours": u64::MAX}),
            json!({"hours": u64::MAX}),
        );
        check(
            DocumentKind::Assessment,
            json!({"hours": 2}),
            json!({"hours": 2}),
        );
    }

    #[test]
    fn steps_run_in_order_from_the_version_of_the_document() {
        fn check(version: u32, kind: DocumentKind, before: Value, expected: Value) {
            let mut value = before;
            document(&RENAMING, version, kind, &mut value);
            assert_eq!(value, expected);
        }

        let organization = DocumentKind::Organization;
        let before = json!({"name": "村", "answers": {"a": 1}});
        check(1, organization, before.clone(), {
            json!({"title": "村", "answers": {"a": 1}, "count": 1})
        });
        check(2, organization, before.clone(), {
            json!({"name": "村", "answers": {"a": 1}, "count": 1})
        });
        check(3, organization, before.clone(), before.clone());
        check(
            1,
            DocumentKind::Settings,
            json!({"name": "村"}),
            json!({"name": "村"}),
        );

        let mut file = json!({"organization": 1});
        payload(&RENAMING, 1, Kind::Assessment, &mut file);
        assert_eq!(file, json!({"organizations": [1]}));
    }

    /// Any JSON, with the member names that steps look for.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,8}".prop_map(Value::from),
        ];
        let name = prop_oneof![
            Just("name"),
            Just("answers"),
            Just("organization"),
            Just("organizations"),
            Just("assessment"),
            Just("assessments"),
            Just("standard"),
            Just("settings"),
        ];
        leaf.prop_recursive(4, 24, 4, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_migration_never_panics(value in any_json(), version in 0..5_u32) {
            for steps in [STEPS, &RENAMING] {
                for kind in [
                    DocumentKind::Settings, DocumentKind::Organization,
                    DocumentKind::Assessment, DocumentKind::Ledger, DocumentKind::Standard,
                ] {
                    document(steps, version, kind, &mut value.clone());
                }
                for kind in Kind::ALL {
                    payload(steps, version, kind, &mut value.clone());
                }
            }
        }
    }
}
