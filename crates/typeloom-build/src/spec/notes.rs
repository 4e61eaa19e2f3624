//! What documents say of schemas beside their rules.

use crate::source::At;
use std::ops::{Deref, DerefMut};
use typeloom::Value;

/// Annotations: kept, documented, never asserted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// `title`.
    pub title: Option<String>,
    /// `description`, the summary of a page, the description cell of a row.
    pub description: Option<String>,
    /// `$comment`.
    pub comment: Option<String>,
    /// `default`, `[default to 20]`.
    pub default: Option<At<Value>>,
    /// `examples`, OpenAPI's `example`, the example cell of a row. Cells are text: `Fully authenticated` is the
    /// string, `1735141800` in an integer's row is the number.
    pub examples: Vec<At<Value>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// Keywords that no vocabulary defines, `x-..` among them, as written.
    pub extensions: Vec<(String, At<Value>)>,
    /// The type of another crate that stands for it, where the manifest lets it: `::uuid::Uuid`. Readers leave it
    /// [`None`].
    pub rust_type: Option<At<String>>,
    /// Sentences of ours about how this was read: which evidence decided a name, which type was implied.
    pub remarks: Vec<String>,
}

/// The notes of a schema, as wide as a pointer: most schemas have none, and large documents have tens of thousands.
///
/// ```
/// let mut notes = typeloom_build::spec::SchemaNotes::default();
/// assert_eq!(notes.title, None);
/// notes.title = Some("Session".to_owned());
/// assert_eq!(notes.title.as_deref(), Some("Session"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct SchemaNotes(Option<Box<Notes>>);

/// The notes of a schema that has none.
static NONE: Notes = Notes {
    title: None,
    description: None,
    comment: None,
    default: None,
    examples: Vec::new(),
    deprecated: false,
    read_only: false,
    write_only: false,
    extensions: Vec::new(),
    rust_type: None,
    remarks: Vec::new(),
};

impl Deref for SchemaNotes {
    type Target = Notes;

    fn deref(&self) -> &Notes {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for SchemaNotes {
    fn deref_mut(&mut self) -> &mut Notes {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for SchemaNotes {
    fn eq(&self, other: &SchemaNotes) -> bool {
        **self == **other
    }
}
