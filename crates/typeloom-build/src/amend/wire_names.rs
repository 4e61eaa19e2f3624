//! Names in the JSON that the manifest decides, for a field, a type or all pages of a vendor.

use super::fields::{FieldPlace, field_at, field_at_mut};
use super::{Place, unused};
use crate::diagnostic::{Code, Sink};
use crate::manifest::{Manifest, WireNames};
use crate::source::Span;
use crate::spec::{Convention, Evidence, Keyword, Spec, Spelling};
use toml::Spanned;

/// Applies the convention of the vendor to every field that a page spells in another language.
pub(super) fn of_vendor(spec: &mut Spec, manifest: &Manifest, place: Place, sink: &mut Sink) {
    let Some(names) = &manifest.wire_names else { return };
    let mut fields = Vec::new();
    for parent in spec.ids() {
        fields.extend((0..spec.schema(parent).fields().len()).map(|index| FieldPlace { parent, index }));
    }
    apply(spec, &fields, names, place, sink);
}

/// Applies a convention to those of `fields` that a page spells in another language.
pub(super) fn apply(spec: &mut Spec, fields: &[FieldPlace], names: &Spanned<WireNames>, place: Place, sink: &mut Sink) {
    let span = place.span(names.span());
    let mut used = false;
    for &at in fields {
        let Some(spelling) = field_at(spec, at).and_then(|field| field.spelling.as_ref()) else { continue };
        used = true;
        let name = match names.get_ref().convention() {
            Some(convention) => spelled(&spelling.page, convention),
            None => spelling.page.clone(),
        };
        if name != spelling.page || spelling.evidence != Evidence::OneWord {
            set(spec, at, &name, span, sink);
        }
    }
    if !used {
        unused(sink, span, "there are no fields whose names in the JSON are unknown")
            .help("take this entry out: schemas have the names of the JSON");
    }
}

/// Gives a field another name in the JSON.
pub(super) fn set(spec: &mut Spec, at: FieldPlace, name: &str, span: Span, sink: &mut Sink) {
    let fields = spec.schema(at.parent).fields();
    let twin = fields.iter().enumerate().find(|(index, field)| *index != at.index && field.name == name);
    if let Some((_, twin)) = twin {
        let other = twin.span;
        sink.report(Code::DuplicateField, span)
            .message(format!("two fields would be called `{name}` in the JSON"))
            .related(other, "the other one");
        return;
    }
    let Some(field) = field_at_mut(spec, at) else { return };
    if field.spelling.is_none() && field.name == name {
        unused(sink, span, format!("the document calls it `{name}` already")).help("take this entry out");
        return;
    }
    let page = field.spelling.take().map_or_else(|| field.name.clone(), |spelling| spelling.page);
    field.spelling = Some(Spelling { page, evidence: Evidence::Override(span), accepted: false });
    sink.withdraw(Code::WireName, field.span);
    let old = std::mem::replace(&mut field.name, name.to_owned());
    for keyword in &mut spec.schema_mut(at.parent).keywords {
        if let Keyword::Required(names) = &mut keyword.value {
            names.iter_mut().filter(|required| required.value == old).for_each(|required| required.value = name.into());
        }
    }
}

/// `next_step` as `nextStep`. Marks before the first word stay: `_id`.
fn spelled(page: &str, convention: Convention) -> String {
    let marks = page.len() - page.trim_start_matches(['_', '$', '@', '-']).len();
    let (marks, rest) = page.split_at(marks);
    let words = words(rest);
    let capital = |word: &String| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    };
    let name = match convention {
        Convention::Snake => words.join("_"),
        Convention::Kebab => words.join("-"),
        Convention::Pascal => words.iter().map(capital).collect::<Vec<String>>().concat(),
        Convention::Camel => {
            let tail = words.iter().skip(1).map(capital);
            words.first().cloned().into_iter().chain(tail).collect::<Vec<String>>().concat()
        }
    };
    format!("{marks}{name}")
}

/// The words of a name, in lower case: `next_step`, `nextStep`, `HTTPStatus` (`http`, `status`).
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, &letter) in letters.iter().enumerate() {
        if !letter.is_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let before = index.checked_sub(1).and_then(|index| letters.get(index));
        let after = letters.get(index + 1);
        let starts = letter.is_uppercase()
            && (before.is_some_and(|before| !before.is_uppercase()) || after.is_some_and(|after| after.is_lowercase()));
        if starts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{Convention, spelled};

    #[test]
    fn every_convention_spells_the_words_of_a_name() {
        let all = |page| {
            [Convention::Camel, Convention::Snake, Convention::Pascal, Convention::Kebab].map(|way| spelled(page, way))
        };
        assert_eq!(all("next_step"), ["nextStep", "next_step", "NextStep", "next-step"]);
        assert_eq!(all("nextStep"), ["nextStep", "next_step", "NextStep", "next-step"]);
        assert_eq!(all("HTTPStatus2"), ["httpStatus2", "http_status2", "HttpStatus2", "http-status2"]);
        assert_eq!(all("_id"), ["_id", "_id", "_Id", "_id"]);
        assert_eq!(all("__"), ["__", "__", "__", "__"]);
        assert_eq!(all(""), ["", "", "", ""]);
    }
}
