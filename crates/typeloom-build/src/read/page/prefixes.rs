//! Prefixes that a generator put in front of all names of a vendor: `Acme.Client.Model.ClientPet`.
//!
//! Runs when all pages of a vendor have been read. A prefix is taken off where it is a segment of the namespace of all
//! pages that have one, and all their names begin with it. What C puts behind the names of all types, `pet_t`, is taken
//! off as well, and the capitals that Objective-C puts before them, `ZOOPet`.

use crate::read::draft::{Draft, Pending, Target};
use crate::read::page::type_expr::vocabulary;
use crate::read::page::wire_names::PageNames;
use crate::source::SourceId;
use std::collections::BTreeSet;

/// Fewer pages than this show no habit.
const PAGES: usize = 3;

/// Takes the prefix off the names of types and off what refers to them.
pub(crate) fn strip(pages: &[PageNames], draft: &mut Draft) {
    of_module(pages, draft);
    of_c(pages, draft);
    of_classes(pages, draft);
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

/// What ends the names of all types in C.
pub(crate) const OF_C: &str = "_t";

/// Takes `_t` off where all types have it.
fn of_c(pages: &[PageNames], draft: &mut Draft) {
    let documents: BTreeSet<SourceId> = pages.iter().map(|page| page.document).collect();
    let mut types: Vec<_> = draft.types.iter_mut().filter(|named| documents.contains(&named.span.source)).collect();
    let all = types.iter().all(|named| named.name.strip_suffix(OF_C).is_some_and(|stem| !stem.is_empty()));
    if types.len() < PAGES || !all {
        return;
    }
    for named in &mut types {
        named.name.truncate(named.name.len() - OF_C.len());
    }
    for reference in draft.references.iter_mut().filter(|reference| documents.contains(&reference.span.source)) {
        if let Target::Name(name) = &mut reference.target
            && name.ends_with(OF_C)
        {
            name.truncate(name.len() - OF_C.len());
        }
    }
}

/// Takes the capitals off that all classes of Objective-C have before their names, as the language knows no namespaces.
fn of_classes(pages: &[PageNames], draft: &mut Draft) {
    let is_objective_c = |page: &&PageNames| vocabulary::best(&page.scores).name == "Objective-C";
    let of_pages = pages.iter().filter(is_objective_c).count();
    if of_pages < PAGES || of_pages * 2 < pages.len() {
        return;
    }
    let documents: BTreeSet<SourceId> = pages.iter().map(|page| page.document).collect();
    let mut types: Vec<_> = draft.types.iter_mut().filter(|named| documents.contains(&named.span.source)).collect();
    let Some(prefix) = shared_capitals(types.iter().map(|named| named.name.as_str())) else { return };
    for named in &mut types {
        named.name = named.name.split_off(prefix.len());
    }
    for reference in draft.references.iter_mut().filter(|reference| documents.contains(&reference.span.source)) {
        if let Target::Name(name) = &mut reference.target
            && let Some(stripped) = without(name, &prefix)
        {
            *name = stripped;
        }
    }
}

/// The capitals that all names begin with, but for the one that begins what follows: `ZOO` of `ZOOPet` and `ZOOKeeper`.
fn shared_capitals<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<String> {
    /// Fewer capitals are no prefix of classes.
    const LEAST: usize = 2;
    let mut shared = names.next()?.to_owned();
    let mut all = vec![shared.clone()];
    for name in names {
        let same = shared.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
        shared = shared.chars().take(same).collect();
        all.push(name.to_owned());
    }
    let capitals = shared.chars().take_while(char::is_ascii_uppercase).count();
    shared.truncate(capitals);
    // The last capital that all have in common may begin what follows.
    let begins = |name: &String| name[shared.len()..].starts_with(|c: char| c.is_lowercase());
    if all.iter().any(begins) {
        shared.pop();
    }
    (shared.len() >= LEAST).then_some(shared)
}

/// `Pet` for `ClientPet`, if what is left begins like a name.
fn without(name: &str, prefix: &str) -> Option<String> {
    let rest = name.strip_prefix(prefix)?;
    rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then(|| rest.to_owned())
}
