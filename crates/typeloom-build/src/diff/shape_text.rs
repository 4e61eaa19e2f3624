//! Rust types for people: `Option<Vec<AuthProviders>>`, without paths.

use crate::model::{Module, Shape, Width};

/// How deep types are spelled out; `plan` nests no deeper.
const DEEPEST: usize = 64;

/// The type of a shape.
pub(super) fn shape(module: &Module, of: &Shape) -> String {
    spell(module, of, DEEPEST)
}

fn spell(module: &Module, of: &Shape, depth: usize) -> String {
    let Some(depth) = depth.checked_sub(1) else { return "..".to_owned() };
    match of {
        Shape::Null => "()".to_owned(),
        Shape::Bool => "bool".to_owned(),
        Shape::Integer(Width::I32) => "i32".to_owned(),
        Shape::Integer(Width::I64) => "i64".to_owned(),
        Shape::Integer(Width::U32) => "u32".to_owned(),
        Shape::Integer(Width::U64) => "u64".to_owned(),
        Shape::BigInteger => "Integer".to_owned(),
        Shape::Float => "f64".to_owned(),
        Shape::Number => "Number".to_owned(),
        Shape::String => "String".to_owned(),
        Shape::Secret(held) => format!("Sensitive<{}>", spell(module, held, depth)),
        Shape::External(path) => path.trim_start_matches("::").to_owned(),
        Shape::Value => "Value".to_owned(),
        Shape::List(inner) => format!("Vec<{}>", spell(module, &inner.shape, depth)),
        Shape::Map(inner) => format!("BTreeMap<String, {}>", spell(module, &inner.shape, depth)),
        Shape::Nullable(inner) => format!("Option<{}>", spell(module, &inner.shape, depth)),
        Shape::Item { id, boxed } => {
            let name = module.item(*id).name.trim_start_matches("r#");
            if *boxed { format!("Box<{name}>") } else { name.to_owned() }
        }
    }
}
