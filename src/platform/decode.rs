//! Bytes in the encoding of older Windows programs (GBK), decoded by the browser.
//!
//! Not here: UTF-8 and UTF-16, which the import tells apart and reads without a browser.

use web_sys::{TextDecoder, TextDecoderOptions};

use super::PlatformError;

/// Decodes GBK, or its larger form GB 18030.
///
/// # Errors
/// When the bytes are not of that encoding, or the browser does not know it.
pub fn decode_gbk(bytes: &[u8]) -> Result<String, PlatformError> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options("gb18030", &options)
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .map_err(|thrown| PlatformError::of(&thrown))
}
