//! One type out of generated code.

use syn::Item;

/// The code, or only what belongs to the type `name`: the type itself and the block of implementations behind it.
///
/// Empty where there is no such type.
pub fn rust_text(code: &str, name: Option<&str>) -> String {
    let Some(name) = name else { return code.to_owned() };
    // The code is our own; a text that is not has no types.
    let Ok(mut file) = syn::parse_file(code) else { return String::new() };
    let mut items = Vec::new();
    select(std::mem::take(&mut file.items), name, &mut items);
    if items.is_empty() {
        return String::new();
    }
    file.items = items;
    prettyplease::unparse(&file)
}

fn select(all: Vec<Item>, name: &str, selected: &mut Vec<Item>) {
    let mut belongs = false;
    for item in all {
        belongs = match &item {
            Item::Struct(item) => item.ident == name,
            Item::Enum(item) => item.ident == name,
            Item::Type(item) => item.ident == name,
            Item::Const(_) | Item::Impl(_) => belongs,
            _ => false, // what is no type, and belongs to none
        };
        match item {
            item if belongs => selected.push(item),
            Item::Mod(module) => select(module.content.map(|(_, items)| items).unwrap_or_default(), name, selected),
            _ => {} // another type
        }
    }
}
