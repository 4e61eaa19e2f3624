//! Names of the model as text. Which name a thing has was decided before.

/// A name as text: `r#type` is `type`.
pub(super) fn text(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
