//! Each folder in `cases/plan` is a case: documents in, `model.txt` out, with the diagnostics at its end. A file
//! `options` holds words: `exact`, `annotate`, `exact-numbers`.
//!
//! `BLESS=1 cargo test -p typeloom-build plan` writes the goldens anew.

use super::plan;
use crate::amend::implied_types;
use crate::diagnostic::Sink;
use crate::options::{Formats, Numbers, Options};
use crate::read::{self, Input};
use crate::show;
use crate::source::Sources;
use std::path::{Path, PathBuf};

/// What is in a folder, in order.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// The model of a folder of schemas as text, and what was said about it.
fn model(folder: &Path) -> String {
    let words = std::fs::read_to_string(folder.join("options")).unwrap_or_default();
    let has = |word: &str| words.split_whitespace().any(|other| other == word);
    let options = Options {
        exact: has("exact"),
        formats: if has("annotate") { Formats::Annotate } else { Formats::Assert },
        numbers: if has("exact-numbers") { Numbers::Exact } else { Numbers::Native },
        ..Options::default()
    };
    let mut sources = Sources::default();
    let mut files = inside(folder);
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json" || extension == "md"));
    let documents: Vec<_> = files
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            sources.add(format!("schemas/acme/{name}"), std::fs::read_to_string(path).expect("a readable document"))
        })
        .collect();
    let mut sink = Sink::new();
    let input = Input { vendor: "acme", documents: &documents, remotes: Vec::new(), exact: options.exact };
    let mut spec = read::read_input(input, &sources, &mut sink);
    if !options.exact {
        implied_types::imply(&mut spec, &mut sink);
    }
    let model = plan(&[spec], &sources, &options, &mut sink);
    let mut text = show::model_text(&model, None);
    for diagnostic in sink.into_sorted(&sources) {
        let place = diagnostic.span.map(|span| sources.file_and_line(span)).unwrap_or_default();
        text.push_str(&format!("\n{} {place}: {}", diagnostic.code.name(), diagnostic.message));
    }
    text.trim_end().to_owned() + "\n"
}

#[test]
fn cases_become_the_models_that_stand_beside_them() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/plan");
    let mut differences = Vec::new();
    for folder in inside(&cases) {
        let golden = folder.join("model.txt");
        let found = model(&folder);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&golden, &found).expect("a writable golden");
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != found {
            differences.push(format!("{} differs; it is now:\n{found}", golden.display()));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}
