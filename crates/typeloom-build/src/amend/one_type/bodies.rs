//! Bodies that an operation describes in place have the names that reading made for them. A page may have that name for
//! something else: the reference of an SDK calls the parameters of an operation and its body together
//! `CreateTeamRequest`, and the body `CreateTeamRequestBody`.

use super::{facts, is_table};
use crate::convention::fold;
use crate::spec::{NamedSchema, Origin, Spec};

/// Whether a page describes something else than the body of its name: less than half of its fields are there.
pub(super) fn is_another(spec: &Spec, body: &NamedSchema, page: &NamedSchema) -> bool {
    if body.origin != Origin::Body || is_table(spec, body.schema) {
        return false;
    }
    let names = |named: &NamedSchema| -> Vec<String> {
        facts::fields(spec, named.schema).iter().map(|place| fold(&place.field.name)).collect()
    };
    let (ours, theirs) = (names(body), names(page));
    let known = theirs.iter().filter(|name| ours.contains(name)).count();
    !theirs.is_empty() && known * 2 < theirs.len()
}

/// Gives a body another name, and yields the page that has this one for it.
pub(super) fn rename(spec: &mut Spec, body: &mut NamedSchema) -> Option<NamedSchema> {
    let name = format!("{}Body", body.name);
    let folded = fold(&name);
    let page = spec.types.iter().find(|named| fold(&named.name) == folded).cloned();
    if page.as_ref().is_some_and(|page| !is_table(spec, page.schema)) {
        return None; // a body of that name is there already
    }
    body.name = page.as_ref().map_or(name, |page| page.name.clone());
    for named in spec.types.iter_mut().filter(|named| named.schema == body.schema) {
        named.name.clone_from(&body.name);
    }
    page
}
