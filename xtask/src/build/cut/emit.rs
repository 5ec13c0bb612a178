//! Writes the modules (分块写出) once it is decided what stands where.
//!
//! The first module has memory, table and globals; the others take them from it. What one module
//! calls in another it calls through the table, in which each module fills in its own functions
//! when it comes. What is called before its module is there meets an empty place, which stops the
//! call with a `RuntimeError`; see `public/gate.js`.

use super::homes::{Home, Homes};
use super::references::{part_begun_by, part_called_by};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportId, ExportItem, FunctionBuilder,
    FunctionId, FunctionKind, GlobalKind, ImportKind, LocalFunction, Module, ModuleConfig, TableId,
};

/// The name under which the later modules know the first one.
pub const FIRST_MODULE: &str = "first";

/// The name of the table of functions.
const TABLE: &str = "__indirect_function_table";

/// Bytes between two pieces of data that are cheaper to write than a new address.
const CHEAPEST_GAP: usize = 8;

/// The modules, by what has its home in them.
///
/// # Errors
/// When the module is not as wasm-bindgen leaves it.
pub fn emit(whole: &[u8], homes: &Homes) -> Result<BTreeMap<Home, Vec<u8>>> {
    let plan = Plan::of(&read(whole)?, homes)?;
    let all: BTreeSet<&Home> = plan.functions.iter().collect();
    all.into_iter()
        .map(|home| Ok((home.clone(), plan.write(read(whole)?, home)?)))
        .collect()
}

