//! Rules on objects. Those about single members are called by generated code when it has found that they do not hold.

use crate::check::plural;
use crate::validate::{At, Report};

/// `minProperties`
pub fn min_properties(count: usize, limit: u64, at: &At<'_>, report: &mut Report) {
    if (count as u64) < limit {
        report.add(at, "minProperties", || {
            format!("must have at least {limit} {}, has {count}", plural(limit, "member", "members"))
        });
    }
}

/// `maxProperties`
pub fn max_properties(count: usize, limit: u64, at: &At<'_>, report: &mut Report) {
    if count as u64 > limit {
        report.add(at, "maxProperties", || {
            format!("must have at most {limit} {}, has {count}", plural(limit, "member", "members"))
        });
    }
}

/// `required`: the member `name` is not there.
pub fn required(name: &str, at: &At<'_>, report: &mut Report) {
    report.add(at, "required", || format!("missing required member `{name}`"));
}

/// `dependentRequired`, or whatever `keyword` the document has for it: the member `name` is not there, but `because` is.
pub fn dependent_required(keyword: &'static str, because: &str, name: &str, at: &At<'_>, report: &mut Report) {
    report.add(at, keyword, || format!("missing member `{name}`, required where there is `{because}`"));
}

/// `additionalProperties: false`: the member `name` of the object at `at` must not be there.
pub fn forbidden(name: &str, at: &At<'_>, report: &mut Report) {
    report.add(&at.member(name, ""), "additionalProperties", || "the document has no such member".to_owned());
}
