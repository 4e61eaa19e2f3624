//! What the branches of a union are in the document, whatever the branches beside them are: what a name that was given
//! to one is remembered by.

use super::branch_names::{items, title};
use super::draft::Draft;
use super::links;
use super::unions::{Branches, Candidate, Found};
use super::variants::kind_name;
use std::collections::BTreeSet;
use typeloom::KindSet;

/// A key for each branch, no two the same.
pub(super) fn of(draft: &Draft<'_>, of: &Branches<'_>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut keys = Vec::new();
    for (position, branch) in of.branches.iter().enumerate() {
        let key = key(draft, of, position, branch);
        // Nothing but their order tells these apart.
        let again = (2..).map(|number| format!("{key} ({number})"));
        let key = std::iter::once(key.clone()).chain(again).find(|key| !taken.contains(key)).unwrap_or_default();
        taken.insert(key.clone());
        keys.push(key);
    }
    keys
}

fn key(draft: &Draft<'_>, of: &Branches<'_>, position: usize, branch: &Candidate) -> String {
    let target = links::follow(draft, branch.schema).target;
    if let Some(named) = draft.types.get(&target) {
        return named.name.clone();
    }
    if let Some(title) = [branch.schema, target].iter().find_map(|&id| title(draft, id)) {
        return title;
    }
    if let Found::Tag(_, values) = &of.found {
        let own = values.iter().filter(|(_, index)| *index == position).map(|(value, _)| value.as_str());
        return own.collect::<Vec<_>>().join(" or ");
    }
    let kind = kind_name(branch.kinds);
    if branch.kinds == KindSet::ARRAY {
        return items(draft, branch).map_or_else(|| kind.to_owned(), |item| format!("{kind} of {item}"));
    }
    let members = links::members(draft, branch.schema);
    let required = members.iter().flat_map(|member| draft.spec.schema(member.schema).required());
    let required: BTreeSet<&str> = required.map(|name| name.value.as_str()).collect();
    match required.is_empty() {
        true => kind.to_owned(),
        false => format!("{kind} with {}", required.into_iter().collect::<Vec<_>>().join(", ")),
    }
}
