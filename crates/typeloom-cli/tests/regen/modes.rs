//! Looking without touching, and how it is told.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};
use std::sync::{Arc, Barrier};

#[test]
fn check_and_dry_run_write_nothing() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/page.json" => Reply::ok("<html>"),
        _ => Reply::ok(schema("User").replace("string", "integer")),
    });
    let scene = Scene::with_user("check", &server.url("/user.json"));
    scene.write("acme/user.json", &schema("User"));
    let before = scene.everything();
    let ran = scene.regen(&["--check"]);
    assert_eq!((ran.code, ran.said()), (Some(1), vec!["acme/user.json changed".to_owned()]));
    let ran = scene.regen(&["--dry-run"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json changed".to_owned()]));
    assert_eq!(ran.report["mode"], "dry-run");
    assert_eq!(scene.everything(), before);
    assert_eq!(scene.regen(&[]).code, Some(0));
    let before = scene.everything();
    assert_eq!(scene.regen(&["--check"]).code, Some(0));
    scene.write("acme/vendor.toml", &scene.read("acme/vendor.toml").replace("/user.json", "/page.json"));
    assert_eq!(scene.regen(&["--check"]).code, Some(2));
    assert_eq!(scene.names(), ["acme/user.json"]);
    assert_eq!(scene.lock(), before["regen.lock"]);
}

#[test]
fn offline_compares_with_the_lock_and_asks_nobody() {
    let server = Server::start(|_| Reply::ok(schema("User")));
    let scene = Scene::with_user("offline", &server.url("/user.json"));
    let missing = "acme/user.json missing: it is not there".to_owned();
    let ran = scene.regen(&["--offline"]);
    assert_eq!((ran.code, ran.said()), (Some(1), vec![missing]));
    assert_eq!(scene.regen(&[]).code, Some(0));
    let before = scene.everything();
    let ran = scene.regen(&["--offline"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json unchanged".to_owned()]));
    assert_eq!(scene.everything(), before);
    scene.write("acme/user.json", &schema("Mine"));
    let ran = scene.regen(&["--offline"]);
    let said = "acme/user.json edited: it is not what regen.lock holds".to_owned();
    assert_eq!((ran.code, ran.said()), (Some(1), vec![said]));
    assert_eq!(server.paths().len(), 1);
}

#[test]
fn what_was_written_here_is_locked_offline_and_may_be_written_again() {
    let server = Server::start(|_| Reply::ok(schema("Theirs")));
    let scene = Scene::with_user("written", &server.url("/user.json"));
    scene.write("acme/user.json", &schema("Mine"));
    assert_eq!(scene.regen(&["--offline", "--check"]).code, Some(1));
    let said = vec!["acme/user.json new: regen.lock did not know it".to_owned()];
    let ran = scene.regen(&["--offline"]);
    assert_eq!((ran.code, ran.said()), (Some(0), said));
    assert!(!scene.lock().contains("fetched"));
    assert_eq!(scene.regen(&["--offline", "--check"]).code, Some(0));
    scene.write("acme/user.json", &schema("MineToo"));
    assert_eq!(scene.regen(&["--offline", "--check"]).code, Some(1));
    assert_eq!(scene.regen(&["--offline"]).code, Some(0));
    assert_eq!(scene.regen(&["--offline", "--check"]).code, Some(0));
    assert!(server.paths().is_empty());
    assert_eq!(scene.regen(&[]).said(), ["acme/user.json changed"]);
    assert_eq!(scene.read("acme/user.json"), schema("Theirs"));
}

#[test]
fn files_of_this_machine_and_what_people_copy_are_sources_too() {
    let scene = Scene::new("files");
    scene.write("../upstream/user.json", &schema("User"));
    scene.write("acme/vendor.toml", "[sources.\"user.json\"]\nfile = \"../../upstream/user.json\"\n[sources.\"team.json\"]\nurl = \"https://example.com/team\"\nmanual = true\n");
    scene.write("acme/team.json", &schema("Team"));
    for (arguments, state) in [([].as_slice(), "new"), (&[], "unchanged"), (&["--offline"], "unchanged")] {
        let ran = scene.regen(arguments);
        assert_eq!(
            (ran.code, ran.said()),
            (Some(0), vec!["acme/team.json manual".to_owned(), format!("acme/user.json {state}")])
        );
    }
    assert_eq!(scene.read("acme/user.json"), schema("User"));
    scene.remove("../upstream/user.json");
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.said()[1].starts_with("acme/user.json failed: cannot read `../../upstream/user.json`"));
}

#[test]
fn several_are_asked_for_at_a_time() {
    // The server answers nobody until three have asked.
    let barrier = Arc::new(Barrier::new(3));
    let server: Vec<Server> = (0..3)
        .map(|_| {
            let barrier = barrier.clone();
            Server::start(move |_| {
                barrier.wait();
                Reply::ok(schema("User"))
            })
        })
        .collect();
    let scene = Scene::new("parallel");
    for (name, server) in ["a", "b", "c"].into_iter().zip(&server) {
        let source = format!("[sources.\"user.json\"]\nurl = \"{}\"\n", server.url("/user.json"));
        scene.write(&format!("{name}/vendor.toml"), &source);
    }
    let ran = scene.regen(&["--jobs", "3", "--timeout", "20"]);
    assert_eq!(
        (ran.code, ran.said()),
        (Some(0), vec!["a/user.json new".to_owned(), "b/user.json new".to_owned(), "c/user.json new".to_owned()])
    );
}

#[test]
fn the_report_is_text_or_markdown_and_progress_is_lines_without_a_terminal() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/user.json" => Reply::ok(schema("User")),
        _ => Reply::status(404, ""),
    });
    let scene = Scene::with_user("text", &server.url("/user.json"));
    scene.write(
        "acme/vendor.toml",
        &format!("{}[sources.\"te|am.json\"]\nurl = \"https://localhost:1/\"\n", scene.read("acme/vendor.toml")),
    );
    let output = scene.command(&[]).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("`te|am.json` cannot be a document"));
    scene.write(
        "acme/vendor.toml",
        &scene
            .read("acme/vendor.toml")
            .replace("te|am", "team")
            .replace("https://localhost:1/", &server.url("/team.json")),
    );
    let output = scene.command(&["--dry-run"]).output().expect("the command runs");
    let files = "acme\n  failed    team.json  the server answers 404 (Not Found)\n  new       user.json  78 bytes\n  types: 0 before, 1 now\n1 failed, 1 new; nothing was written\n\n";
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let changes = stdout.strip_prefix(files).unwrap_or_else(|| panic!("{stdout}"));
    assert!(changes.starts_with("what changed in the types:\n\nacme\n└── User\n"), "{changes}");
    assert!(changes.ends_with("Version: minor.\n"), "{changes}");
    let mut lines: Vec<String> = String::from_utf8_lossy(&output.stderr).lines().map(str::to_owned).collect();
    lines.sort();
    assert_eq!(lines, ["acme/team.json: the server answers 404 (Not Found)", "acme/user.json: 78 bytes"]);
    let output = scene.command(&["--dry-run", "--markdown"]).output().expect("the command runs");
    let files = "## acme\n\n| | file | |\n| --- | --- | --- |\n| failed | `team.json` | the server answers 404 (Not Found) |\n| new | `user.json` | 78 bytes |\n\n## What changed in the types\n\n**minor**: ";
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(stdout.starts_with(files), "{stdout}");
    assert!(stdout.contains("For the changelog") && stdout.contains("```markdown\n### Added\n"), "{stdout}");
    assert_eq!(scene.regen(&["--dry-run"]).report["version"], "minor");
}
