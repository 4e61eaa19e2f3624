//! What people write beside tables of fields: operations, tables of contents.

use super::read;

const FIELDS: &str = "| Name | Type | Description |\n| --- | --- | --- |\n| id | string | The id |\n";

#[test]
fn a_list_of_operations_below_fields_takes_nothing_away() {
    let operations = "| Method | HTTP request |\n| --- | --- |\n| getPet | GET /pets |\n";
    let page = format!("# Pet\n\n{FIELDS}\nAll URIs are relative to https://zoo.example.\n\n{operations}");
    let found = read(&[("zoo/pet.md", &page)]);
    assert_eq!((found.lines, found.told), (vec!["Pet: object".to_owned(), "Pet.id~ string".to_owned()], vec![]));
    // Without fields it is a page of operations.
    let found = read(&[("zoo/pet.md", &format!("# Pets\n\n{operations}"))]);
    assert_eq!(found.told, ["no-table: page describes no type @ Pets"]);
}

#[test]
fn links_to_places_of_the_page_make_no_index() {
    let contents = |target: &str| format!("# Zoo\n\n- [Pet]({target}#pet)\n- [Dog]({target}#dog)\n\nText.\n");
    let told = |page: String| read(&[("zoo/x.md", &page)]).told;
    assert_eq!(told(contents("")), ["no-table: page has no table of fields @ Zoo"]);
    assert_eq!(told(contents("other.md")), ["no-table: page describes no type @ Zoo"]);
}

#[test]
fn a_module_is_taken_off_where_names_are_left() {
    let names = |last: &str| {
        let pages = ["A.Pet", "A.Dog", last].map(|name| {
            (format!("zoo/{name}.md"), format!("# {name}\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n| **id** | **String** | x | [optional] |\n"))
        });
        let pages: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let found = read(&pages);
        found.spec.types.iter().map(|named| named.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("A.Cat"), ["Cat", "Dog", "Pet"]);
    assert_eq!(names("A."), ["A.", "A.Dog", "A.Pet"]);
    assert_eq!(names("A.1"), ["A.1", "A.Dog", "A.Pet"]);
}

#[test]
fn paths_of_rusts_library_may_lack_their_crate() {
    let row = |name: &str, text: &str| format!("**{name}** | **{text}** | x | [optional]\n");
    let rows: String = [
        row("a", "path::PathBuf"),
        row("b", "collections::HashMap&lt;String, i32&gt;"),
        row("c", "std::collections::BTreeMap&lt;String, bool&gt;"),
        row("d", "Vec&lt;u8&gt;"),
        row("e", "HashSet&lt;u8&gt;"),
        row("f", "collections::BTreeMap&lt;String, i32&gt;"),
    ]
    .concat();
    let page = format!("# Pet\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n{rows}");
    let found = read(&[("zoo/Pet.md", &page)]);
    assert_eq!(
        found.lines[1..],
        [
            "Pet.a string",
            "Pet.b object to integer",
            "Pet.c object to boolean",
            "Pet.d string",
            "Pet.e array of integer unique",
            "Pet.f object to integer",
        ]
    );
    assert_eq!(found.told, [] as [&str; 0]);
}

#[test]
fn a_title_that_ends_in_constraints_may_be_that_of_a_type() {
    let header = "| Name | Type | Description |\n|---|---|---|\n";
    let fields = format!("## Layout Constraints\n\nWhat it keeps to.\n\n{header}| min | integer | least |\n");
    let linking = format!("# Board\n\n{header}| [Layout](#layout) | string | of the board |\n\n{fields}");
    let found = read(&[("zoo/board.md", &linking)]);
    assert_eq!(found.lines[..2], ["Board: object", "Board.Layout~ string"]);
    assert_eq!(found.lines[2..], ["LayoutConstraints: object", "LayoutConstraints.min~ integer"]);
    let described = read(&[("zoo/layout.md", &format!("# Layout\n\nWhat a layout is.\n\n{fields}"))]);
    assert_eq!(described.lines, ["LayoutConstraints: object", "LayoutConstraints.min~ integer"]);
    let values =
        "## Layout Constraints\n\n**enum**: one of these:\n\n| Value | Explanation |\n|---|---|\n| `\"row\"` | |\n";
    let found = read(&[("zoo/board.md", &linking.replace(&fields, values))]);
    assert_eq!(found.lines, ["Board: object", "Board.Layout~ string String(\"row\")"]);
}

#[test]
fn a_sentence_of_values_may_go_on() {
    let page = "# Kind\n\n## Enum\n\nAllowed values: [cat, dog]. Default cat, see [a].\n";
    assert_eq!(read(&[("zoo/Kind.md", page)]).lines, ["Kind: string String(\"cat\") String(\"dog\")"]);
}
