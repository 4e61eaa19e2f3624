//! What the pages of one kit show together, and what pages of different kits do not.

use super::read;

fn page(title: &str, rows: &[(&str, &str)]) -> String {
    let header = "Name | Type | Description | Notes\n--- | --- | --- | ---\n";
    let rows: String = rows.iter().map(|(name, text)| format!("**{name}** | **{text}** | x | [optional]\n")).collect();
    format!("# {title}\n\n## Properties\n\n{header}{rows}")
}

#[test]
fn kits_of_two_languages_in_one_folder_are_two() {
    let snake = ["first_name", "last_name", "home_town"];
    let camel = ["tailLength", "earSize", "furColor"];
    let names = |words: [&'static str; 2]| {
        let pet = page("Pet", &snake.map(|name| (name, words[0])));
        let cat = page("Cat", &camel.map(|name| (name, words[1])));
        let found = read(&[("zoo/Pet.md", &pet), ("zoo/Cat.md", &cat)]);
        (found.evidence("home_town"), found.evidence("homeTown"), found.evidence("furColor"))
    };
    // One language has both: the names are those of the JSON.
    let (snake, _, camel) = names(["str", "str"]);
    assert_eq!((snake.as_deref(), camel.as_deref()), (Some("vendor: first_name"), Some("vendor: earSize")));
    // Two languages, each with its own convention: they show nothing.
    let (snake, _, camel) = names(["str", "String"]);
    assert_ne!(snake.as_deref(), Some("vendor: first_name"));
    assert_ne!(camel.as_deref(), Some("vendor: earSize"));
}
