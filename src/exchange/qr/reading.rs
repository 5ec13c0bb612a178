//! Reads the codes in a picture (读二维码).
//!
//! Not here: where the picture comes from.

use rqrr::PreparedImage;

/// The longest side of a picture that is read, in pixels. A larger one is made smaller before: the
/// squares of a code that fills it are large enough all the same.
pub const LONGEST_SIDE: usize = 1_600;

/// A picture in shades of grey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    grey: Vec<u8>,
}

impl Picture {
    /// A picture of so many columns, row by row, each pixel from 0 (black) to 255 (white). What is
    /// less than a row at the end is left out.
    pub fn of_grey(width: usize, grey: Vec<u8>) -> Self {
        Self { width, grey }
    }

    /// A picture of so many columns, each pixel with red, green, blue and how opaque it is, each
    /// from 0 to 255. What is not opaque is taken for as light as white paper behind it would be.
    pub fn of_colours(width: usize, colours: &[u8]) -> Self {
        let grey = colours.chunks_exact(4).map(|pixel| {
            let [red, green, blue, opaque] = pixel else {
                return u8::MAX;
            };
            let of = |share: u32, colour: &u8| share * u32::from(*colour);
            let light = (of(299, red) + of(587, green) + of(114, blue)) / 1_000;
            let opaque = u32::from(*opaque);
            u8::try_from((light * opaque + 255 * (255 - opaque)) / 255).unwrap_or(u8::MAX)
        });
        Self::of_grey(width, grey.collect())
    }

    fn height(&self) -> usize {
        self.grey.len().checked_div(self.width).unwrap_or(0)
    }
}

/// The texts of the codes in a picture; what cannot be read is left out.
pub fn read(picture: &Picture) -> Vec<String> {
    let (width, height) = (picture.width, picture.height());
    // In less than the smallest code nothing can be found.
    if width < 21 || height < 21 || width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Vec::new();
    }
    let upright = |column: usize, row: usize| row * width + column;
    let turned = |column: usize, row: usize| (height - 1 - row) * width + (width - 1 - column);
    // Few codes that are sharp and whole are found from one side alone.
    let texts = read_as(picture, upright);
    if texts.is_empty() {
        read_as(picture, turned)
    } else {
        texts
    }
}

/// The same of a picture whose pixels stand at these places.
fn read_as(picture: &Picture, place: impl Fn(usize, usize) -> usize) -> Vec<String> {
    let grey = |column: usize, row: usize| {
        let pixel = picture.grey.get(place(column, row));
        pixel.copied().unwrap_or(u8::MAX)
    };
    let (width, height) = (picture.width, picture.height());
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = prepared.detect_grids();
    let texts = grids.iter().filter_map(|grid| grid.decode().ok());
    texts.map(|(_, text)| text).collect()
}
