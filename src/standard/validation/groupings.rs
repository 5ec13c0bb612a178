//! Checks of the groupings: their keys, and that what they name is there.

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::standard::grouping::members_of;
use crate::standard::pack::ItemId;

impl Checks<'_> {
    /// Every grouping.
    pub(super) fn groupings(&mut self, root: &Place) {
        let pack = self.pack;
        self.keys(root, pack.groupings.iter().map(|one| one.key.as_str()));
        for (index, grouping) in pack.groupings.iter().enumerate() {
            let place = root.at(index).of(&grouping.key);
            self.label(&place.at("title"), &grouping.title);
            self.label(&place.at("about"), &grouping.about);
            self.sources(&place, &grouping.sources);
            let keys = grouping.groups.iter().map(|one| one.key.as_str());
            self.keys(&place.at("groups"), keys);
            for (index, group) in grouping.groups.iter().enumerate() {
                let place = place.at("groups").at(index).of(&group.key);
                self.label(&place.at("title"), &group.title);
                for (index, name) in group.of.iter().enumerate() {
                    if members_of(name, pack).is_empty() {
                        let id = ItemId::from(name.as_str());
                        let kind = FaultKind::UnknownItem { id };
                        self.fault(&place.at("of").at(index), kind);
                    }
                }
            }
        }
    }
}
