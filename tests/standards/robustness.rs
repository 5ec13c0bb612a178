//! Whatever a pack file says, it is refused with its faults or it can be used: nothing panics.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use wuxing::assessment::verification::verify;
use wuxing::standard::{OrganizationType, built_in, parse, validate};

/// The pack of villages, with the ways to all its values.
static VILLAGE: LazyLock<(Value, Vec<String>)> = LazyLock::new(|| {
    let value = serde_json::to_value(built_in(OrganizationType::Village).unwrap()).unwrap();
    let mut pointers = Vec::new();
    collect(&value, String::new(), &mut pointers);
    (value, pointers)
});

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            collect(member, format!("{pointer}/{key}"), pointers);
        }),
        Value::Array(elements) => elements.iter().enumerate().for_each(|(index, element)| {
            collect(element, format!("{pointer}/{index}"), pointers);
        }),
        _ => {}
    }
    pointers.push(pointer);
}

/// Values that could stand in a file that somebody edited.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(0)),
        Just(json!(1)),
        Just(json!(99)),
        Just(json!(10_000)),
        Just(json!(u32::MAX)),
        Just(json!("")),
        Just(json!("VA1")),
        Just(json!("ORG-01")),
        Just(json!("event")),
        Just(json!(null)),
        Just(json!([])),
        Just(json!(["VA7", "VA2"])),
        Just(json!([4_294_967_295_u32])),
        Just(json!({ "count": { "times": 10_000 } })),
        Just(json!({ "at_most_stars": 0 })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn a_changed_pack_is_refused_or_works(
        changes in prop::collection::vec((any::<prop::sample::Index>(), values()), 1..4),
    ) {
        let (village, pointers) = &*VILLAGE;
        let mut value = village.clone();
        for (index, to) in changes {
            if let Some(place) = value.pointer_mut(index.get::<String>(pointers)) {
                *place = to;
            }
        }
        if let Ok(pack) = parse(&value.to_string())
            && validate(&pack).is_empty()
        {
            // What comes out may differ from what the examples say; that it comes out is the point.
            let _ = verify(&pack);
        }
    }
}
