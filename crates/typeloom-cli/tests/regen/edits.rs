//! Files that people edited.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A vendor whose document was fetched and then edited, and a switch that makes the server have a newer one.
fn edited(test: &str) -> (Server, Scene, Arc<AtomicBool>) {
    let newer = Arc::new(AtomicBool::new(false));
    let switch = newer.clone();
    let server = Server::start(move |_| match switch.load(Ordering::SeqCst) {
        false => Reply::ok(schema("User")),
        true => Reply::ok(schema("User").replace("string", "integer")),
    });
    let scene = Scene::with_user(test, &server.url("/user.json"));
    assert_eq!(scene.regen(&[]).code, Some(0));
    scene.write("acme/user.json", &schema("Mine"));
    (server, scene, newer)
}

#[test]
fn an_edited_file_stays_and_is_told() {
    let (_server, scene, _) = edited("edited");
    let before = scene.everything();
    let ran = scene.regen(&[]);
    let said = "acme/user.json edited: edited here since it was fetched, and nothing newer has come";
    assert_eq!((ran.code, ran.said()), (Some(0), vec![said.to_owned()]));
    assert_eq!(scene.regen(&["--check"]).code, Some(1));
    assert_eq!(scene.everything(), before);
}

#[test]
fn an_edited_file_is_not_replaced_by_something_newer_unless_told_so() {
    let (_server, scene, newer) = edited("conflict");
    newer.store(true, Ordering::SeqCst);
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.said()[0].starts_with("acme/user.json rejected: it was edited here since it was fetched"));
    assert_eq!(scene.read("acme/user.json"), schema("Mine"));
    assert!(scene.read("acme/user.json.rejected").contains("integer"));
    let ran = scene.regen(&["--overwrite"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json changed".to_owned()]));
    assert!(scene.read("acme/user.json").contains("integer"));
    assert_eq!(scene.names(), ["acme/user.json"]);
}

#[test]
fn an_edited_file_stays_for_good_once_the_newer_one_is_known() {
    let (_server, scene, newer) = edited("keep");
    newer.store(true, Ordering::SeqCst);
    assert_eq!(scene.regen(&[]).code, Some(2));
    let said = vec!["acme/user.json edited: edited here since it was fetched, and nothing newer has come".to_owned()];
    for arguments in [["--keep-edits"].as_slice(), &[]] {
        let ran = scene.regen(arguments);
        assert_eq!((ran.code, ran.said()), (Some(0), said.clone()));
        assert_eq!(scene.files(), [("acme/user.json".to_owned(), schema("Mine"))].into());
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_leads_out() {
    let server = Server::start(|_| Reply::ok(schema("User")));
    let scene = Scene::new("link");
    scene.write("../elsewhere/readme.txt", "mine");
    scene.write("acme/vendor.toml", &format!("[sources.\"deep/user.json\"]\nurl = \"{}\"\n", server.url("/user.json")));
    scene.link("../../elsewhere", "acme/deep");
    let ran = scene.regen(&[]);
    let problem = ran.report["vendors"][0]["problems"][0].as_str().unwrap_or_default().to_owned();
    assert_eq!(ran.code, Some(2));
    assert!(problem.contains("`deep/user.json` leads out of the vendor's folder"), "{problem}");
    assert!(server.paths().is_empty());
}

#[test]
fn a_file_that_was_removed_comes_again() {
    let (_server, scene, _) = edited("removed");
    scene.remove("acme/user.json");
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json new".to_owned()]));
    assert_eq!(scene.read("acme/user.json"), schema("User"));
}

#[test]
fn a_lock_that_is_malformed_stops_everything() {
    let (server, scene, _) = edited("bad-lock");
    scene.write("regen.lock", "<<<<<<< ours\n");
    let before = scene.everything();
    let asked = server.paths().len();
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    let problem = ran.report["problems"][0].as_str().expect("a problem");
    assert!(problem.starts_with("`schemas/regen.lock` is malformed: "), "{problem}");
    assert_eq!((scene.everything(), server.paths().len()), (before, asked));
}

#[test]
fn what_cannot_be_read_is_not_replaced() {
    let server = Server::start(|_| Reply::ok(schema("User")));
    let scene = Scene::with_user("unreadable", &server.url("/user.json"));
    scene.write("acme/user.json/inside.json", &schema("Inside"));
    let before = scene.everything();
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.said()[0].starts_with("acme/user.json failed: the old one cannot be read: "), "{:?}", ran.said());
    assert!(server.paths().is_empty());
    let mut after = scene.everything();
    after.remove("regen.lock");
    assert_eq!(after, before);
}
