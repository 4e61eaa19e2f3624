//! The table of everything that can be said about a document.

use std::fmt;

/// How bad a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// Worth knowing: a decision was made.
    Note,
    /// Something was not as it should be; types are generated all the same.
    Warning,
    /// Nothing is generated.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $severity:ident $title:literal)*) => {
        /// Which kind of problem a diagnostic is about.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name that is printed in brackets: `duplicate-key`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What it is about, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Code::$variant => $title,)* }
            }
        }
    };
}

codes! {
    // files
    /// A file could not be read.
    Unreadable "unreadable" Error "file cannot be read"
    /// A file is not UTF-8.
    NotUtf8 "not-utf8" Error "file is not UTF-8"
    /// A folder holds no document.
    EmptyFolder "empty-folder" Error "no documents here"
    /// No dialect recognises the document.
    UnknownDocument "unknown-document" Error "not a document of a known kind"
    // JSON and YAML
    /// Malformed JSON.
    JsonSyntax "json-syntax" Error "malformed JSON"
    /// Malformed YAML, or YAML that JSON cannot say.
    YamlSyntax "yaml-syntax" Error "malformed YAML"
    /// Nested deeper than is read.
    TooDeep "too-deep" Error "nested too deeply"
    /// A key stands twice in one object.
    DuplicateKey "duplicate-key" Error "key stands twice in one object"
    // JSON Schema
    /// A keyword has a value that the specification does not allow.
    KeywordValue "keyword-value" Error "keyword has a value it cannot have"
    /// A keyword that no vocabulary defines. It is kept as an extension and enforces nothing.
    UnknownKeyword "unknown-keyword" Warning "keyword is not known and enforces nothing"
    /// `$schema` names a dialect that is not known; 2020-12 is assumed.
    UnknownDialect "unknown-dialect" Warning "dialect is not known"
    /// Two documents of a vendor have one `$id`.
    DuplicateId "duplicate-id" Error "two documents have one `$id`"
    /// A reference leads nowhere: a stand-in takes its place.
    MissingReference "missing-reference" Warning "reference to something that is not there"
    /// A reference leads out of the vendor's folder.
    OutsideReference "outside-reference" Error "reference leads out of the vendor's folder"
    /// References that lead only to each other.
    ReferenceCycle "reference-cycle" Error "references lead only to each other"
    /// A pattern is no ECMA-262 expression.
    Pattern "pattern" Error "not a regular expression"
    /// A format that is not known: it is documented, not asserted.
    UnknownFormat "unknown-format" Warning "format is not known and enforces nothing"
    /// A default or an example that the schema does not allow.
    InvalidNote "invalid-note" Warning "value is not one that the schema allows"
    /// A type was implied: `properties` without `type` mean an object.
    ImpliedType "implied-type" Note "type is implied"
    /// `nullable` where OpenAPI 3.0 gives it no effect.
    Nullable "nullable" Note "`nullable` has no effect by the letter"
    /// A branch of a union accepts everything.
    OpenBranch "open-branch" Warning "a branch of a union accepts everything"
    /// `allOf` repeats the members of schemas in so many types that the code is many times the size of the document.
    Repeated "repeated" Warning "the same members stand in many types"
    /// No value can be valid.
    Impossible "impossible" Warning "no value can be valid"
    /// `x-rust-type` that cannot be used.
    RustType "rust-type" Warning "`x-rust-type` is not used"
    // OpenAPI
    /// A part of an OpenAPI document that the specification does not have, or that has a value it cannot have.
    OpenApi "openapi" Error "not what OpenAPI has here"
    /// Parts of an OpenAPI document that make no types.
    Untyped "untyped" Note "makes no types"
    // pages
    /// A page without a table of fields.
    NoTable "no-table" Error "page has no table of fields"
    /// A table without a type column.
    NoTypeColumn "no-type-column" Error "table has no type column"
    /// A row has more or fewer cells than the header.
    RowCells "row-cells" Warning "row does not have the cells of its header"
    /// A type expression with a word that is not known.
    TypeWord "type-word" Error "unknown type"
    /// A marker cell with a word that is not known.
    MarkerWord "marker-word" Error "unknown marker"
    /// The table and the schema of one page differ.
    TableDiffers "table-differs" Warning "table and schema differ"
    /// Two rows describe one field.
    DuplicateField "duplicate-field" Error "two rows describe one field"
    /// How the names in the JSON were found.
    WireName "wire-name" Note "name in the JSON was inferred"
    /// Two documents of a vendor say different things of one type.
    SourcesDiffer "sources-differ" Warning "documents differ"
    // vendor.toml
    /// `vendor.toml` is malformed.
    Manifest "manifest" Error "vendor.toml is malformed"
    /// A pattern that selects nothing, or that could not leave something out.
    Selection "selection" Warning "pattern selects nothing"
    /// An override that applies to nothing.
    UnusedOverride "unused-override" Error "override applies to nothing"
    // names.lock
    /// `names.lock` is damaged.
    NamesLock "names-lock" Error "names.lock is damaged"
    /// The lock names something that is not there any more.
    StaleName "stale-name" Warning "name is locked, and there is nothing left to have it"
    /// Something has no name in the lock yet.
    NewName "new-name" Note "name is not locked yet"
    // plan
    /// A type is reached from a secret place and from one that is none.
    SharedSecret "shared-secret" Warning "type is a secret in one place and not in another"
    /// Two names became one in Rust and were told apart.
    NameCollision "name-collision" Warning "names collide in Rust"
    /// A name that is no identifier was spelled out.
    NameSpelled "name-spelled" Note "name is no Rust identifier"
}
