//! Where the app runs, as far as that decides what is safe.
//!
//! Not here: what to tell the user about it.

use js_sys::Reflect;

/// Where the app runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// A browser inside another app, which may forget everything with that app.
    pub in_app: Option<InAppBrowser>,
    /// An iPhone, an iPad or an iPod: Safari's rules on forgetting hold for every browser there.
    pub apple_mobile: bool,
    /// Opened from the home screen, in a window of its own.
    pub standalone: bool,
    /// The single file, opened without any server.
    pub from_file: bool,
}

/// An app that shows pages in a browser of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InAppBrowser {
    /// 微信.
    WeChat,
    /// 企业微信.
    WeCom,
    /// QQ.
    Qq,
    /// 钉钉.
    DingTalk,
    /// 飞书.
    Feishu,
    /// 支付宝.
    Alipay,
    /// 微博.
    Weibo,
    /// 学习强国.
    Xuexi,
    /// 百度.
    Baidu,
    /// 抖音 and 今日头条.
    Douyin,
    /// 快手.
    Kuaishou,
    /// 小红书.
    Xiaohongshu,
    /// 知乎.
    Zhihu,
    /// Another one that calls itself a web view.
    Other,
}

/// Whether a media query holds for the screen now, for example `(min-width: 60em)`; a browser that
/// does not know it says no.
pub fn is_so(query: &str) -> bool {
    let asked = web_sys::window().and_then(|window| window.match_media(query).ok()?);
    asked.is_some_and(|list| list.matches())
}

/// Marks in the user agent, in the order in which they decide: 企业微信 calls itself 微信, too.
const MARKS: [(&str, InAppBrowser); 18] = [
    ("wxwork", InAppBrowser::WeCom),
    ("micromessenger", InAppBrowser::WeChat),
    ("dingtalk", InAppBrowser::DingTalk),
    ("xuexi", InAppBrowser::Xuexi),
    ("lark/", InAppBrowser::Feishu),
    ("feishu", InAppBrowser::Feishu),
    ("alipayclient", InAppBrowser::Alipay),
    ("weibo", InAppBrowser::Weibo),
    (" qq/", InAppBrowser::Qq),
    // Baidu's app; its browser calls itself otherwise.
    ("baiduboxapp", InAppBrowser::Baidu),
    ("aweme", InAppBrowser::Douyin),
    ("newsarticle", InAppBrowser::Douyin),
    ("bytedancewebview", InAppBrowser::Douyin),
    ("kwai", InAppBrowser::Kuaishou),
    ("xhsdiscover", InAppBrowser::Xiaohongshu),
    ("xiaohongshu", InAppBrowser::Xiaohongshu),
    ("zhihuhybrid", InAppBrowser::Zhihu),
    ("; wv)", InAppBrowser::Other),
];

impl Surroundings {
    /// Asks the browser.
    #[must_use]
    pub fn detect() -> Self {
        let Some(window) = web_sys::window() else {
            return Self::default();
        };
        let navigator = window.navigator();
        let text = |name: &str| {
            let value = Reflect::get(&navigator, &name.into()).ok();
            value
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        };
        let added_to_home_screen = Reflect::get(&navigator, &"standalone".into())
            .is_ok_and(|standalone| standalone.is_truthy());
        let own_window = is_so("(display-mode: standalone)");
        Self::of(
            &text("userAgent"),
            &text("platform"),
            navigator.max_touch_points(),
            added_to_home_screen || own_window,
            &window.location().protocol().unwrap_or_default(),
        )
    }

    /// Judges by what a browser says of itself: `navigator.userAgent`, `navigator.platform`,
    /// `navigator.maxTouchPoints`, whether it shows the app in a window of its own, and
    /// `location.protocol`.
    #[must_use]
    pub fn of(
        user_agent: &str,
        platform: &str,
        touch_points: i32,
        standalone: bool,
        protocol: &str,
    ) -> Self {
        let agent = user_agent.to_ascii_lowercase();
        let mark = MARKS.into_iter().find(|(mark, _)| agent.contains(mark));
        let named_apple = ["iphone", "ipad", "ipod"]
            .iter()
            .any(|name| agent.contains(name));
        // An iPad asks for desktop pages and calls itself a Mac; no Mac has a touch screen.
        let hidden_ipad = platform == "MacIntel" && touch_points > 1;
        // Every browser there names Safari; a view inside another app does not, nor does an app on
        // the home screen.
        let apple_view = named_apple && !agent.contains("safari/") && !standalone;
        let unnamed = apple_view.then_some(InAppBrowser::Other);
        Self {
            in_app: mark.map(|(_, browser)| browser).or(unnamed),
            apple_mobile: named_apple || hidden_ipad,
            standalone,
            from_file: protocol == "file:",
        }
    }

    /// Whether the browser deletes the data by itself where the app stays away for a week.
    #[must_use]
    pub fn forgets_after_a_week(&self) -> bool {
        self.apple_mobile && !self.standalone
    }

    /// Whether a download is likely to be dropped without a word.
    #[must_use]
    pub fn likely_ignores_downloads(&self) -> bool {
        self.in_app.is_some()
    }

    /// Where the data live, the least safe thing first. `nowhere` says that the browser lets
    /// nothing be kept at all.
    #[must_use]
    pub fn data_place(&self, nowhere: bool) -> DataPlace {
        if nowhere {
            DataPlace::Nowhere
        } else if self.in_app.is_some() {
            DataPlace::InApp
        } else if self.forgets_after_a_week() {
            DataPlace::ForgottenAfterAWeek
        } else if self.from_file {
            DataPlace::File
        } else if self.standalone {
            DataPlace::HomeScreen
        } else {
            DataPlace::Browser
        }
    }
}

/// Where the data live (数据在哪里), as far as that decides how safe they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataPlace {
    /// Nowhere: they are gone with the page.
    Nowhere,
    /// In a browser inside another app, and gone with that app.
    InApp,
    /// In a browser that deletes them where the app stays away for a week.
    ForgottenAfterAWeek,
    /// In a browser that has opened the single file.
    File,
    /// In the app on the home screen.
    HomeScreen,
    /// In a browser.
    Browser,
}

impl DataPlace {
    /// Whether the user is to be warned, before the first answer.
    #[must_use]
    pub fn is_unsafe(self) -> bool {
        matches!(
            self,
            Self::Nowhere | Self::InApp | Self::ForgottenAfterAWeek
        )
    }
}
