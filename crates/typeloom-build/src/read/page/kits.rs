//! What the names on all pages of one kit show of how the kit spells names, whatever the vendor does.
//!
//! Runs when all pages of a vendor have been read. A kit is a folder of pages. Some kits spell all names as their
//! language does; others keep the names of the JSON, which shows where the names follow several conventions.

use crate::convention::{self, mangled};
use crate::read::draft::Draft;
use crate::read::page::type_expr::vocabulary;
use crate::read::page::wire_names::PageNames;
use crate::source::Span;
use crate::spec::Convention;
use std::collections::BTreeMap;

/// Fewer names than this that follow another convention may be exceptions.
const NAMES: usize = 3;

/// The kits of a vendor, by folder.
#[derive(Default)]
pub(super) struct Kits<'a>(BTreeMap<&'a str, Kit<'a>>);

/// What is known of one kit.
#[derive(Default)]
struct Kit<'a> {
    /// How many words of its type cells each language knows.
    scores: Vec<usize>,
    /// Its names of several words, by convention, and where each stands first.
    names: BTreeMap<&'static str, (Convention, BTreeMap<&'a str, Span>)>,
}

impl<'a> Kits<'a> {
    pub(super) fn of(pages: &'a [PageNames], draft: &'a Draft) -> Kits<'a> {
        let mut kits = Kits::default();
        for page in pages {
            let kit = kits.0.entry(page.folder.as_str()).or_default();
            kit.scores.resize(page.scores.len().max(kit.scores.len()), 0);
            kit.scores.iter_mut().zip(&page.scores).for_each(|(sum, score)| *sum += score);
            for field in page.objects.iter().flat_map(|object| draft.fields(*object)) {
                let Some(convention) = convention::of(&mangled::original(&field.name)) else { continue };
                let names = kit.names.entry(convention::name(convention));
                let (_, names) = names.or_insert_with(|| (convention, BTreeMap::new()));
                names.entry(field.name.as_str()).or_insert(field.span);
            }
        }
        kits
    }

    /// Whether the language of the kit of this page may be one that begins every name with a capital.
    pub(super) fn may_capitalise(&self, page: &PageNames) -> bool {
        self.0.get(page.folder.as_str()).is_some_and(|kit| vocabulary::may_capitalise(&kit.scores))
    }

    /// A name of `convention` in the kit of this page, if its names are those of the JSON.
    pub(super) fn keeps(&self, page: &PageNames, convention: Convention) -> Option<Span> {
        let kit = self.0.get(page.folder.as_str()).filter(|kit| kit.keeps_names())?;
        let (_, names) = kit.names.get(convention::name(convention))?;
        names.values().next().copied()
    }

    /// Whether the names of the kit of this page are those of the JSON.
    pub(super) fn keeps_names(&self, page: &PageNames) -> bool {
        self.0.get(page.folder.as_str()).is_some_and(Kit::keeps_names)
    }
}

impl Kit<'_> {
    fn keeps_names(&self) -> bool {
        self.names.values().filter(|(_, names)| names.len() >= NAMES).count() > 1
    }
}
