//! Words to identifiers that Rust accepts.

use super::words;
use crate::identifier::{KEYWORDS, NEVER_RAW};

/// Which of Rust's two ways of writing names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Types and variants: `UpperCamelCase`.
    Camel,
    /// Fields and modules: `snake_case`.
    Snake,
}

/// The identifier for a name, as it would be without other names around it.
pub(super) fn plain(name: &str, case: Case) -> String {
    let cased = match case {
        Case::Camel => words::camel(name),
        Case::Snake => words::snake(name),
    };
    match (cased.is_empty(), name.is_empty()) {
        (false, _) => identifier(&cased),
        (true, true) => identifier(if case == Case::Camel { "Empty" } else { "empty" }),
        (true, false) => spelled(name, case),
    }
}

/// The identifier for a name, with everything in words that [`plain`] drops.
pub(super) fn spelled(name: &str, case: Case) -> String {
    let spelled = words::spelled(name);
    match case {
        Case::Camel => identifier(&words::camel(&spelled)),
        Case::Snake => identifier(&spelled),
    }
}

/// An identifier that no other name has: every character as its code point.
pub(super) fn coded(name: &str, case: Case) -> String {
    let codes: Vec<String> = name.chars().map(|c| format!("u{:x}", u32::from(c))).collect();
    let coded = codes.join("_");
    match case {
        Case::Camel => identifier(&words::camel(&coded)),
        Case::Snake => identifier(&coded),
    }
}

/// Makes a word an identifier: raw, or with an underscore where it would be none.
pub(super) fn identifier(word: &str) -> String {
    let mut name = String::new();
    for c in word.chars() {
        if c == '_' || c.is_ascii_alphanumeric() || (!c.is_ascii() && continues(c)) {
            name.push(c);
        } else {
            name.push_str(&format!("u{:x}", u32::from(c)));
        }
    }
    let starts = name.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_' || starts(c));
    if !starts {
        name.insert(0, '_');
    }
    if NEVER_RAW.contains(&name.as_str()) {
        name.push('_');
    } else if KEYWORDS.contains(&name.as_str()) {
        name.insert_str(0, "r#");
    }
    name
}

/// Whether rustc takes a character of another script within an identifier. Marks that combine with the letter before
/// are left out: rustc would compose them, and two names could become one.
fn continues(c: char) -> bool {
    c.is_alphanumeric() && syn::parse_str::<syn::Ident>(&format!("a{c}")).is_ok()
}

/// Whether rustc takes a character at the beginning of an identifier.
fn starts(c: char) -> bool {
    !c.is_ascii() && syn::parse_str::<syn::Ident>(&c.to_string()).is_ok()
}
