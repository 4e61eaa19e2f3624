//! Rules on strings.

use crate::check::plural;
#[cfg(feature = "pattern")]
use crate::pattern::Pattern;
use crate::validate::{At, Report};

/// `minLength`, in code points.
pub fn min_length(text: &str, limit: u64, at: &At<'_>, report: &mut Report) {
    // A code point takes one to four bytes: most strings need no counting.
    let bytes = text.len() as u64;
    if bytes / 4 >= limit {
        return;
    }
    if bytes < limit || (text.chars().count() as u64) < limit {
        report.add(at, "minLength", || {
            let unit = plural(limit, "character", "characters");
            format!("must have at least {limit} {unit}, has {}", text.chars().count())
        });
    }
}

/// `maxLength`, in code points.
pub fn max_length(text: &str, limit: u64, at: &At<'_>, report: &mut Report) {
    if text.len() as u64 <= limit {
        return;
    }
    let length = text.chars().count() as u64;
    if length > limit {
        report.add(at, "maxLength", || {
            format!("must have at most {limit} {}, has {length}", plural(limit, "character", "characters"))
        });
    }
}

/// `pattern`: returns whether it holds.
#[cfg(feature = "pattern")]
pub fn pattern(text: &str, pattern: &Pattern, at: &At<'_>, report: &mut Report) -> bool {
    match pattern.try_match(text) {
        Ok(true) => return true,
        Ok(false) => report.add(at, "pattern", || format!("does not match the pattern `{}`", pattern.source())),
        // Not shown to match is not valid: a hostile text is turned away.
        Err(_) => report.undecided(at, "pattern", || too_many_steps(pattern)),
    }
    false
}

#[cfg(feature = "pattern")]
pub(crate) fn too_many_steps(pattern: &Pattern) -> String {
    format!("takes too many steps to be matched with the pattern `{}`", pattern.source())
}

/// `format`, asserted with the function that knows it.
pub fn format(text: &str, name: &'static str, test: fn(&str) -> bool, at: &At<'_>, report: &mut Report) {
    if !test(text) {
        report.add(at, "format", || format!("is not of the format `{name}`"));
    }
}
