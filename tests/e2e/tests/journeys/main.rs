//! The journeys: what a person must be able to rely on, in real browsers.
//!
//! Each file tells one story. They run with `cargo xtask test --only e2e`.

// Time-outs need the clock.
#![allow(clippy::disallowed_methods)]

mod agenda;
mod answering;
mod appraisal;
mod arriving;
mod barriers;
mod branch;
mod broken_storage;
mod edges;
mod first_start;
mod handout_files;
mod handouts;
mod help;
mod home;
mod hurry;
mod keyboard;
mod killed;
mod leaving;
mod ledger_files;
mod links;
mod lists;
mod looked_at_otherwise;
mod missing_files;
mod offered;
mod offline;
mod one_file;
mod opening;
mod own_standard;
mod parts;
mod private_files;
mod read_aloud;
mod recording;
mod reviewing;
mod six_days;
mod stored;
mod two_tabs;
mod types;
mod updates;
mod writing;
mod year;

use std::process::ExitCode;
use wuxing_e2e::journey::{Journey, Story, run};
use wuxing_e2e::programs::Engine::{self, Chromium, Firefox, Webkit};

const EVERYWHERE: &[Engine] = &Engine::ALL;

const JOURNEYS: &[Journey] = &[
    in_all(
        "opening: large type is remembered",
        opening::remembers_large_type,
    ),
    Journey {
        engines: &[Chromium, Firefox],
        ..in_chromium(
            "suite: notices strays and errors",
            opening::strays_and_errors_are_noticed,
        )
    },
    in_all(
        "opening: behind other tabs",
        opening::opens_behind_other_tabs,
    ),
    in_all(
        "opening: back to where she was",
        opening::comes_back_to_where_she_was,
    ),
    in_all(
        "no room anywhere: she is led to an export",
        broken_storage::is_led_to_an_export,
    ),
    in_chromium(
        "killed: what was deleted stays deleted",
        killed::stays_deleted,
    ),
    in_chromium(
        "deleted on a slow phone: stays deleted",
        killed::stays_deleted_on_a_slow_phone,
    ),
    in_all(
        "private files: a backup opens by its passphrase",
        private_files::a_backup_opens_by_its_passphrase,
    ),
    in_all(
        "private files: a key is known again",
        private_files::a_key_is_known_again,
    ),
    in_all(
        "reviewing: goes there and back",
        reviewing::goes_there_and_back,
    ),
    in_all(
        "reviewing: is not taken where nothing is known",
        reviewing::is_not_taken_where_nothing_is_known,
    ),
    // The driver of WebKit keeps no file that is downloaded.
    tried_in_webkit(
        "handout files: leaves as Word",
        handout_files::leaves_as_word,
    ),
    // The driver of WebKit keeps no file that is downloaded.
    tried_in_webkit(
        "handout files: leaves as Excel",
        handout_files::leaves_as_excel,
    ),
    // The driver of WebKit keeps no file that is downloaded.
    tried_in_webkit(
        "handout files: leaves as a picture",
        handout_files::leaves_as_a_picture,
    ),
    in_chromium(
        "handout files: can be tried again",
        handout_files::can_be_tried_again,
    ),
    in_all(
        "first start: a village is assessed",
        first_start::a_village_is_assessed,
    ),
    in_all(
        "answering: nothing moves, and the next item comes",
        answering::nothing_moves_and_the_next_item_comes,
    ),
    in_chromium(
        "answering: nothing moves in any look",
        answering::nothing_moves_in_any_look,
    ),
    in_chromium(
        "answering: nothing moves on a star in any look",
        answering::nothing_moves_on_a_star_in_any_look,
    ),
    in_all(
        "answering: pressed again, an answer is taken back",
        answering::pressed_again_an_answer_is_taken_back,
    ),
    in_all(
        "answering: the must-items from nothing",
        answering::the_must_items_from_nothing,
    ),
    in_all(
        "answering: a quarter as the one before",
        answering::a_quarter_as_the_one_before,
    ),
    // The driver of WebKit keeps no file that is downloaded.
    tried_in_webkit(
        "handouts: a report is on its way in three taps",
        handouts::a_report_is_on_its_way_in_three_taps,
    ),
    in_chromium(
        "handouts: a report is whole on paper",
        handouts::a_report_is_whole_on_paper,
    ),
    in_all(
        "handouts: the summary is hers",
        handouts::the_summary_is_hers,
    ),
    in_chromium(
        "own standard: a hundred marks with merged cells",
        own_standard::a_hundred_marks,
    ),
    in_chromium(
        "own standard: parts by weight, with vetoes",
        own_standard::parts_by_weight,
    ),
    in_chromium(
        "own standard: headings as rows",
        own_standard::headings_as_rows,
    ),
    in_chromium("own standard: half points", own_standard::half_points),
    in_chromium("own standard: a workbook", own_standard::a_workbook),
    in_chromium(
        "own standard: a list of duties",
        own_standard::a_list_of_duties,
    ),
    in_chromium("home: answers on one screen", home::answers_on_one_screen),
    in_all(
        "home: says little while there is nothing",
        home::says_little_while_there_is_nothing,
    ),
    in_chromium(
        "home: one thing to do on a page",
        home::has_one_thing_to_do_on_a_page,
    ),
    tried_in_webkit(
        "offline: works without a network",
        offline::works_without_network,
    ),
    tried_in_webkit(
        "offline: works in a folder",
        offline::works_without_network_in_a_folder,
    ),
    tried_in_webkit(
        "offline: takes a newer version",
        offline::takes_a_newer_version,
    ),
    Journey {
        takes_minutes: true,
        ..tried_in_webkit(
            "updates: keeps what she has until all is there",
            updates::keeps_what_she_has_until_all_is_there,
        )
    },
    tried_in_webkit(
        "updates: is not kept with a wrong file",
        updates::is_not_kept_with_a_wrong_file,
    ),
    tried_in_webkit(
        "updates: puts back what was thrown away",
        updates::puts_back_what_the_browser_threw_away,
    ),
    in_all(
        "missing files: is downloaded anew",
        missing_files::is_downloaded_anew,
    ),
    in_all(
        "missing files: says that it cannot be opened",
        missing_files::says_that_it_cannot_be_opened,
    ),
    in_all(
        "missing files: opens without the slash",
        missing_files::opens_without_the_slash,
    ),
    Journey {
        takes_minutes: true,
        ..in_all("edges: never bring it down", edges::never_bring_it_down)
    },
    in_all(
        "looked at otherwise: is not translated",
        looked_at_otherwise::is_not_translated,
    ),
    in_all(
        "looked at otherwise: says what is so under a translator",
        looked_at_otherwise::says_what_is_so_under_a_translator,
    ),
    in_chromium(
        "looked at otherwise: is not darkened",
        looked_at_otherwise::is_not_darkened,
    ),
    in_chromium(
        "looked at otherwise: the colours of the system",
        looked_at_otherwise::shows_what_is_full_in_the_colours_of_the_system,
    ),
    in_chromium(
        "looked at otherwise: no page loses what its fills say",
        looked_at_otherwise::no_page_loses_what_its_fills_say,
    ),
    in_all(
        "weak signal: a page comes at the second try",
        parts::comes_at_the_second_try,
    ),
    in_all(
        "weak signal: what comes later leaves her fields alone",
        parts::leaves_her_fields_alone,
    ),
    in_all(
        "weak signal: taps wait for the rest",
        parts::keeps_taps_until_the_rest_comes,
    ),
    in_all(
        "weak signal: what was tapped is done when the rest is late",
        parts::does_what_was_tapped_when_the_rest_is_late,
    ),
    in_all(
        "weak signal: a start that needs more is made anew",
        parts::starts_anew_where_a_start_needs_more,
    ),
    in_all(
        "weak signal: the journal is made without the rest",
        parts::makes_its_journal_without_the_rest,
    ),
    in_all(
        "gone from the server: the start goes on",
        parts::goes_on_without_the_rest,
    ),
    in_all(
        "an office: its questions come later",
        parts::waits_for_the_questions_of_an_office,
    ),
    in_all(
        "one file: keeps answers",
        one_file::keeps_answers_in_one_file,
    ),
    in_all(
        "full storage: she is told",
        broken_storage::is_told_that_storage_is_full,
    ),
    in_all(
        "damaged slot: the journal opens",
        broken_storage::opens_the_journal_for_a_damaged_slot,
    ),
    in_all(
        "no journal: the other slot opens",
        broken_storage::opens_the_other_slot_without_a_journal,
    ),
    in_all(
        "newer data: is left alone",
        broken_storage::leaves_data_of_a_newer_version_alone,
    ),
    in_all(
        "refused storage: every page says so",
        broken_storage::is_told_that_nothing_is_kept,
    ),
    in_all(
        "hanging journal: a smaller promise",
        broken_storage::is_told_of_a_smaller_promise,
    ),
    in_all(
        "writing: begins with the cursor in a field",
        writing::begins_with_the_cursor_in_a_field,
    ),
    in_chromium("writing: composes in peace", writing::composes_in_peace),
    in_chromium(
        "writing: keeps a note half typed",
        writing::keeps_a_note_half_typed,
    ),
    in_all(
        "help: a hard word says what it means",
        help::a_hard_word_says_what_it_means,
    ),
    in_all(
        "help: what is searched is found",
        help::what_is_searched_is_found,
    ),
    in_all(
        "help: is reminded of a backup",
        help::is_reminded_of_a_backup,
    ),
    in_all(
        "lists: what was searched is kept",
        lists::what_was_searched_is_kept,
    ),
    in_chromium(
        "lists: stand beside their pages",
        lists::stand_beside_their_pages,
    ),
    in_chromium(
        "lists: the list beside says what was answered",
        lists::the_list_beside_says_what_was_answered,
    ),
    in_chromium(
        "keyboard: from the start to the result",
        keyboard::goes_from_the_start_to_the_result,
    ),
    in_chromium("barriers: the start has none", barriers::the_start_has_none),
    Journey {
        takes_minutes: true,
        ..in_chromium("barriers: no page has any", barriers::no_page_has_barriers)
    },
    Journey {
        takes_minutes: true,
        ..in_chromium(
            "barriers: no page of a busy year has any",
            barriers::no_page_of_a_busy_year_has_any,
        )
    },
    in_chromium(
        "read aloud: every main page says the same",
        read_aloud::every_main_page_says_the_same,
    ),
    in_all(
        "two tabs: lose nothing",
        two_tabs::loses_nothing_in_two_tabs,
    ),
    in_all(
        "recording: two taps record a meeting",
        recording::two_taps_record_a_meeting,
    ),
    in_all(
        "recording: the list stays in its place",
        recording::the_list_stays_in_its_place,
    ),
    in_all(
        "recording: back leads to how it was",
        recording::back_leads_to_how_it_was,
    ),
    in_chromium(
        "recording: the way back covers nothing",
        recording::the_way_back_covers_nothing,
    ),
    in_all(
        "links: a record gives and takes",
        links::a_record_gives_and_takes,
    ),
    in_all(
        "links: a rectification comes back",
        links::a_rectification_comes_back,
    ),
    in_all("appraisal: the year's report", appraisal::the_years_report),
    in_all(
        "offered: found and switched on",
        offered::is_found_and_switched_on,
    ),
    in_chromium(
        "offered: a list is pasted and looked up",
        offered::a_list_is_pasted_and_looked_up,
    ),
    in_chromium(
        "examples: one for every type",
        offered::every_type_has_an_example,
    ),
    in_chromium(
        "groupings: the standard under other names",
        offered::the_standard_under_other_names,
    ),
    in_chromium(
        "types: each has its own lists",
        types::each_has_its_own_lists,
    ),
    in_all(
        "leaving: others get one period",
        leaving::others_get_one_period,
    ),
    in_all(
        "arriving: whatever the share sheet answers",
        arriving::whatever_the_share_sheet_answers,
    ),
    in_all(
        "arriving: parts come through a chat",
        arriving::parts_come_through_a_chat,
    ),
    in_chromium(
        "arriving: codes come through a camera",
        arriving::codes_come_through_a_camera,
    ),
    in_all(
        "arriving: several files are one import",
        arriving::several_files_are_one_import,
    ),
    in_all(
        "ledger: a year goes out and comes in",
        ledger_files::a_year_goes_out_and_comes_in,
    ),
    in_all(
        "ledger: a file of the first version opens",
        ledger_files::a_file_of_the_first_version_opens,
    ),
    in_all(
        "ledger: two tabs record in turn",
        ledger_files::two_tabs_record_in_turn,
    ),
    in_all(
        "ledger: the steps tell their limits",
        ledger_files::the_steps_tell_their_limits,
    ),
    in_chromium(
        "ledger: votes are reckoned",
        ledger_files::votes_are_reckoned,
    ),
    in_all(
        "ledger: the calendar is read elsewhere",
        ledger_files::the_calendar_is_read_elsewhere,
    ),
    in_all("in haste: never stops it", hurry::never_stops_it),
    in_all(
        "six days: every page says the same",
        six_days::every_page_says_the_same,
    ),
    in_all(
        "six days: a quarter that is over",
        six_days::a_quarter_that_is_over_is_judged_by_its_end,
    ),
    in_all("a year: is lived through", year::is_lived_through),
    in_all(
        "a year: goes on in the example",
        year::goes_on_in_the_example,
    ),
    Journey {
        takes_minutes: true,
        ..in_chromium(
            "killed: keeps the last answer",
            killed::keeps_the_last_answer,
        )
    },
];

const fn in_chromium(name: &'static str, story: Story) -> Journey {
    Journey {
        name,
        engines: &[Chromium],
        tried_in: &[],
        takes_minutes: false,
        story,
    }
}

const fn in_all(name: &'static str, story: Story) -> Journey {
    Journey {
        engines: EVERYWHERE,
        ..in_chromium(name, story)
    }
}

/// What its makers do not promise under a driver is only told.
const fn tried_in_webkit(name: &'static str, story: Story) -> Journey {
    Journey {
        engines: &[Chromium, Firefox],
        tried_in: &[Webkit],
        ..in_chromium(name, story)
    }
}

fn main() -> ExitCode {
    run(JOURNEYS)
}
