//! The workspace as it is: goldens are fresh, and nothing is there that must never be.

use xtask::goldens::Mode;
use xtask::{bless, manifest_schema, root, tidy};

#[test]
fn goldens_are_what_is_generated_now() {
    let complaints = bless::all(Mode::Check);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn stages_know_only_what_they_may() {
    let complaints = tidy::all(&root());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_schema_of_the_manifest_is_that_of_the_structs_which_read_it() {
    xtask::enter();
    let mut complaints = Vec::new();
    manifest_schema::bless(Mode::Check, &mut complaints);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
