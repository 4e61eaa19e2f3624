//! Which schemas of a document have names of their own, and what they are called.

use crate::extensions;
use crate::pointer;
use crate::read::draft::Draft;
use crate::read::link::documents::Document;
use crate::read::link::uri::Uri;
use crate::read::node::Node;
use crate::source::{Sources, Span};
use crate::spec::{Keyword, NamedSchema, Origin, SchemaId};

/// The members of a document's root that hold definitions.
const DEFINITIONS: [&[&str]; 3] = [&["$defs"], &["definitions"], &["components", "schemas"]];

/// The named schemas of the document: its root, unless that is nothing but a container, and its definitions.
pub(super) fn named(root: SchemaId, document: usize, sources: &Sources, draft: &mut Draft) -> Vec<NamedSchema> {
    let mut named = vec![];
    let read = draft.documents.get(document);
    for steps in DEFINITIONS {
        let holder = steps.iter().try_fold(&*read.tree, |node, step| node.get(step));
        let prefix = steps.iter().fold(String::new(), |at, step| pointer::join(&at, step));
        for entry in holder.and_then(Node::as_object).unwrap_or(&[]) {
            let Some(schema) = draft.documents.at(document, &pointer::join(&prefix, &entry.name)) else { continue };
            // An export says what it had to give another name, and what is no type.
            let said = entry.value.get(extensions::TYPE_NAME);
            if said.and_then(Node::as_bool) == Some(false) {
                continue;
            }
            let name = said.and_then(Node::as_str).unwrap_or(&entry.name).to_owned();
            let span = entry.name_span;
            // It says so, too, of what no document described.
            let stand_in = entry.value.get(extensions::STAND_IN).and_then(Node::as_bool) == Some(true);
            let origin = if stand_in { Origin::StandIn } else { Origin::Definition };
            named.push(NamedSchema { name, schema, span, origin, rust_name: None, secret: None });
        }
    }
    let asserts = draft.schemas.get(root.0 as usize).is_some_and(|schema| {
        schema.keywords.iter().any(|keyword| !matches!(keyword.value, Keyword::Discriminator(_)))
    });
    if asserts || named.is_empty() {
        let (name, span) = name_of_root(read, sources);
        named.push(NamedSchema { name, schema: root, span, origin: Origin::Document, rust_name: None, secret: None });
    }
    named.sort_by_key(|named| {
        draft.schemas.get(named.schema.0 as usize).map(|schema| (schema.span.start, named.schema))
    });
    named
}

/// The title where it is a name, else the last part of the `$id`, else the file name.
fn name_of_root(document: &Document, sources: &Sources) -> (String, Span) {
    let text = |keyword: &str| document.tree.get(keyword).and_then(|node| Some((node.as_str()?, node.span)));
    if let Some((title, span)) = text("title").filter(|(title, _)| is_name(title)) {
        return (title.to_owned(), span);
    }
    for keyword in ["$id", "id"] {
        let Some((id, span)) = text(keyword) else { continue };
        let uri = Uri::parse(id);
        let fragment = uri.fragment();
        let segment = if fragment.is_empty() { uri.path() } else { &fragment };
        let stem = stem(segment);
        if is_name(stem) {
            return (stem.to_owned(), span);
        }
    }
    let path = &sources.get(document.source).path;
    (stem(path).to_owned(), Span::start_of(document.source))
}

/// The last segment of a path without the endings that say it is a schema: `user` for `schemas/user.schema.json`.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or("");
    let mut stem = name;
    for ending in [".json", ".yaml", ".yml", ".md", ".txt", ".page", ".schema", "-schema", "_schema"] {
        stem = stem.strip_suffix(ending).filter(|stem| !stem.is_empty()).unwrap_or(stem);
    }
    stem
}

/// Whether a text is a name rather than a sentence: one word, or up to three that begin like names do.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |word: &&str| {
        word.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '@'))
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '@' | '#'))
    };
    let begins_like_one = |word: &&str| !word.starts_with(char::is_lowercase);
    text.len() <= 80
        && text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$' | '@'))
        && words.iter().all(word)
        && (words.len() == 1 || words.len() <= 3 && words.iter().all(begins_like_one))
}

#[cfg(test)]
mod tests {
    use super::{is_name, stem};

    #[test]
    fn titles_that_are_sentences_name_nothing() {
        for name in ["UserlandUser", "api_user_v1_User", "Auth Provider", "x5t#S256", "日本", "OAuth2.Token"] {
            assert!(is_name(name), "{name}");
        }
        for sentence in ["", "A user of the API", "Schema for users.", "the user", "1password", "user/name", "a\nb"] {
            assert!(!is_name(sentence), "{sentence}");
        }
    }

    #[test]
    fn endings_are_not_part_of_names() {
        for (path, name) in [
            ("https://example.com/schemas/address.json", "address"),
            ("/components/schemas/User", "User"),
            ("schemas/workos/workos-userlanduser-schema.json", "workos-userlanduser"),
            ("bom-1.6.schema.json", "bom-1.6"),
            ("schema.json", "schema"),
            ("authenticate.page.md", "authenticate"),
            ("urn:example:thing", "thing"),
        ] {
            assert_eq!(stem(path), name);
        }
    }
}
