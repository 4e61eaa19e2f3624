//! Keywords about numbers, and numbers as values of keywords.

use super::{Here, Walk};
use crate::diagnostic::Severity;
use crate::read::node::{Member, Node};
use crate::spec::Keyword;
use typeloom::Number;

/// In draft 4, and in OpenAPI 3.0, a boolean beside the bound says whether it is itself allowed.
pub(super) fn minimum(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let exclusive = here.sibling("exclusiveMinimum").and_then(Node::as_bool) == Some(true);
    bound(walk, here, member, if exclusive { Keyword::ExclusiveMinimum } else { Keyword::Minimum });
}

/// The same for the other end.
pub(super) fn maximum(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let exclusive = here.sibling("exclusiveMaximum").and_then(Node::as_bool) == Some(true);
    bound(walk, here, member, if exclusive { Keyword::ExclusiveMaximum } else { Keyword::Maximum });
}

pub(super) fn exclusive_minimum(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    exclusive(walk, here, member, "minimum", Keyword::ExclusiveMinimum);
}

pub(super) fn exclusive_maximum(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    exclusive(walk, here, member, "maximum", Keyword::ExclusiveMaximum);
}

fn exclusive(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member, bound_name: &str, keyword: fn(Number) -> Keyword) {
    if member.value.as_bool().is_none() {
        return bound(walk, here, member, keyword);
    }
    if here.sibling(bound_name).is_none() {
        return without_bound(walk, member, "write the bound itself here, or remove this: booleans belong to draft 4");
    }
    // Vendors turn OpenAPI 3.0 into "2020-12" without changing this, and it can mean nothing else.
    walk.not(member, "a number")
        .label("read as meant: of the bound beside it")
        .help(format!("write the bound here instead of in `{bound_name}`: booleans belong to draft 4"))
        .severity = Severity::Warning;
}

/// The boolean of draft 4, which is read with the bound.
pub(super) fn exclusive_of_draft_4(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let minimum = member.name == "exclusiveMinimum";
    let bound = if minimum { "minimum" } else { "maximum" };
    if let Some(number) = member.value.as_number().filter(|_| here.dialect.edition.is_openapi()) {
        // Generators write the keyword of later drafts under a version that has another one, and it can mean nothing
        // else.
        walk.rule(
            here,
            &member.value,
            if minimum { Keyword::ExclusiveMinimum } else { Keyword::ExclusiveMaximum }(number.clone()),
        );
        walk.not(member, "`true` or `false`")
            .label("read as meant: as the bound")
            .help(format!("write the bound in `{bound}`, and `\"{}\": true` beside it", member.name))
            .severity = Severity::Warning;
        return;
    }
    if walk.truth(member).is_none() {
        return;
    }
    if here.sibling(bound).is_none() {
        without_bound(walk, member, &format!("write `{bound}` beside it, or remove this"));
    }
}

/// A boolean that has no bound to say something of.
fn without_bound(walk: &mut Walk<'_>, member: &Member, help: &str) {
    let bound = if member.name == "exclusiveMinimum" { "minimum" } else { "maximum" };
    walk.wrong(member.name_span, format!("`{}` without `{bound}`", member.name), "enforces nothing")
        .help(help)
        .severity = Severity::Warning;
}

pub(super) fn multiple_of(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(number) = number(walk, member) else { return };
    let text = number.as_str();
    let mantissa = text.split(['e', 'E']).next().unwrap_or("");
    if text.starts_with('-') || mantissa.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        walk.wrong(member.value.span, format!("`multipleOf` is {text}"), "a number greater than 0 is expected")
            .help("write the positive number that values must be multiples of");
        return;
    }
    walk.rule(here, &member.value, Keyword::MultipleOf(number));
}

fn bound(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member, keyword: fn(Number) -> Keyword) {
    if let Some(number) = number(walk, member) {
        walk.rule(here, &member.value, keyword(number));
    }
}

fn number(walk: &mut Walk<'_>, member: &Member) -> Option<Number> {
    let number = member.value.as_number();
    if number.is_none() {
        walk.not(member, "a number").help(format!("write `\"{}\": 1`, without quotes", member.name));
    }
    number.cloned()
}

/// Why a number counts nothing.
enum NoCount {
    Negative,
    Fraction,
}

/// The count that `member` holds. One beyond 64 bits is as good as the greatest.
pub(super) fn count(walk: &mut Walk<'_>, member: &Member) -> Option<u64> {
    let Some(number) = member.value.as_number() else {
        walk.not(member, "a number").help(format!("write `\"{}\": 1`, without quotes", member.name));
        return None;
    };
    match whole(number.as_str()) {
        Ok(count) => Some(count),
        Err(why) => {
            let label = match why {
                NoCount::Negative => "negative: a count is expected",
                NoCount::Fraction => "not a whole number: a count is expected",
            };
            walk.wrong(member.value.span, format!("`{}` is {number}", member.name), label)
                .help("write a whole number, 0 or greater");
            None
        }
    }
}

/// The same where a wrong value has been reported already, or will be.
pub(super) fn silent_count(node: &Node) -> Option<u64> {
    whole(node.as_number()?.as_str()).ok()
}

/// The value of `text`, which is a number in JSON's grammar: `2`, `2.0`, `20e-1`.
fn whole(text: &str) -> Result<u64, NoCount> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{before}{behind}");
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Ok(0);
    }
    if negative {
        return Err(NoCount::Negative);
    }
    // The value is `significant` followed by this many zeros. An exponent beyond 64 bits is clamped: it is huge anyway.
    let clamped = if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent).parse::<i64>().unwrap_or(clamped);
    let zeros = exponent.saturating_sub(behind.len() as i64).saturating_add((digits.len() - significant.len()) as i64);
    let Ok(zeros) = u32::try_from(zeros) else {
        return if zeros < 0 { Err(NoCount::Fraction) } else { Ok(u64::MAX) };
    };
    let significant = significant.trim_start_matches('0').parse::<u64>().ok();
    Ok(significant.zip(10u64.checked_pow(zeros)).and_then(|(a, b)| a.checked_mul(b)).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn counts_may_be_spelled_in_any_way() {
        for (text, count) in [
            ("0", 0),
            ("-0.0", 0),
            ("2", 2),
            ("2.0", 2),
            ("20e-1", 2),
            ("0.002e3", 2),
            ("1E2", 100),
            ("18446744073709551615", u64::MAX),
            ("1e99999999999999999999", u64::MAX),
        ] {
            assert_eq!(whole(text).ok(), Some(count), "{text}");
        }
        for text in ["-1", "1.5", "1e-1", "-0.5", "1e-99999999999999999999"] {
            assert!(whole(text).is_err(), "{text}");
        }
    }
}
