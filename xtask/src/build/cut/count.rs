//! Makes of the whole module one that notes which of its functions have run (计数): for recording
//! the start profile, never for what is shipped.

use super::parts::{join_parts, read};
use anyhow::Result;
use walrus::ir::{Const, GlobalSet, Value};
use walrus::{ConstExpr, FunctionId, ValType};

/// A module that notes what has run, and the names of its functions.
pub struct Counted {
    /// The module. For the function at a place in `functions` it exports a global whose name is
    /// [`RAN`] with that place; it is 1 once the function has run.
    pub module: Vec<u8>,
    /// The functions, by their names as the compiler wrote them.
    pub functions: Vec<String>,
    /// The names of the parts that it asks for.
    pub parts: Vec<String>,
}

/// What the names of the exported globals begin with.
pub const RAN: &str = "ran ";

/// What the names of the imported functions begin with that load a part.
const LOADS: &str = "__wasm_split_load_";

/// The names of the functions of a module as the compiler wrote them.
///
/// # Errors
/// When the module cannot be read.
pub fn names(whole: &[u8]) -> Result<Vec<String>> {
    let module = read(whole)?;
    Ok(module
        .funcs
        .iter()
        .filter_map(|function| function.name.clone())
        .collect())
}

/// Makes it of the whole module, which holds the parts from the start.
///
/// # Errors
/// When the module is not as wasm-bindgen leaves it.
pub fn count(whole: &[u8]) -> Result<Counted> {
    let mut module = read(whole)?;
    join_parts(&mut module)?;
    let local: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let mut functions = Vec::new();
    for id in local {
        let Some(name) = module.funcs.get(id).name.clone() else {
            continue;
        };
        let zero = ConstExpr::Value(Value::I32(0));
        let ran = module.globals.add_local(ValType::I32, true, false, zero);
        module
            .exports
            .add(&format!("{RAN}{}", functions.len()), ran);
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let value = Value::I32(1);
        function
            .builder_mut()
            .func_body()
            .instr_at(0, Const { value })
            .instr_at(1, GlobalSet { global: ran });
        functions.push(name);
    }
    let parts = module
        .imports
        .iter()
        .filter_map(|import| import.name.strip_prefix(LOADS));
    let parts = parts.map(str::to_owned).collect();
    Ok(Counted {
        module: module.emit_wasm(),
        functions,
        parts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module, RefType};

    #[test]
    fn every_function_has_its_note() {
        let mut module = Module::default();
        module.tables.add_local(false, 1, None, RefType::FUNCREF);
        for name in ["one", "other"] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            let function = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, function);
        }
        let whole = module.emit_wasm();
        let counted = count(&whole).expect("is as wasm-bindgen leaves it");
        assert_eq!(counted.functions, ["one", "other"]);
        assert_eq!(names(&whole).expect("has names"), ["one", "other"]);
        let counted = Module::from_buffer(&counted.module).expect("is a valid module");
        for place in 0..2 {
            let note = format!("{RAN}{place}");
            assert!(
                counted.exports.iter().any(|export| export.name == note),
                "{note}"
            );
        }
    }
}
