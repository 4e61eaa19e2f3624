//! Names that were given once stay: what `names.lock` does, through the public interface.

use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::diagnostic::{Code, Severity};
use typeloom_build::{Outcome, generate, generate_vendors};

/// A folder of vendors of its own for each test.
struct Schemas(PathBuf);

impl Schemas {
    fn of(test: &str) -> Schemas {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("names").join(test);
        let _ = fs::remove_dir_all(&root);
        Schemas(root)
    }

    fn put(&self, name: &str, text: &str) -> &Schemas {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    fn remove(&self, name: &str) -> &Schemas {
        fs::remove_file(self.0.join(name)).expect("a file");
        self
    }

    fn run(&self) -> Outcome {
        generate_vendors(&self.0, &Default::default())
    }

    /// Writes the lock as `typeloom names --write` does.
    fn lock(&self) -> &Schemas {
        let outcome = self.run();
        assert!(!outcome.failed(), "{}", said(&outcome));
        self.put("names.lock", &outcome.names().to_text())
    }
}

fn said(outcome: &Outcome) -> String {
    outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources) + "\n").collect()
}

/// The names of all types, and of what is in them: `User { id, user_name }`.
fn names(outcome: &Outcome) -> Vec<String> {
    let lock = outcome.names();
    let of = |(name, of): (&String, &typeloom_build::names::TypeNames)| {
        let members: Vec<&str> = of.members.values().map(|member| member.name.as_str()).collect();
        format!("{name} {{ {} }}", members.join(", "))
    };
    lock.vendors.values().flat_map(|names| names.types.iter().map(of)).collect()
}

fn codes(outcome: &Outcome) -> Vec<&'static str> {
    let about = [Code::NamesLock, Code::StaleName, Code::NewName, Code::NameCollision];
    let found = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code);
    found.filter(|code| about.contains(code)).map(Code::name).collect()
}

