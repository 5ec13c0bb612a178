//! Reads the rows of a table (逐行识别): headings, indicators, what goes on from the row above, sums.
//!
//! Not here: what a column holds (`columns`), the sentences about points (`scoring`), and the pack
//! that comes of it (`packing`).

use super::cells::Cell;
use super::columns::Column;
use super::draft::Draft;
use super::found::{Doubt, Found, Part, Reading, RowKind, Section};
use super::names::{
    criterion, first_line, first_text, is_heading, papers, short_name, without_points,
};
use super::numbers::{named_tenths, weight_percent, whole_cell_tenths, without_ordinal};
use super::scoring::Scoring;

/// Reads a draft.
pub fn read(draft: &Draft) -> Reading {
    let body = usize::try_from(draft.body).unwrap_or(0);
    let above = draft.table.rows.iter().take(body);
    let mut titles = above.filter_map(|row| only_text(row).map(|(text, _)| text));
    let mut reader = Reader {
        draft,
        has_points: draft.columns.contains(&Column::Points),
        reading: Reading {
            title: titles.next().map(str::to_owned),
            ..Reading::default()
        },
    };
    for (row, cells) in draft.table.rows.iter().enumerate() {
        let kind = reader.row(row, cells, row < body);
        reader.reading.rows.push(kind);
    }
    reader.finished()
}

/// The only text of a row, and in which column it stands.
fn only_text(row: &[Cell]) -> Option<(&str, usize)> {
    let mut said = row
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.joined && !cell.text.is_empty());
    let (column, first) = said.next()?;
    said.next()
        .is_none()
        .then_some((first.text.as_str(), column))
}

struct Reader<'a> {
    draft: &'a Draft,
    has_points: bool,
    reading: Reading,
}

