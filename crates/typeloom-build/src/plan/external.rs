//! Schemas that a type of another crate stands for: that type decides what is valid, so the schema says nothing but
//! whether `null` is allowed.

use super::kinds::KindTable;
use crate::spec::{Keyword, Kind, Kinds, Spec};
use std::borrow::Cow;

/// The spec without the rules that other crates' types stand for.
pub(super) fn delegated(spec: &Spec) -> Cow<'_, Spec> {
    let ids: Vec<_> = spec.ids().filter(|id| spec.schema(*id).notes.rust_type.is_some()).collect();
    if ids.is_empty() {
        return Cow::Borrowed(spec);
    }
    let kinds = KindTable::of(spec);
    let mut delegated = spec.clone();
    for id in ids {
        let any: Kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Integer).collect();
        let any = if kinds.null(id) == Some(true) { any } else { any.without(Kind::Null) };
        let schema = delegated.schema_mut(id);
        schema.keywords = vec![schema.span.at(Keyword::Type(any))];
    }
    Cow::Owned(delegated)
}
