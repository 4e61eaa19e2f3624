//! JSON Pointers (RFC 6901): steps behind slashes, with `~` and `/` in them escaped.

use crate::convention::consists_of;
use std::borrow::Cow;

/// `pointer` with one more step.
pub(crate) fn join(pointer: &str, step: &str) -> String {
    [pointer, "/", &escape(step)].concat()
}

/// One step, as a pointer spells it.
pub(crate) fn escape(step: &str) -> Cow<'_, str> {
    // Hardly any name has one of them, and each property asks.
    match consists_of(step, |byte| !matches!(byte, b'~' | b'/')) {
        true => step.into(),
        false => step.replace('~', "~0").replace('/', "~1").into(),
    }
}

/// The name that one step of a pointer spells.
pub(crate) fn unescape(step: &str) -> Cow<'_, str> {
    match step.contains('~') {
        true => step.replace("~1", "/").replace("~0", "~").into(),
        false => step.into(),
    }
}

/// The steps of `pointer`. [`None`] where it is none: it neither is empty nor begins with a slash.
pub(crate) fn steps(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(vec![]);
    }
    let steps = pointer.strip_prefix('/')?.split('/');
    Some(steps.map(|step| unescape(step).into_owned()).collect())
}
