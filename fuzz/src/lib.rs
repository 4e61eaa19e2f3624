//! What the fuzz targets share: that the generator keeps its promises on any bytes.

use std::path::PathBuf;
use typeloom_build::generate_as_if;
use typeloom_build::options::{Formats, Numbers, Options};

/// Generates from one document, and checks what holds for every document: no panic, code or an error and not both,
/// places that can be shown, the same result a second time.
pub fn generates(name: &str, bytes: &[u8]) {
    // Files that are no UTF-8 are refused before anything is read; no document is needed to see that.
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let paths = [PathBuf::from(name)];
    let texts = [(paths[0].clone(), text.to_owned())].into();
    let exact = Options {
        exact: true,
        formats: Formats::Assert,
        numbers: Numbers::Exact,
        schemars: true,
        ..Options::default()
    };
    for options in [Options::default(), exact] {
        let run = || generate_as_if(&paths, &texts, &options);
        let (first, second) = (run(), run());
        let said = |outcome: &typeloom_build::Outcome| -> Vec<String> {
            outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources)).collect()
        };
        let code = first.code();
        assert_eq!(code.is_none(), first.failed(), "an error without words, or words without an error");
        assert_eq!(code, second.code(), "another text the second time");
        assert_eq!(said(&first), said(&second), "other diagnostics the second time");
    }
}
