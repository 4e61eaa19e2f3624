//! Where a schema is written, as seen from the type around it: what a reference into the middle of a document leads to
//! is named after that place.

use super::draft::{Draft, Site};
use crate::spec::{Keyword, SchemaId};

/// The place that a schema is written at, within the next schema around it that has an item.
pub(super) fn home(draft: &Draft<'_>, schema: SchemaId) -> Option<Site> {
    let mut steps = Vec::new();
    let mut inner = schema;
    for _ in 0..draft.parents.len() {
        let outer = draft.parents.get(inner.0 as usize).copied().flatten()?;
        steps.extend(step(draft, outer, inner));
        if let Some(&id) = draft.named.get(&outer) {
            let site = draft.site(id);
            return Some(steps.iter().rev().fold(site, |site, (word, title)| site.within(word, title)));
        }
        inner = outer;
    }
    None
}

/// What `inner` is in `outer`: the word for names, and the text for titles.
fn step(draft: &Draft<'_>, outer: SchemaId, inner: SchemaId) -> Option<(String, String)> {
    let word = |word: &str, title: &str| Some((word.to_owned(), title.to_owned()));
    for keyword in &draft.spec.schema(outer).keywords {
        if !keyword.value.subschemas().contains(&inner) {
            continue;
        }
        return match &keyword.value {
            Keyword::Properties(fields) => {
                let field = fields.iter().find(|field| field.schema == inner)?;
                Some((field.name.clone(), format!(".{}", field.name)))
            }
            Keyword::Items(_) | Keyword::PrefixItems(_) | Keyword::UnevaluatedItems(_) => word("item", "[]"),
            Keyword::AdditionalProperties(_) | Keyword::PatternProperties(_) => word("value", ".*"),
            Keyword::AnyOf(_) | Keyword::OneOf(_) => word("variant", ""),
            _ => None, // it applies to the same value
        };
    }
    None
}
