//! Reads a module for cutting, and makes one of it in which the parts are called as if all of them
//! were there (接上分块). What stands where, and writing it, is the matter of others.

use super::references::{part_begun_by, part_called_by};
use super::table::function_table;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use walrus::{
    ExportId, ExportItem, FunctionBuilder, FunctionId, FunctionKind, ImportKind, InstrSeqBuilder,
    LocalFunction, Module, ModuleConfig, TypeId,
};

/// The name of the table of functions.
pub const TABLE: &str = "__indirect_function_table";

/// Reads a module, to be written without what no browser reads.
pub fn read(module: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    let mut module = config
        .parse(module)
        .context("the module could not be read")?;
    let customs: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    customs
        .into_iter()
        .for_each(|id| drop(module.customs.delete(id)));
    Ok(module)
}

/// Turns the imports in whose place a function of a part is called into calls of that function, and
/// exports the table, through which `public/parts.js` answers.
///
/// # Errors
/// When nothing begins a part that is called.
pub fn join_parts(module: &mut Module) -> Result<()> {
    let table = function_table(module)?;
    if module.exports.get_exported_table(table).is_none() {
        module.exports.add(TABLE, table);
    }
    let begun: BTreeMap<(String, String), (ExportId, FunctionId)> = module
        .exports
        .iter()
        .filter_map(|export| match (part_begun_by(&export.name), &export.item) {
            (Some((part, rest)), ExportItem::Function(function)) => {
                Some(((part.to_owned(), rest.to_owned()), (export.id(), *function)))
            }
            _ => None,
        })
        .collect();
    let calls: Vec<_> = module
        .imports
        .iter()
        .filter_map(
            |import| match (part_called_by(&import.name), &import.kind) {
                (Some((part, rest)), ImportKind::Function(function)) => {
                    Some(((part.to_owned(), rest.to_owned()), import.id(), *function))
                }
                _ => None,
            },
        )
        .collect();
    for (key, import, function) in calls {
        let (_, begin) = begun
            .get(&key)
            .with_context(|| format!("nothing begins the part {} that is called", key.0))?;
        let call = forward(module, function, |body, _| {
            body.call(*begin);
        });
        module.funcs.get_mut(function).kind = FunctionKind::Local(call);
        module.imports.delete(import);
    }
    for (export, _) in begun.into_values() {
        module.exports.delete(export);
    }
    Ok(())
}

/// A function that takes what another takes and hands it on.
pub fn forward(
    module: &mut Module,
    like: FunctionId,
    hand_on: impl FnOnce(&mut InstrSeqBuilder, TypeId),
) -> LocalFunction {
    let kind = module.funcs.get(like).ty();
    let (takes, gives) = module.types.params_results(kind);
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    let arguments: Vec<_> = takes.iter().map(|one| module.locals.add(*one)).collect();
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    hand_on(&mut body, kind);
    builder.local_func(arguments)
}
