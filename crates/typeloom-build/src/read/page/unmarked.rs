//! Whether the pages of a vendor mark at all what may be missing.
//!
//! Generated pages write `[optional]` behind such fields, and nothing behind the others. Some vendors' own templates
//! leave that out: where no page of many has the mark, its absence says nothing.

use crate::read::page::layout;
use crate::source::{SourceId, Sources};

/// Fewer rows than this may well be fields that must all be there.
const ROWS: usize = 50;

/// Whether none of `documents` marks what is optional, though there are many fields.
pub(crate) fn of(documents: &[SourceId], sources: &Sources) -> bool {
    let mut rows = 0;
    for source in documents.iter().map(|id| sources.get(*id)).filter(|source| layout::is_openapi_generator(source)) {
        for line in source.text.lines() {
            let line = line.trim_start().trim_start_matches('|').trim_start();
            if line.starts_with("**") && line.contains('|') {
                rows += 1;
                if line.contains("[optional") {
                    return false;
                }
            }
        }
    }
    rows >= ROWS
}

#[cfg(test)]
mod tests {
    use crate::read::page::unmarked::{ROWS, of};
    use crate::source::Sources;

    fn unmarked(rows: usize, last: &str) -> bool {
        let header = "# Pet\n\n## Properties\n\nName | Type | Description | Notes\n---- | ---- | ---- | ----\n";
        let rows: String = (1..rows).map(|row| format!("**name_{row}** | **String** |  | \n")).collect();
        let mut sources = Sources::default();
        let id = sources.add("Pet.md", format!("{header}{rows}{last}\n"));
        of(&[id], &sources)
    }

    #[test]
    fn many_rows_without_a_mark_state_nothing() {
        assert!(unmarked(ROWS, "**last** | Option<**String**> |  | "));
        assert!(!unmarked(ROWS, "**last** | Option<**String**> |  | [optional]"));
        assert!(!unmarked(ROWS - 1, "**last** | Option<**String**> |  | "));
    }
}
