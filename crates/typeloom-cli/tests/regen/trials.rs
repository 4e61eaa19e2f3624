//! New texts are tried before they replace anything.

use crate::scene::{Scene, schema};
use crate::server::{Reply, Server};

fn two(test: &str, server: &Server) -> Scene {
    let scene = Scene::new(test);
    let source =
        |name: &str| format!("[sources.\"{name}.json\"]\nurl = \"{}\"\n", server.url(&format!("/{name}.json")));
    scene.write("acme/vendor.toml", &format!("{}{}", source("user"), source("team")));
    scene.write("acme/user.json", &schema("User"));
    scene.write("acme/team.json", &schema("Team"));
    scene
}

#[test]
fn what_does_not_parse_is_kept_aside_with_the_diagnostics_and_its_neighbour_is_replaced() {
    let bad = schema("User").replace("}}", "}");
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/user.json" => Reply::ok(schema("User").replace("}}", "}")),
        _ => Reply::ok(schema("Team").replace("string", "integer")),
    });
    let scene = two("bad", &server);
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    let said = ran.said();
    assert_eq!(said[0], "acme/team.json changed");
    assert!(said[1].starts_with("acme/user.json rejected: error[json-syntax]"), "{said:?}");
    assert_eq!(scene.read("acme/user.json"), schema("User"));
    assert_eq!(scene.read("acme/user.json.rejected"), bad);
    let why = scene.read("acme/user.json.why.rejected");
    assert!(why.contains("--> schemas/acme/user.json:1:1"), "{why}");
    assert!(scene.read("acme/team.json").contains("integer"));
    // The next run says so again; once it is well, nothing is left of it.
    assert_eq!(scene.regen(&[]).code, Some(2));
    let server = Server::start(|_| Reply::ok(schema("User").replace("string", "boolean")));
    scene.write("acme/vendor.toml", &format!("[sources.\"user.json\"]\nurl = \"{}\"\n", server.url("/user.json")));
    assert_eq!(scene.regen(&[]).said()[1], "acme/user.json changed");
    assert_eq!(scene.names(), ["acme/team.json", "acme/user.json"]);
}

#[test]
fn an_error_in_json_with_status_200_does_not_replace_a_type() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/user.json" => Reply::ok("{\"message\": \"API rate limit exceeded\"}"),
        _ => Reply::ok(schema("Team")),
    });
    let scene = two("no-types", &server);
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    let said = ["acme/team.json unchanged", "acme/user.json rejected: nothing in it describes a type"];
    assert_eq!(ran.said(), said);
    assert_eq!(scene.read("acme/user.json"), schema("User"));
}

#[test]
fn of_two_texts_that_do_not_go_together_not_both_replace_the_old_ones() {
    // Each is good by itself.
    let server = Server::start(|asked| {
        let kind = if asked.path == "/user.json" { "integer" } else { "boolean" };
        Reply::ok(
            schema("Person")
                .replace("{\"title", "{\"$id\": \"https://example.com/a\", \"title")
                .replace("string", kind),
        )
    });
    let scene = two("twins", &server);
    let ran = scene.regen(&[]);
    let said = ran.said();
    assert_eq!((ran.code, said[0].as_str()), (Some(2), "acme/team.json changed"));
    assert!(said[1].starts_with("acme/user.json rejected: error[duplicate-id]"), "{said:?}");
    assert_eq!(scene.read("acme/user.json"), schema("User"));
    assert!(scene.read("acme/team.json").contains("Person"));
}

#[test]
fn an_error_outside_of_the_texts_is_blamed_on_the_one_that_brings_it() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/user.json" => Reply::ok(schema("Person")),
        _ => Reply::ok(schema("Team").replace("string", "integer")),
    });
    let scene = two("blame", &server);
    scene.write("acme/vendor.toml", &format!("{}[types.User]\nrename = \"Human\"\n", scene.read("acme/vendor.toml")));
    let ran = scene.regen(&[]);
    let said = ran.said();
    assert_eq!((ran.code, said[0].as_str()), (Some(2), "acme/team.json changed"));
    assert!(said[1].starts_with("acme/user.json rejected: error[unused-override]"), "{said:?}");
    assert!(said[1].contains("--> schemas/acme/vendor.toml:"), "{said:?}");
    assert_eq!(scene.read("acme/user.json"), schema("User"));
}

#[test]
fn errors_that_were_there_before_are_no_reason() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/user.json" => Reply::ok(schema("User").replace("string", "integer")),
        _ => Reply::status(304, ""),
    });
    let scene = Scene::with_user("old-errors", &server.url("/user.json"));
    scene.write("acme/user.json", &schema("User"));
    scene.write("acme/broken.json", "{");
    let ran = scene.regen(&[]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["acme/user.json changed".to_owned()]));
    assert!(scene.read("acme/user.json").contains("integer"));
}

