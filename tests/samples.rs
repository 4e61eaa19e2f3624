//! Samples of every vendor, read through the public interface.
//!
//! `tests/samples/<vendor>/ok/*.json` parse, validate and come back as equal JSON; `bad/*.json` are refused with
//! exactly what stands in the `.txt` file beside them. `BLESS=1 cargo test --test samples` writes those files: read
//! the difference before you commit it. Where a vendor has several root types, the part of the file name before the
//! first dot says which one is meant.

use auth_models::{pipeshub, riffyn, stytch, workos};
use std::fs;
use std::path::{Path, PathBuf};
use typeloom::{Read, Valid, Validate, Value, Write};

/// What the sample is read as: vendor, file name prefix, function.
type Row = (&'static str, &'static str, fn(&str) -> Verdict);

const TYPES: &[Row] = &[
    ("pipeshub", "", verdict::<pipeshub::AuthenticateResponse>),
    ("riffyn", "", verdict::<riffyn::AuthResponse>),
    ("stytch", "b2b_password.", verdict::<stytch::ApiB2bPasswordV1AuthenticateResponse>),
    ("stytch", "otp.", verdict::<stytch::ApiOtpV1AuthenticateResponse>),
    ("workos", "", verdict::<workos::UserlandAuthenticateResponse>),
];

/// What became of a sample.
struct Verdict {
    /// The value written back, where it could be read.
    written: Option<String>,
    /// Why it is not valid, one problem a line; empty where it is.
    problems: String,
    /// Whether `Valid<T>` takes it, from bytes and through serde_json.
    valid: [bool; 2],
}

fn verdict<T>(text: &str) -> Verdict
where
    T: for<'de> Read<'de> + Write + Validate + serde::de::DeserializeOwned + serde::Serialize + Clone + PartialEq,
{
    let valid = [typeloom::from_str::<Valid<T>>(text).is_ok(), serde_json::from_str::<Valid<T>>(text).is_ok()];
    let through_serde = serde_json::from_str::<T>(text);
    match typeloom::from_str::<T>(text) {
        Ok(value) => {
            let same = through_serde.expect("serde_json reads what typeloom::from_str reads");
            assert!(same == value, "both readers give one value");
            let written = typeloom::to_string(&value).expect("what was read can be written");
            let by_serde = serde_json::to_string(&value).expect("what was read can be written through serde");
            assert_eq!(json(&written), json(&by_serde), "both writers give one text");
            let problems = match value.validate() {
                Ok(()) => String::new(),
                Err(violations) => format!("{violations}\n"),
            };
            Verdict { written: Some(written), problems, valid }
        }
        Err(error) => {
            assert!(through_serde.is_err(), "serde_json refuses what typeloom::from_str refuses: {error}");
            Verdict { written: None, problems: format!("cannot be read: {error}\n"), valid }
        }
    }
}

fn json(text: &str) -> Value {
    typeloom::from_str(text).expect("JSON")
}

fn samples(vendor: &str, kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(vendor).join(kind);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

fn read_sample(vendor: &str, path: &Path) -> (String, Verdict) {
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    let (_, _, read) = TYPES
        .iter()
        .find(|(of, prefix, _)| *of == vendor && name.starts_with(prefix))
        .unwrap_or_else(|| panic!("no type for {name}"));
    let text = fs::read_to_string(path).expect("UTF-8");
    let verdict = read(&text);
    (text, verdict)
}

fn accepted(vendor: &str) {
    let files = samples(vendor, "ok");
    assert!(files.len() >= 4, "{vendor}: {} accepted samples", files.len());
    for path in files {
        let (text, verdict) = read_sample(vendor, &path);
        assert_eq!(verdict.problems, "", "{}", path.display());
        assert_eq!(verdict.valid, [true; 2], "{}", path.display());
        let written = verdict.written.expect("it was read");
        assert_eq!(json(&written), json(&text), "{} is lost in part", path.display());
    }
}

fn rejected(vendor: &str) {
    let files = samples(vendor, "bad");
    assert!(files.len() >= 8, "{vendor}: {} rejected samples", files.len());
    for path in files {
        let (text, verdict) = read_sample(vendor, &path);
        assert_eq!(verdict.valid, [false; 2], "{} is accepted", path.display());
        if let Some(written) = verdict.written {
            assert_eq!(json(&written), json(&text), "{} is lost in part", path.display());
        }
        let beside = path.with_extension("txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&beside, &verdict.problems).expect("written");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(verdict.problems, expected, "{}", path.display());
    }
}

#[test]
fn pipeshub_samples() {
    accepted("pipeshub");
    rejected("pipeshub");
}

#[test]
fn riffyn_samples() {
    accepted("riffyn");
    rejected("riffyn");
}

#[test]
fn stytch_samples() {
    accepted("stytch");
    rejected("stytch");
}

#[test]
fn workos_samples() {
    accepted("workos");
    rejected("workos");
}
