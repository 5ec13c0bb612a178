//! The short code (校验短码) of what is in a file: eight signs that two people can compare by eye or
//! over the phone. The same code means the same content.
//!
//! It follows from the checksum of the payload, so that it depends neither on when a file was made
//! nor on the way it took: a sheet that was printed from a period, the file with the same period,
//! and the preview of whoever imports it show the same code. It is no signature: whoever wants to
//! can look for another content with the same code. Not here: the checksum itself (`canonical`).

use super::for_others::ForOthers;
use crate::canonical;
use crate::typed_json;
use std::fmt;

/// The signs of a code, none of which is mistaken for another: no 0 and O, 1, I and L, 2 and Z, 5
/// and S, 8 and B, U and V. No words come of them either.
const SIGNS: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";

/// How many signs a code has.
const LENGTH: usize = 8;

/// After this many signs stands a hyphen.
const GROUP: usize = 4;

/// A short code (校验短码), written `K3F9-7XQM`.
///
/// ```
/// use wuxing::exchange::ShortCode;
/// let hash = "f130c1ce99378a2697467b165210e41a93c38b5faa7c4adb36728072dbc8051e";
/// assert_eq!(ShortCode::of_hash(hash).unwrap().to_string().len(), 9);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShortCode(u64);

impl ShortCode {
    /// The code of a SHA-256, given as 64 hexadecimal digits; `None` if it is none.
    ///
    /// It is the first 64 bits of the hash as a number, and of that the rest by 23 to the power of
    /// 8, written with as many signs, the highest place first.
    pub fn of_hash(sha256: &str) -> Option<Self> {
        let is_hash = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        let first = sha256.get(..16).filter(|_| is_hash)?;
        let number = u64::from_str_radix(first, 16).ok()?;
        Some(Self(number % (SIGNS.len() as u64).pow(LENGTH as u32)))
    }

    /// The code of one period as others may see it: that of the file with the same period.
    pub fn of_period(period: &ForOthers) -> Option<Self> {
        let payload = typed_json::value_of(period).ok()?;
        let canonical = canonical::write(&payload).ok()?;
        Self::of_hash(&canonical::sha256_hex(&canonical))
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base = SIGNS.len() as u64;
        for place in (0..LENGTH).rev() {
            let digit = self.0 / base.pow(place as u32) % base;
            let sign = usize::try_from(digit).ok().and_then(|at| SIGNS.get(at));
            write!(formatter, "{}", char::from(*sign.unwrap_or(&b'?')))?;
            if place > 0 && place % GROUP == 0 {
                formatter.write_str("-")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_that_of_its_hash() {
        fn check(hash: &str, expected: Option<&str>) {
            let code = ShortCode::of_hash(hash).map(|code| code.to_string());
            assert_eq!(code.as_deref(), expected, "{hash}");
        }

        let zeros = "0".repeat(64);
        check(&zeros, Some("3333-3333"));
        check(&format!("{:016x}{}", 22, "0".repeat(48)), Some("3333-333Y"));
        check(&format!("{:016x}{}", 23, "f".repeat(48)), Some("3333-3343"));
        // 23 to the power of 8 begins anew.
        let all = 23_u64.pow(8);
        check(
            &format!("{:016x}{}", all - 1, "0".repeat(48)),
            Some("YYYY-YYYY"),
        );
        check(&format!("{all:016x}{}", "0".repeat(48)), Some("3333-3333"));
        check("", None);
        check(&"0".repeat(63), None);
        check(&"g".repeat(64), None);
    }

    proptest! {
        #[test]
        fn a_code_reads_the_same_in_capitals_and_small_letters(hash in "[0-9a-f]{64}") {
            let code = ShortCode::of_hash(&hash).unwrap();
            prop_assert_eq!(ShortCode::of_hash(&hash.to_uppercase()), Some(code));
            let text = code.to_string();
            prop_assert_eq!(text.len(), 9);
            prop_assert!(text.bytes().all(|sign| sign == b'-' || SIGNS.contains(&sign)));
        }
    }
}
