//! Two runs over one folder at a time.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};
use std::io::{BufRead, BufReader};
use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

fn new() -> String {
    schema("User").replace("string", "integer")
}

/// Two vendors; the server answers for `acme` only when it is let go.
struct Two {
    scene: Scene,
    server: Server,
    go: Arc<AtomicBool>,
}

fn two(test: &str) -> Two {
    let go = Arc::new(AtomicBool::new(false));
    let waits = go.clone();
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/acme.json" if !waits.load(Ordering::SeqCst) => Reply::Nothing,
        _ => Reply::ok(new()),
    });
    let scene = Scene::new(test);
    for vendor in ["acme", "beta"] {
        let source = format!("[sources.\"user.json\"]\nurl = \"{}\"\n", server.url(&format!("/{vendor}.json")));
        scene.write(&format!("{vendor}/vendor.toml"), &source);
        scene.write(&format!("{vendor}/user.json"), &schema("User"));
    }
    Two { scene, server, go }
}

impl Two {
    /// A run over `acme` that has asked for its text.
    fn begun(&self) -> Child {
        let mut command = self.scene.command(&["acme", "--timeout", "2", "--json"]);
        let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn();
        let begun = Instant::now();
        while self.server.paths().is_empty() && begun.elapsed() < Duration::from_secs(30) {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(self.server.paths(), ["/acme.json"]);
        child.expect("the command runs")
    }
}

fn ended(child: Child) {
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn over_different_vendors_they_lose_nothing() {
    let two = two("overlap-vendors");
    let first = two.begun();
    // The next try of the first run succeeds.
    two.go.store(true, Ordering::SeqCst);
    let ran = two.scene.regen(&["beta"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["beta/user.json changed".to_owned()]));
    let waited = ran.stderr.lines().next().unwrap_or_default().to_owned();
    assert!(waited.starts_with("another run (process ") && waited.contains("has `schemas`: waiting"), "{waited}");
    ended(first);
    for vendor in ["acme", "beta"] {
        assert!(two.scene.lock().contains(&format!("[files.\"{vendor}/user.json\"]")), "{}", two.scene.lock());
        assert_eq!(two.scene.read(&format!("{vendor}/user.json")), new());
        // So what people write afterwards is known for that.
        two.scene.write(&format!("{vendor}/user.json"), &schema("Mine"));
    }
    let edited = "user.json edited: edited here since it was fetched, and nothing newer has come";
    assert_eq!(two.scene.regen(&[]).said(), [format!("acme/{edited}"), format!("beta/{edited}")]);
    assert_eq!(two.scene.names(), ["acme/user.json", "beta/user.json"]);
}

#[test]
fn over_the_same_vendor_the_second_finds_what_the_first_has_left() {
    let two = two("overlap-same");
    let first = two.begun();
    two.go.store(true, Ordering::SeqCst);
    let ran = two.scene.regen(&["acme"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json unchanged".to_owned()]));
    ended(first);
    assert_eq!(two.scene.read("acme/user.json"), new());
    assert!(two.scene.everything().keys().all(|name| !name.contains(".regen-")));
}

#[test]
fn the_second_says_who_has_the_folder_and_gives_up() {
    let two = two("overlap-bound");
    let first = two.begun();
    let process = first.id();
    let before = two.scene.everything();
    for wait in ["0", "0.3"] {
        let ran = two.scene.regen(&["--wait", wait]);
        let problem = ran.report["problems"][0].as_str().unwrap_or_default().to_owned();
        assert_eq!(ran.code, Some(2));
        assert!(problem.starts_with(&format!("another run (process {process}, since 20")), "{problem}");
        assert!(problem.ends_with(&format!(" has `schemas`, and has not ended within {wait} s")), "{problem}");
    }
    // What writes nothing need not wait.
    assert_eq!(two.scene.regen(&["beta", "--check"]).code, Some(1));
    assert_eq!(two.scene.everything(), before);
    two.go.store(true, Ordering::SeqCst);
    ended(first);
}

#[test]
fn a_run_that_was_killed_holds_nothing() {
    let two = two("overlap-killed");
    two.go.store(true, Ordering::SeqCst);
    let mut first = two.scene.begin(Some("Announced"));
    let stderr = first.stderr.take().expect("a pipe");
    assert!(BufReader::new(stderr).lines().map_while(Result::ok).any(|line| line.starts_with("paused")));
    first.kill().expect("it is still there");
    first.wait().expect("it ends");
    let ran = two.scene.regen(&["--wait", "0"]);
    assert_eq!(ran.code, Some(0), "{:?}", ran.report);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_in_place_of_the_lock() {
    let two = two("overlap-link");
    two.scene.write("../elsewhere/mine.txt", "mine");
    two.scene.link("../elsewhere/mine.txt", ".regen.running");
    let ran = two.scene.regen(&["beta"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.report["problems"][0], "cannot lock `schemas/.regen.running`: it is no file");
    assert_eq!(two.scene.read("../elsewhere/mine.txt"), "mine");
}