#[test]
fn the_other_vendors_go_on_when_one_fails() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/bad.json" => Reply::status(410, ""),
        _ => Reply::ok(schema("User")),
    });
    let scene = Scene::new("vendors");
    let source = |path: &str| format!("[sources.\"user.json\"]\nurl = \"{}\"\n", server.url(path));
    scene.write("acme/vendor.toml", &source("/bad.json"));
    scene.write("beta/vendor.toml", "[sources.\"user.json\"]\nurl = \"http://example.com/user.json\"\n");
    scene.write("zeta/vendor.toml", &source("/good.json"));
    let ran = scene.regen(&[]);
    assert_eq!(ran.code, Some(2));
    let said = ["acme/user.json failed: the server answers 410 (Gone)", "zeta/user.json new"];
    assert_eq!(ran.said(), said);
    let problem = ran.report["vendors"][1]["problems"][0].as_str().expect("a problem");
    assert!(problem.starts_with("error[manifest]: `http://example.com/user.json` is not https"), "{problem}");
    assert!(problem.contains("--> schemas/beta/vendor.toml:2:7"), "{problem}");
    assert_eq!(scene.names(), ["zeta/user.json"]);
    // A vendor whose folder is gone is forgotten.
    scene.write("regen.lock", &scene.lock().replace("zeta/", "gone/"));
    scene.regen(&["zeta"]);
    assert!(scene.lock().contains("gone/"));
    scene.regen(&[]);
    assert!(!scene.lock().contains("gone/"));
    // Those that are not named are left alone.
    let ran = scene.regen(&["zeta"]);
    assert_eq!((ran.code, ran.said()), (Some(0), vec!["zeta/user.json unchanged".to_owned()]));
    let ran = scene.regen(&["nobody"]);
    assert_eq!((ran.code, &ran.report["problems"][0]), (Some(2), &"there is no vendor `nobody` in `schemas`".into()));
}

#[test]
fn several_files_are_made_of_one_text_that_comes_once() {
    let openapi = r##"{"openapi": "3.1.0", "info": {"title": "Acme", "version": "1"}, "components": {"schemas": {
        "User": {"type": "object", "properties": {"team": {"$ref": "#/components/schemas/Team"}}},
        "Team": {"type": "object", "properties": {"id": {"type": "string"}}},
        "Error": {"title": "Problem", "type": "object", "properties": {"code": {"type": "integer"}}},
        "Other": {"type": "string"}}}}"##;
    let server = Server::start(move |asked| match asked.headers.contains_key("if-none-match") {
        true => Reply::status(304, ""),
        false => Reply::ok(openapi).with("etag", "\"1\""),
    });
    let scene = Scene::new("selection");
    let url = server.url("/openapi.json");
    scene.write("acme/vendor.toml", &format!("[sources.\"users.json\"]\nurl = \"{url}\"\nschemas = [\"U*\"]\n[sources.\"error.json\"]\nurl = \"{url}\"\npointer = \"/components/schemas/Error\"\n"));
    let ran = scene.regen(&[]);
    assert_eq!(
        (ran.code, ran.said()),
        (Some(0), vec!["acme/error.json new".to_owned(), "acme/users.json new".to_owned()])
    );
    assert_eq!(server.paths(), ["/openapi.json"]);
    let users = scene.read("acme/users.json");
    assert!(users.contains("\"Team\"") && !users.contains("\"Other\""), "{users}");
    assert!(scene.read("acme/error.json").starts_with("{\n  \"title\": \"Problem\",\n"));
    assert!(scene.lock().contains("selection = \"schemas U*\""));
    assert_eq!(scene.regen(&[]).said(), ["acme/error.json unchanged", "acme/users.json unchanged"]);
    // Another selection needs the text again.
    scene.write("acme/vendor.toml", &scene.read("acme/vendor.toml").replace("U*", "Cow"));
    let ran = scene.regen(&[]);
    assert_eq!(ran.said()[1], "acme/users.json rejected: there is no schema `Cow`");
    assert!(!server.asked()[2].headers.contains_key("if-none-match"));
}

#[test]
fn an_index_leads_to_pages_and_what_it_forgets_stays() {
    let page = |name: &str| {
        format!(
            "# {name}\n\n## Fields\n\n| Field | Type | Required |\n| --- | --- | --- |\n| `id` | *str* | :heavy_check_mark: |\n"
        )
    };
    let server = Server::start(move |asked| match (asked.path.as_str(), asked.nth) {
        ("/docs/README.md", 0) => Reply::ok("[User](models/user.md) [Team](models/team.md) [Api](apis/api.md)"),
        ("/docs/README.md", 1) => Reply::ok("[User](models/user.md)"),
        ("/docs/README.md", _) => Reply::status(404, ""),
        ("/docs/models/user.md", _) => Reply::ok(page("User")),
        ("/docs/models/team.md", _) => Reply::ok(page("Team")),
        _ => Reply::status(500, ""),
    });
    let scene = Scene::new("index");
    let index = server.url("/docs/README.md");
    scene.write("acme/vendor.toml", &format!("[sources.\"pages/\"]\nurl = \"{index}\"\npages = \"models/*.md\"\n"));
    let ran = scene.regen(&[]);
    assert_eq!(
        (ran.code, ran.said()),
        (Some(0), vec!["acme/pages/team.md new".to_owned(), "acme/pages/user.md new".to_owned()])
    );
    assert_eq!(scene.names(), ["acme/pages/team.md", "acme/pages/user.md"]);
    let ran = scene.regen(&["--check"]);
    let gone = "acme/pages/team.md gone: no source leads to it any more; remove it, or let it be `manual`";
    assert_eq!((ran.code, ran.said()), (Some(1), vec![gone.to_owned(), "acme/pages/user.md unchanged".to_owned()]));
    // An index that is not there is no reason to call anything gone.
    let ran = scene.regen(&[]);
    assert_eq!(
        (ran.code, ran.said()),
        (Some(2), vec!["acme/pages/ failed: the server answers 404 (Not Found)".to_owned()])
    );
    assert_eq!(scene.names(), ["acme/pages/team.md", "acme/pages/user.md"]);
}
