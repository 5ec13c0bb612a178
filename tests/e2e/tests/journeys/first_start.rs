//! The first start.

use anyhow::Result;
use wuxing_e2e::journey::Stage;

/// It opens from a site.
pub fn the_app_comes_up(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.sees("五基五星自评")?;
    secretary.takes_a_picture("start")
}
