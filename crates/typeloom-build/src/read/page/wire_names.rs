//! Names in the JSON for pages that show the attributes of another language.
//!
//! Runs when all pages of a vendor have been read: fields with a [`Spelling`] go in, each gets the name that the
//! evidence speaks for. In this order: a name on the page itself that folds to the field's, the convention of the names
//! on this page, a name or the convention of the vendor's other pages, and else the page's spelling.

use crate::convention::{self, fold};
use crate::read::draft::Draft;
use crate::read::link::pointer;
use crate::read::page::mangled;
use crate::read::page::mentions::{Manner, Mention};
use crate::read::page::prefixes;
use crate::read::page::standards;
use crate::source::{SourceId, Span};
use crate::spec::{Convention, Evidence, Field, Keyword, SchemaId, Spelling};
use std::collections::{BTreeMap, BTreeSet};

/// What a page has to say of names.
pub(crate) struct PageNames {
    /// The page.
    pub document: SourceId,
    /// The namespace in front of its title: `Acme`, `Client`, `Model`.
    pub namespace: Vec<String>,
    /// Its objects whose fields are spelled as attributes.
    pub objects: Vec<SchemaId>,
    /// The names it mentions.
    pub mentions: Vec<Mention>,
}

/// Finds the names of all fields that are spelled as attributes.
pub(crate) fn decide(draft: &mut Draft) {
    let pages = std::mem::take(&mut draft.pages);
    prefixes::strip(&pages, draft);
    let surveys: Vec<Survey> = pages.iter().map(|page| Survey::of(page, draft)).collect();
    let vendor = Vendor::of(&surveys);
    for (page, survey) in pages.iter().zip(&surveys) {
        for &object in &page.objects {
            let fields = fields(object, draft);
            let standard = standard(&fields);
            let decide = |field| survey.decide(field, standard, &vendor);
            let decided = distinct(fields.iter().map(decide).collect(), &fields);
            apply(object, decided, draft);
        }
    }
}

fn fields(object: SchemaId, draft: &mut Draft) -> Vec<Field> {
    draft.get(object).fields().to_vec()
}

/// Where the name is written that shows the object to be a message of a standard, which fixes all its names.
fn standard(fields: &[Field]) -> Option<Span> {
    let spelled = |field: &Field| convention::spell(&mangled::original(&field.name), Convention::Snake);
    let several: Vec<(String, Span)> =
        fields.iter().map(|field| (spelled(field), field.span)).filter(|(name, _)| name.contains('_')).collect();
    let names: Vec<String> = several.iter().map(|(name, _)| name.clone()).collect();
    standards::telling(&names).and_then(|index| several.get(index)).map(|(_, span)| *span)
}

/// The names of one page, by what they fold to.
struct Survey<'a> {
    mentions: BTreeMap<String, Vec<&'a Mention>>,
    /// How often its fields are named in each convention, and where first.
    direct: Votes,
    /// The same of all other names it mentions in code.
    others: Votes,
}

/// How many names speak for each convention, and one of them.
#[derive(Default)]
struct Votes(BTreeMap<&'static str, (usize, Convention, Span)>);

impl Votes {
    fn add(&mut self, convention: Convention, span: Span) {
        self.0.entry(convention::name(convention)).or_insert((0, convention, span)).0 += 1;
    }

    /// The convention that three times as many names speak for as for all others together.
    fn clear(&self) -> Option<(Convention, Span)> {
        let all: usize = self.0.values().map(|(count, ..)| count).sum();
        let (count, convention, span) = self.0.values().max_by_key(|(count, ..)| *count)?;
        (count * 4 >= all * 3).then_some((*convention, *span))
    }
}

impl<'a> Survey<'a> {
    fn of(page: &'a PageNames, draft: &mut Draft) -> Survey<'a> {
        let mut mentions: BTreeMap<String, Vec<&Mention>> = BTreeMap::new();
        for mention in &page.mentions {
            mentions.entry(fold(&mention.text)).or_default().push(mention);
        }
        let mut survey = Survey { mentions, direct: Votes::default(), others: Votes::default() };
        let mut folds = BTreeSet::new();
        for &object in &page.objects {
            for field in fields(object, draft) {
                let base = mangled::original(&field.name);
                folds.insert(fold(&base));
                if let Some(mention) = survey.named(&base)
                    && let Some(convention) = convention::of(&mention.text)
                {
                    survey.direct.add(convention, mention.span);
                }
            }
        }
        for (fold, mentions) in &survey.mentions {
            let strongest =
                mentions.iter().filter(|mention| mention.manner >= Manner::Code).max_by_key(|mention| mention.manner);
            if let Some(mention) = strongest
                && !folds.contains(fold)
                && let Some(convention) = convention::of(&mention.text)
            {
                survey.others.add(convention, mention.span);
            }
        }
        survey
    }

    /// How the page itself names the field: the strongest manner, then the most frequent spelling, then the first.
    fn named(&self, base: &str) -> Option<&'a Mention> {
        let mentions = self.mentions.get(&fold(base))?;
        let manner = mentions.iter().map(|mention| mention.manner).max()?;
        let strongest = || mentions.iter().filter(|mention| mention.manner == manner);
        let count = |text: &str| strongest().filter(|mention| mention.text == text).count();
        let most = strongest().map(|mention| count(&mention.text)).max()?;
        strongest().find(|mention| count(&mention.text) == most).copied()
    }

    fn decide(&self, field: &Field, standard: Option<Span>, vendor: &Vendor<'_>) -> Decision {
        let base = mangled::original(&field.name);
        let several = convention::words(&base).len() > 1;
        let one_word = || match vendor.lower_case(&base) {
            true => base.to_lowercase(),
            false => base.clone(),
        };
        if !several {
            return Decision { name: one_word(), evidence: Evidence::OneWord, accepted: false };
        }
        if let Some(mention) = self.named(&base) {
            return Decision { name: mention.text.clone(), evidence: Evidence::Named(mention.span), accepted: false };
        }
        if let Some(span) = standard {
            let name = convention::spell(&base, Convention::Snake);
            let (accepted, evidence) = (name != field.name, Evidence::PageConvention(Convention::Snake, span));
            return Decision { name, evidence, accepted };
        }
        let (name, evidence) = if let Some((convention, span)) = self.direct.clear() {
            (convention::spell(&base, convention), Evidence::PageConvention(convention, span))
        } else if let Some(mention) = vendor.named.get(&fold(&base))
            && let Some(convention) = convention::of(&mention.text)
        {
            (mention.text.clone(), Evidence::VendorConvention(convention, mention.span))
        } else if let Some((convention, span)) = vendor.votes.clear() {
            (convention::spell(&base, convention), Evidence::VendorConvention(convention, span))
        } else if let Some((convention, span)) = self.others.clear() {
            (convention::spell(&base, convention), Evidence::PageConvention(convention, span))
        } else {
            (base.clone(), Evidence::Nothing)
        };
        let accepted = name != field.name;
        Decision { name, evidence, accepted }
    }
}

/// What the pages of a vendor say together.
struct Vendor<'a> {
    /// How each name is spelled where all pages that name it agree.
    named: BTreeMap<String, &'a Mention>,
    votes: Votes,
}

