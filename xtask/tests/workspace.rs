//! The workspace as it is: goldens are fresh, and nothing is there that must never be.

use xtask::goldens::Mode;
use xtask::{bless, root, tidy};

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