/// Reads a module, to be written without what no browser reads.
pub fn read(module: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(module).context("the module could not be read")?;
    let customs: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    customs.into_iter().for_each(|id| drop(module.customs.delete(id)));
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
        .filter_map(|import| match (part_called_by(&import.name), &import.kind) {
            (Some((part, rest)), ImportKind::Function(function)) => {
                Some(((part.to_owned(), rest.to_owned()), import.id(), *function))
            }
            _ => None,
        })
        .collect();
    for (key, import, function) in calls {
        let (_, begin) = begun.get(&key).with_context(|| {
            format!("nothing begins the part {} that is called", key.0)
        })?;
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
fn forward(
    module: &mut Module,
    like: FunctionId,
    hand_on: impl FnOnce(&mut walrus::InstrSeqBuilder, walrus::TypeId),
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

/// What stands where in all modules. Functions and slots are named by their place among all, as
/// it is the same at every reading of the whole module.
struct Plan<'a> {
    functions: Vec<Home>,
    /// By function, its place in the table, if it is called through it.
    slots: BTreeMap<usize, Vec<usize>>,
    /// How long the table is.
    table_length: usize,
    bytes: &'a BTreeMap<usize, Option<Home>>,
}

impl<'a> Plan<'a> {
    fn of(whole: &Module, homes: &'a Homes) -> Result<Self> {
        let exported: BTreeSet<FunctionId> = whole
            .exports
            .iter()
            .filter(|export| part_begun_by(&export.name).is_none())
            .filter_map(|export| match export.item {
                ExportItem::Function(function) => Some(function),
                _ => None,
            })
            .collect();
        let functions: Vec<Home> = whole
            .funcs
            .iter()
            .map(|function| {
                // What is reached from outside, leads outside or was added by wasm-bindgen.
                let decided = function.name.as_ref().and_then(|name| homes.functions.get(name));
                match (&function.kind, decided) {
                    (FunctionKind::Local(_), Some(home)) if !exported.contains(&function.id()) => {
                        home.clone()
                    }
                    _ => Home::First,
                }
            })
            .collect();
        let table = function_table(whole)?;
        let mut slots = slots_of(whole, table)?;
        let mut table_length = usize::try_from(whole.tables.get(table).initial)?;
        let mut shared = shared_calls(whole, &functions);
        // Functions of one module get places beside each other.
        shared.sort_by(|one, other| (&functions[*one], one).cmp(&(&functions[*other], other)));
        for function in shared {
            if !slots.contains_key(&function) {
                slots.insert(function, vec![table_length]);
                table_length += 1;
            }
        }
        Ok(Self { functions, slots, table_length, bytes: &homes.bytes })
    }

    /// Writes one module.
    fn write(&self, mut module: Module, home: &Home) -> Result<Vec<u8>> {
        let ids: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
        let table = function_table(&module)?;
        join_parts(&mut module)?;
        for (function, id) in ids.iter().enumerate() {
            if self.functions[function] == *home {
                continue;
            }
            let import = match &module.funcs.get(*id).kind {
                FunctionKind::Import(import) => Some(import.import),
                _ => None,
            };
            // Where nobody calls it from here, the sweep at the end takes it away.
            let slot = self.slots.get(&function).and_then(|slots| slots.first());
            let slot = i32::try_from(slot.copied().unwrap_or_default())?;
            let call = forward(&mut module, *id, |body, kind| {
                body.i32_const(slot).call_indirect(kind, table);
            });
            module.funcs.get_mut(*id).kind = FunctionKind::Local(call);
            if let Some(import) = import {
                module.imports.delete(import);
            }
        }
        module.tables.get_mut(table).initial = self.table_length as u64;
        module.tables.get_mut(table).maximum = None;
        self.place_functions(&mut module, &ids, table, home)?;
        self.place_data(&mut module, home)?;
        if *home == Home::First {
            share_all(&mut module);
        } else {
            take_all_from_first(&mut module)?;
        }
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    fn place_functions(
        &self,
        module: &mut Module,
        ids: &[FunctionId],
        table: TableId,
        home: &Home,
    ) -> Result<()> {
        let old: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
        old.into_iter().for_each(|element| module.elements.delete(element));
        let mut by_slot: BTreeMap<usize, FunctionId> = BTreeMap::new();
        for (function, slots) in &self.slots {
            if self.functions[*function] == *home {
                by_slot.extend(slots.iter().map(|slot| (*slot, ids[*function])));
            }
        }
        let absent = (*home == Home::First).then(|| absent(module));
        let mut segments = Vec::new();
        for run in runs(by_slot, absent) {
            let (first, functions) = run;
            let offset = ConstExpr::Value(Value::I32(i32::try_from(first)?));
            let kind = ElementKind::Active { table, offset };
            segments.push(module.elements.add(kind, ElementItems::Functions(functions)));
        }
        module.tables.get_mut(table).elem_segments = segments.into_iter().collect();
        Ok(())
    }

    fn place_data(&self, module: &mut Module, home: &Home) -> Result<()> {
        let Some(memory) = module.memories.iter().next().map(walrus::Memory::id) else {
            bail!("the module has no memory");
        };
        let old: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
        let mut segments = Vec::new();
        for data in old {
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } =
                module.data.get(data).kind
            else {
                bail!("a segment of data has no address");
            };
            let bytes = std::mem::take(&mut module.data.get_mut(data).value);
            module.data.delete(data);
            for (offset, value) in self.pieces(usize::try_from(start)?, &bytes, home) {
                let offset = ConstExpr::Value(Value::I32(i32::try_from(offset)?));
                segments.push(module.data.add(DataKind::Active { memory, offset }, value));
            }
        }
        module.memories.get_mut(memory).data_segments = segments.into_iter().collect();
        Ok(())
    }

    /// What of the bytes stands in a module, and at which addresses. Zeros stand there anyway.
    fn pieces(&self, start: usize, bytes: &[u8], home: &Home) -> Vec<(usize, Vec<u8>)> {
        let mut pieces: Vec<(usize, Vec<u8>)> = Vec::new();
        let end = start + bytes.len();
        let mut edges: Vec<usize> = self.bytes.range(start..end).map(|(edge, _)| *edge).collect();
        edges.insert(0, start);
        edges.push(end);
        for edge in edges.windows(2) {
            let owner = self.bytes.range(..=edge[0]).next_back().and_then(|(_, home)| home.as_ref());
            if owner.unwrap_or(&Home::First) != home {
                continue;
            }
            let mut piece = &bytes[edge[0] - start..edge[1] - start];
            while let [rest @ .., 0] = piece {
                piece = rest;
            }
            match pieces.last_mut() {
                _ if piece.is_empty() => {}
                // Before the others come, a first module may write zeros where their data will
                // stand; a later one must not write over anything.
                Some((at, before))
                    if edge[0] == *at + before.len()
                        || *home == Home::First
                            && edge[0] - *at - before.len() <= CHEAPEST_GAP =>
                {
                    before.resize(edge[0] - *at, 0);
                    before.extend_from_slice(piece);
                }
                _ => pieces.push((edge[0], piece.to_vec())),
            }
        }
        pieces
    }
}

/// The table through which functions are called.
fn function_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table()?;
    table.context("the module has no table of functions")
}

/// By function, its places in the table.
fn slots_of(module: &Module, table: TableId) -> Result<BTreeMap<usize, Vec<usize>>> {
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
fn shared_calls(module: &Module, homes: &[Home]) -> Vec<usize> {
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
    calls.shared.extend(part_beginnings(module).map(|begin| places[&begin]));
    calls.shared.into_iter().collect()
}

/// The functions with which parts begin.
fn part_beginnings(module: &Module) -> impl Iterator<Item = FunctionId> {
    module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => part_begun_by(&export.name).map(|_| function),
        _ => None,
    })
}

