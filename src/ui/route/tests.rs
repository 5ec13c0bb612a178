//! Addresses and the pages that they lead to.

use super::*;

#[test]
fn every_page_is_found_by_its_own_address() {
    fn check(address: &str, expected: Route) {
        assert_eq!(Route::of_hash(address), expected, "{address}");
        assert_eq!(Route::of_hash(&expected.to_string()), expected, "{address}");
    }

    let month = Month::new(2026, 11).unwrap();
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
    check("#/checklist/all", Route::ChecklistIndex);
    check("#/checklist/unmet", Route::Unmet);
    check("#/checklist/month/2026-11", Route::Month(month));
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
}

#[test]
fn what_hangs_on_behind_an_address_says_nothing() {
    let month = Month::new(2026, 11).unwrap();
    for (hung_on, expected) in [
        ("#/me?from=x", Route::Me),
        ("#/me/", Route::Me),
        ("#/me&x", Route::Me),
        ("#/checklist?from=groupmessage", Route::Checklist),
        ("#/checklist&mpshare=1&scene=1#rd", Route::Checklist),
        ("#/checklist#wechat_redirect", Route::Checklist),
        ("#/checklist/month/2026-11/?a=b/c", Route::Month(month)),
        ("#?from=singlemessage", Route::Home),
        ("#/?", Route::Home),
    ] {
        assert_eq!(Route::of_hash(hung_on), expected, "{hung_on}");
    }
}

#[test]
fn an_address_that_is_none_leads_nowhere() {
    for nowhere in [
        "#/nowhere/at/all",
        "#/checklist/month/2026-13",
        "#/checklist/month/2026",
        "#/checklist/year/1999",
        "#/record/1",
        "#/card/nothing",
        "#/assess/basic",
        "#/assess/basic/",
        "#/assess/basic/basic_org/more",
        "#/assess/basicbasic_org",
        "#/me/export/all",
    ] {
        assert_eq!(Route::of_hash(nowhere), Route::Unknown, "{nowhere}");
    }
}

/// The address of a row, and its page, where the page is about nothing.
macro_rules! page_of_row {
    ($address:literal, $route:ident) => {
        Some((concat!("#/", $address), Route::$route))
    };
    ($address:literal, $route:ident, $kind:ty) => {
        None
    };
}

macro_rules! pages_about_nothing {
    ($(
        $part:ident($pages:ident) { $(
            $(#[$about:meta])*
            $route:ident $(($argument:ident: $kind:ty $(, always $always:literal)?))?
            $address:literal =>
                $(tab $tab:ident,)?
                $(below $above:ident $(($above_argument:expr))?,)?
                $(stands $alone:ident,)?
                $(title $area:ident . $text:ident,)?
                $(titled $title:ident,)?
                page $module:ident :: $page:ident;
        )* }
    )*) => {
        [$($( page_of_row!($address, $route $(, $kind)?), )*)*]
    };
}

#[test]
fn no_two_rows_of_the_table_have_one_address() {
    for (address, route) in routes!(pages_about_nothing).into_iter().flatten() {
        assert_eq!(Route::of_hash(address), route, "{address}");
        assert_eq!(route.to_string(), address);
        let in_part = route.clone().in_part();
        assert!(!matches!(in_part, InPart::Unknown), "{address}");
    }
}

#[test]
fn every_page_stands_below_one_of_the_tabs() {
    fn check(address: &str, above: Option<&str>, tab: Tab) {
        let route = Route::of_hash(address);
        let found = route.above().map(|above| above.to_string());
        assert_eq!(found.as_deref(), above, "{address}");
        assert_eq!(route.tab(), tab, "{address}");
    }

    check("#/", None, Tab::Home);
    check("#/result", Some("#/"), Tab::Home);
    check("#/nowhere", Some("#/"), Tab::Home);
    check("#/assess/star/star_party", Some("#/assess"), Tab::Assess);
    check("#/checklist", None, Tab::Checklist);
    check(
        "#/checklist/month/2026-11",
        Some("#/checklist/year/2026"),
        Tab::Checklist,
    );
    check("#/calendar", Some("#/checklist/all"), Tab::Checklist);
    check("#/standard/local", Some("#/standard"), Tab::Me);
    check("#/me/import", Some("#/me/data"), Tab::Me);
}

#[test]
fn a_page_below_a_list_has_it_beside_it() {
    fn check(address: &str, list: Option<Route>) {
        assert_eq!(Route::of_hash(address).list_beside(), list, "{address}");
    }

    let id = uuid::Uuid::nil();
    check("#/", None);
    check("#/assess", None);
    check("#/assess/basic/basic_org", Some(Route::Assess));
    check("#/assess/extras", Some(Route::Assess));
    check("#/duty/D-GM", Some(Route::Checklist));
    check(&format!("#/record/{id}"), Some(Route::Records));
    check(
        &format!("#/rectification/{id}"),
        Some(Route::Rectifications),
    );
    check("#/duties", None);
    check("#/me/profile", None);
}
