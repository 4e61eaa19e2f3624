//! The official test suite of JSON Schema: one crate for each draft.

use super::misses::{List, Misses};
use super::{Arguments, Table, suite, vendors};
use std::path::Path;
use suite::Draft;

/// Runs the suite, prints the table, and yields what is to complain about.
pub fn run(suite: &Path, arguments: &Arguments) -> Result<Vec<String>, String> {
    let listed = Misses::read(if arguments.optional { List::Optional } else { List::None })?;
    let kind = if arguments.optional { "optional" } else { "required" };
    let mut table = Table::default();
    for draft in Draft::ALL {
        if arguments.draft.as_ref().is_some_and(|name| name != draft.name) {
            continue;
        }
        let mut groups = suite::groups(suite, draft, arguments.optional)?;
        groups.retain(|group| arguments.file.as_ref().is_none_or(|part| group.file.contains(part)));
        let folder = super::folder(&format!("{}-{kind}", draft.name));
        let modules = vendors::modules(&folder, suite, draft, &groups)?;
        let results = super::results(&folder, &groups, modules)?;
        table.add(draft.name, groups, results);
    }
    if table.is_empty() {
        return Err("no tests: is there such a draft, or such a file?".to_owned());
    }
    let complete = arguments.draft.is_none() && arguments.file.is_none();
    print!("{}", table.text());
    Ok(table.complaints(&listed, complete))
}
