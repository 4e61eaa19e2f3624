//! One JSON text, one generated type, and everything that the type says of the text.
//!
//! The fuzz target `instance` includes this file, so it knows nothing of this crate.

use serde::Serialize;
use serde::de::DeserializeOwned;
use typeloom::{Read, Valid, Validate, Write};

/// Tries a text on one type.
pub type Probe = fn(&str) -> Verdict;

/// What a type says of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Why it cannot be read.
    pub refused: Option<String>,
    /// What the document does not allow, one line each.
    pub violations: Vec<String>,
    /// What is written when the value is written.
    pub written: Option<String>,
    /// In what the ways to read and write differ. There must be none.
    pub differences: Vec<String>,
}

/// Reads, writes and validates `text` as a `T` in every way there is.
pub fn probe<T>(text: &str) -> Verdict
where
    T: for<'de> Read<'de> + Write + Validate + DeserializeOwned + Serialize + Clone + PartialEq + std::fmt::Debug,
{
    let mut verdict = Verdict::default();
    let value = match typeloom::from_str::<T>(text) {
        Ok(value) => value,
        Err(error) => {
            verdict.refused = Some(error.to_string());
            verdict.differs("serde reads what is refused", serde_json::from_str::<T>(text).is_ok());
            verdict.differs("a valid value is made of what is refused", typeloom::from_str::<Valid<T>>(text).is_ok());
            return verdict;
        }
    };
    match serde_json::from_str::<T>(text) {
        Ok(other) => verdict.differs("serde reads another value", other != value),
        Err(error) => verdict.differences.push(format!("serde refuses it: {error}")),
    }
    if let Err(violations) = value.validate() {
        let printed: Vec<String> = violations.iter().map(ToString::to_string).collect();
        verdict.violations = printed.iter().flat_map(|violation| violation.lines()).map(str::to_owned).collect();
    }
    let valid = verdict.violations.is_empty();
    verdict.differs("`is_valid` and `validate` disagree", value.is_valid() != valid);
    verdict.differs("`Valid` and `validate` disagree", typeloom::from_str::<Valid<T>>(text).is_ok() != valid);
    verdict
        .differs("`Valid` by serde and `validate` disagree", serde_json::from_str::<Valid<T>>(text).is_ok() != valid);
    match typeloom::to_string(&value) {
        Ok(written) => {
            // Serde has no numbers as written: `1e2` is the number 100 there.
            let by_serde = serde_json::to_string(&value).unwrap_or_default();
            let json = |text: &str| typeloom::from_str::<typeloom::Value>(text).ok();
            verdict.differs("serde writes something else", json(&by_serde) != json(&written));
            verdict.differs("what is written reads as another value", typeloom::from_str(&written).ok() != Some(value));
            verdict.written = Some(written);
        }
        Err(error) => verdict.differences.push(format!("it cannot be written: {error}")),
    }
    verdict
}

impl Verdict {
    fn differs(&mut self, how: &str, differs: bool) {
        if differs {
            self.differences.push(how.to_owned());
        }
    }
}
