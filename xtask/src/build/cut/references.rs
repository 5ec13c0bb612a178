//! Reads from a linked module which function and which piece of data refers to which (引用关系), as
//! the linker wrote it down for `--emit-relocs`. What follows from it is decided elsewhere.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{
    DataKind, Export, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

/// A function or a piece of data, by its place in [`References::functions`] or, behind all of
/// them, in [`References::data`].
pub type Node = usize;

/// What a module consists of, and what refers to what.
#[derive(Debug, Default)]
pub struct References {
    /// The names of all functions as the compiler wrote them; imported ones come first.
    pub functions: Vec<String>,
    /// Where in memory each piece of data stands, as addresses in bytes.
    pub data: Vec<Range<usize>>,
    /// By node, the nodes that it refers to. A function that is called for a part only once that
    /// part is there counts as not referred to.
    pub of: Vec<Vec<Node>>,
    /// The functions that are reached from outside.
    pub roots: Vec<Node>,
    /// By the name of each part, the functions with which it begins.
    pub part_roots: BTreeMap<String, Vec<Node>>,
}

impl References {
    /// Reads them from a module.
    ///
    /// # Errors
    /// When the module is damaged or was linked without `--emit-relocs`.
    pub fn read(module: &[u8]) -> Result<Self> {
        Sections::read(module)?.references()
    }

    /// The node of a piece of data.
    pub fn data_node(&self, piece: usize) -> Node {
        self.functions.len() + piece
    }

    /// Which nodes are reached from these.
    pub fn reached_from(&self, roots: &[Node]) -> Vec<bool> {
        let mut reached = vec![false; self.of.len()];
        let mut waiting = roots.to_vec();
        while let Some(node) = waiting.pop() {
            if !std::mem::replace(&mut reached[node], true) {
                waiting.extend(self.of[node].iter().filter(|&&one| !reached[one]));
            }
        }
        reached
    }
}

/// Whether the name is that of an import in whose place a function of a part is called, and of
/// which part.
pub fn part_called_by(name: &str) -> Option<(&str, &str)> {
    part_and_rest(name, "00_import_")
}

/// Whether the name is that of an export with which a part begins, and of which part.
pub fn part_begun_by(name: &str) -> Option<(&str, &str)> {
    part_and_rest(name, "00_export_")
}

fn part_and_rest<'a>(name: &'a str, middle: &str) -> Option<(&'a str, &'a str)> {
    name.strip_prefix("__wasm_split_00")?.split_once(middle)
}

/// A place in the module's file, in bytes, and what the linker put there.
struct Relocations {
    section: usize,
    entries: Vec<RelocationEntry>,
}

/// What is read from the sections, before it is put together.
#[derive(Default)]
struct Sections<'a> {
    imported_functions: usize,
    /// Those of them in whose place a function of a part is called.
    calls_of_parts: Vec<usize>,
    bodies: Vec<Range<usize>>,
    exports: Vec<Export<'a>>,
    start: Option<u32>,
    names: BTreeMap<usize, String>,
    symbols: Vec<SymbolInfo<'a>>,
    relocations: Vec<Relocations>,
    /// By segment: the address in memory, and where its bytes stand in the file.
    segments: Vec<(usize, Range<usize>)>,
    /// Place of the section among all, and where its content begins in the file.
    code: (usize, usize),
    data: (usize, usize),
}