fn object(title: &str, members: &str) -> String {
    format!(r#"{{"title": "{title}", "type": "object", "properties": {{{members}}}}}"#)
}

const ID: &str = r#""id": {"type": "string"}"#;
/// Of another type: two that are equal would be one.
const NAME: &str = r#""name": {"type": "string"}"#;

#[test]
fn a_colliding_type_does_not_rename_the_others() {
    let schemas = Schemas::of("types");
    schemas.put("acme/a.json", &object("user-session", ID)).lock();
    schemas.put("acme/b.json", &object("user_session", NAME));
    let with = schemas.run();
    // The one that was there before keeps its name; the new one is told apart.
    assert_eq!(names(&with), ["UserSession { id }", "UserUnderscoreSession { name }"]);
    assert_eq!(with.names().vendors["acme"].types["UserSession"].title, "user-session");
    assert_eq!(codes(&with), ["name-collision", "new-name"]);
    // Without the lock, both would have given the name up.
    schemas.remove("names.lock");
    assert_eq!(names(&schemas.run()), ["UserHyphenSession { id }", "UserUnderscoreSession { name }"]);
}

#[test]
fn a_part_keeps_its_name_from_a_new_document() {
    let schemas = Schemas::of("parts");
    let address = format!(r#""address": {}"#, object("", ID).replace(r#""title": "", "#, ""));
    schemas.put("acme/user.json", &object("User", &address)).lock();
    schemas.put("acme/address.json", &object("UserAddress", r#""street": {"type": "string"}"#));
    let names = names(&schemas.run());
    assert!(names.contains(&"UserAddress { id }".to_owned()), "{names:?}");
    assert_eq!(names.len(), 3);
}

#[test]
fn members_values_and_branches_keep_their_names() {
    let schemas = Schemas::of("members");
    let one = r#""user-id": {"type": "string"}, "state": {"enum": ["on hold"]},
        "of": {"anyOf": [{"type": "object", "properties": {"a": {"type": "string"}}}, {"type": "string"}]}"#;
    schemas.put("acme/user.json", &object("User", one)).lock();
    let before = names(&schemas.run());
    let two = one
        .replace(r#""user-id""#, r#""user_id": {"type": "string"}, "unknown": {"type": "string"}, "user-id""#)
        .replace(r#""on hold""#, r#""on_hold", "Other", "on hold""#)
        .replace(r#"[{"type""#, r#"[{"type": "object", "required": ["b"], "properties": {"b": {}}}, {"type""#);
    schemas.put("acme/user.json", &object("User", &two));
    let after = schemas.run();
    let lock = after.names();
    let of = |name: &str| &lock.vendors["acme"].types[name];
    assert_eq!(of("User").members["user-id"].name, "user_id");
    assert_ne!(of("User").members["user_id"].name, "user_id");
    assert_eq!(of("User").rest.as_deref(), Some("unknown"));
    assert_ne!(of("User").members["unknown"].name, "unknown");
    assert_eq!(of("UserState").members["on hold"].name, "OnHold");
    assert_eq!(of("UserState").rest.as_deref(), Some("Other"));
    assert_eq!(
        (of("UserOf").members["Object"].name.as_str(), of("UserOf").members["String"].name.as_str()),
        ("Object", "String")
    );
    assert!(before.iter().any(|name| name == "UserOf { Object, String }"), "{before:?}");
}

#[test]
fn what_is_gone_is_told_and_renames_nothing() {
    let schemas = Schemas::of("gone");
    schemas.put("acme/a.json", &object("user-session", ID)).put("acme/b.json", &object("user_session", NAME)).lock();
    assert_eq!(codes(&schemas.run()), [""; 0]);
    schemas.remove("acme/b.json");
    let outcome = schemas.run();
    assert_eq!(names(&outcome), ["UserHyphenSession { id }"]);
    assert_eq!(codes(&outcome), ["stale-name"]);
    let text = said(&outcome);
    assert!(
        text.contains("there is no type `user_session` any more, which was called `UserUnderscoreSession`"),
        "{text}"
    );
    assert!(text.contains("names.lock:13:7") && text.contains("typeloom names SCHEMAS --write"), "{text}");
    assert!(!outcome.failed(), "a warning");
    schemas.lock();
    assert_eq!(codes(&schemas.run()), [""; 0]);
    // A vendor and a field that are gone.
    schemas.put("acme/a.json", &object("user-session", "")).put("globex/a.json", &object("A", ID)).lock();
    fs::remove_dir_all(schemas.0.join("globex")).expect("a folder");
    assert!(said(&schemas.run()).contains("there is no vendor `globex` any more"));
}

#[test]
fn a_deliberate_rename_is_an_entry_of_the_manifest() {
    let schemas = Schemas::of("rename");
    schemas.put("acme/user.json", &object("User", ID)).put("acme/team.json", &object("Team", ID)).lock();
    let manifest = "[types.User]\nrename = \"Person\"\n\n[types.User.fields.id]\nrename = \"key\"\n";
    schemas.put("acme/vendor.toml", manifest);
    let outcome = schemas.run();
    assert_eq!(names(&outcome), ["Person { key }", "Team { id }"]);
    assert_eq!(codes(&outcome), ["new-name"]);
    schemas.lock();
    assert_eq!(codes(&schemas.run()), [""; 0]);
    // A name that another type has is not taken from it.
    schemas.put("acme/vendor.toml", "[types.User]\nrename = \"Team\"\n");
    let outcome = schemas.run();
    assert!(names(&outcome).contains(&"Team { id }".to_owned()), "{:?}", names(&outcome));
    assert!(codes(&outcome).contains(&"name-collision"), "{}", said(&outcome));
}

#[test]
fn a_file_that_moves_keeps_its_names() {
    let schemas = Schemas::of("moved");
    schemas.put("acme/a.json", &object("user-session", ID)).put("acme/b.json", &object("user_session", NAME)).lock();
    let before = names(&schemas.run());
    schemas.remove("acme/b.json").put("acme/v2/sessions.json", &object("user_session", NAME));
    let outcome = schemas.run();
    assert_eq!((names(&outcome), codes(&outcome)), (before, Vec::new()));
}

#[test]
fn two_types_of_one_title_are_told_apart_by_their_places() {
    let schemas = Schemas::of("twins");
    schemas.put("acme/a.json", &object("User", ID)).lock();
    schemas.put("acme/0.json", &object("User", r#""name": {"type": "string"}"#));
    let first = names(&schemas.run());
    assert!(first.contains(&"User { id }".to_owned()), "{first:?}");
    schemas.lock();
    assert_eq!((names(&schemas.run()), codes(&schemas.run())), (first, Vec::new()));
}

#[test]
fn a_type_beside_null_and_its_inner_one_keep_their_names() {
    let schemas = Schemas::of("null");
    let nullable = object("User", ID).replace(r#""object""#, r#"["object", "null"]"#);
    schemas.put("acme/user.json", &nullable).lock();
    let outcome = schemas.run();
    assert_eq!((names(&outcome).len(), codes(&outcome)), (2, Vec::new()));
}

#[test]
fn one_vendor_alone_has_the_names_of_the_build() {
    let schemas = Schemas::of("alone");
    schemas.put("acme/a.json", &object("user-session", ID)).lock();
    schemas.put("acme/b.json", &object("user_session", NAME));
    let alone = generate(&[schemas.0.join("acme")], &Default::default());
    assert_eq!(names(&alone), names(&schemas.run()));
}

#[test]
fn a_damaged_lock_names_nothing_and_is_an_error() {
    let head = "[acme.User]\ntitle = \"User\"\nat = \"user.json#\"\n";
    let cases = [
        ("<<<<<<< ours\n", "names.lock is damaged"),
        ("[acme.User]\ntitle = \"User\"\n", "names.lock is damaged"),
        (&format!("{head}nick = \"U\"\n"), "names.lock is damaged"),
        (&format!("{head}{head}"), "names.lock is damaged"),
        (&head.replace("acme.User", "acme.\"User {}\""), "`User {}` is no Rust identifier"),
        (&format!("{head}[acme.User.members]\nid = \"1d\"\n"), "`1d` is no Rust identifier"),
        (&format!("{head}rest = \"id\"\n[acme.User.members]\nid = \"id\"\n"), "`id` stands twice in `User`"),
    ];
    let schemas = Schemas::of("damaged");
    schemas.put("acme/user.json", &object("User", ID));
    for (text, message) in cases {
        let outcome = schemas.put("names.lock", text).run();
        let errors: Vec<_> =
            outcome.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect();
        assert!(outcome.failed() && !errors.is_empty(), "{text}");
        for error in errors {
            assert_eq!((error.code, error.message.as_str()), (Code::NamesLock, message), "{text}");
            assert!(error.span.is_some() && error.help.is_some());
        }
    }
}
