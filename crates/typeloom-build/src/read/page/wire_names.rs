//! Names in the JSON for pages that show the attributes of another language.
//!
//! Runs when all pages of a vendor have been read: fields with a [`Spelling`] go in, each gets the name that the
//! evidence speaks for. In this order: a name on the page itself that folds to the field's, the convention of the names
//! on this page, a name or the convention of the vendor's other pages, the convention of the values of its enumerations,
//! and else the page's spelling, without the capital that its language begins names with.

use crate::convention::{self, fold, mangled};
use crate::pointer;
use crate::read::draft::Draft;
use crate::read::page::kits::Kits;
use crate::read::page::mentions::{Manner, Mention};
use crate::read::page::prefixes;
use crate::read::page::standards;
use crate::read::page::votes::{Survey, Vendor};
use crate::source::{SourceId, Span};
use crate::spec::{Convention, Evidence, Field, Keyword, SchemaId, Spelling};
use std::collections::BTreeMap;

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
    /// The folder it is in: pages of one kit are in one.
    pub folder: String,
    /// How many words of its type cells each language knows.
    pub scores: Vec<usize>,
    /// Capitals inside of a name are those of the JSON, but for the letters that begin its words.
    pub keeps_capitals: bool,
}

/// Finds the names of all fields that are spelled as attributes.
pub(crate) fn decide(draft: &mut Draft) {
    let pages = std::mem::take(&mut draft.pages);
    if pages.is_empty() {
        return; // names of schemas are those of the JSON
    }
    prefixes::strip(&pages, draft);
    let surveys: Vec<Survey> = pages.iter().map(|page| Survey::of(page, draft)).collect();
    let kits = Kits::of(&pages, draft);
    let capitalised = capitalised(&pages, &kits, draft);
    let vendor = Vendor::of(&pages, &surveys, capitalised, draft);
    let mut all: Vec<(SchemaId, Vec<Decision>)> = Vec::new();
    for (page, survey) in pages.iter().zip(&surveys) {
        let capitalised = capitalised && begins_with_capitals(page, draft) == Some(true);
        for &object in &page.objects {
            let fields = draft.fields(object);
            let evidence =
                Weighing { page, survey, vendor: &vendor, kits: &kits, standard: standard(fields), capitalised };
            let decided = distinct(fields.iter().map(|field| evidence.decide(field)).collect(), fields);
            all.push((object, decided));
        }
    }
    for (object, decided) in all {
        apply(object, decided, draft);
    }
}

/// Whether the names of a page all begin with a capital. [`None`] where there are none.
fn begins_with_capitals(page: &PageNames, draft: &Draft) -> Option<bool> {
    let mut names = page.objects.iter().flat_map(|object| draft.fields(*object)).map(|field| &field.name).peekable();
    names.peek()?;
    Some(names.all(|name| !name.starts_with(char::is_lowercase)))
}

/// Whether capitals at the beginning of names are those of the language: nearly all pages have them on all names, and
/// their types are those of such a language.
fn capitalised(pages: &[PageNames], kits: &Kits<'_>, draft: &Draft) -> bool {
    let with_names: Vec<(&PageNames, bool)> =
        pages.iter().filter_map(|page| Some((page, begins_with_capitals(page, draft)?))).collect();
    let count = with_names.iter().filter(|(page, capitals)| *capitals && kits.may_capitalise(page)).count();
    count > 0 && count * 4 >= with_names.len() * 3
}

/// Where the name is written that shows the object to be a message of a standard, which fixes all its names.
fn standard(fields: &[Field]) -> Option<Span> {
    let spelled = |field: &Field| convention::spell(&mangled::original(&field.name), Convention::Snake);
    let several: Vec<(String, Span)> =
        fields.iter().map(|field| (spelled(field), field.span)).filter(|(name, _)| name.contains('_')).collect();
    let names: Vec<String> = several.iter().map(|(name, _)| name.clone()).collect();
    standards::telling(&names).and_then(|index| several.get(index)).map(|(_, span)| *span)
}

/// All that speaks for the names of one object.
struct Weighing<'a> {
    page: &'a PageNames,
    survey: &'a Survey<'a>,
    vendor: &'a Vendor<'a>,
    kits: &'a Kits<'a>,
    /// Where a name shows it to be a message of a standard.
    standard: Option<Span>,
    /// The page's language begins every name with a capital.
    capitalised: bool,
}

