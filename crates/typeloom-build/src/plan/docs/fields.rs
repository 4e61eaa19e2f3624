//! Docs of the fields of one struct. What holds for several of them is said once, of the type.
//!
//! Each field says what the vendor says of it, its rules, how `null` and a missing key are told apart, and how its name
//! in the JSON was found. Sentences on the last two are the same for most fields of a type, so the most frequent ones
//! become paragraphs of the type, and only the fields say it that differ.

use super::said;
use crate::convention;
use crate::model::{self, Presence};
use crate::plan::draft::Draft;
use crate::plan::markdown::code;
use crate::plan::rule_words;
use crate::spec::{Evidence, Field, Stated};

/// A field and what was decided about it.
pub(in crate::plan) struct Decided<'a> {
    /// As the document has it.
    pub field: &'a Field,
    /// Whether `null` is a value of its type.
    pub holds_null: bool,
}

/// Writes the docs of `fields`; gives what is said of all of them together.
pub(in crate::plan) fn write(draft: &Draft<'_>, decided: &[Decided<'_>], fields: &mut [model::Field]) -> Vec<String> {
    let presences: Vec<Option<Said>> =
        fields.iter().zip(decided).map(|(field, decided)| of_presence(decided, field.presence)).collect();
    let said_of_all = presences.iter().flatten().map(|said| &said.all).filter(|all| !all.is_empty());
    let shared_presence = shared(said_of_all).copied();
    let reasons: Vec<Option<String>> = decided.iter().map(|decided| reason(draft, decided.field)).collect();
    let shared_reason = shared(reasons.iter().flatten());
    for (((field, decided), presence), reason) in fields.iter_mut().zip(decided).zip(&presences).zip(&reasons) {
        let mut docs = said(draft, decided.field.schema);
        docs.extend(rule_words::of_slot(&field.slot, draft.rules.patterns()));
        let wire = in_json(field);
        let mut sentences: Vec<&str> = Vec::new();
        if let Some(said) = presence {
            let one = if Some(said.all) == shared_presence { "" } else { said.one };
            sentences.extend(said.own.into_iter().chain([one]).filter(|text| !text.is_empty()));
        }
        sentences.extend(wire.as_deref());
        docs.extend((!sentences.is_empty()).then(|| sentences.join(" ")));
        let own_reason = reason.as_ref().filter(|reason| Some(*reason) != shared_reason);
        docs.extend(of_name(decided.field, own_reason));
        docs.shrink_to_fit();
        field.docs = docs;
    }
    let mut together: Vec<String> = shared_presence.map(str::to_owned).into_iter().collect();
    together.extend(shared_reason.map(|reason| format!("Where the table has other names than the JSON: {reason}.")));
    if decided.iter().any(|decided| is_guess(decided.field)) {
        together.push("Nothing says how the JSON spells names of several words: they are as on the page.".to_owned());
    }
    together
}

/// The name in the JSON, where it is not that of the field.
fn in_json(field: &model::Field) -> Option<String> {
    let own = field.name.strip_prefix("r#").unwrap_or(&field.name);
    (own != field.wire).then(|| format!("In the JSON: {}.", code(&field.wire)))
}

/// What most of `all` say, if several do; the first of those that are said equally often.
fn shared<'a, T: PartialEq>(all: impl Iterator<Item = &'a T>) -> Option<&'a T> {
    let mut counts: Vec<(&T, usize)> = Vec::new();
    for said in all {
        match counts.iter_mut().find(|(known, _)| *known == said) {
            Some((_, count)) => *count += 1,
            None => counts.push((said, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().filter(|most| *most > 1)?;
    counts.iter().find(|(_, count)| *count == most).map(|(said, _)| *said)
}

/// What the Rust type does not say of a key and of `null`.
struct Said {
    /// What the field says in any case.
    own: Option<&'static str>,
    /// What the field says unless its type does.
    one: &'static str,
    /// What the type says for all fields of which it holds; empty where no type does.
    all: &'static str,
}

const NULL_UNKNOWN: &str = "The document does not say whether fields may be `null`: that is read as `None`.";

fn of_presence(decided: &Decided<'_>, presence: Presence) -> Option<Said> {
    let own = |own| Some(Said { own: Some(own), one: "", all: "" });
    match presence {
        Presence::RequiredNullable => own("The key must be there; its value may be `null`."),
        Presence::Optional if !decided.holds_null => Some(Said {
            own: None,
            one: "The key may be missing; `null` is not allowed.",
            all: "`Option` fields may be missing and are not `null`, unless they say otherwise.",
        }),
        Presence::OptionalNullable => {
            own("The key may be missing (`None`), and its value may be `null` (`Some(None)`).")
        }
        Presence::OptionalNullUnknown => Some(Said {
            own: None,
            one: "The key may be missing. The document does not say whether `null` occurs: it is read as `None`.",
            all: NULL_UNKNOWN,
        }),
        Presence::RequiredNullUnknown => Some(Said {
            own: Some("The key must be there."),
            one: "The document does not say whether `null` occurs: it is read as `None`.",
            all: NULL_UNKNOWN,
        }),
        Presence::Optional if decided.field.required == Stated::Unknown => Some(Said {
            own: None,
            one: "The document does not say whether the key may be missing.",
            all: "The document does not say which keys may be missing.",
        }),
        Presence::Required | Presence::Optional => None,
    }
}

/// Whether a name is as on the page for want of evidence.
fn is_guess(field: &Field) -> bool {
    let guess = |page: &String| *page == field.name;
    field.spelling.as_ref().is_some_and(|spelling| spelling.evidence == Evidence::Nothing && guess(&spelling.page))
}

/// What decided that the name in the JSON is another one than that of the table.
fn reason(draft: &Draft<'_>, field: &Field) -> Option<String> {
    let spelling = field.spelling.as_ref().filter(|spelling| spelling.page != field.name)?;
    let place = |span| code(&draft.sources.file_and_line(span));
    Some(match &spelling.evidence {
        Evidence::OneWord => return None,
        Evidence::Named(span) => format!("the page calls it {} in {}", code(&field.name), place(*span)),
        Evidence::PageConvention(convention, span) => {
            format!("other names on the page are {} ({})", convention::name(*convention), place(*span))
        }
        Evidence::VendorConvention(convention, span) => {
            format!("names on the vendor's other pages are {} ({})", convention::name(*convention), place(*span))
        }
        Evidence::ValueConvention(convention, span) => {
            format!("values of the vendor are {} ({})", convention::name(*convention), place(*span))
        }
        Evidence::Capital => "the language of the page begins every name with a capital".to_owned(),
        Evidence::Override(span) => format!("{} says so", place(*span)),
        Evidence::Nothing => "nothing says how the JSON spells it".to_owned(),
    })
}

/// The name in the table where it is another one.
fn of_name(field: &Field, reason: Option<&String>) -> Option<String> {
    let spelling = field.spelling.as_ref().filter(|spelling| spelling.page != field.name)?;
    let page = code(&spelling.page);
    let reason = reason.map(|reason| format!("; {reason}")).unwrap_or_default();
    let accepted = if spelling.accepted { " It is read under that name too." } else { "" };
    Some(format!("The table has {page}{reason}.{accepted}"))
}
