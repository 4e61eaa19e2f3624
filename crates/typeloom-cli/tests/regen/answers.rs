//! What servers answer, well and badly.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};
use std::io::Write;
use std::time::{Duration, Instant};

const PATH: &str = "/user.json";

/// A run with an old `user.json` that must still be there afterwards, and what is said of it.
fn stays(test: &str, server: &Server, arguments: &[&str]) -> String {
    let scene = Scene::with_user(test, &server.url(PATH));
    scene.write("acme/user.json", &schema("Old"));
    let before = scene.everything();
    let ran = scene.regen(arguments);
    assert_eq!(ran.code, Some(2), "{:?}", ran.said());
    let mut after = scene.everything();
    // A lock that knows nothing.
    after.remove("regen.lock");
    assert_eq!(after, before);
    let said = ran.said();
    assert_eq!(said.len(), 1);
    said[0].strip_prefix("acme/user.json failed: ").unwrap_or_else(|| panic!("{said:?}")).to_owned()
}

#[test]
fn a_text_comes_once_and_then_only_when_it_has_changed() {
    let server = Server::start(|asked| match asked.headers.get("if-none-match").map(String::as_str) {
        Some("\"one\"") => Reply::status(304, "").with("etag", "\"one\""),
        _ => {
            let reply = Reply::ok(schema("User")).with("etag", "\"one\"");
            reply.with("last-modified", "Wed, 21 Oct 2015 07:28:00 GMT")
        }
    });
    let scene = Scene::with_user("once", &server.url(PATH));
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json new".to_owned()]));
    assert_eq!(ran.report["vendors"][0]["types-after"], 1);
    assert_eq!(scene.files(), [("acme/user.json".to_owned(), schema("User"))].into());
    let lock = scene.lock();
    for line in [
        "[files.\"acme/user.json\"]".to_owned(),
        format!("source = \"{}\"", server.url(PATH)),
        "etag = '\"one\"'".to_owned(),
        "last-modified = \"Wed, 21 Oct 2015 07:28:00 GMT\"".to_owned(),
        "fetched = \"20".to_owned(),
        "sha256 = \"".to_owned(),
    ] {
        assert!(lock.contains(&line), "{line}\n{lock}");
    }
    let before = scene.everything();
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json unchanged".to_owned()]));
    assert_eq!(scene.everything(), before);
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1].headers["if-modified-since"], "Wed, 21 Oct 2015 07:28:00 GMT");
    assert!(asked[0].headers["user-agent"].starts_with("typeloom-regen/"));
}

#[test]
fn the_same_text_without_an_etag_is_unchanged() {
    let server = Server::start(|_| Reply::ok(schema("User")));
    let scene = Scene::with_user("same", &server.url(PATH));
    scene.regen(&[]);
    let before = scene.everything();
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json unchanged".to_owned()]));
    assert_eq!(scene.everything(), before);
}

#[test]
fn not_found_is_asked_for_once_and_the_old_text_stays() {
    let server = Server::start(|_| Reply::status(404, "{}"));
    assert_eq!(stays("404", &server, &[]), "the server answers 404 (Not Found)");
    assert_eq!(server.paths(), [PATH]);
}

#[test]
fn too_many_requests_waits_as_long_as_the_server_says() {
    let server = Server::start(|asked| match asked.nth {
        0 => Reply::status(429, "").with("retry-after", "2"),
        _ => Reply::ok(schema("User")),
    });
    let scene = Scene::with_user("429", &server.url(PATH));
    let begun = Instant::now();
    let ran = scene.regen(&[]);
    assert!(begun.elapsed() >= Duration::from_secs(2));
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json new".to_owned()]));
    assert_eq!(ran.file()["tries"], 2);
    assert!(ran.stderr.contains("acme/user.json: the server answers 429 (Too Many Requests); trying again\n"));
    assert_eq!(scene.names(), ["acme/user.json"]);
}

#[test]
fn a_server_that_wants_to_be_left_alone_is_left_alone() {
    let server = Server::start(|_| Reply::status(429, "").with("retry-after", "3600"));
    let said = stays("429-long", &server, &[]);
    assert_eq!(said, "the server answers 429 (Too Many Requests), and asks to be left alone for 3600 s");
    assert_eq!(server.paths(), [PATH]);
}

#[test]
fn a_server_error_may_pass() {
    let server = Server::start(|asked| match asked.nth {
        0 => Reply::status(500, "no"),
        1 => Reply::status(503, "no"),
        _ => Reply::ok(schema("User")),
    });
    let scene = Scene::with_user("500-200", &server.url(PATH));
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json new".to_owned()]));
    assert_eq!((ran.file()["tries"].as_u64(), scene.names()), (Some(3), vec!["acme/user.json".to_owned()]));
}

#[test]
fn a_server_error_that_does_not_pass_is_told_after_so_many_tries() {
    let server = Server::start(|_| Reply::status(500, "no"));
    let said = stays("500", &server, &["--tries", "2"]);
    assert_eq!(said, "the server answers 500 (Internal Server Error) (2 tries)");
    assert_eq!(server.paths(), [PATH, PATH]);
}

#[test]
fn a_slow_text_takes_too_long() {
    let server = Server::start(|_| Reply::Slow(schema("User").into_bytes()));
    let said = stays("slow", &server, &["--timeout", "0.5", "--tries", "2"]);
    assert_eq!(said, "it takes longer than 0.5 s (2 tries)");
    assert_eq!(server.paths(), [PATH, PATH]);
}