impl<'a> Sections<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut sections = Self::default();
        let mut count = 0;
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            let content = payload.as_section().map(|(_, range)| range.start);
            sections.take_in(payload, (count, content.unwrap_or_default()))?;
            count += usize::from(content.is_some());
        }
        if sections.symbols.is_empty() || sections.relocations.is_empty() {
            bail!("the module was linked without --emit-relocs");
        }
        Ok(sections)
    }

    fn take_in(&mut self, payload: Payload<'a>, place: (usize, usize)) -> Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    if let TypeRef::Func(_) = import.ty {
                        let calls_part = part_called_by(import.name).is_some();
                        self.calls_of_parts
                            .extend(calls_part.then_some(self.imported_functions));
                        self.imported_functions += 1;
                    }
                }
            }
            Payload::ExportSection(exports) => {
                self.exports = exports.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::CodeSectionStart { .. } => self.code = place,
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(segments) => {
                self.data = place;
                for segment in segments {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        bail!("a segment of data has no address");
                    };
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                    else {
                        bail!("the address of a segment of data is no number");
                    };
                    let end = segment.range.end;
                    let bytes = end - segment.data.len()..end;
                    self.segments.push((usize::try_from(value)?, bytes));
                }
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Linking(linking) => {
                    for subsection in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = subsection? {
                            self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                        }
                    }
                }
                KnownCustom::Reloc(reader) => {
                    let mut entries: Vec<_> =
                        reader.entries().into_iter().collect::<Result<_, _>>()?;
                    entries.sort_by_key(|entry| entry.offset);
                    let section = reader.section_index() as usize;
                    self.relocations.push(Relocations { section, entries });
                }
                KnownCustom::Name(names) => {
                    for part in names {
                        if let wasmparser::Name::Function(functions) = part? {
                            for naming in functions {
                                let naming = naming?;
                                self.names
                                    .insert(naming.index as usize, naming.name.to_owned());
                            }
                        }
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn references(self) -> Result<References> {
        let count = self.imported_functions + self.bodies.len();
        let mut references = References {
            functions: (0..count)
                .map(|index| self.names.get(&index).cloned().unwrap_or_default())
                .collect(),
            ..References::default()
        };
        // By symbol, the piece of data that it stands for, and where that is in the file.
        let mut pieces: BTreeMap<usize, (usize, Range<usize>)> = BTreeMap::new();
        for (symbol, info) in self.symbols.iter().enumerate() {
            let SymbolInfo::Data {
                symbol: Some(defined),
                ..
            } = info
            else {
                continue;
            };
            // What takes no room is never read: it marks a place.
            if defined.size == 0 {
                continue;
            }
            let Some((address, bytes)) = self.segments.get(defined.index as usize) else {
                continue;
            };
            let (offset, size) = (defined.offset as usize, defined.size as usize);
            pieces.insert(
                symbol,
                (
                    references.data.len(),
                    bytes.start + offset..bytes.start + offset + size,
                ),
            );
            references
                .data
                .push(address + offset..address + offset + size);
        }
        references.of = vec![Vec::new(); count + references.data.len()];
        self.add_functions(&mut references, &pieces)?;
        self.add_data(&mut references, &pieces)?;
        self.add_roots(&mut references);
        Ok(references)
    }

    fn add_functions(
        &self,
        references: &mut References,
        pieces: &BTreeMap<usize, (usize, Range<usize>)>,
    ) -> Result<()> {
        for entry in self.relocations_of(self.code.0) {
            let at = self.code.1 + entry.offset as usize;
            let body = self.bodies.partition_point(|body| body.end <= at);
            if self.bodies.get(body).is_none_or(|body| !body.contains(&at)) {
                bail!("a reference in the code stands in no function");
            }
            let target = self.target(entry, references, pieces)?;
            references.of[self.imported_functions + body].extend(target);
        }
        Ok(())
    }

    fn add_data(
        &self,
        references: &mut References,
        pieces: &BTreeMap<usize, (usize, Range<usize>)>,
    ) -> Result<()> {
        let entries = self.relocations_of(self.data.0);
        for (piece, bytes) in pieces.values() {
            let place = |entry: &RelocationEntry| self.data.1 + entry.offset as usize;
            let from = entries.partition_point(|entry| place(entry) < bytes.start);
            for entry in entries[from..]
                .iter()
                .take_while(|one| place(one) < bytes.end)
            {
                let target = self.target(entry, references, pieces)?;
                let node = references.data_node(*piece);
                references.of[node].extend(target);
            }
        }
        Ok(())
    }

    fn relocations_of(&self, section: usize) -> &[RelocationEntry] {
        let found = self.relocations.iter().find(|one| one.section == section);
        found.map_or(&[], |one| &one.entries)
    }

    /// What a reference leads to, unless that is a type, a global or the table, which all modules
    /// share.
    fn target(
        &self,
        entry: &RelocationEntry,
        references: &References,
        pieces: &BTreeMap<usize, (usize, Range<usize>)>,
    ) -> Result<Option<Node>> {
        use RelocationType::{GlobalIndexI32, GlobalIndexLeb, TableNumberLeb, TypeIndexLeb};
        if matches!(
            entry.ty,
            TypeIndexLeb | GlobalIndexLeb | GlobalIndexI32 | TableNumberLeb
        ) {
            return Ok(None);
        }
        let symbol = self
            .symbols
            .get(entry.index as usize)
            .context("a reference leads to no symbol")?;
        Ok(match symbol {
            SymbolInfo::Func { index, .. } => {
                let index = *index as usize;
                (!self.calls_of_parts.contains(&index)).then_some(index)
            }
            SymbolInfo::Data { .. } => pieces
                .get(&(entry.index as usize))
                .map(|(piece, _)| references.data_node(*piece)),
            _ => None,
        })
    }

    fn add_roots(&self, references: &mut References) {
        references
            .roots
            .extend(self.start.map(|start| start as usize));
        for export in &self.exports {
            let index = export.index as usize;
            match (export.kind, part_begun_by(export.name)) {
                (ExternalKind::Func, None) => references.roots.push(index),
                (ExternalKind::Func, Some((part, _))) => {
                    let roots = references.part_roots.entry(part.to_owned()).or_default();
                    roots.push(index);
                }
                _ => {}
            }
        }
    }
}
