//! What all modules have in common (共用): memory, tables and what changes beside them belongs to the
//! first module, and the others take it from there. Functions they call through the table.

use anyhow::{Result, bail};
use walrus::{ExportId, ExportItem, GlobalKind, Module};

/// The name under which the later modules know the first one.
const FIRST_MODULE: &str = "first";

/// Exports what the later modules take from the first one, and nothing that only the linker reads.
pub fn share_all(module: &mut Module) {
    let for_the_linker: Vec<ExportId> = module
        .exports
        .iter()
        .filter(|export| matches!(export.item, ExportItem::Global(_)))
        .map(walrus::Export::id)
        .collect();
    for_the_linker
        .into_iter()
        .for_each(|export| module.exports.delete(export));
    for (name, item) in shared_items(module) {
        if !module.exports.iter().any(|export| export.name == name) {
            module.exports.add(&name, item);
        }
    }
}

/// What all modules have in common, each under a name that is the same in all.
fn shared_items(module: &Module) -> Vec<(String, ExportItem)> {
    let named = |item: &ExportItem, otherwise: String| {
        let same = |one: &&walrus::Export| match (&one.item, item) {
            (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
            (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
            _ => false,
        };
        let export = module.exports.iter().find(same);
        export.map_or(otherwise, |export| export.name.clone())
    };
    let memories = module
        .memories
        .iter()
        .map(|one| ExportItem::Memory(one.id()));
    let tables = module.tables.iter().map(|one| ExportItem::Table(one.id()));
    let globals = module.globals.iter().filter(|one| one.mutable);
    let globals = globals.map(|one| ExportItem::Global(one.id()));
    memories
        .chain(tables)
        .chain(globals)
        .enumerate()
        .map(|(index, item)| (named(&item, format!("shared{index}")), item))
        .collect()
}

/// Makes imports of all that the first module shares.
pub fn take_all_from_first(module: &mut Module) -> Result<()> {
    let items = shared_items(module);
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports
        .into_iter()
        .for_each(|export| module.exports.delete(export));
    module.start = None;
    for (name, item) in items {
        match item {
            ExportItem::Memory(memory) => {
                let import = module.imports.add(FIRST_MODULE, &name, memory);
                module.memories.get_mut(memory).import = Some(import);
            }
            ExportItem::Table(table) => {
                let import = module.imports.add(FIRST_MODULE, &name, table);
                module.tables.get_mut(table).import = Some(import);
                module.tables.get_mut(table).init = None;
            }
            ExportItem::Global(global) => {
                let import = module.imports.add(FIRST_MODULE, &name, global);
                module.globals.get_mut(global).kind = GlobalKind::Import(import);
            }
            ExportItem::Function(_) | ExportItem::Tag(_) => {
                bail!("functions are shared through the table");
            }
        }
    }
    Ok(())
}
