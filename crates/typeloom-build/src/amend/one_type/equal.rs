//! Whether two schemas say the same: all their rules are equal, and what they refer to is equal again.
//!
//! Notes do not count. Circles are followed once: what is being compared is taken to be equal until something differs.

use crate::spec::{Field, Keyword, SchemaId, Spec};
use std::collections::BTreeSet;

/// More pairs than this are not compared: then the two are taken to differ.
const PAIRS: usize = 1_000_000;

/// Whether `a` and `b` say the same.
pub(super) fn same(spec: &Spec, a: SchemaId, b: SchemaId) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![(a, b)];
    while let Some((a, b)) = waiting.pop() {
        if a == b || !seen.insert((a, b)) {
            continue;
        }
        let (a, b) = (spec.schema(a), spec.schema(b));
        if seen.len() > PAIRS || a.keywords.len() != b.keywords.len() {
            return false;
        }
        for a in &a.keywords {
            let kind = std::mem::discriminant(&a.value);
            let mut others = b.keywords.iter().filter(|b| std::mem::discriminant(&b.value) == kind);
            match others.find_map(|b| pairs(&a.value, &b.value)) {
                Some(pairs) => waiting.extend(pairs),
                None => return false,
            }
        }
    }
    true
}

/// The schemas in two keywords that must be the same. [`None`] where the keywords differ.
fn pairs(a: &Keyword, b: &Keyword) -> Option<Vec<(SchemaId, SchemaId)>> {
    if let (Keyword::Properties(a), Keyword::Properties(b)) = (a, b) {
        return fields(a, b);
    }
    if let (Keyword::Required(a), Keyword::Required(b)) = (a, b) {
        let names = |names: &[crate::source::At<String>]| names.iter().map(|name| name.value.clone()).collect();
        let (a, b): (BTreeSet<String>, BTreeSet<String>) = (names(a), names(b));
        return (a == b).then(Vec::new);
    }
    let same = match (a, b) {
        // What the vendor calls a value, and says of it, are notes.
        (Keyword::Enum(a), Keyword::Enum(b)) => {
            a.iter().map(|known| &known.value).eq(b.iter().map(|known| &known.value))
        }
        (a, b) => a.bare() == b.bare(),
    };
    let (mut ours, mut theirs) = (a.subschemas(), b.subschemas());
    ours.extend(a.reference());
    theirs.extend(b.reference());
    if let (Keyword::Discriminator(a), Keyword::Discriminator(b)) = (a, b) {
        ours.extend(a.targets());
        theirs.extend(b.targets());
    }
    (same && ours.len() == theirs.len()).then(|| ours.into_iter().zip(theirs).collect())
}

/// Fields by name, in any order.
fn fields(a: &[Field], b: &[Field]) -> Option<Vec<(SchemaId, SchemaId)>> {
    let pair = |field: &Field| Some((field.schema, b.iter().find(|other| other.name == field.name)?.schema));
    if a.len() != b.len() {
        return None;
    }
    a.iter().map(pair).collect()
}
