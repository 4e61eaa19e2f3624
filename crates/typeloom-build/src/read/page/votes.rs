//! What the names that pages mention say of how a vendor spells names, page by page and for all pages together.
//!
//! In come pages with their fields and the names that they mention, out comes for each page which conventions its names
//! speak for, and for the vendor what all its pages say. What that means for a field is decided elsewhere.

use crate::convention::{self, fold, mangled};
use crate::read::draft::Draft;
use crate::read::page::mentions::{Manner, Mention};
use crate::read::page::wire_names::PageNames;
use crate::source::{SourceId, Span};
use crate::spec::{Convention, Keyword};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::Value;

/// How many names speak for each convention, and one of them.
#[derive(Default)]
pub(super) struct Votes(BTreeMap<&'static str, (usize, Convention, Span)>);

/// The names of one page, by what they fold to.
pub(super) struct Survey<'a> {
    mentions: BTreeMap<String, Vec<&'a Mention>>,
    /// How often its fields are named in each convention, and where first.
    pub direct: Votes,
    /// The same of all other names it mentions in code.
    pub others: Votes,
    /// A name of its fields that keeps the capitals of an abbreviation, as only camelCase does and PascalCase, where it
    /// begins with a capital that is not the language's. One alone may be an exception, so it speaks for the vendor and
    /// not for this page.
    abbreviated: Option<(bool, Span)>,
}

/// What the pages of a vendor say together.
pub(super) struct Vendor<'a> {
    /// How each name is spelled where all pages that name it in code agree.
    pub named: BTreeMap<String, &'a Mention>,
    /// How the pages spell names.
    pub votes: Votes,
    /// How the values of its enumerations are spelled.
    pub values: Votes,
}

impl Votes {
    fn add(&mut self, convention: Convention, span: Span) {
        self.0.entry(convention::name(convention)).or_insert((0, convention, span)).0 += 1;
    }

    /// The convention that three times as many names speak for as for all others together.
    pub(super) fn clear(&self) -> Option<(Convention, Span)> {
        let all: usize = self.0.values().map(|(count, ..)| count).sum();
        let (count, convention, span) = self.0.values().max_by_key(|(count, ..)| *count)?;
        (count * 4 >= all * 3).then_some((*convention, *span))
    }

    fn has(&self, convention: Convention) -> bool {
        self.0.contains_key(convention::name(convention))
    }

    /// The same, if at least `least` names speak for it.
    fn at_least(self, least: usize) -> Votes {
        let most = self.0.values().map(|(count, ..)| *count).max().unwrap_or(0);
        if most < least { Votes::default() } else { self }
    }
}

impl<'a> Survey<'a> {
    pub(super) fn of(page: &'a PageNames, draft: &Draft) -> Survey<'a> {
        let mut mentions: BTreeMap<String, Vec<&Mention>> = BTreeMap::new();
        for mention in &page.mentions {
            mentions.entry(fold(&mention.text)).or_default().push(mention);
        }
        let mut survey = Survey { mentions, direct: Votes::default(), others: Votes::default(), abbreviated: None };
        let mut folds = BTreeSet::new();
        for field in page.objects.iter().flat_map(|object| draft.fields(*object)) {
            let base = mangled::original(&field.name);
            folds.insert(fold(&base));
            let spelled = survey.capitalised_in_code(&base).filter(|_| draft.types.iter().all(|of| of.name != base));
            if let Some(mention) = spelled {
                survey.direct.add(Convention::Pascal, mention.span);
            } else if let Some(mention) = survey.named(&base) {
                if let Some(convention) = convention_of(mention) {
                    survey.direct.add(convention, mention.span);
                }
            } else if page.keeps_capitals && convention::keeps_abbreviations(&base) {
                survey.abbreviated.get_or_insert((base.starts_with(char::is_uppercase), field.span));
            }
        }
        for (fold, mentions) in &survey.mentions {
            let strongest =
                mentions.iter().filter(|mention| mention.manner >= Manner::Code).max_by_key(|mention| mention.manner);
            if let Some(mention) = strongest
                && !folds.contains(fold)
                && let Some(convention) = convention_of(mention)
            {
                survey.others.add(convention, mention.span);
            }
        }
        survey
    }

    /// Where the page has the name of a field with a capital at its beginning, in code.
    fn capitalised_in_code(&self, base: &str) -> Option<&'a Mention> {
        let mentions = self.mentions.get(&fold(base))?;
        mentions.iter().find(|mention| mention.manner == Manner::CapitalisedCode).copied()
    }

