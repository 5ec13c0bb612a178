//! Writes the modules (分块写出) once it is decided what stands where.
//!
//! The first module has memory, table and globals; the others take them from it. What one module
//! calls in another it calls through the table, in which each module fills in its own functions
//! when it comes. What is called before its module is there meets an empty place, which stops the
//! call with a `RuntimeError`; see `public/gate.js`.

use super::homes::{Home, Homes};
use super::parts::{forward, join_parts, read};
use super::references::part_begun_by;
use super::sharing::{share_all, take_all_from_first};
use super::table::{absent, function_table, runs, shared_calls, slots_of};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module,
    TableId,
};

/// Bytes between two pieces of data that are cheaper to write than a new address.
const CHEAPEST_GAP: usize = 8;

/// The modules, by what has its home in them.
///
/// # Errors
/// When the module is not as wasm-bindgen leaves it.
pub fn emit(whole: &[u8], homes: &Homes) -> Result<BTreeMap<Home, Vec<u8>>> {
    let plan = Plan::of(&read(whole)?, homes)?;
    let mut all: BTreeSet<&Home> = plan.functions.iter().collect();
    // Parts may share data without sharing a function.
    all.extend(homes.bytes.values().flatten());
    all.into_iter()
        .map(|home| Ok((home.clone(), plan.write(read(whole)?, home)?)))
        .collect()
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
                let decided = function
                    .name
                    .as_ref()
                    .and_then(|name| homes.functions.get(name));
                match (&function.kind, decided) {
                    (FunctionKind::Local(_), Some(home)) if !exported.contains(&function.id()) => {
                        home.clone()
                    }
                    _ => Home::FIRST,
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
            slots.entry(function).or_insert_with(|| {
                table_length += 1;
                vec![table_length - 1]
            });
        }
        Ok(Self {
            functions,
            slots,
            table_length,
            bytes: &homes.bytes,
        })
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
        if *home == Home::FIRST {
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
        old.into_iter()
            .for_each(|element| module.elements.delete(element));
        let mut by_slot: BTreeMap<usize, FunctionId> = BTreeMap::new();
        for (function, slots) in &self.slots {
            if self.functions[*function] == *home {
                by_slot.extend(slots.iter().map(|slot| (*slot, ids[*function])));
            }
        }
        let absent = (*home == Home::FIRST).then(|| absent(module));
        let mut segments = Vec::new();
        for run in runs(by_slot, absent) {
            let (first, functions) = run;
            let offset = ConstExpr::Value(Value::I32(i32::try_from(first)?));
            let kind = ElementKind::Active { table, offset };
            segments.push(
                module
                    .elements
                    .add(kind, ElementItems::Functions(functions)),
            );
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
            let DataKind::Active {
                offset: ConstExpr::Value(Value::I32(start)),
                ..
            } = module.data.get(data).kind
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
        // With where the bytes of this module end, zeros among them.
        let mut pieces: Vec<(usize, Vec<u8>, usize)> = Vec::new();
        let end = start + bytes.len();
        let mut edges: Vec<usize> = self
            .bytes
            .range(start..end)
            .map(|(edge, _)| *edge)
            .collect();
        edges.insert(0, start);
        edges.push(end);
        for edge in edges.windows(2) {
            let owner = self
                .bytes
                .range(..=edge[0])
                .next_back()
                .and_then(|(_, home)| home.as_ref());
            if owner.unwrap_or(&Home::FIRST) != home {
                continue;
            }
            let mut piece = &bytes[edge[0] - start..edge[1] - start];
            while let [rest @ .., 0] = piece {
                piece = rest;
            }
            match pieces.last_mut() {
                Some((_, _, end)) if piece.is_empty() && edge[0] == *end => *end = edge[1],
                _ if piece.is_empty() => {}
                // Before the others come, a first module may write zeros where their data will
                // stand; a later one must not write over anything but its own.
                Some((at, before, end))
                    if (edge[0] == *end || *home == Home::FIRST)
                        && edge[0] - *at - before.len() <= CHEAPEST_GAP =>
                {
                    before.resize(edge[0] - *at, 0);
                    before.extend_from_slice(piece);
                    *end = edge[1];
                }
                _ => pieces.push((edge[0], piece.to_vec(), edge[1])),
            }
        }
        let pieces = pieces.into_iter();
        pieces.map(|(at, bytes, _)| (at, bytes)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::TABLE;
    use super::*;
    use crate::build::starts::{Start, Starts};
    use walrus::FunctionBuilder;

    /// A module of three functions, of which the first calls the others, with one segment of data.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let table = module
            .tables
            .add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
        module.exports.add(TABLE, table);
        let add = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            for called in calls {
                builder.func_body().call(*called);
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let rest = add(&mut module, "rest", &[]);
        let stored = add(&mut module, "stored", &[rest]);
        let main = add(&mut module, "main", &[rest, stored]);
        module.exports.add("main", main);
        let place = |place| ConstExpr::Value(Value::I32(place));
        let kind = ElementKind::Active {
            table,
            offset: place(1),
        };
        let element = module
            .elements
            .add(kind, ElementItems::Functions(vec![stored]));
        module.tables.get_mut(table).elem_segments.insert(element);
        let kind = DataKind::Active {
            memory,
            offset: place(16),
        };
        let data = module.data.add(kind, b"first...rest".to_vec());
        module.memories.get_mut(memory).data_segments.insert(data);
        module.emit_wasm()
    }

    /// What a start at home runs.
    fn at_home() -> Home {
        Home::Starts(Starts::of(&[Start::Home]))
    }

    fn cut() -> BTreeMap<Home, Module> {
        let of = |name: &str, home| (name.to_owned(), home);
        let homes = Homes {
            functions: [of("rest", Home::Rest), of("stored", at_home())].into(),
            bytes: [(0, None), (24, Some(Home::Rest)), (28, None)].into(),
        };
        let modules = emit(&whole(), &homes).expect("the test module is complete");
        let read = |bytes: Vec<u8>| Module::from_buffer(&bytes).expect("is a valid module");
        modules
            .into_iter()
            .map(|(home, bytes)| (home, read(bytes)))
            .collect()
    }

    #[test]
    fn every_function_is_in_its_module_and_reached_through_the_table() {
        let modules = cut();
        assert_eq!(
            modules.keys().collect::<Vec<_>>(),
            [&at_home(), &Home::FIRST, &Home::Rest]
        );
        for (home, module) in &modules {
            let table = module.tables.iter().next().expect("has the table");
            // Slot 0 is empty, slot 1 was there, and slot 2 is for the call of `rest`.
            assert_eq!(table.initial, 3, "{home:?}");
            assert_eq!(table.import.is_some(), *home != Home::FIRST, "{home:?}");
        }
        let slots = |home: Home| -> Vec<usize> {
            let slots = slots_of(
                &modules[&home],
                function_table(&modules[&home]).expect("one"),
            );
            slots
                .expect("places are numbers")
                .into_values()
                .flatten()
                .collect()
        };
        assert_eq!(slots(at_home()), [1]);
        assert_eq!(slots(Home::Rest), [2]);
    }

    /// A string that parts shared, and no function with it, once stood in no module: zeros were
    /// read in its place.
    #[test]
    fn data_without_a_function_has_a_module() {
        let both = Home::Parts(["files".to_owned(), "pages".to_owned()].into());
        let homes = Homes {
            functions: BTreeMap::new(),
            bytes: [(0, None), (24, Some(both.clone())), (28, None)].into(),
        };
        let modules = emit(&whole(), &homes).expect("the test module is complete");
        let module = Module::from_buffer(&modules[&both]).expect("is a valid module");
        let found: Vec<&[u8]> = module.data.iter().map(|one| &one.value[..]).collect();
        assert_eq!(found, [b"rest"]);
    }

    #[test]
    fn data_stands_in_one_module_alone() {
        fn check(home: &Home, expected: &[&[u8]]) {
            let modules = cut();
            let found: Vec<&[u8]> = modules[home]
                .data
                .iter()
                .map(|one| &one.value[..])
                .collect();
            assert_eq!(found, expected, "{home:?}");
        }
        check(&Home::FIRST, &[b"first..."]);
        check(&at_home(), &[]);
        check(&Home::Rest, &[b"rest"]);
    }
}
