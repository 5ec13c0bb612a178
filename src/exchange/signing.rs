//! Signing a file with the key of a device (签名): whoever imports sees whether it is signed by the
//! key by which a file of the same organisation was signed the last time.
//!
//! What is signed is the checksum of the payload and the kind of the file, by Ed25519 (RFC 8032). A
//! signature shows that whoever has the key has signed this content, and no more: not who that is,
//! nor that what is said is true. The key is made on the device, stands in its settings and goes
//! into backups, so that a new phone goes on with it, and into nothing that is for others. Not
//! here: asking whether to sign (`ui`).

use super::document::Document;
use super::envelope::Kind;
use super::import::Opened;
use super::settings::Settings;
use super::short_code::ShortCode;
use crate::canonical;
use crate::effects::{NoRandomness, Randomness};
use crate::sorted_map::SortedMap;
use crate::typed_json;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature as Bytes, Signer as _, SigningKey as Secret, VerifyingKey};
use serde_json::Value;
use uuid::Uuid;

/// What a signature begins with, so that it signs nothing else.
const PURPOSE: &str = "wuxing-signature-1";

/// The key of a device (签名钥匙), which is for nobody else.
#[derive(Clone)]
pub struct SigningKey(Secret);

/// What others know of a key: 43 letters, digits, hyphens and underlines.
pub type PublicKey = String;

/// What is known of the signature of a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// It fits the content.
    Valid {
        /// The key that signed.
        signer: PublicKey,
    },
    /// It fits another content, or is none.
    Invalid,
}

/// Who signs a file (签名的一方).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// The organisation that the file is of (党组织).
    Organization,
    /// Whoever checks the organisation that the file is about (审核方).
    Reviewer,
}

/// Whose a file is, and its signature (谁签的).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// Who signs it, and the organisation that it is of or about; `None` if it is of no single one.
    pub by: Option<(Party, Uuid)>,
    /// What its signature amounts to; `None` if it has none.
    pub signature: Option<Signature>,
}

/// Whether a key is known of an organisation (钥匙见过没有).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquaintance {
    /// It is the key of this device.
    Own,
    /// It is the one of the last time.
    SameAsLast,
    /// No signed file of the organisation was seen before.
    First,
    /// The last time it was another key.
    AnotherThanLast,
    /// It is not signed, and the last time it was.
    NotSigned,
}

impl SigningKey {
    /// A new key.
    ///
    /// # Errors
    /// [`NoRandomness`], where there is nothing to make one of.
    pub fn new(randomness: &dyn Randomness) -> Result<Self, NoRandomness> {
        let mut secret = [0; 32];
        randomness.fill(&mut secret)?;
        Ok(Self(Secret::from_bytes(&secret)))
    }

    /// The key that stands in settings; `None` if there is none, or what stands there is none.
    pub fn of_settings(settings: &Settings) -> Option<Self> {
        let text = settings.signing_key.as_ref()?;
        let secret = URL_SAFE_NO_PAD.decode(text).ok()?;
        let secret: [u8; 32] = secret.try_into().ok()?;
        Some(Self(Secret::from_bytes(&secret)))
    }

    /// It as a text for the settings.
    pub fn secret_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.to_bytes())
    }

    /// What others know of it.
    pub fn public(&self) -> PublicKey {
        URL_SAFE_NO_PAD.encode(self.0.verifying_key().to_bytes())
    }

    /// The text of a file of ours with a signature in it. A text that is no such file stays as it
    /// is.
    pub fn signed(&self, file: String) -> String {
        let Ok(value) = typed_json::parse(&file) else {
            return file;
        };
        let member = |name: &str| value.get(name).and_then(Value::as_str);
        let (Some(kind), Some(sha256)) = (member("kind"), member("sha256")) else {
            return file;
        };
        let signature = self.0.sign(message(kind, sha256).as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        let signer = self.public();
        match file.strip_suffix("\n}") {
            Some(start) => format!(
                "{start},\n  \"signer\": \"{signer}\",\n  \"signature\": \"{signature}\"\n}}"
            ),
            None => file,
        }
    }
}

/// What a file's signature amounts to; `None` if it has none. `sha256` is the checksum that was
/// found, whatever the file says it is.
pub(super) fn verified(
    kind: Kind,
    sha256: &str,
    signer: Option<&str>,
    signature: Option<&str>,
) -> Option<Signature> {
    if signer.is_none() && signature.is_none() {
        return None;
    }
    let valid = || {
        let key: [u8; 32] = URL_SAFE_NO_PAD.decode(signer?).ok()?.try_into().ok()?;
        let key = VerifyingKey::from_bytes(&key).ok()?;
        let bytes: [u8; 64] = URL_SAFE_NO_PAD.decode(signature?).ok()?.try_into().ok()?;
        let message = message(kind.name(), sha256);
        key.verify_strict(message.as_bytes(), &Bytes::from_bytes(&bytes))
            .ok()?;
        Some(URL_SAFE_NO_PAD.encode(key.to_bytes()))
    };
    Some(match valid() {
        Some(signer) => Signature::Valid { signer },
        None => Signature::Invalid,
    })
}

fn message(kind: &str, sha256: &str) -> String {
    format!("{PURPOSE}\n{kind}\n{}", sha256.trim().to_ascii_lowercase())
}

impl Signed {
    /// Whose a file is, and its signature.
    pub fn of(opened: &Opened) -> Self {
        let party = match opened.kind {
            Kind::Assessment => Some(Party::Organization),
            Kind::Review => Some(Party::Reviewer),
            Kind::Backup | Kind::Standard => None,
        };
        let organization = opened.documents.iter().find_map(Document::organization);
        Self {
            by: party.zip(organization),
            signature: opened.signature.clone(),
        }
    }

    /// Whether its key is known; `None` if there is nothing to say of it: it never was signed, its
    /// signature does not fit, or it is of no single organisation.
    pub fn acquaintance(&self, settings: &Settings) -> Option<Acquaintance> {
        let (party, organization) = self.by?;
        let seen = party.keys_of(settings).get(&organization);
        let signer = match &self.signature {
            Some(Signature::Valid { signer }) => signer,
            Some(Signature::Invalid) => return None,
            None => return seen.map(|_| Acquaintance::NotSigned),
        };
        let own = SigningKey::of_settings(settings).map(|key| key.public());
        Some(match seen {
            _ if own.as_ref() == Some(signer) => Acquaintance::Own,
            Some(seen) if seen == signer => Acquaintance::SameAsLast,
            Some(_) => Acquaintance::AnotherThanLast,
            None => Acquaintance::First,
        })
    }

    /// Remembers, once it was taken over, by which key it was signed. Nothing is remembered of what
    /// is not validly signed.
    pub fn remember(&self, settings: &mut Settings) {
        let Some((party, organization)) = self.by else {
            return;
        };
        if let Some(Signature::Valid { signer }) = &self.signature {
            let keys = match party {
                Party::Organization => &mut settings.seen_keys,
                Party::Reviewer => &mut settings.seen_reviewers,
            };
            keys.insert(organization, signer.clone());
        }
    }
}

impl Party {
    fn keys_of(self, settings: &Settings) -> &SortedMap<Uuid, PublicKey> {
        match self {
            Self::Organization => &settings.seen_keys,
            Self::Reviewer => &settings.seen_reviewers,
        }
    }
}

/// The short code of a key, by which two people can compare it over the phone.
pub fn code_of(key: &PublicKey) -> Option<ShortCode> {
    ShortCode::of_hash(&canonical::sha256_hex(key))
}
