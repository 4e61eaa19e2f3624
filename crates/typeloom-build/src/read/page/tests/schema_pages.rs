//! Pages that hold a schema beside a table.

use super::{SCHEMA_PAGE, read};

#[test]
fn the_schema_of_a_schema_page_is_the_truth() {
    let found = read(&[("zoo/animal.txt", SCHEMA_PAGE)]);
    assert_eq!(
        found.lines,
        [
            "Animal: object",
            "Animal.name* string|null",
            "Animal.email string",
            "Animal.owner -> Owner",
            "Animal.age integer",
            "Owner: any",
        ]
    );
    assert_eq!(
        found.told,
        ["missing-reference: nothing here is `#/components/schemas/Owner` @ \"#/components/schemas/Owner\""]
    );
    let name = found.spec.types[0].span;
    assert_eq!(found.sources.text(name), "\"Animal\"");
}

#[test]
fn the_table_of_a_schema_page_is_a_cross_check() {
    let piped = SCHEMA_PAGE
        .replace("\n\n", "\n")
        .replace("Name Type Description", "| Name | Type | Description |\n|---|---|---|")
        .replace("name stringnull Its name.", "| name | stringnull | Its name. |")
        .replace("email string How to write to it.", "| string | How to write to it. | |")
        .replace("owner object Whose", "| owner | object | Whose")
        .replace(" and on a\n", " and on a |\n")
        .replace("\nage integer\nView JSON Schema on GitHub", "\n| age | integer |");
    assert_eq!(read(&[("zoo/animal.txt", &piped)]).told.len(), 1);
    let differing = SCHEMA_PAGE
        .replace("\nage integer", "\nweight integer\nage string")
        .replace("\nname stringnull Its name.", "")
        .replace("email string How", "email string Where");
    assert_eq!(
        read(&[("zoo/animal.txt", &differing)]).told,
        [
            "table-differs: the schema has `name`, the table has not @ Properties",
            "table-differs: the table describes `email` in other words than the schema @ email string Where to write to it.",
            "table-differs: the table has `weight`, the schema has not @ weight integer",
            "table-differs: the table says that `age` is `string`, the schema says `integer` @ age string",
            "missing-reference: nothing here is `#/components/schemas/Owner` @ \"#/components/schemas/Owner\"",
        ]
    );
}

#[test]
fn a_schema_page_without_its_schema_is_refused() {
    let cut = SCHEMA_PAGE.split("View JSON").next().unwrap_or_default();
    assert_eq!(read(&[("zoo/animal.txt", cut)]).told, ["no-table: page has no JSON Schema @ "]);
}
