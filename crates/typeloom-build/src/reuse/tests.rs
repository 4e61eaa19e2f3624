//! What is read again and what is not; the text is the same either way.

use super::{Built, build};
use crate::options::{Formats, Options};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Three vendors, of which `beta` has a warning, and a single file.
struct Scene {
    schemas: PathBuf,
    out: PathBuf,
}

impl Scene {
    fn new(name: &str) -> Scene {
        // Not `CARGO_TARGET_TMPDIR`, which only integration tests have.
        let folder = std::env::temp_dir().join(format!("typeloom-reuse-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder); // it need not be there
        let scene = Scene { schemas: folder.join("schemas"), out: folder.join("out") };
        fs::create_dir_all(&scene.out).expect("a folder");
        for vendor in ["alpha", "beta", "gamma"] {
            scene.put(&format!("{vendor}/pet.json"), r#"{"title": "Pet", "properties": {"id": {"type": "string"}}}"#);
        }
        scene.put("beta/far.json", r#"{"title": "Far", "$ref": "nowhere.json"}"#);
        scene.put("single.json", r#"{"title": "Single", "type": "object"}"#);
        scene
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.schemas.join(path);
        fs::create_dir_all(path.parent().expect("a folder around it")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn build(&self) -> Built {
        self.build_with(&Options::default())
    }

    fn build_with(&self, options: &Options) -> Built {
        build(&self.schemas, options, Some("this"), &self.out).expect("written")
    }

    /// All code that is there, by the names of the files.
    fn code(&self) -> BTreeMap<String, String> {
        code(&self.out)
    }

    /// All code, made without anything there.
    fn fresh(&self) -> BTreeMap<String, String> {
        let out = self.out.with_file_name("fresh");
        let _ = fs::remove_dir_all(&out);
        build(&self.schemas, &Options::default(), None, &out).expect("written");
        code(&out)
    }
}

fn code(out: &Path) -> BTreeMap<String, String> {
    let files =
        [out.join("typeloom"), out.to_owned()].into_iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let files =
        files.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|of| of == "rs"));
    files
        .map(|path| {
            (
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                fs::read_to_string(path).expect("a text"),
            )
        })
        .collect()
}

const ALL: [&str; 4] = ["single", "alpha", "beta", "gamma"];

#[test]
fn nothing_is_read_again_where_nothing_changed() {
    let scene = Scene::new("nothing");
    let first = scene.build();
    let code = scene.code();
    assert_eq!(first.read, ALL);
    let again = scene.build();
    assert_eq!(again.read, [""; 0]);
    assert_eq!(scene.code(), code);
    assert_eq!(again.watched, first.watched);
    // What was said is said again.
    assert_eq!(first.warnings.len(), 1, "{:?}", first.warnings);
    assert_eq!(again.warnings, first.warnings);
}

#[test]
fn only_the_vendor_that_changed_is_read_again() {
    let scene = Scene::new("one");
    scene.build();
    scene.put("beta/pet.json", r#"{"title": "Cat", "type": "object"}"#);
    assert_eq!(scene.build().read, ["beta"]);
    assert_eq!(scene.code(), scene.fresh());
    scene.put("gamma/vendor.toml", "[types.Pet]\nrename = \"Dog\"\n");
    assert_eq!(scene.build().read, ["gamma"]);
    scene.put("gamma/dog.json", r#"{"title": "Another", "type": "object"}"#);
    assert_eq!(scene.build().read, ["gamma"]);
    assert_eq!(scene.code(), scene.fresh());
    scene.put("names.lock", "[alpha.Pet]\ntitle = \"Pet\"\nat = \"pet.json#\"\nrest = \"others\"\n");
    assert_eq!(scene.build().read, ALL);
    assert!(scene.code()["alpha.rs"].contains("pub others:"));
    assert_eq!(scene.code(), scene.fresh());
}

#[test]
fn other_choices_make_other_code() {
    let scene = Scene::new("choices");
    scene.build();
    let options = Options { formats: Formats::Annotate, ..Options::default() };
    assert_eq!(scene.build_with(&options).read, ALL);
    assert_eq!(scene.build_with(&options).read, [""; 0]);
}

#[test]
fn another_generator_makes_everything_again() {
    let scene = Scene::new("generator");
    scene.build();
    let code = scene.code();
    for (generator, read) in [(Some("another"), &ALL[..]), (Some("another"), &[]), (None, &ALL), (None, &ALL)] {
        let built = build(&scene.schemas, &Options::default(), generator, &scene.out).expect("written");
        assert_eq!(built.read, read);
        assert_eq!(scene.code(), code);
    }
}

#[test]
fn what_is_damaged_is_made_again() {
    let scene = Scene::new("damaged");
    scene.build();
    let (code, of) = (scene.code(), scene.out.join("typeloom"));
    type Damage = fn(&str) -> String;
    let damages: [(&str, Damage); 7] = [
        ("alpha.rs", |text| text.replace("Pet", "Bad")),
        ("alpha.rs", |text| text[..text.len() / 2].to_owned()),
        ("alpha.rs", |text| format!("{text}\n")),
        ("alpha.record", |_| String::new()),
        ("alpha.record", |text| text.replace("name alpha", "name omega")),
        ("alpha.record", |text| text[..text.len() - 2].to_owned()),
        ("alpha.record", |text| text.replace("typeloom 1", "typeloom 0")),
    ];
    for (file, damage) in damages {
        let text = fs::read_to_string(of.join(file)).expect("a text");
        fs::write(of.join(file), damage(&text)).expect("written");
        assert_eq!(scene.build().read, ["alpha"]);
        assert_eq!(scene.code(), code);
    }
    for file in ["alpha.rs", "alpha.record"] {
        fs::remove_file(of.join(file)).expect("removed");
        assert_eq!(scene.build().read, ["alpha"]);
        assert_eq!(scene.code(), code);
    }
    // Not a text at all.
    fs::write(of.join("beta.record"), [0xff, 0xfe]).expect("written");
    assert_eq!(scene.build().read, ["beta"]);
}

#[test]
fn what_belongs_to_no_vendor_goes() {
    let scene = Scene::new("gone");
    scene.build();
    fs::remove_dir_all(scene.schemas.join("gamma")).expect("removed");
    assert_eq!(scene.build().read, [""; 0]);
    assert_eq!(scene.code(), scene.fresh());
    assert!(!scene.out.join("typeloom/gamma.record").exists());
}

#[test]
fn errors_are_said_as_often_as_they_are_there() {
    let scene = Scene::new("errors");
    scene.build();
    let before = fs::read_to_string(scene.out.join("typeloom.rs")).expect("a text");
    scene.put("beta/pet.json", "{");
    scene.put("delta/pet.json", r#"{"title": "Pet", "type": "object"}"#);
    for read in [&["beta", "delta"][..], &["beta"]] {
        let built = scene.build();
        assert_eq!(built.read, read);
        assert_eq!(built.errors.len(), 1, "{:?}", built.errors);
    }
    assert_eq!(fs::read_to_string(scene.out.join("typeloom.rs")).expect("a text"), before);
    scene.put("beta/pet.json", r#"{"title": "Pet", "type": "object"}"#);
    assert_eq!(scene.build().read, ["beta"]);
    assert_eq!(scene.code(), scene.fresh());
}

#[test]
fn names_that_meet_at_the_top_level_are_seen_without_reading() {
    let scene = Scene::new("names");
    scene.put("other.json", r#"{"title": "Single", "type": "object"}"#);
    for read in [5, 0] {
        let built = scene.build();
        assert_eq!((built.read.len(), built.errors.len()), (read, 1), "{:?}", built.errors);
        assert!(built.errors[0].contains("`Single` would be there twice"), "{}", built.errors[0]);
    }
}

#[test]
fn files_are_called_by_their_vendors() {
    let scene = Scene::new("files");
    for vendor in ["a-b", "a@b", "größe"] {
        scene.put(&format!("{vendor}/pet.json"), r#"{"title": "Pet", "type": "object"}"#);
    }
    assert_eq!(scene.build().errors, [""; 0]);
    let code = scene.code();
    let includes = code["typeloom.rs"].matches("::core::include!").count();
    assert_eq!((code.len(), includes), (8, 7));
    assert!(code.keys().all(|name| name.is_ascii()));
    assert!(code["typeloom.rs"].contains("/typeloom/alpha.rs\""));
}
