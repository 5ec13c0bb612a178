//! The small edges: where the app runs, how it looks, and bytes in and out.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, File, FilePropertyBag};
use wuxing::effects::{Clock, IdSource, new_id};
use wuxing::exchange::Language;
use wuxing::platform::clock::BrowserClock;
use wuxing::platform::decode::decode_gbk;
use wuxing::platform::download::{Download, download};
use wuxing::platform::file_input::{FileFault, read_file};
use wuxing::platform::ids::BrowserIds;
use wuxing::platform::local_storage::BrowserStore;
use wuxing::platform::look::{Look, Theme};
use wuxing::platform::service_worker::Updates;
use wuxing::platform::surroundings::{InAppBrowser, Surroundings};
use wuxing::platform::tabs::{TabChange, on_other_tab};
use wuxing::platform::visibility::on_leave;
use wuxing::platform::{PlatformError, persistence};
use wuxing::storage::KeyValueStore;
use wuxing::storage::keys::LOOK_KEY;

#[wasm_bindgen_test]
fn surroundings_are_told_by_what_the_browser_says() {
    struct Expected {
        in_app: Option<InAppBrowser>,
        apple: bool,
        is_unsafe: bool,
    }
    fn check(
        user_agent: &str,
        platform: &str,
        touch_points: i32,
        standalone: bool,
        expected: Expected,
    ) {
        let found = Surroundings::of(user_agent, platform, touch_points, standalone, "https:");
        assert_eq!(found.in_app, expected.in_app, "{user_agent}");
        assert_eq!(found.apple_mobile, expected.apple, "{user_agent}");
        assert_eq!(
            found.data_place(false).is_unsafe(),
            expected.is_unsafe,
            "{user_agent}"
        );
        assert_eq!(found.likely_ignores_downloads(), expected.in_app.is_some());
    }
    let safe = || Expected {
        in_app: None,
        apple: false,
        is_unsafe: false,
    };
    let inside = |browser, apple| Expected {
        in_app: Some(browser),
        apple,
        is_unsafe: true,
    };
    const ANDROID: &str = "\
        Mozilla/5.0 (Linux; Android 13; V2049A) AppleWebKit/537.36 (KHTML, like \
        Gecko) Chrome/120.0.0.0 Mobile Safari/537.36";
    const IPHONE: &str = "\
        Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, \
        like Gecko) Version/17.4 Mobile/15E148 Safari/604.1";
    const MAC: &str = "\
        Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like \
        Gecko) Version/17.4 Safari/605.1.15";
    check(ANDROID, "Linux armv8l", 5, false, safe());
    check(MAC, "MacIntel", 0, false, safe());
    check(
        MAC,
        "MacIntel",
        5,
        false,
        Expected {
            in_app: None,
            apple: true,
            is_unsafe: true,
        },
    );
    check(
        IPHONE,
        "iPhone",
        5,
        false,
        Expected {
            in_app: None,
            apple: true,
            is_unsafe: true,
        },
    );
    check(
        IPHONE,
        "iPhone",
        5,
        true,
        Expected {
            in_app: None,
            apple: true,
            is_unsafe: false,
        },
    );
    let within = |mark: &str| format!("{ANDROID} {mark}");
    check(
        &within("MicroMessenger/8.0.49 WeChat/arm64"),
        "",
        5,
        false,
        inside(InAppBrowser::WeChat, false),
    );
    check(
        &within("wxwork/4.1.22 MicroMessenger/7.0.1"),
        "",
        5,
        false,
        inside(InAppBrowser::WeCom, false),
    );
    check(
        &within("DingTalk/7.5.0"),
        "",
        5,
        false,
        inside(InAppBrowser::DingTalk, false),
    );
    check(
        &within("Xuexi/2.53"),
        "",
        5,
        false,
        inside(InAppBrowser::Xuexi, false),
    );
    check(
        &within("V1_AND_SQ_9.0.15 QQ/9.0.15"),
        "",
        5,
        false,
        inside(InAppBrowser::Qq, false),
    );
    for (mark, browser) in [
        (
            "T7/13.60 baiduboxapp/13.60.0.10 (Baidu; P1 13)",
            InAppBrowser::Baidu,
        ),
        ("aweme_280000 JsSdk/1.0 NetType/WIFI", InAppBrowser::Douyin),
        ("NewsArticle/9.3.0 ByteLocale/zh-CN", InAppBrowser::Douyin),
        ("Kwai/11.10.40 AllowKsCallApp", InAppBrowser::Kuaishou),
        ("xiaohongshu discover/8.20", InAppBrowser::Xiaohongshu),
        ("ZhihuHybrid com.zhihu.android", InAppBrowser::Zhihu),
    ] {
        check(&within(mark), "", 5, false, inside(browser, false));
    }
    // Baidu's own browser keeps what it is given.
    check(&within("baidubrowser/8.1"), "", 5, false, safe());
    // A view inside another app on an iPhone names no Safari; nor does the app on the home screen.
    let (view, _) = IPHONE.split_once(" Version/").expect("it names a version");
    let view = format!("{view} Mobile/15E148");
    check(&view, "iPhone", 5, false, inside(InAppBrowser::Other, true));
    check(
        &view,
        "iPhone",
        5,
        true,
        Expected {
            in_app: None,
            apple: true,
            is_unsafe: false,
        },
    );
    // The QQ browser is a browser of its own and keeps what it is given.
    check(&within("MQQBrowser/15.0"), "", 5, false, safe());
    let iphone_wechat = format!("{IPHONE} MicroMessenger/8.0.49");
    check(
        &iphone_wechat,
        "iPhone",
        5,
        false,
        inside(InAppBrowser::WeChat, true),
    );
}

