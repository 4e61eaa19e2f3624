//! The table of keywords in the README, which is written from the reader's own table so that it cannot lie.

use crate::goldens::{Mode, golden};
use crate::root;
use std::fs;

const BEGIN: &str = "<!-- keywords: written by `cargo xtask bless` -->\n";
const END: &str = "<!-- end of keywords -->";

/// Writes or compares the table.
pub fn bless(mode: Mode, complaints: &mut Vec<String>) {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap_or_default();
    let (Some((before, rest)), Some((_, after))) = (readme.split_once(BEGIN), readme.split_once(END)) else {
        complaints.push("README.md has lost the marks around the table of keywords".to_owned());
        return;
    };
    debug_assert!(rest.ends_with(after), "the end stands behind the beginning");
    let text = format!("{before}{BEGIN}\n{}\n{END}{after}", typeloom_build::keyword_table());
    golden(&path, Some(&text), mode, complaints);
}