impl Weighing<'_> {
    fn decide(&self, field: &Field) -> Decision {
        let base = mangled::original(&field.name);
        if self.kits.keeps_names(self.page) {
            return self.kept(base);
        }
        if convention::words(&base).len() < 2 {
            return self.one_word(&base);
        }
        if let Some(mention) = self.survey.named(&base) {
            return Decision { name: mention.text.clone(), evidence: Evidence::Named(mention.span), accepted: false };
        }
        let (name, evidence) = self.several_words(&base);
        let accepted = name != field.name;
        Decision { name, evidence, accepted }
    }

    /// The kit keeps the names of the JSON.
    fn kept(&self, base: String) -> Decision {
        let shown =
            convention::of(&base).and_then(|convention| Some((convention, self.kits.keeps(self.page, convention)?)));
        let evidence = match shown {
            Some((convention, span)) => Evidence::VendorConvention(convention, span),
            None if convention::words(&base).len() < 2 => Evidence::OneWord,
            None => Evidence::Nothing,
        };
        Decision { name: base, evidence, accepted: false }
    }

    /// Every convention spells one word the same, but for a capital at its beginning.
    fn one_word(&self, base: &str) -> Decision {
        if let Some(mention) = self.survey.named(base).filter(|mention| mention.manner == Manner::Key) {
            return Decision { name: mention.text.clone(), evidence: Evidence::Named(mention.span), accepted: false };
        }
        let page = self.survey.direct.clear().map(|(convention, span)| Evidence::PageConvention(convention, span));
        let vendor =
            || self.vendor.votes.clear().map(|(convention, span)| Evidence::VendorConvention(convention, span));
        let known = page.or_else(vendor);
        if let Some(
            evidence @ (Evidence::PageConvention(Convention::Pascal, _)
            | Evidence::VendorConvention(Convention::Pascal, _)),
        ) = known
        {
            let name = self.spelled(base, Convention::Pascal);
            let accepted = name != base;
            return Decision { name, evidence: if accepted { evidence } else { Evidence::OneWord }, accepted };
        }
        let lower = || match self.page.keeps_capitals {
            true => convention::uncapitalised(base),
            false => base.to_lowercase(),
        };
        let (name, evidence) = match self.vendor.votes.clear().map(|(convention, _)| convention) {
            _ if !self.capitalised => (base.to_owned(), Evidence::OneWord),
            Some(Convention::Snake | Convention::Kebab) => (base.to_lowercase(), Evidence::OneWord),
            Some(Convention::Camel | Convention::Pascal) => (lower(), Evidence::OneWord),
            None if lower() == base => (lower(), Evidence::OneWord),
            None => (lower(), Evidence::Capital),
        };
        let accepted = evidence == Evidence::Capital;
        Decision { name, evidence, accepted }
    }

    fn several_words(&self, base: &str) -> (String, Evidence) {
        let vendor = self.vendor;
        if let Some(span) = self.standard {
            let name = convention::spell(base, Convention::Snake);
            return (name, Evidence::PageConvention(Convention::Snake, span));
        }
        if let Some((convention, span)) = self.survey.direct.clear() {
            return (self.spelled(base, convention), Evidence::PageConvention(convention, span));
        }
        if let Some(mention) = vendor.named.get(&fold(base))
            && let Some(convention) = convention::of(&mention.text)
        {
            return (mention.text.clone(), Evidence::VendorConvention(convention, mention.span));
        }
        if let Some((convention, span)) = vendor.votes.clear() {
            return (self.spelled(base, convention), Evidence::VendorConvention(convention, span));
        }
        if let Some((convention, span)) = self.survey.others.clear() {
            return (self.spelled(base, convention), Evidence::PageConvention(convention, span));
        }
        if let Some((convention, span)) = vendor.values.clear() {
            return (self.spelled(base, convention), Evidence::ValueConvention(convention, span));
        }
        match self.capitalised {
            true => (self.spelled(base, Convention::Camel), Evidence::Capital),
            false => (base.to_owned(), Evidence::Nothing),
        }
    }

    /// The name as a convention spells it, with the capitals that are known to be those of the JSON.
    fn spelled(&self, base: &str, convention: Convention) -> String {
        let begin: fn(&str) -> String = match convention {
            Convention::Camel => convention::uncapitalised,
            Convention::Pascal => convention::capitalised,
            Convention::Snake | Convention::Kebab => return convention::respell(base, convention),
        };
        // Java and its like begin names small, Go and its like do not; neither is the vendor's doing.
        let own = if self.capitalised || convention == Convention::Pascal { begin(base) } else { base.to_owned() };
        // `RW` is one word, and as Pascal as any.
        let follows = match convention {
            Convention::Pascal => own.chars().all(char::is_alphanumeric),
            Convention::Camel | Convention::Snake | Convention::Kebab => convention::of(&own) == Some(convention),
        };
        if self.page.keeps_capitals && follows {
            return own;
        }
        match self.survey.capitals(base) {
            Some(mention) => begin(&mention.text),
            None => convention::spell(base, convention),
        }
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