#[wasm_bindgen_test]
fn this_browser_is_an_ordinary_one() {
    assert_eq!(Surroundings::detect(), Surroundings::default());
}

#[wasm_bindgen_test]
fn ids_are_different_and_carry_the_time() {
    let (clock, ids) = (BrowserClock, BrowserIds::default());
    assert!(clock.now_ms() > 1_700_000_000_000);
    assert!((-12 * 60..=14 * 60).contains(&clock.offset_minutes()));
    assert_ne!(ids.bytes(), ids.bytes());
    assert_ne!(ids.bytes(), [0; 10]);
    assert_eq!(new_id(&clock, &ids).get_version_num(), 7);
}

#[wasm_bindgen_test]
fn gbk_is_decoded_and_nothing_is_guessed() {
    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(decode_gbk(bytes).ok().as_deref(), expected);
    }
    check(b"\xb5\xb3\xd6\xa7\xb2\xbf {}", Some("党支部 {}"));
    check(b"", Some(""));
    check(b"\xb5", None);
    check(b"\xff\xff", None);
}

#[wasm_bindgen_test]
async fn a_file_is_read_up_to_the_limit() {
    let options = FilePropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&Uint8Array::from(&b"\x00\xff12345"[..]));
    let file = File::new_with_u8_array_sequence_and_options(&parts, "a.json", &options).unwrap();
    assert_eq!(
        read_file(&file, 7).await.as_deref(),
        Ok(&b"\x00\xff12345"[..])
    );
    assert_eq!(
        read_file(&file, 6).await,
        Err(FileFault::TooLarge { size: 7, limit: 6 })
    );
}

#[wasm_bindgen_test]
fn a_download_leaves_nothing_in_the_page() {
    let document = web_sys::window().unwrap().document().unwrap();
    let before = document.body().unwrap().child_element_count();
    let ordinary = download(
        "自评.json",
        "application/json",
        b"{}",
        &Surroundings::default(),
    );
    let wechat = Surroundings {
        in_app: Some(InAppBrowser::WeChat),
        ..Surroundings::default()
    };
    let ignored = download("自评.json", "application/json", b"{}", &wechat);
    assert_eq!(ordinary, Ok(Download::Asked));
    assert_eq!(ignored, Ok(Download::LikelyIgnored));
    assert_eq!(document.body().unwrap().child_element_count(), before);
}

#[wasm_bindgen_test]
fn the_look_is_shown_and_remembered() {
    let store = BrowserStore::open().unwrap();
    let root = web_sys::window()
        .unwrap()
        .document()
        .unwrap()
        .document_element()
        .unwrap();
    let check = |look: Look, attributes: [Option<&str>; 3], cache: &str| {
        look.apply(&store).unwrap();
        let found = ["data-theme", "data-elder", "lang"].map(|name| root.get_attribute(name));
        assert_eq!(found.each_ref().map(Option::as_deref), attributes);
        assert_eq!(store.get(LOOK_KEY).unwrap().as_deref(), Some(cache));
    };
    check(
        Look {
            theme: Theme::Dark,
            elder: true,
            language: Language::English,
        },
        [Some("dark"), Some("true"), Some("en")],
        r#"{"theme":"dark","elder":true,"language":"en"}"#,
    );
    check(
        Look {
            theme: Theme::System,
            elder: false,
            language: Language::Chinese,
        },
        [None, None, Some("zh-CN")],
        r#"{"theme":"system","elder":false,"language":"zh"}"#,
    );
    store.remove(LOOK_KEY).unwrap();
}

#[wasm_bindgen_test]
fn other_tabs_are_heard_until_the_listener_is_dropped() {
    let window = web_sys::window().unwrap();
    let heard: Rc<RefCell<Vec<TabChange>>> = Rc::default();
    let tell = |key: Option<&str>| {
        let options = web_sys::StorageEventInit::new();
        options.set_key(key);
        let event = web_sys::StorageEvent::new_with_event_init_dict("storage", &options).unwrap();
        window.dispatch_event(&event).unwrap();
    };
    let listener = {
        let heard = heard.clone();
        on_other_tab(move |change| heard.borrow_mut().push(change)).unwrap()
    };
    tell(Some("wuxing:slot:assessment/1:b"));
    tell(Some("wuxing:look"));
    tell(Some("another program"));
    tell(None);
    drop(listener);
    tell(None);
    let document = TabChange::Document {
        key: "assessment/1".to_owned(),
    };
    assert_eq!(*heard.borrow(), [document, TabChange::Emptied]);
}

#[wasm_bindgen_test]
fn leaving_is_heard() {
    let window = web_sys::window().unwrap();
    let left: Rc<RefCell<u32>> = Rc::default();
    let listener = {
        let left = left.clone();
        on_leave(move || *left.borrow_mut() += 1).unwrap()
    };
    let document = window.document().unwrap();
    // The page is visible, so this is a return and no leaving.
    document
        .dispatch_event(&Event::new("visibilitychange").unwrap())
        .unwrap();
    assert_eq!(*left.borrow(), 0);
    window
        .dispatch_event(&Event::new("pagehide").unwrap())
        .unwrap();
    assert_eq!(*left.borrow(), 1);
    drop(listener);
    window
        .dispatch_event(&Event::new("pagehide").unwrap())
        .unwrap();
    assert_eq!(*left.borrow(), 1);
}

#[wasm_bindgen_test]
async fn persistence_answers() {
    let estimate = persistence::estimate().await.unwrap();
    assert!(estimate.allowed > 1_000_000);
    persistence::is_persistent().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_service_worker_that_is_not_there_is_an_error_and_no_panic() {
    let result = Updates::register(|| {}).await;
    assert!(!matches!(
        result.map(drop),
        Ok(()) | Err(PlatformError::Unavailable)
    ));
}
