//! Values that a page lists for a field, and what becomes of those that do not fit it.

use super::read;

const HEADER: &str = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";

#[test]
fn values_that_do_not_fit_stay_in_the_description() {
    let rows = "| **a** | **str** | Its state (enum: red, blue) (see docs) | [optional] |\n| **b** | **str** | Its state (enum: red,blue) | [optional] |\n| **c** | [**Coat**](Coat.md) | Its coat (enum: red, blue) | [optional] |\n| **d** | **bool** | Its flag (enum: red, blue) | [optional] |\n| **e** | **str** | Its state (enum: red, ...) | [optional] |\n| **f** | **Hue** | Its hue (enum: red, blue) | [optional] |\n| **g** | **Page&lt;Hue&gt;** | Its hues (enum: red, blue) | [optional] |\n";
    let coat = "# Coat\n\n## Enum\n\n* `thick` (value: `\"thick\"`)\n";
    let found = read(&[("zoo/Pet.md", &format!("# Pet\n\n## Properties\n\n{HEADER}{rows}")), ("zoo/Coat.md", coat)]);
    let lines: Vec<&str> = found.lines.iter().filter(|line| line.contains('.')).map(String::as_str).collect();
    assert_eq!(
        lines[..6],
        [
            "Pet.a string",
            "Pet.b string String(\"red\") String(\"blue\")",
            "Pet.c -> Coat",
            "Pet.d boolean",
            "Pet.e string",
            "Pet.f string String(\"red\") String(\"blue\")",
        ]
    );
    let description = |name| found.notes(name).description.clone().unwrap_or_default();
    assert_eq!(description("a"), "Its state (enum: red, blue) (see docs)");
    assert_eq!(description("b"), "Its state");
    assert_eq!(description("c"), "Its coat (enum: red, blue)");
    assert_eq!(description("d"), "Its flag (enum: red, blue)");
    assert_eq!(description("e"), "Its state (enum: red, ...)");
    assert_eq!(description("f"), "Its hue");
    assert_eq!(description("g"), "Its hues (enum: red, blue)");
}

#[test]
fn sections_of_values_that_do_not_fit_their_field_are_told_of() {
    let rows = "| **mood** | **bool** |  | [optional] |\n| **size** | **str** |  | [optional] |\n";
    let section = |name: &str| format!("\n## Enum: {name}\n\n| Name | Value |\n| --- | --- |\n| BIG | \"big\" |\n");
    let page = format!(
        "# Pet\n\n## Properties\n\n{HEADER}{rows}{}{}{}",
        section("MoodEnum"),
        section("PetSizeEnum"),
        section("OtherEnum")
    );
    let found = read(&[("zoo/Pet.md", &page)]);
    assert_eq!(found.lines, ["Pet: object", "Pet.mood boolean", "Pet.size string String(\"big\")"]);
    assert_eq!(
        found.notes("mood").remarks,
        ["the page lists values of `MoodEnum`, which the type of the field does not have"]
    );
    let pet = found.spec.schema(found.spec.types[0].schema);
    assert_eq!(pet.notes.remarks, ["the page lists values of `OtherEnum` and does not say which field has them"]);
}

#[test]
fn many_fields_with_many_enumerations_are_read_in_one_pass() {
    let mut page = format!("# Pet\n\n## Properties\n\n{HEADER}");
    for index in 0..500 {
        page.push_str(&format!("| **field{index}** | **str** | x | [optional] |\n"));
    }
    for index in 0..500 {
        page.push_str(&format!("\n## Enum: Other{index}Enum\n\n| Name | Value |\n| --- | --- |\n| A | \"a\" |\n"));
    }
    let found = read(&[("zoo/Pet.md", &page)]);
    assert_eq!(found.spec.schema(found.spec.types[0].schema).notes.remarks.len(), 500);
}