impl<'a> Vendor<'a> {
    fn of(surveys: &[Survey<'a>]) -> Vendor<'a> {
        let mut spelled: BTreeMap<String, Option<&Mention>> = BTreeMap::new();
        let mut votes = Votes::default();
        for survey in surveys {
            for (_, convention, span) in survey.direct.0.values() {
                votes.add(*convention, *span);
            }
            for (fold, mentions) in &survey.mentions {
                let strongest = mentions.iter().filter(|mention| mention.manner >= Manner::Code);
                for mention in strongest.filter(|mention| convention::of(&mention.text).is_some()) {
                    let known = spelled.entry(fold.clone()).or_insert(Some(mention));
                    if known.is_some_and(|known| known.text != mention.text) {
                        *known = None;
                    }
                }
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
        Vendor { named, votes }
    }

    /// Whether a name of one word is written small: pages of Go and C# capitalise all names, JSON seldom does.
    fn lower_case(&self, base: &str) -> bool {
        let small = self.votes.clear().is_some_and(|(convention, _)| convention != Convention::Pascal);
        small && base.starts_with(char::is_uppercase)
    }
}

struct Decision {
    name: String,
    evidence: Evidence,
    accepted: bool,
}

/// Fields of one object must not come to share a name: those that would keep the page's spelling, and no spelling is
/// accepted that is another field's name.
fn distinct(mut decisions: Vec<Decision>, fields: &[Field]) -> Vec<Decision> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for decision in &decisions {
        *counts.entry(decision.name.clone()).or_default() += 1;
    }
    for (decision, field) in decisions.iter_mut().zip(fields) {
        let count = counts.entry(decision.name.clone()).or_default();
        if decision.name != field.name && *count > 1 {
            *count -= 1;
            *counts.entry(field.name.clone()).or_default() += 1;
            *decision = Decision { name: field.name.clone(), evidence: Evidence::Nothing, accepted: false };
        }
    }
    for (decision, field) in decisions.iter_mut().zip(fields) {
        decision.accepted &= counts.get(&field.name).is_none_or(|count| *count == 0);
    }
    decisions
}

/// Gives the fields of an object their names; `required` and the pointers of their schemas follow.
fn apply(object: SchemaId, decisions: Vec<Decision>, draft: &mut Draft) {
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    let mut moved: Vec<(SchemaId, String, String)> = Vec::new();
    for keyword in &mut draft.get(object).keywords {
        let Keyword::Properties(fields) = &mut keyword.value else { continue };
        for (field, Decision { name, evidence, accepted }) in fields.iter_mut().zip(&decisions) {
            let page = std::mem::replace(&mut field.name, name.clone());
            if page != *name {
                renamed.insert(page.clone(), name.clone());
                moved.push((field.schema, page.clone(), name.clone()));
            }
            field.spelling = Some(Spelling { page, evidence: evidence.clone(), accepted: *accepted });
        }
    }
    for keyword in &mut draft.get(object).keywords {
        if let Keyword::Required(names) = &mut keyword.value {
            for name in names {
                if let Some(new) = renamed.get(&name.value) {
                    name.value.clone_from(new);
                }
            }
        }
    }
    let base = draft.get(object).pointer.clone();
    let path = |name: &str| pointer::join(&pointer::join(&base, "properties"), name);
    for (schema, old, new) in moved {
        let (old, new) = (path(&old), path(&new));
        // The schemas of a type cell were added one after the other.
        for schema in draft.schemas.iter_mut().skip(schema.0 as usize) {
            match schema.pointer.strip_prefix(&old) {
                Some(rest) if rest.is_empty() || rest.starts_with('/') => schema.pointer = format!("{new}{rest}"),
                Some(_) | None => break,
            }
        }
    }
}
