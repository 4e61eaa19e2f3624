//! Whether new texts may replace the old ones: they are read and planned, and nothing is written.
//!
//! All new texts of a vendor are tried together, as they may refer to each other. Those that bring errors are taken
//! out and the others tried again, until what is left brings none.

use crate::sources::Vendor;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use typeloom_build::diagnostic::{Diagnostic, Severity};
use typeloom_build::options::Options;
use typeloom_build::source::SourceId;
use typeloom_build::spec::Schema;
use typeloom_build::{Outcome, generate, generate_as_if};

/// A text that may become a file of a vendor.
pub(crate) struct Candidate {
    /// Relative to the vendor's folder.
    pub file: String,
    pub text: String,
}

/// What was found.
pub(crate) struct Verdict {
    /// By file: why it must not be replaced.
    pub rejected: BTreeMap<String, String>,
    /// What the old texts say.
    pub before: Outcome,
    /// What the vendor's documents say with the texts that are good; [`None`] if that is nothing new.
    pub after: Option<Outcome>,
}

/// Tries the candidates.
pub(crate) fn judge(vendor: &Vendor, candidates: &[Candidate], options: &Options) -> Verdict {
    let folder = std::slice::from_ref(&vendor.folder);
    let before = generate(folder, options);
    let mut rejected = BTreeMap::new();
    loop {
        let good = candidates.iter().filter(|candidate| !rejected.contains_key(&candidate.file));
        let texts: BTreeMap<PathBuf, String> =
            good.map(|candidate| (vendor.folder.join(&candidate.file), candidate.text.clone())).collect();
        if texts.is_empty() {
            return Verdict { rejected, before, after: None };
        }
        let after = generate_as_if(folder, &texts, options);
        let without = |path: &PathBuf| {
            let others = texts.iter().filter(|(other, _)| *other != path);
            generate_as_if(folder, &others.map(|(path, text)| (path.clone(), text.clone())).collect(), options)
        };
        let reasons = reasons(vendor, &texts, &before, &after, &without);
        if reasons.is_empty() {
            return Verdict { rejected, before, after: Some(after) };
        }
        for candidate in candidates {
            if let Some(why) = reasons.get(&vendor.folder.join(&candidate.file)) {
                rejected.insert(candidate.file.clone(), why.clone());
            }
        }
    }
}

/// Why some of these texts must not stay, by path. Where there is a reason there is a path.
fn reasons(
    vendor: &Vendor,
    texts: &BTreeMap<PathBuf, String>,
    before: &Outcome,
    after: &Outcome,
    without: &dyn Fn(&PathBuf) -> Outcome,
) -> BTreeMap<PathBuf, String> {
    let mut reasons: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut add = |path: &Path, why: &str| append(&mut reasons, path, why);
    // An error in the manifest, or in a text that has not changed, is that of some new text all the same.
    let mut elsewhere = Vec::new();
    for error in new_errors(before, after) {
        let places = error.span.iter().chain(error.related.iter().map(|(span, _)| span));
        let mut blamed = places.filter_map(|span| texts.keys().find(|path| is(after, span.source, path)));
        match blamed.next() {
            Some(path) => add(path, &error.to_text(&after.sources)),
            None => elsewhere.push(error),
        }
    }
    // Those that have a place may be the reason of those that have none.
    if reasons.is_empty() && !elsewhere.is_empty() {
        reasons = blame(texts, &elsewhere, after, without);
    }
    let mut add = |path: &Path, why: &str| append(&mut reasons, path, why);
    for path in texts.keys() {
        let silent = says_something(before, path) || !is_aside(vendor, path);
        if silent && !says_something(after, path) {
            add(path, "nothing in it describes a type");
        }
    }
    reasons
}

fn append(reasons: &mut BTreeMap<PathBuf, String>, path: &Path, why: &str) {
    let reason = reasons.entry(path.to_owned()).or_default();
    if !reason.is_empty() {
        reason.push_str("\n\n");
    }
    reason.push_str(why);
}

/// Which texts bring errors that stand elsewhere: those without which an error is not there, or else all.
fn blame(
    texts: &BTreeMap<PathBuf, String>,
    errors: &[&Diagnostic],
    after: &Outcome,
    without: &dyn Fn(&PathBuf) -> Outcome,
) -> BTreeMap<PathBuf, String> {
    let mut reasons = BTreeMap::new();
    let mut left: Vec<&Diagnostic> = errors.to_vec();
    for path in texts.keys().take(MOST_SUSPECTS) {
        if left.is_empty() {
            break;
        }
        let others = without(path);
        let (there, brought): (Vec<_>, Vec<_>) = left.into_iter().partition(|error| has(&others, error, after));
        brought.iter().for_each(|error| append(&mut reasons, path, &error.to_text(&after.sources)));
        left = there;
    }
    if reasons.is_empty() {
        for (path, error) in texts.keys().flat_map(|path| left.iter().map(move |error| (path, error))) {
            append(&mut reasons, path, &error.to_text(&after.sources));
        }
    }
    reasons
}