    /// Which letters of a name are capitals, as the page has it anywhere.
    pub(super) fn capitals(&self, base: &str) -> Option<&'a Mention> {
        let mentions = self.mentions.get(&fold(base))?;
        mentions.iter().find(|mention| convention::keeps_abbreviations(&mention.text)).copied()
    }

    /// How the page itself names the field: the strongest manner, then the most frequent spelling, then the first.
    pub(super) fn named(&self, base: &str) -> Option<&'a Mention> {
        let mentions = self.mentions.get(&fold(base))?;
        let manner =
            mentions.iter().map(|mention| mention.manner).max().filter(|manner| *manner > Manner::CapitalisedCode)?;
        let strongest = || mentions.iter().filter(|mention| mention.manner == manner);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        strongest().for_each(|mention| *counts.entry(&mention.text).or_default() += 1);
        let most = counts.values().copied().max()?;
        strongest().find(|mention| counts.get(mention.text.as_str()) == Some(&most)).copied()
    }
}

impl<'a> Vendor<'a> {
    /// `capitalised`: the language of the pages begins every name with a capital.
    pub(super) fn of(pages: &[PageNames], surveys: &[Survey<'a>], capitalised: bool, draft: &Draft) -> Vendor<'a> {
        let mut spelled: BTreeMap<String, Option<&Mention>> = BTreeMap::new();
        let mut votes = Votes::default();
        for survey in surveys {
            for (_, convention, span) in survey.direct.0.values() {
                votes.add(*convention, *span);
            }
            for (fold, mentions) in &survey.mentions {
                let strongest = mentions.iter().filter(|mention| mention.manner >= Manner::Code);
                for mention in strongest.filter(|mention| convention_of(mention).is_some()) {
                    let known = spelled.entry(fold.clone()).or_insert(Some(mention));
                    if known.is_some_and(|known| known.text != mention.text) {
                        *known = None;
                    }
                }
            }
        }
        // They are those of `ImageID` as well as of `imageID`.
        if !votes.has(Convention::Pascal) {
            for (pascal, span) in surveys.iter().filter_map(|survey| survey.abbreviated) {
                let convention = if pascal && !capitalised { Convention::Pascal } else { Convention::Camel };
                votes.add(convention, span);
            }
        }
        if votes.0.is_empty() {
            for survey in surveys {
                for (count, convention, span) in survey.others.0.values() {
                    (0..*count).for_each(|_| votes.add(*convention, *span));
                }
            }
        }
        let named = spelled.into_iter().filter_map(|(fold, mention)| Some((fold, mention?))).collect();
        Vendor { named, votes, values: values(pages, draft) }
    }
}

/// The convention that a mention speaks for. What a vendor adds to somebody else's document is spelled as that one is.
fn convention_of(mention: &Mention) -> Option<Convention> {
    let extension = mention.manner != Manner::Key && mention.text.starts_with("x-");
    convention::of(&mention.text).filter(|_| !extension)
}

/// How the values of enumerations are spelled, each value counted once. Names and values of one vendor are spelled
/// alike where the values are camelCase or snake_case; `kebab-case` and constants say nothing of names.
fn values(pages: &[PageNames], draft: &Draft) -> Votes {
    /// One value may be a word of somebody else's, such as a grant type of OAuth.
    const LEAST: usize = 2;
    let documents: BTreeSet<SourceId> = pages.iter().map(|page| page.document).collect();
    let (mut votes, mut seen) = (Votes::default(), BTreeSet::new());
    let keywords = draft.schemas.iter().flat_map(|schema| &schema.keywords);
    for keyword in keywords.filter(|keyword| documents.contains(&keyword.span.source)) {
        let Keyword::Enum(values) = &keyword.value else { continue };
        for known in values {
            let Value::String(text) = &known.value else { continue };
            match convention::of(text) {
                Some(convention @ (Convention::Camel | Convention::Snake)) if seen.insert(text) => {
                    votes.add(convention, known.span);
                }
                Some(Convention::Camel | Convention::Snake | Convention::Pascal | Convention::Kebab) | None => {}
            }
        }
    }
    votes.at_least(LEAST)
}