impl Reader<'_> {
    fn row(&mut self, row: usize, cells: &[Cell], is_above: bool) -> RowKind {
        let corrected = self.draft.correction(row).and_then(|one| one.kind);
        let kind = corrected.unwrap_or_else(|| self.kind_of(cells, is_above));
        match kind {
            RowKind::Group => self.part(row, &first_text(cells)),
            RowKind::Item => self.item(row, cells),
            RowKind::Continued => self.continued(row, cells),
            RowKind::Above | RowKind::Nothing => {}
        }
        kind
    }

    fn kind_of(&self, cells: &[Cell], is_above: bool) -> RowKind {
        if is_above {
            return RowKind::Above;
        }
        let first = first_text(cells);
        let plain = first.trim_start_matches(['（', '(']);
        let is_sum = ["合计", "总计", "总分", "小计", "共计"]
            .iter()
            .any(|word| plain.starts_with(word));
        let is_remark = ["说明", "注：", "注:", "备注", "填表", "制表"];
        if is_sum || is_remark.iter().any(|word| plain.starts_with(word)) {
            return RowKind::Nothing;
        }
        let own = |column: Column| self.own_text(cells, column);
        match only_text(cells) {
            Some((text, _)) if is_heading(text) => return RowKind::Group,
            Some((_, column)) if self.draft.columns.get(column) == Some(&Column::Group) => {
                return RowKind::Group;
            }
            _ => {}
        }
        let has_above = !self.reading.found.is_empty();
        match (own(Column::Item).is_empty(), own(Column::Points).is_empty()) {
            // Nothing of its own but what is asked or how points are given.
            (true, true) if has_above => RowKind::Continued,
            (true, true) if own(Column::Standard).is_empty() => RowKind::Nothing,
            // Points of the row above are its points as well.
            (false, true) if self.shares_points(cells) => RowKind::Continued,
            _ => RowKind::Item,
        }
    }

    /// Whether a row has no points and its points are those of the row above: a merged cell, or an
    /// empty one within the same part while the row above has points.
    fn shares_points(&self, cells: &[Cell]) -> bool {
        let points = self.cells_of(cells, Column::Points);
        let is_joined = points.clone().any(|cell| cell.joined);
        let new_part = !self.own_text(cells, Column::Group).is_empty();
        let above = self.reading.found.last();
        let is_of_asked = self.section() == Section::Asked;
        let is_named = named_tenths(&self.own_text(cells, Column::Item)).is_some();
        let above_has = above.is_some_and(|one| one.points.is_some());
        let is_empty = self.has_points && !new_part && above_has && is_of_asked && !is_named;
        is_joined || is_empty
    }

    fn part(&mut self, row: usize, text: &str) {
        let title = without_ordinal(text.lines().next().unwrap_or(text));
        let section = if title.contains("否决") {
            Section::Vetoes
        } else if title.contains("加分") || title.contains("奖分") || title.contains("奖励分")
        {
            Section::Bonus
        } else {
            Section::Asked
        };
        self.reading.parts.push(Part {
            title: without_points(title),
            row,
            says: named_tenths(text),
            weight: weight_percent(text),
            section,
            doubts: Vec::new(),
        });
    }

    fn item(&mut self, row: usize, cells: &[Cell]) {
        let group = self.own_text(cells, Column::Group);
        let is_new =
            self.reading.parts.last().is_none_or(|part| {
                part.title != without_points(without_ordinal(first_line(&group)))
            });
        if !group.is_empty() && is_new {
            self.part(row, &group);
        } else if self.reading.parts.is_empty() {
            self.reading.parts.push(Part {
                row,
                ..Part::default()
            });
        }
        let correction = self.draft.correction(row);
        let text = self.text(cells, Column::Item);
        let text = match text.is_empty() {
            true => first_text(cells),
            false => text,
        };
        let standard = self.text(cells, Column::Standard);
        let scoring_text = self.text(cells, Column::Scoring);
        let named = named_tenths(&text).filter(|_| !self.has_points);
        let points = whole_cell_tenths(&self.own_text(cells, Column::Points)).or(named);
        let points = correction.and_then(|one| one.points).or(points);
        let own_title = correction.and_then(|one| one.title.clone());
        let title = own_title.unwrap_or_else(|| short_name(&text));
        let whole = [text.as_str(), standard.as_str(), scoring_text.as_str()];
        let said = match scoring_text.is_empty() {
            true => whole[..2].join("\n"),
            false => scoring_text.clone(),
        };
        self.reading.found.push(Found {
            row,
            part: self.reading.parts.len() - 1,
            criterion: criterion(&title, &whole),
            title,
            points: points.filter(|points| *points > 0),
            cap: correction.and_then(|one| one.points),
            scoring: Scoring::of(&said),
            way: correction.and_then(|one| one.way),
            evidence: papers(&self.text(cells, Column::Evidence)),
            details: self.details(cells),
            deadline: self.text(cells, Column::Deadline),
            doubts: Vec::new(),
        });
    }

    fn continued(&mut self, row: usize, cells: &[Cell]) {
        let settled = self.draft.correction(row).is_some_and(|one| one.is_settled);
        let own =
            [Column::Item, Column::Standard, Column::Scoring].map(|one| self.own_text(cells, one));
        let evidence = papers(&self.own_text(cells, Column::Evidence));
        let is_named = !own[0].is_empty();
        let more = own.iter().filter(|text| !text.is_empty());
        let more: Vec<&str> = more.map(String::as_str).collect();
        let Some(above) = self.reading.found.last_mut() else {
            return;
        };
        let text = more.join("\n");
        let scoring = Scoring::of(&text);
        above.scoring.deductions.extend(scoring.deductions);
        above.scoring.bands.extend(scoring.bands);
        above.scoring.is_discretionary |= scoring.is_discretionary;
        above.evidence.extend(evidence);
        if !text.is_empty() {
            above.criterion = format!("{}\n{text}", above.criterion);
        }
        if is_named && !settled && !above.doubts.contains(&Doubt::JoinedToAbove) {
            above.doubts.push(Doubt::JoinedToAbove);
        }
    }

    fn section(&self) -> Section {
        self.reading
            .parts
            .last()
            .map_or(Section::Asked, |part| part.section)
    }

    /// Who is to do it and by when, as the table says it.
    fn details(&self, cells: &[Cell]) -> Vec<String> {
        let texts = [Column::Responsible, Column::Deadline].map(|one| self.text(cells, one));
        texts.into_iter().filter(|text| !text.is_empty()).collect()
    }

    fn cells_of<'c>(
        &self,
        cells: &'c [Cell],
        wanted: Column,
    ) -> impl Iterator<Item = &'c Cell> + Clone {
        let columns = self.draft.columns.clone();
        let places = cells.iter().enumerate();
        places
            .filter(move |(place, _)| columns.get(*place) == Some(&wanted))
            .map(|(_, cell)| cell)
    }

    /// The text of a column, that of merged cells included.
    fn text(&self, cells: &[Cell], column: Column) -> String {
        let texts = self.cells_of(cells, column).map(|cell| cell.text.as_str());
        let said: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        said.join("\n")
    }

    /// The text of a column that is this row's own.
    fn own_text(&self, cells: &[Cell], column: Column) -> String {
        let own = self.cells_of(cells, column).filter(|cell| !cell.joined);
        let said: Vec<&str> = own
            .map(|cell| cell.text.as_str())
            .filter(|text| !text.is_empty())
            .collect();
        said.join("\n")
    }

    /// Looks at everything once more, and names what is doubtful.
    fn finished(mut self) -> Reading {
        let is_scored = self.reading.is_scored();
        for one in &mut self.reading.found {
            let correction = self.draft.correction(one.row);
            let section = self
                .reading
                .parts
                .get(one.part)
                .map_or(Section::Asked, |part| part.section);
            if correction.is_some_and(|one| one.is_settled) || section != Section::Asked {
                one.doubts.clear();
                continue;
            }
            let is_open = correction.is_none_or(|one| one.way.is_none());
            if is_scored && one.points.is_none() {
                one.doubts.push(Doubt::NoPoints);
            }
            if one.points.is_some() && one.scoring.is_discretionary && is_open {
                one.doubts.push(Doubt::AtDiscretion);
            }
            if !is_scored
                && !one.deadline.is_empty()
                && super::packing::frequency_in(&one.deadline).is_none()
            {
                one.doubts.push(Doubt::FrequencyUnknown);
            }
        }
        for place in 0..self.reading.parts.len() {
            let own = self.reading.found.iter().filter(|one| one.part == place);
            let comes_to = own
                .filter_map(|one| one.points)
                .fold(0, u32::saturating_add);
            let Some(part) = self.reading.parts.get_mut(place) else {
                continue;
            };
            if let Some(says) = part.says.filter(|says| *says != comes_to && comes_to > 0)
                && part.section == Section::Asked
            {
                part.doubts.push(Doubt::SumDiffers { says, comes_to });
            }
        }
        self.reading
    }
}
