//! How long a run takes at most, and where it may be led to.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};
use std::time::{Duration, Instant};

const PATH: &str = "/user.json";

fn slow() -> Server {
    Server::start(|_| Reply::Slow(schema("User").into_bytes()))
}

#[test]
fn a_server_that_trickles_costs_no_more_than_one_file_may_take() {
    let server = slow();
    let scene = Scene::with_user("trickle", &server.url(PATH));
    let begun = Instant::now();
    let ran = scene.regen(&["--timeout", "0.4", "--file-timeout", "1", "--tries", "20"]);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    let said = vec!["acme/user.json failed: it takes too long (2 tries): one file may take 1 s in all".to_owned()];
    assert_eq!((ran.code, ran.said()), (Some(2), said));
    assert_eq!(server.paths(), [PATH, PATH]);
}

#[test]
fn a_wait_that_takes_longer_than_one_file_may_is_not_begun() {
    let server = Server::start(|_| Reply::status(429, "").with("retry-after", "30"));
    let scene = Scene::with_user("trickle-wait", &server.url(PATH));
    let begun = Instant::now();
    let ran = scene.regen(&["--file-timeout", "5"]);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    let said =
        "the server answers 429 (Too Many Requests), and there is no time to try it again: one file may take 5 s";
    assert_eq!(ran.said(), [format!("acme/user.json failed: {said} in all")]);
}

#[test]
fn a_run_ends_when_fetching_takes_too_long() {
    let server = slow();
    let scene = Scene::new("trickle-run");
    let source =
        |name: &str| format!("[sources.\"{name}.json\"]\nurl = \"{}\"\n", server.url(&format!("/{name}.json")));
    scene.write("acme/vendor.toml", &["a", "b", "c"].map(source).concat());
    let begun = Instant::now();
    let ran = scene.regen(&["--jobs", "1", "--run-timeout", "0.8"]);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    let said = [
        "acme/a.json failed: it takes too long: fetching may take 0.8 s in all",
        "acme/b.json failed: it was not asked for: fetching may take 0.8 s in all",
        "acme/c.json failed: it was not asked for: fetching may take 0.8 s in all",
    ];
    assert_eq!(ran.said(), said);
    assert_eq!(server.paths(), ["/a.json"]);
}

/// What is said of a redirect to there.
fn redirected(test: &str, to: &str, private: &str) -> String {
    let to = to.to_owned();
    let server = Server::start(move |_| Reply::redirect(&to));
    let scene = Scene::with_user(test, &server.url(PATH));
    scene.write("acme/vendor.toml", &format!("{}private = [{private}]\n", scene.read("acme/vendor.toml")));
    let ran = scene.regen(&["--tries", "1", "--timeout", "5"]);
    assert_eq!((ran.code, server.paths()), (Some(2), vec![PATH.to_owned()]));
    ran.said().concat()
}

#[test]
fn a_redirect_does_not_lead_inside_unless_that_was_said() {
    let inside = [
        "https://localhost/",
        "https://127.0.0.2/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "http://localhost/",
    ];
    for to in inside {
        let said = redirected("inside", to, "");
        assert!(said.contains("which is not public: if that is meant, name the host under `private`"), "{to}: {said}");
    }
}

#[test]
fn a_name_that_leads_inside_is_not_asked_unless_that_was_said() {
    // Names of this machine that do not look like it.
    for name in ["2130706433", "0x7f000001"] {
        let (inner, _) = Server::start_tls(|_| Reply::ok(schema("User")));
        let to = inner.url(PATH).replace("127.0.0.1", name);
        let refused = format!("`{name}` is at 127.0.0.1, which is not public: ");
        let said = redirected("inside-name", &to, "");
        assert!(said.contains(&refused), "{said}");
        // It is asked, and nobody has a certificate for such a name.
        let asked = |said: &str| said.contains("certificate") || said.contains("dns name");
        let said = redirected("inside-name-told", &to, &format!("\"{name}\""));
        assert!(asked(&said), "{said}");
        // So it is for the address in `vendor.toml`.
        let scene = Scene::with_user("inside-name-source", &to);
        assert!(scene.regen(&["--tries", "1"]).said().concat().contains(&refused));
        scene.write("acme/vendor.toml", &format!("{}private = [\"{name}\"]\n", scene.read("acme/vendor.toml")));
        assert!(asked(&scene.regen(&["--tries", "1"]).said().concat()));
        assert!(inner.paths().is_empty());
    }
}

