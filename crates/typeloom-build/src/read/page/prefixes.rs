//! Prefixes that a generator put in front of all names of a vendor: `Acme.Client.Model.ClientPet`.
//!
//! Runs when all pages of a vendor have been read. A prefix is taken off where it is a segment of the namespace of all
//! pages that have one, and all their names begin with it.

use crate::read::draft::{Draft, Pending, Target};
use crate::read::page::wire_names::PageNames;
use crate::source::SourceId;
use std::collections::BTreeSet;

/// Fewer pages than this show no habit.
const PAGES: usize = 3;

/// Takes the prefix off the names of types and off what refers to them.
pub(crate) fn strip(pages: &[PageNames], draft: &mut Draft) {
    of_module(pages, draft);
    let namespaced: Vec<&PageNames> = pages.iter().filter(|page| !page.namespace.is_empty()).collect();
    let Some(first) = namespaced.first().filter(|_| namespaced.len() >= PAGES) else { return };
    let documents: BTreeSet<SourceId> = namespaced.iter().map(|page| page.document).collect();
    let prefix = first.namespace.iter().rev().find(|segment| {
        let shared = namespaced.iter().all(|page| page.namespace.contains(segment));
        let mut names = draft.types.iter().filter(|named| documents.contains(&named.span.source));
        shared && names.all(|named| without(&named.name, segment).is_some())
    });
    let Some(prefix) = prefix.cloned() else { return };
    for named in draft.types.iter_mut().filter(|named| documents.contains(&named.span.source)) {
        if let Some(name) = without(&named.name, &prefix) {
            named.name = name;
        }
    }
    for reference in draft.references.iter_mut().filter(|reference| documents.contains(&reference.span.source)) {
        if let Target::Name(name) = &mut reference.target
            && let Some(stripped) = without(name, &prefix)
        {
            *name = stripped;
        }
    }
}

/// Takes the name of the module off that stands before the name of every type: `AcmeClient.Pet`, which is called `Pet`
/// where it is referred to.
fn of_module(pages: &[PageNames], draft: &mut Draft) {
    let documents: BTreeSet<SourceId> = pages.iter().map(|page| page.document).collect();
    let mut types: Vec<_> = draft.types.iter_mut().filter(|named| documents.contains(&named.span.source)).collect();
    let Some((module, _)) = types.first().and_then(|named| named.name.split_once('.')) else { return };
    let module = format!("{module}.");
    let refers = |reference: &Pending| match &reference.target {
        Target::Name(name) => name.starts_with(&module),
        Target::Uri(_) => false,
    };
    let is_name = |rest: &str| rest.starts_with(char::is_alphabetic);
    let all = types.iter().all(|named| named.name.strip_prefix(&module).is_some_and(is_name));
    // Where it belongs to the names, references have it too.
    if types.len() < PAGES || !all || draft.references.iter().any(refers) {
        return;
    }
    for named in &mut types {
        named.name = named.name.split_off(module.len());
    }
}

/// `Pet` for `ClientPet`, if what is left begins like a name.
fn without(name: &str, prefix: &str) -> Option<String> {
    let rest = name.strip_prefix(prefix)?;
    rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then(|| rest.to_owned())
}
