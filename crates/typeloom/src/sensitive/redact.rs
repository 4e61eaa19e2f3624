//! `Debug` that hides secrets: all of a type, or what stands under a name that is known for secrets.

use crate::Value;
use crate::secret_names::{Hidden, hidden};
use std::collections::BTreeMap;
use std::fmt;

/// `Debug` of a type that is a secret as a whole.
///
/// # Errors
/// Those of the formatter.
pub fn redacted(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(f, "{name}(..)")
}

/// Stands for a secret.
struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sensitive(..)")
    }
}

/// Members, the secret ones hidden: those with one of these names, and those that have a name known for secrets.
pub(crate) struct Members<'a>(pub(crate) &'a BTreeMap<String, Value>, pub(crate) &'static [&'static str]);

impl fmt::Debug for Members<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, value) in self.0 {
            let hides = match value {
                // Nobody's secret: whether there is one, whether one is needed.
                Value::Null | Value::Bool(_) => false,
                Value::Number(_) => hidden(name) == Hidden::All,
                Value::String(_) | Value::Array(_) | Value::Object(_) => hidden(name) != Hidden::Nothing,
            };
            let shown: &dyn fmt::Debug = if hides || self.1.contains(&name.as_str()) { &Redacted } else { value };
            map.entry(name, shown);
        }
        map.finish()
    }
}
