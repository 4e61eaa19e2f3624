//! Tables that words join, and what is said where the words are missing.

use super::read;

const HEADER: &str = "| Name | Type | Required | Restrictions | Description |\n|---|---|---|---|---|\n";

fn row(name: &str, text: &str) -> String {
    format!("| {name} | {text} | false | none | none |\n")
}

fn page(tables: &[(&str, String)]) -> String {
    let tables = tables.iter().map(|(word, rows)| format!("{word}\n\n{HEADER}{rows}\n"));
    "# Pet\n\n".to_owned() + &tables.collect::<String>()
}

#[test]
fn branches_without_a_word_are_read_and_reported() {
    let rows = [row("kind", "string"), row("*anonymous*", "[Dog](#dog)"), row("*anonymous*", "integer")].concat();
    let found = read(&[("zoo/pet.md", &page(&[("", rows)]))]);
    assert_eq!(found.lines[..2], ["Pet: object -> Dog or integer", "Pet.kind string"]);
    let told = "type-word: nothing says how the kinds of values that the page lists here are joined @ | *anonymous* | [Dog](#dog)";
    assert_eq!(found.told.iter().filter(|line| line.starts_with(told)).count(), 1, "{:?}", found.told);
}

#[test]
fn several_branches_that_do_not_hold() {
    let branch = |text| row("*anonymous*", text);
    let found = read(&[("zoo/pet.md", &page(&[("not", branch("string")), ("and", branch("integer"))]))]);
    let not = found.spec.schemas.iter().find(|schema| schema.pointer.ends_with("/not"));
    let pointers: Vec<&str> = found.spec.schemas.iter().map(|schema| schema.pointer.as_str()).collect();
    assert!(not.is_some(), "{pointers:?}");
    assert!(pointers.iter().any(|pointer| pointer.ends_with("/not/anyOf/1")), "{pointers:?}");
}

#[test]
fn rows_that_are_nested_too_deeply_are_reported_once() {
    let deep = || (1..80).map(|depth| row(&format!("{} f{depth}", "»".repeat(depth)), "object")).collect::<String>();
    let rows = [row("*anonymous*", "object"), deep(), row("*anonymous*", "object"), deep()].concat();
    let found = read(&[("zoo/pet.md", &page(&[("oneOf", rows)]))]);
    assert_eq!(found.told.len(), 1, "{:?}", found.told);
    assert!(found.told[0].starts_with("too-deep: rows are nested more than 64 levels deep @ | »"), "{:?}", found.told);
}

#[test]
fn fields_of_a_composed_model_are_described_once() {
    let rows = [row("*anonymous*", "object"), row("» name", "string"), row("» name", "integer")].concat();
    let found = read(&[("zoo/pet.md", &page(&[("oneOf", rows)]))]);
    assert_eq!(found.told, ["duplicate-field: two rows describe `name` @ name"]);
}
