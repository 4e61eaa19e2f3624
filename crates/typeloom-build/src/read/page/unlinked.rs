//! Types whose pages list nothing, and that no page links to although others have links: enumerations.
//!
//! Generators print `**Kind**` for what their language treats as a plain value, and `[**Pet**](Pet.md)` for the rest. The
//! pages of C# list no values of enumerations, so that this is all there is to tell them from objects and unions.
//!
//! In come a `Spec` whose references are resolved, the schemas that refer without a link and those of empty pages.

use crate::spec::{Keyword, Kind, Kinds, SchemaId, Spec};
use std::collections::BTreeSet;

/// What the pages of a vendor leave open.
#[derive(Default)]
pub(crate) struct Unlinked {
    /// Schemas that refer to a type by its name alone.
    pub references: BTreeSet<SchemaId>,
    /// Types whose pages have a table of fields without rows.
    pub empty: BTreeSet<SchemaId>,
}

/// Makes texts of the types that are only referred to without a link.
pub(crate) fn settle(found: &Unlinked, spec: &mut Spec) {
    if found.empty.is_empty() {
        return; // most vendors have no such pages
    }
    let (mut named, mut linked) = (BTreeSet::new(), BTreeSet::new());
    for id in spec.ids() {
        for target in spec.schema(id).keywords.iter().filter_map(|keyword| keyword.value.reference()) {
            match found.references.contains(&id) {
                true => named.insert(target),
                false => linked.insert(target),
            };
        }
    }
    for id in named.difference(&linked).filter(|id| found.empty.contains(id)) {
        let schema = spec.schema_mut(*id);
        schema.keywords.push(schema.span.at(Keyword::Type(Kinds::NONE.with(Kind::String))));
        schema.notes.remarks.push("no page links to it, as to enumerations of texts; it lists no values".to_owned());
    }
}
