//! A run that is killed at any of its steps loses nothing, and the next one goes on from there.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};
use std::io::{BufRead, BufReader};
use std::process::Child;
use std::time::{Duration, Instant};

const FILES: [&str; 3] = ["deep/team.json", "session.json", "user.json"];

fn new(file: &str) -> String {
    schema(file.trim_end_matches(".json")).replace("string", "integer")
}

/// Three files: two are there, one is not.
fn scene(test: &str, server: &Server) -> Scene {
    let scene = Scene::new(test);
    let source = |file: &str| format!("[sources.\"{file}\"]\nurl = \"{}\"\n", server.url(&format!("/{file}")));
    scene.write("acme/vendor.toml", &FILES.map(source).concat());
    scene.write("acme/deep/team.json", &schema("deep/team"));
    scene.write("acme/user.json", &schema("user"));
    scene
}

fn server() -> Server {
    Server::start(|asked| Reply::ok(new(asked.path.trim_start_matches('/'))).with("etag", "\"new\""))
}

/// Every file is the old one or the new one, and everything else is hidden from the generator.
fn whole(scene: &Scene) {
    for (name, text) in scene.files() {
        let file = name.strip_prefix("acme/").expect("there is one vendor");
        if FILES.contains(&file) {
            let old = schema(file.trim_end_matches(".json"));
            assert!(text == new(file) || text == old && file != "session.json", "{file}: {text}");
        } else {
            assert!(file.rsplit('/').next().is_some_and(|name| name.starts_with(".regen-")), "{file}");
        }
    }
    let kept = scene.files();
    assert!(kept.contains_key("acme/user.json") && kept.contains_key("acme/deep/team.json"));
}

/// The next run, and what it leaves: all new, and nothing besides.
fn completes(scene: &Scene) {
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(0), "{:?}", ran.said());
    let files = FILES.map(|file| (format!("acme/{file}"), new(file)));
    assert_eq!(scene.files(), files.into());
    assert!(!scene.lock().contains("replaces"), "{}", scene.lock());
    assert_eq!(scene.lock().matches("etag = '\"new\"'").count(), 3);
    let before = scene.everything();
    let ran = scene.regen(&["--check"]);
    assert_eq!((ran.code, scene.everything()), (Some(0), before));
}

fn kill(mut child: Child) {
    child.kill().expect("it is still there");
    child.wait().expect("it ends");
}

/// Kills a run as soon as it says that it has got to a point.
fn killed_at(point: &str, replaced: usize) {
    let server = server();
    let scene = scene(&format!("kill-{point}"), &server);
    let mut child = scene.begin(Some(point));
    let stderr = child.stderr.take().expect("a pipe");
    let found = BufReader::new(stderr).lines().map_while(Result::ok).any(|line| line == format!("paused at {point}"));
    assert!(found, "it never got to {point}");
    kill(child);
    whole(&scene);
    let done = FILES.iter().filter(|file| scene.files().get(&format!("acme/{file}")) == Some(&new(file))).count();
    assert_eq!(done, replaced, "files replaced at {point}");
    completes(&scene);
}

#[test]
fn while_the_server_has_not_answered() {
    let holding = Server::start(|asked| match asked.path.as_str() {
        "/session.json" => Reply::Nothing,
        path => Reply::ok(new(path.trim_start_matches('/'))).with("etag", "\"new\""),
    });
    let scene = scene("kill-asking", &holding);
    let before = scene.everything();
    let child = scene.begin(None);
    let begun = Instant::now();
    while holding.paths().len() < 3 && begun.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(holding.paths().len(), 3);
    kill(child);
    assert_eq!(scene.everything(), before);
    let server = server();
    let manifest = scene.read("acme/vendor.toml").replace(&holding.url(""), &server.url(""));
    scene.write("acme/vendor.toml", &manifest);
    completes(&scene);
}

#[test]
fn when_all_texts_are_there() {
    killed_at("Fetched", 0);
}

#[test]
fn when_they_were_tried() {
    killed_at("Judged", 0);
}

#[test]
fn when_they_lie_beside_the_old_ones() {
    killed_at("Staged", 0);
}

#[test]
fn when_the_lock_says_what_they_are_about_to_become() {
    killed_at("Announced", 0);
}

#[test]
fn when_one_file_was_replaced() {
    killed_at("ReplacedOne", 1);
}

#[test]
fn when_all_files_were_replaced_and_the_lock_does_not_know() {
    killed_at("Replaced", 3);
}

#[test]
fn when_the_lock_knows() {
    killed_at("Locked", 3);
}

#[test]
fn while_a_text_is_kept_aside() {
    let bad = Server::start(|asked| match asked.path.as_str() {
        "/user.json" => Reply::ok("<html>"),
        path => Reply::ok(new(path.trim_start_matches('/'))).with("etag", "\"new\""),
    });
    let scene = scene("kill-aside", &bad);
    let before = scene.files();
    let mut child = scene.begin(Some("KeptAside"));
    let stderr = child.stderr.take().expect("a pipe");
    assert!(BufReader::new(stderr).lines().map_while(Result::ok).any(|line| line.starts_with("paused")));
    kill(child);
    let mut after = scene.files();
    assert_eq!(after.remove("acme/user.json.rejected").as_deref(), Some("<html>"));
    assert_eq!(after, before);
    let server = server();
    scene.write("acme/vendor.toml", &scene.read("acme/vendor.toml").replace(&bad.url(""), &server.url("")));
    completes(&scene);
}

#[test]
fn what_was_half_written_is_cleared_away() {
    let server = server();
    let scene = scene("kill-half", &server);
    let text = new("user.json");
    for name in ["acme/.regen-abc", "acme/deep/.regen-abc", ".regen-abc"] {
        scene.write(name, &text[..text.len() / 2]);
    }
    completes(&scene);
}

#[test]
fn a_new_text_that_comes_after_a_run_was_cut_off_is_no_conflict() {
    let first = server();
    let scene = scene("kill-newer", &first);
    let mut child = scene.begin(Some("ReplacedOne"));
    let stderr = child.stderr.take().expect("a pipe");
    assert!(BufReader::new(stderr).lines().map_while(Result::ok).any(|line| line.starts_with("paused")));
    kill(child);
    let newest = |file: &str| schema(file).replace("string", "boolean");
    let second = Server::start(move |asked| Reply::ok(newest(asked.path.trim_start_matches('/'))));
    let manifest = scene.read("acme/vendor.toml").replace(&first.url(""), &second.url(""));
    scene.write("acme/vendor.toml", &manifest);
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(0), "{:?}", ran.said());
    let files = FILES.map(|file| (format!("acme/{file}"), newest(file)));
    assert_eq!(scene.files(), files.into());
}
