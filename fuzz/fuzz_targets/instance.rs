//! Any bytes as an instance: what generated types say of it against what an independent validator says.
#![no_main]

typeloom::include_models!();

#[path = "../../crates/typeloom-cases/src/probe.rs"]
#[allow(dead_code)]
mod probe;

use border::{Record, Tagged, Whole};
use probe::probe;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Debug;
use std::sync::LazyLock;
use typeloom::{Read, Validate, Write};

static VALIDATORS: LazyLock<[jsonschema::Validator; 3]> = LazyLock::new(|| {
    [
        include_str!("../schemas/border/record.json"),
        include_str!("../schemas/border/tagged.json"),
        include_str!("../schemas/border/whole.json"),
    ]
    .map(|text| {
        let schema = serde_json::from_str(text).expect("our own schema is JSON");
        jsonschema::validator_for(&schema).expect("our own schema is one")
    })
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // serde_json's `Value` rounds long numbers and keeps one of two members with one name; we do neither.
    let theirs = serde_json::from_str::<Value>(text).ok().filter(|_| !rounded(text));
    let ours = typeloom::from_str::<typeloom::Value>(text);
    if let Ok(ours) = &ours {
        let written = typeloom::to_string(ours).expect("a value is written");
        assert_eq!(typeloom::from_str::<typeloom::Value>(&written).ok().as_ref(), Some(ours), "written as {written}");
    }
    let Some(instance) = theirs else { return };
    let ours = match ours {
        Ok(ours) => ours,
        // The one thing that JSON's grammar allows and we refuse.
        Err(error) => return assert!(error.to_string().contains("twice"), "{error}, which serde_json reads"),
    };
    let written = typeloom::to_string(&ours).expect("a value is written");
    assert_eq!(serde_json::from_str::<Value>(&written).ok().as_ref(), Some(&instance), "another value");
    let [record, tagged, whole] = &*VALIDATORS;
    judge::<Record>(text, record.is_valid(&instance));
    judge::<Tagged>(text, tagged.is_valid(&instance));
    judge::<Whole>(text, whole.is_valid(&instance));
});

/// Checks that all ways to read, to validate and to write say the same, that it is what the validator says, and that what
/// is accepted is written back.
fn judge<T>(text: &str, valid: bool)
where
    T: for<'de> Read<'de> + Validate + Write + DeserializeOwned + Serialize + Clone + PartialEq + Debug,
{
    let verdict = probe::<T>(text);
    let name = std::any::type_name::<T>();
    assert!(verdict.differences.is_empty(), "{name}: {}", verdict.differences.join("; "));
    let ours = verdict.refused.is_none() && verdict.violations.is_empty();
    assert_eq!(ours, valid, "{name}: {:?} {}", verdict.refused, verdict.violations.join("; "));
    if let Some(written) = verdict.written {
        let read = |text: &str| typeloom::from_str::<typeloom::Value>(text).ok();
        assert_eq!(read(&written), read(text), "{name}: written as {written}");
    }
}

/// Whether a number in the text may have more digits than an `f64` holds.
fn rounded(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().any(|byte| {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        digits > 9 || matches!(byte, b'e' | b'E') && digits > 0
    })
}
