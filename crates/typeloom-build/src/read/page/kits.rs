//! What the names on all pages of one kit show of how the kit spells names, whatever the vendor does.
//!
//! Runs when all pages of a vendor have been read. A kit is the pages of one language in a folder. Some kits spell all
//! names as their language does; others keep the names of the JSON, which shows where the names follow several
//! conventions.

use crate::convention::{self, mangled};
use crate::read::draft::Draft;
use crate::read::page::type_expr::vocabulary::{self, Vocabulary};
use crate::read::page::wire_names::PageNames;
use crate::source::Span;
use crate::spec::Convention;
use std::collections::BTreeMap;

/// Fewer names than this that follow another convention may be exceptions.
const NAMES: usize = 3;

/// The kits of a vendor.
#[derive(Default)]
pub(super) struct Kits<'a> {
    /// How many words of the type cells in a folder each language knows.
    scores: BTreeMap<&'a str, Vec<usize>>,
    /// By folder and language: where the pages of two kits lie in one folder, their names show nothing together.
    kits: BTreeMap<(&'a str, &'static str), (&'static Vocabulary, Kit<'a>)>,
}

/// What is known of one kit: its names of several words, by convention, and where each stands first.
#[derive(Default)]
struct Kit<'a>(BTreeMap<&'static str, (Convention, BTreeMap<&'a str, Span>)>);

impl<'a> Kits<'a> {
    pub(super) fn of(pages: &'a [PageNames], draft: &'a Draft) -> Kits<'a> {
        let mut kits = Kits::default();
        for page in pages {
            let sums = kits.scores.entry(page.folder.as_str()).or_default();
            sums.resize(page.scores.len().max(sums.len()), 0);
            sums.iter_mut().zip(&page.scores).for_each(|(sum, score)| *sum += score);
        }
        for page in pages {
            let language = vocabulary::best(&page.scores);
            let (_, kit) = kits.kits.entry((page.folder.as_str(), language.name)).or_insert((language, Kit::default()));
            for field in page.objects.iter().flat_map(|object| draft.fields(*object)) {
                let Some(convention) = convention::of(&mangled::original(&field.name)) else { continue };
                let names = kit.0.entry(convention::name(convention));
                let (_, names) = names.or_insert_with(|| (convention, BTreeMap::new()));
                names.entry(field.name.as_str()).or_insert(field.span);
            }
        }
        kits
    }

    /// The kit of this page, if its names are those of the JSON. Words of a page may be those of several languages.
    fn keeping<'k>(&'k self, page: &'k PageNames) -> Option<&'k Kit<'k>> {
        let folder = page.folder.as_str();
        let kits = self.kits.range((folder, "")..).take_while(|((other, _), _)| *other == folder);
        let mut kits =
            kits.filter(|(_, (language, kit))| kit.keeps_names() && vocabulary::is_best(language, &page.scores));
        kits.next().map(|(_, (_, kit))| kit)
    }

    /// Whether the language of the pages beside this one may be one that begins every name with a capital.
    pub(super) fn may_capitalise(&self, page: &PageNames) -> bool {
        self.scores.get(page.folder.as_str()).is_some_and(|scores| vocabulary::may_capitalise(scores))
    }

    /// A name of `convention` in the kit of this page, if its names are those of the JSON.
    pub(super) fn keeps(&self, page: &PageNames, convention: Convention) -> Option<Span> {
        let (_, names) = self.keeping(page)?.0.get(convention::name(convention))?;
        names.values().next().copied()
    }

    /// Whether the names of the kit of this page are those of the JSON.
    pub(super) fn keeps_names(&self, page: &PageNames) -> bool {
        self.keeping(page).is_some()
    }
}

impl Kit<'_> {
    fn keeps_names(&self) -> bool {
        self.0.values().filter(|(_, names)| names.len() >= NAMES).count() > 1
    }
}
