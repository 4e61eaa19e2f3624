//! The workspace as it is: goldens are fresh, and nothing is there that must never be.

use typeloom_build::generate;
use typeloom_build::options::Options;
use xtask::goldens::Mode;
use xtask::{bless, cases, manifest_schema, names, root, tidy};

#[test]
fn goldens_are_what_is_generated_now() {
    let complaints = bless::all(Mode::Check);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_name_is_locked() {
    let complaints = names::run(Mode::Check);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A lock that was just written changes nothing: all names of all cases are the same with it.
#[test]
fn a_fresh_lock_changes_no_name() {
    xtask::enter();
    for case in cases::folders() {
        let plain = generate(&[case.join("acme")], &Default::default());
        let (Some(code), lock) = (plain.code(), plain.names()) else { continue };
        let options = Options { names: lock.vendors.get("acme").cloned(), ..Options::default() };
        let locked = generate(&[case.join("acme")], &options);
        assert_eq!(locked.code().as_deref(), Some(code.as_str()), "{}", case.display());
        assert_eq!(locked.names().to_text(), lock.to_text(), "{}", case.display());
    }
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