/// Functions that stand beside each other in the table. Where one is absent for the time being,
/// `absent` may stand in its place.
fn runs(
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
fn absent(module: &mut Module) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    builder.finish(Vec::new(), &mut module.funcs)
}

/// Exports what the later modules take from the first one, and nothing that only the linker reads.
fn share_all(module: &mut Module) {
    let for_the_linker: Vec<ExportId> = module
        .exports
        .iter()
        .filter(|export| matches!(export.item, ExportItem::Global(_)))
        .map(walrus::Export::id)
        .collect();
    for_the_linker.into_iter().for_each(|export| module.exports.delete(export));
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
    let memories = module.memories.iter().map(|one| ExportItem::Memory(one.id()));
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
fn take_all_from_first(module: &mut Module) -> Result<()> {
    let items = shared_items(module);
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|export| module.exports.delete(export));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of three functions, of which the first calls the others, with one segment of data.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let table = module.tables.add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
        module.exports.add(TABLE, table);
        let add = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            calls.iter().for_each(|called| drop(builder.func_body().call(*called)));
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let rest = add(&mut module, "rest", &[]);
        let stored = add(&mut module, "stored", &[rest]);
        let main = add(&mut module, "main", &[rest, stored]);
        module.exports.add("main", main);
        let place = |place| ConstExpr::Value(Value::I32(place));
        let kind = ElementKind::Active { table, offset: place(1) };
        let element = module.elements.add(kind, ElementItems::Functions(vec![stored]));
        module.tables.get_mut(table).elem_segments.insert(element);
        let kind = DataKind::Active { memory, offset: place(16) };
        let data = module.data.add(kind, b"first...rest".to_vec());
        module.memories.get_mut(memory).data_segments.insert(data);
        module.emit_wasm()
    }

    fn cut() -> BTreeMap<Home, Module> {
        let of = |name: &str, home| (name.to_owned(), home);
        let homes = Homes {
            functions: [of("rest", Home::Rest), of("stored", Home::Stored)].into(),
            bytes: [(0, None), (24, Some(Home::Rest)), (28, None)].into(),
        };
        let modules = emit(&whole(), &homes).expect("the test module is complete");
        let read = |bytes: Vec<u8>| Module::from_buffer(&bytes).expect("is a valid module");
        modules.into_iter().map(|(home, bytes)| (home, read(bytes))).collect()
    }

    #[test]
    fn every_function_is_in_its_module_and_reached_through_the_table() {
        let modules = cut();
        assert_eq!(modules.keys().collect::<Vec<_>>(), [&Home::First, &Home::Stored, &Home::Rest]);
        for (home, module) in &modules {
            let table = module.tables.iter().next().expect("has the table");
            // Slot 0 is empty, slot 1 was there, and slot 2 is for the call of `rest`.
            assert_eq!(table.initial, 3, "{home:?}");
            assert_eq!(table.import.is_some(), *home != Home::First, "{home:?}");
        }
        let slots = |home: Home| -> Vec<usize> {
            let slots = slots_of(&modules[&home], function_table(&modules[&home]).expect("one"));
            slots.expect("places are numbers").into_values().flatten().collect()
        };
        assert_eq!(slots(Home::Stored), [1]);
        assert_eq!(slots(Home::Rest), [2]);
    }

    #[test]
    fn data_stands_in_one_module_alone() {
        fn check(home: &Home, expected: &[&[u8]]) {
            let modules = cut();
            let found: Vec<&[u8]> = modules[home].data.iter().map(|one| &one.value[..]).collect();
            assert_eq!(found, expected, "{home:?}");
        }
        check(&Home::First, &[b"first..."]);
        check(&Home::Stored, &[]);
        check(&Home::Rest, &[b"rest"]);
    }

    #[test]
    fn only_a_first_module_fills_gaps_in_the_table() {
        let mut module = Module::default();
        let absent = absent(&mut module);
        let one = absent;
        fn check(runs: Vec<(usize, Vec<FunctionId>)>, expected: &[(usize, usize)]) {
            let found: Vec<_> = runs.iter().map(|(first, run)| (*first, run.len())).collect();
            assert_eq!(found, expected);
        }
        let slots = || [1, 2, 5].map(|slot| (slot, one)).into();
        check(runs(slots(), None), &[(1, 2), (5, 1)]);
        check(runs(slots(), Some(absent)), &[(1, 5)]);
    }
}