#[test]
fn a_server_that_says_nothing_takes_too_long() {
    let server = Server::start(|_| Reply::Nothing);
    assert_eq!(stays("nothing", &server, &["--timeout", "0.3", "--tries", "1"]), "it takes longer than 0.3 s");
}

#[test]
fn a_text_that_is_cut_off_is_tried_again_and_never_kept() {
    // Half of the page would be a page, too.
    let server = Server::start(|asked| match asked.nth {
        0 | 1 => Reply::CutOff(schema("User").into_bytes()),
        _ => Reply::ok(schema("Whole")),
    });
    assert_eq!(stays("cut-off", &server, &["--tries", "2"]), "the text is cut off (2 tries)");
    let scene = Scene::with_user("cut-off-once", &server.url(PATH));
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, scene.read("acme/user.json")), (Some(0), schema("Whole")));
}

#[test]
fn a_huge_text_is_not_read_to_its_end() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/announced" => Reply::CutOff(vec![b' '; 20_000]),
        "/packed" => Reply::ok(gzip(&vec![b' '; 200_000])).with("content-encoding", "gzip"),
        _ => Reply::Endless,
    });
    for path in ["/announced", "/endless", "/packed"] {
        let scene = Scene::with_user(&format!("huge{}", path.replace('/', "-")), &server.url(path));
        let ran = scene.regen(&["--max-size", "10000"]);
        let said = vec!["acme/user.json failed: it is larger than 10000 bytes".to_owned()];
        assert_eq!((ran.code, ran.said()), (Some(2), said), "{path}");
        assert!(scene.names().is_empty());
    }
    assert_eq!(server.paths(), ["/announced", "/endless", "/packed"]);
}

#[test]
fn a_redirect_loop_ends() {
    let server = Server::start(|_| Reply::redirect(PATH));
    assert_eq!(stays("loop", &server, &["--max-redirects", "3"]), "it is redirected more than 3 times");
    assert_eq!(server.paths().len(), 4);
}

#[test]
fn a_redirect_to_another_host_is_followed_and_told() {
    let other = Server::start(|_| Reply::ok(schema("User")));
    let to = other.other_url("/elsewhere/user.json");
    let server = Server::start(move |_| Reply::redirect(&to));
    let scene = Scene::with_user("redirect", &server.url(PATH));
    scene.write("acme/vendor.toml", &format!("{}private = [\"localhost\"]\n", scene.read("acme/vendor.toml")));
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json new".to_owned()]));
    assert_eq!(ran.file()["redirected"], other.other_url("/elsewhere/user.json"));
    assert_eq!(scene.names(), ["acme/user.json"]);
    // The lock names what was asked for: where it leads to may change.
    assert!(scene.lock().contains(&server.url(PATH)));
}

#[test]
fn a_redirect_to_what_is_not_https_is_not_followed() {
    for (name, to) in [("plain", "http://example.com/user.json"), ("file", "file:///etc/passwd")] {
        let server = Server::start(move |_| Reply::redirect(to));
        let said = stays(&format!("redirect-{name}"), &server, &[]);
        assert!(said.starts_with(&format!("it is redirected, but `{to}` ")), "{said}");
        assert_eq!(server.paths(), [PATH]);
    }
}

#[test]
fn a_packed_text_is_unpacked() {
    let server = Server::start(|asked| match asked.headers["accept-encoding"].contains("gzip") {
        true => Reply::ok(gzip(schema("User").as_bytes())).with("content-encoding", "gzip"),
        false => Reply::status(406, ""),
    });
    let scene = Scene::with_user("gzip", &server.url(PATH));
    assert_eq!(scene.regen(&[]).code, Some(0));
    assert_eq!(scene.read("acme/user.json"), schema("User"));
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(text).expect("it can be packed");
    packer.finish().expect("it can be packed")
}

#[test]
fn an_html_page_with_status_200_is_kept_aside() {
    let page = "<!DOCTYPE html><html><head><title>Sign in</title></head></html>";
    let server = Server::start(move |_| Reply::ok(page).with("content-type", "text/html"));
    let scene = Scene::with_user("html", &server.url(PATH));
    scene.write("acme/user.json", &schema("Old"));
    let ran = scene.regen(&[]);
    let said = "acme/user.json rejected: it is an HTML page: \"Sign in\"";
    assert_eq!((ran.code, ran.said()), (Some(2), vec![said.to_owned()]));
    let files = [
        ("acme/user.json", schema("Old")),
        ("acme/user.json.rejected", page.to_owned()),
        ("acme/user.json.why.rejected", "it is an HTML page: \"Sign in\"\n".to_owned()),
    ];
    assert_eq!(scene.files(), files.map(|(name, text)| (name.to_owned(), text)).into());
}

#[test]
fn a_certificate_that_is_not_trusted_is_not_trusted() {
    let (server, certificate) = Server::start_tls(|_| Reply::ok(schema("User")));
    let said = stays("tls", &server, &[]);
    assert!(said.contains("certificate"), "{said}");
    assert!(server.paths().is_empty());
    let scene = Scene::with_user("tls-trusted", &server.url(PATH));
    scene.write("../ca.pem", &certificate);
    let ran = scene.regen(&["--certificates", "ca.pem"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json new".to_owned()]));
    assert_eq!(scene.read("acme/user.json"), schema("User"));
}

#[test]
fn a_server_that_is_not_there_is_tried_again() {
    let gone = Server::start(|_| Reply::Nothing).url(PATH);
    let scene = Scene::with_user("gone", &gone);
    // The port is free a moment later.
    std::thread::sleep(Duration::from_millis(100));
    let ran = scene.regen(&["--tries", "2", "--timeout", "2"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.file()["tries"], 2);
    assert!(scene.names().is_empty());
}
