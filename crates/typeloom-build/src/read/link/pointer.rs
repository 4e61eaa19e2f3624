//! JSON Pointers (RFC 6901).

use crate::convention::consists_of;
use crate::read::node::Node;
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

/// The steps of `pointer`. [`None`] where it is none: it neither is empty nor begins with a slash.
pub(crate) fn steps(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(vec![]);
    }
    let steps = pointer.strip_prefix('/')?.split('/');
    let step = |step: &str| match step.contains('~') {
        true => step.replace("~1", "/").replace("~0", "~"),
        false => step.to_owned(),
    };
    Some(steps.map(step).collect())
}

/// The value that one step leads to.
pub(crate) fn child<'a>(node: &'a Node, step: &str) -> Option<&'a Node> {
    if let Some(items) = node.as_array() {
        let canonical = step == "0" || !step.starts_with('0');
        return step.parse::<usize>().ok().filter(|_| canonical).and_then(|index| items.get(index));
    }
    node.get(step)
}

/// The value that `pointer` leads to.
pub(crate) fn lookup<'a>(node: &'a Node, pointer: &str) -> Option<&'a Node> {
    steps(pointer)?.iter().try_fold(node, |node, step| child(node, step))
}
