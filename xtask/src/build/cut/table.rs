//! The table through which modules call each other's functions (函数表): who stands in it, and who
//! has to, because another module calls it.

use super::homes::Home;
use super::references::part_begun_by;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, Module, TableId,
};

/// The table through which functions are called.
pub fn function_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table()?;
    table.context("the module has no table of functions")
}

/// By function, its places in the table.
pub fn slots_of(module: &Module, table: TableId) -> Result<BTreeMap<usize, Vec<usize>>> {
    let places = places(module);
    let mut slots: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { table: of, offset }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            bail!("a segment of the table is not as the linker leaves it");
        };
        let ConstExpr::Value(Value::I32(offset)) = offset else {
            bail!("a segment of the table has no place");
        };
        if *of != table {
            continue;
        }
        for (index, function) in functions.iter().enumerate() {
            let slot = usize::try_from(*offset)? + index;
            slots.entry(places[function]).or_default().push(slot);
        }
    }
    Ok(slots)
}

fn places(module: &Module) -> BTreeMap<FunctionId, usize> {
    let ids = module.funcs.iter().map(walrus::Function::id);
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}

/// The functions that are called from a module that is not their home.
pub fn shared_calls(module: &Module, homes: &[Home]) -> Vec<usize> {
    struct Calls<'a> {
        places: &'a BTreeMap<FunctionId, usize>,
        homes: &'a [Home],
        caller: usize,
        shared: BTreeSet<usize>,
    }
    impl Visitor<'_> for Calls<'_> {
        fn visit_function_id(&mut self, function: &FunctionId) {
            let called = self.places[function];
            if self.homes[called] != self.homes[self.caller] {
                self.shared.insert(called);
            }
        }
    }
    let places = places(module);
    let mut calls = Calls {
        places: &places,
        homes,
        caller: 0,
        shared: BTreeSet::new(),
    };
    for (id, function) in module.funcs.iter_local() {
        calls.caller = places[&id];
        dfs_in_order(&mut calls, function, function.entry_block());
    }
    // In the place of an import that calls a part, the first module has a function that does so.
    calls
        .shared
        .extend(part_beginnings(module).map(|begin| places[&begin]));
    calls.shared.into_iter().collect()
}

/// The functions with which parts begin.
pub fn part_beginnings(module: &Module) -> impl Iterator<Item = FunctionId> {
    module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(function) => part_begun_by(&export.name).map(|_| function),
            _ => None,
        })
}

/// Functions that stand beside each other in the table. Where one is absent for the time being,
/// `absent` may stand in its place.
pub fn runs(
    by_slot: BTreeMap<usize, FunctionId>,
    absent: Option<FunctionId>,
) -> Vec<(usize, Vec<FunctionId>)> {
    let mut runs: Vec<(usize, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in by_slot {
        match (runs.last_mut(), absent) {
            (Some((first, run)), _) if *first + run.len() == slot => run.push(function),
            (Some((first, run)), Some(absent)) => {
                run.resize(slot - *first, absent);
                run.push(function);
            }
            _ => runs.push((slot, vec![function])),
        }
    }
    runs
}

/// What stands in the table for functions whose module is not there.
pub fn absent(module: &mut Module) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    builder.finish(Vec::new(), &mut module.funcs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_first_module_fills_gaps_in_the_table() {
        let mut module = Module::default();
        let absent = absent(&mut module);
        let one = absent;
        fn check(runs: Vec<(usize, Vec<FunctionId>)>, expected: &[(usize, usize)]) {
            let found: Vec<_> = runs
                .iter()
                .map(|(first, run)| (*first, run.len()))
                .collect();
            assert_eq!(found, expected);
        }
        let slots = || [1, 2, 5].map(|slot| (slot, one)).into();
        check(runs(slots(), None), &[(1, 2), (5, 1)]);
        check(runs(slots(), Some(absent)), &[(1, 5)]);
    }
}