#[test]
fn what_is_private_is_a_host() {
    let scene = Scene::with_user("private", "https://example.com/user.json");
    scene.write("acme/vendor.toml", &format!("{}private = [\"a.example:80\"]\n", scene.read("acme/vendor.toml")));
    let ran = scene.regen(&[]);
    let problem = ran.report["vendors"][0]["problems"][0].as_str().unwrap_or_default().to_owned();
    assert_eq!(ran.code, Some(2));
    assert!(problem.starts_with("error[manifest]: `a.example:80` is no host\n"), "{problem}");
    assert!(problem.contains("--> schemas/acme/vendor.toml:3:12"), "{problem}");
}

#[test]
fn a_bad_link_of_an_index_costs_that_link() {
    let page = "# User\n\n## Fields\n\n| Field | Type | Required |\n| --- | --- | --- |\n| `id` | *str* | :heavy_check_mark: |\n";
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/docs/README.md" => {
            Reply::ok("[User](models/user.md) [X](models/..%2f..%2fx.md) [A](models/a/team.md) [B](models/b/team.md)")
        }
        "/docs/models/user.md" => Reply::ok(page),
        _ => Reply::status(500, ""),
    });
    let scene = Scene::new("index-bad");
    let index = server.url("/docs/README.md");
    scene.write("acme/vendor.toml", &format!("[sources.\"pages/\"]\nurl = \"{index}\"\npages = \"models/**.md\"\n"));
    let ran = scene.regen(&[]);
    let said = ran.said();
    assert_eq!((ran.code, said.len()), (Some(2), 3));
    assert!(said[0].starts_with("acme/pages/..%2F..%2Fx.md failed: `http"), "{said:?}");
    assert!(said[0].ends_with("cannot become a file: names that begin with a dot are hidden"), "{said:?}");
    assert!(said[1].starts_with("acme/pages/team.md failed: ") && said[1].ends_with("would both become `team.md`"));
    assert_eq!(said[2], "acme/pages/user.md new");
    assert_eq!(scene.names(), ["acme/pages/user.md"]);
}

#[cfg(unix)]
#[test]
fn of_what_was_not_written_no_change_is_told() {
    let big = |kind: &str| {
        let members: Vec<String> = (0..60).map(|at| format!("\"m{at}\": {{\"type\": \"{kind}\"}}")).collect();
        format!("{{\"title\": \"Big\", \"type\": \"object\", \"properties\": {{{}}}}}\n", members.join(", "))
    };
    let new = big("integer");
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/big.json" => Reply::ok(&new),
        path => Reply::ok(schema(path).replace("string", "integer")),
    });
    let source =
        |name: &str| format!("[sources.\"{name}.json\"]\nurl = \"{}\"\n", server.url(&format!("/{name}.json")));
    // The larger one cannot be written.
    let scene = Scene::new("unwritten");
    scene.write("acme/vendor.toml", &["big", "user"].map(source).concat());
    scene.write("acme/big.json", &big("string"));
    scene.write("acme/user.json", &schema("/user.json"));
    let ran = scene.regen_on_a_small_disk();
    assert_eq!(ran.code, Some(2));
    assert!(ran.said()[0].starts_with("acme/big.json failed: it cannot be written: "), "{:?}", ran.said());
    assert_eq!(ran.said()[1], "acme/user.json changed");
    let changes = ran.report["vendors"][0]["changes"].to_string();
    assert!(changes.contains("\"User\"") && !changes.contains("\"Big\""), "{changes}");
    assert_eq!((scene.read("acme/big.json"), scene.names().len()), (big("string"), 2));
    // The lock cannot be, and so nothing is.
    let scene = Scene::new("unwritten-lock");
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    scene.write("acme/vendor.toml", &names.map(source).concat());
    for name in names {
        scene.write(&format!("acme/{name}.json"), &schema(&format!("/{name}.json")));
    }
    let before = scene.everything();
    let ran = scene.regen_on_a_small_disk();
    assert_eq!((ran.code, scene.everything()), (Some(2), before));
    assert_eq!(ran.said()[0], "acme/a.json failed: regen.lock comes first");
    assert_eq!(ran.report["vendors"][0]["changes"]["vendors"].as_array().map(Vec::len), Some(0), "{}", ran.report);
    assert_eq!(ran.report["version"], "nothing");
}
