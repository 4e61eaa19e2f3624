//! What headings mean: a section of a model (`## Properties`), or the name of a model.
//!
//! Text goes in. A new section word is a row of [`SECTIONS`].

use crate::convention;

/// A part of what a page says of one model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Section {
    /// Fields.
    Fields,
    /// Values of an enumeration.
    Values,
    /// Values of fields: `Property | Value`.
    FieldValues,
    /// The types that a union is made of.
    Variants,
    /// The name of the model in code.
    CodeName,
    /// Parameters of an operation: of interest where pages describe what is sent, not in generated code.
    Parameters,
    /// Ruby code that lists the members of a union.
    OneOf,
    /// Examples in JSON.
    Examples,
    /// Nothing of the model: methods, parameters of operations.
    Aside,
}

/// What a heading means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    /// A section. Some have the name of what they define: `Enum: StateEnum`.
    Section(Section, Option<String>),
    /// The beginning of a model of this name.
    Model(String),
}

/// Section words in lower case.
const SECTIONS: &[(&str, Section)] = &[
    ("fields", Section::Fields),
    ("properties", Section::Fields),
    ("attributes", Section::Fields),
    ("members", Section::Fields),
    ("속성", Section::Fields),
    ("属性", Section::Fields),
    ("プロパティ", Section::Fields),
    ("values", Section::Values),
    ("enum", Section::Values),
    ("enums", Section::Values),
    ("enumeration", Section::Values),
    ("enum variants", Section::Values),
    ("enum values", Section::Values),
    ("allowed values", Section::Values),
    ("possible values", Section::Values),
    ("enumerated values", Section::FieldValues),
    ("枚举值", Section::FieldValues),
    ("supported types", Section::Variants),
    ("structure", Section::CodeName),
    ("class name", Section::CodeName),
    ("example (as json)", Section::Examples),
    ("example", Section::Examples),
    ("examples", Section::Examples),
    ("example usage", Section::Examples),
    ("example response", Section::Examples),
    ("json representation", Section::Examples),
    ("detailed descriptions", Section::Aside),
    ("methods", Section::Aside),
    ("class instance methods", Section::Aside),
    ("relationships", Section::Aside),
    ("load the model package", Section::Aside),
    ("parameters", Section::Parameters),
    ("request parameters", Section::Parameters),
    ("query parameters", Section::Aside),
    ("path parameters", Section::Aside),
    ("other parameters", Section::Parameters),
    ("query string params", Section::Aside),
    ("body parameters", Section::Parameters),
    ("json params", Section::Parameters),
    ("required parameters", Section::Parameters),
    ("optional parameters", Section::Parameters),
    ("http request headers", Section::Aside),
    ("http response details", Section::Aside),
    ("return type", Section::Aside),
    ("authorization", Section::Aside),
    ("responses", Section::Aside),
    ("errors", Section::Aside),
];

/// Words at the end of a title that say it is a model and do not belong to its name.
const KINDS: &[&str] =
    &["resource type", "object", "structure", "model", "properties", "attributes", "fields", "schema"];

/// Namespaces of generated code: what follows them is the name of the model.
const NAMESPACES: &[&str] = &["model", "models", "object", "objects", "components", "schemas", "dto"];

/// What a heading means.
pub(crate) fn meaning(text: &str) -> Meaning {
    let text = text.trim().trim_start_matches('#').trim();
    let lower = text.trim_end_matches(':').to_lowercase();
    if let Some((_, section)) = SECTIONS.iter().find(|(word, _)| *word == lower) {
        return Meaning::Section(*section, None);
    }
    // `Enum: StateEnum`
    if let Some((word, name)) = text.split_once(':')
        && let Some((_, Section::Values)) = SECTIONS.iter().find(|(known, _)| *known == word.to_lowercase())
        && !name.trim().is_empty()
        && !name.starts_with(':')
    {
        return Meaning::Section(Section::Values, Some(name.trim().to_owned()));
    }
    Meaning::Model(name(text))
}

/// Whether a line in bold is a heading: a section, or a name with a word that says it is a model.
pub(crate) fn is_heading(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let words = |text: &str| text.split_whitespace().count();
    let ends = KINDS.iter().any(|kind| lower.strip_suffix(kind).is_some_and(|stem| stem.ends_with(' ')));
    SECTIONS.iter().any(|(word, _)| *word == lower) || (ends && words(&lower) <= 5)
}

/// The name of the model that has `title`: without its namespace, without words that say it is a model.
pub(crate) fn name(title: &str) -> String {
    let title = unqualified(title.trim());
    let lower = title.to_lowercase();
    // Some letters have other lengths in lower case; titles with such letters keep their words.
    let kind = KINDS.iter().filter(|_| lower.len() == title.len()).find_map(|kind| lower.strip_suffix(kind));
    let stem = kind.filter(|stem| stem.ends_with(' ')).and_then(|stem| title.get(..stem.len())).unwrap_or(title);
    let words: Vec<&str> = stem.split_whitespace().collect();
    match words.as_slice() {
        [only] => (*only).to_owned(),
        words => words.iter().map(|word| capital(word)).collect(),
    }
}

/// The segments of the namespace in front of a title: `Acme`, `Client`, `Model` for `Acme.Client.Model.ClientPet`.
pub(crate) fn namespace(title: &str) -> Vec<String> {
    let title = title.trim();
    let length = title.len() - unqualified(title).len();
    let space = if title.contains(char::is_whitespace) { "" } else { &title[..length] };
    space.split(['.', ':', '\\']).filter(|segment| !segment.is_empty()).map(str::to_owned).collect()
}

fn unqualified(title: &str) -> &str {
    if title.contains(char::is_whitespace) {
        return title;
    }
    // A namespace that is empty: `.Pet`.
    let title = title.strip_prefix('.').filter(|rest| rest.starts_with(char::is_alphanumeric)).unwrap_or(title);
    if let Some(at) = title.rfind("::").map(|at| at + 2).or(title.rfind('\\').map(|at| at + 1))
        && at < title.len()
    {
        return &title[at..];
    }
    let mut segments = title.rsplit('.');
    match (segments.next(), segments.next()) {
        (Some(last), Some(space)) if NAMESPACES.contains(&space.to_lowercase().as_str()) && !last.is_empty() => last,
        _ => title, // no namespace that generators use: the dots belong to the name
    }
}

fn capital(word: &str) -> String {
    convention::capitalised(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::read::page::headings::{Meaning, Section, meaning};

    #[test]
    fn sections_are_known_and_the_rest_are_models() {
        assert_eq!(meaning("Properties"), Meaning::Section(Section::Fields, None));
        assert_eq!(meaning("Enum: StateEnum"), Meaning::Section(Section::Values, Some("StateEnum".to_owned())));
        for (title, name) in [
            ("Pet", "Pet"),
            ("# Pet", "Pet"),
            ("Zoo::Pet", "Pet"),
            ("Zoo.Client.Model.ClientPet", "ClientPet"),
            ("zoosdk.Pet", "zoosdk.Pet"),
            ("WWW::Zoo::Object::Pet", "Pet"),
            (".Pet", "Pet"),
            ("Pet resource type", "Pet"),
            ("Adoption Record Object", "AdoptionRecord"),
            ("Object", "Object"),
            ("Pet::", "Pet::"),
        ] {
            assert_eq!(meaning(title), Meaning::Model(name.to_owned()), "{title}");
        }
    }
}
