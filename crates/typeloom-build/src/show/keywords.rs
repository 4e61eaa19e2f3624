//! The table of keywords for the README: every keyword of every draft, where it is enforced, how it shows in the type.
//!
//! The keywords and their drafts are those of the reader's own table; this file adds what becomes of each. A keyword
//! that is read and has no row here, or the other way round, fails a test.

use crate::extensions;
use crate::read::json_schema::dialect::Edition;
use crate::read::json_schema::keywords::KEYWORDS;
use std::fmt::Write;

/// The keyword, where it is enforced, how it shows in the type.
type Fate = (&'static str, &'static str, &'static str);

const SHAPE: &str = "parsing";
const TYPED: &str = "`validate`, on the typed value, or with the rules beside it on the JSON value";
const VALUE: &str = "`validate`, on the JSON value";
const BRANCHES: &str =
    "parsing where a tag or the JSON kind tells the branches apart, else `validate`, on the JSON value";
const NOT: &str = "asserts nothing";

/// What becomes of each keyword.
const FATES: &[Fate] = &[
    ("$schema", NOT, "chooses the draft"),
    ("id", NOT, "base of references"),
    ("$id", NOT, "base of references"),
    ("$anchor", NOT, "target of references"),
    ("$dynamicAnchor", NOT, "target of references"),
    ("$recursiveAnchor", NOT, "target of references"),
    ("$ref", "by its target; beside other rules `validate`, on the JSON value", "the target's type"),
    ("$dynamicRef", VALUE, "the type of its first target, or any JSON"),
    ("$recursiveRef", VALUE, "the type of its first target, or any JSON"),
    ("$defs", NOT, "a type each"),
    ("definitions", NOT, "a type each"),
    ("$comment", NOT, "kept in exports"),
    ("$vocabulary", NOT, "switches keywords off"),
    (
        "allOf",
        "by the fields where all branches are plain objects, else `validate`, on the JSON value",
        "one struct with the members of all branches",
    ),
    ("anyOf", BRANCHES, "an enum with a variant for each branch"),
    ("oneOf", BRANCHES, "an enum with a variant for each branch; `Option` for `null`"),
    ("not", VALUE, "nothing"),
    ("if", VALUE, "nothing"),
    ("then", VALUE, "nothing"),
    ("else", VALUE, "nothing"),
    ("properties", SHAPE, "fields of a struct"),
    ("patternProperties", VALUE, "entries of the map of further members"),
    ("additionalProperties", "parsing; `false` in `validate`", "the map of further members, `unknown` or `additional`"),
    (
        "propertyNames",
        "`validate`, on the typed value where only strings are tested, else on the JSON value",
        "nothing",
    ),
    ("dependencies", "as `dependentRequired` and `dependentSchemas`", "nothing"),
    ("dependentSchemas", VALUE, "nothing"),
    ("items", SHAPE, "`Vec<T>`"),
    ("additionalItems", VALUE, "nothing"),
    ("prefixItems", VALUE, "`Vec<Value>`"),
    ("contains", VALUE, "nothing"),
    ("unevaluatedItems", VALUE, "nothing"),
    ("unevaluatedProperties", VALUE, "nothing"),
    ("type", SHAPE, "the Rust type; several types make an enum, `null` an `Option`"),
    ("enum", "`validate`", "an enum with `Other(String)` where all values are strings"),
    ("const", "`validate`", "an enum of one where it is a string"),
    ("multipleOf", TYPED, "nothing"),
    ("minimum", TYPED, "nothing"),
    ("maximum", TYPED, "nothing"),
    ("exclusiveMinimum", TYPED, "nothing"),
    ("exclusiveMaximum", TYPED, "nothing"),
    ("minLength", TYPED, "nothing"),
    ("maxLength", TYPED, "nothing"),
    ("pattern", TYPED, "nothing"),
    ("minItems", TYPED, "nothing"),
    ("maxItems", TYPED, "nothing"),
    ("uniqueItems", TYPED, "nothing"),
    ("minContains", VALUE, "nothing"),
    ("maxContains", VALUE, "nothing"),
    ("minProperties", TYPED, "nothing"),
    ("maxProperties", TYPED, "nothing"),
    ("required", "parsing for members with a field; else `validate`", "a field without `Option`"),
    ("dependentRequired", TYPED, "nothing"),
    (
        "format",
        "`validate`, unless formats are annotations and no meta-schema makes them rules; an unknown one is a warning",
        "`int32`, `int64`, `uint32`, `uint64` choose the integer; `password` is a secret",
    ),
    ("contentEncoding", NOT, "kept in exports"),
    ("contentMediaType", NOT, "kept in exports"),
    ("contentSchema", NOT, "nothing"),
    ("title", NOT, "docs, or the name of a type"),
    ("description", NOT, "docs"),
    ("default", NOT, "docs; absent stays absent"),
    ("examples", NOT, "docs"),
    ("deprecated", NOT, "`#[deprecated]`"),
    ("readOnly", NOT, "docs"),
    ("writeOnly", NOT, "docs; a secret, but for `id`, `iss`, `sub`, `email`"),
    ("example", NOT, "docs"),
    ("nullable", SHAPE, "`Option`"),
    ("discriminator", NOT, "chooses the branch of an enum"),
    ("xml", NOT, "kept in exports"),
    ("externalDocs", NOT, "kept in exports"),
    ("markdownDescription", NOT, "kept in exports"),
    ("enumDescriptions", NOT, "docs of variants"),
    ("markdownEnumDescriptions", NOT, "kept in exports"),
    ("defaultSnippets", NOT, "kept in exports"),
    ("errorMessage", NOT, "kept in exports"),
    ("patternErrorMessage", NOT, "kept in exports"),
    ("deprecationMessage", NOT, "kept in exports"),
    ("doNotSuggest", NOT, "kept in exports"),
    ("suggestSortText", NOT, "kept in exports"),
    ("allowComments", NOT, "kept in exports"),
    ("allowTrailingCommas", NOT, "kept in exports"),
    ("components", NOT, "a type for each of its schemas"),
    ("x-nullable", SHAPE, "`Option`"),
    ("x-enumDescriptions", NOT, "docs of variants"),
    ("x-enum-varnames", NOT, "names of variants"),
    ("x-enumNames", NOT, "names of variants"),
    ("x-enum-descriptions", NOT, "docs of variants"),
    ("x-extensible-enum", NOT, "docs"),
    ("meta:enum", NOT, "docs of variants"),
];

/// What exports add so that reading them again gives the same: no keywords of documents.
const OWN: [&str; 5] =
    [extensions::FIELD_FACTS, extensions::IGNORED, extensions::REMARKS, extensions::TYPE_NAME, extensions::STAND_IN];

/// The table as Markdown: a row for each keyword, in the order of the reader's table.
pub fn keyword_table() -> String {
    let mut table = String::from("| keyword | drafts | enforced | in the type |\n| --- | --- | --- | --- |\n");
    for name in names() {
        let (_, enforced, shows) =
            FATES.iter().find(|fate| fate.0 == name).copied().unwrap_or((name, "unknown", "unknown"));
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| `{name}` | {} | {enforced} | {shows} |", drafts(name));
    }
    table
}

/// The names of the reader's table, each once.
fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for row in KEYWORDS {
        if !names.contains(&row.name) && !OWN.contains(&row.name) {
            names.push(row.name);
        }
    }
    names
}