/// All documents of the vendor are planned for each.
const MOST_SUSPECTS: usize = 50;

fn has(outcome: &Outcome, error: &Diagnostic, of: &Outcome) -> bool {
    errors(outcome).any(|other| key(other, outcome) == key(error, of))
}

/// The errors that were not there before. Where they stand does not matter: texts move.
fn new_errors<'a>(before: &'a Outcome, after: &'a Outcome) -> Vec<&'a Diagnostic> {
    let mut known: BTreeMap<(&str, &str, Option<&str>), usize> = BTreeMap::new();
    for error in errors(before) {
        *known.entry(key(error, before)).or_default() += 1;
    }
    let mut new = Vec::new();
    for error in errors(after) {
        match known.get_mut(&key(error, after)) {
            Some(count) if *count > 0 => *count -= 1,
            Some(_) | None => new.push(error),
        }
    }
    new
}

fn errors(outcome: &Outcome) -> impl Iterator<Item = &Diagnostic> {
    outcome.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
}

fn key<'a>(error: &'a Diagnostic, outcome: &'a Outcome) -> (&'a str, &'a str, Option<&'a str>) {
    let path = error.span.map(|span| outcome.sources.get(span.source).path.as_str());
    (error.code.name(), &error.message, path)
}

/// Whether a document has a schema with a rule: `{"message": "Not Found"}` is a document, and describes nothing.
fn says_something(outcome: &Outcome, path: &Path) -> bool {
    let rules = |schema: &&Schema| !schema.keywords.is_empty();
    let mut schemas = outcome.specs.iter().flat_map(|spec| &spec.schemas).filter(rules);
    schemas.any(|schema| is(outcome, schema.document, path))
}

/// Whether the generator does not take it for a document of its own.
fn is_aside(vendor: &Vendor, path: &Path) -> bool {
    let remote = |below: &str| path.starts_with(vendor.folder.join(below));
    vendor.manifest.remotes.values().any(|below| remote(below.get_ref()))
        || vendor.manifest.ignore.iter().any(|ignore| path == vendor.folder.join(ignore.file.get_ref()))
}

fn is(outcome: &Outcome, id: SourceId, path: &Path) -> bool {
    Path::new(&outcome.sources.get(id).path) == path
}

/// Why a text is not even tried.
pub(crate) fn no_document(bytes: &[u8], content_type: Option<&str>) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').trim_start(),
        Err(error) => return Some(format!("it is not UTF-8: byte {} is wrong", error.valid_up_to())),
    };
    if text.is_empty() {
        return Some("it is empty".to_owned());
    }
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let html = content_type.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"));
    let marked = ["<!doctype html", "<html", "<head", "<body"].into_iter().any(begins);
    (marked || html && text.starts_with('<')).then(|| match title(text) {
        Some(title) => format!("it is an HTML page: \"{title}\""),
        None => "it is an HTML page".to_owned(),
    })
}

/// What the page calls itself: `404 Not Found` says more than anything else.
fn title(text: &str) -> Option<String> {
    let rest = text.split_once("<title>")?.1;
    let title: Vec<&str> = rest.split('<').next()?.split_whitespace().collect();
    let title: String = title.join(" ").chars().filter(|c| !c.is_control()).take(80).collect();
    (!title.is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use crate::judge::no_document;

    #[test]
    fn html_pages_are_told_by_how_they_begin() {
        let page = "\u{feff}\n <!DOCTYPE HTML><html><head><title>404\n Not Found</title>";
        assert_eq!(no_document(page.as_bytes(), None).as_deref(), Some("it is an HTML page: \"404 Not Found\""));
        assert_eq!(no_document(b"<p>no</p>", Some("text/html; charset=utf-8")).as_deref(), Some("it is an HTML page"));
        assert_eq!(no_document(b"# User\n<html>", Some("text/html")), None);
        assert_eq!(no_document(b"{\"title\": \"<html>\"}", None), None);
        assert_eq!(no_document(b" \n", None).as_deref(), Some("it is empty"));
        assert_eq!(no_document(b"{\"a\": \"\xff\"}", None).as_deref(), Some("it is not UTF-8: byte 7 is wrong"));
    }
}