/// The drafts in which a keyword is one: "all", "from 6", "4 to 2019-09".
fn drafts(name: &str) -> String {
    let known = |edition: &Edition| KEYWORDS.iter().any(|row| row.name == name && row.editions.has(*edition));
    let known: Vec<&str> = Edition::ALL.iter().filter(|edition| known(edition)).map(|one| number(*one)).collect();
    match known.as_slice() {
        [] => "none".to_owned(),
        all if all.len() == Edition::ALL.len() => "all".to_owned(),
        [only] => (*only).to_owned(),
        [first, .., "2020-12"] => format!("from {first}"),
        [first, .., last] => format!("{first} to {last}"),
    }
}

fn number(edition: Edition) -> &'static str {
    edition.name().trim_start_matches("draft ")
}

#[cfg(test)]
mod tests {
    use super::{FATES, keyword_table, names};

    #[test]
    fn every_keyword_has_a_fate_and_every_fate_a_keyword() {
        let names = names();
        let without: Vec<&&str> = names.iter().filter(|name| !FATES.iter().any(|fate| fate.0 == **name)).collect();
        assert!(without.is_empty(), "read, but not in the table: {without:?}");
        let gone: Vec<&str> = FATES.iter().map(|fate| fate.0).filter(|name| !names.contains(name)).collect();
        assert!(gone.is_empty(), "in the table, but not read: {gone:?}");
        assert!(keyword_table().contains("| `prefixItems` | 2020-12 |"));
    }
}
