//! `vendor.toml`: what is known of a vendor's documents and does not stand in them.
//!
//! The file lies beside the documents and is optional. Text in, [`Manifest`] out; every entry keeps its place, so that
//! one that applies to nothing can be shown. It is applied by `amend` and by `load`;
//! nothing is decided here.
//!
//! ```toml
//! # The pages show Python names; the JSON has these.
//! wire_names = "camelCase"
//! # The choices of the command line, for this vendor.
//! formats = "annotate"
//! numbers = "exact"
//! exact = true
//!
//! # The types that are wanted, and what they refer to.
//! include = ["Session*"]
//! exclude = ["*Internal"]
//!
//! # Files that are no documents.
//! [[ignore]]
//! file = "release-notes.md"
//! because = "prose"
//!
//! [types.AuthenticateResponse]
//! rename = "SignIn"
//! wire_names = "snake_case"
//!
//! [types.AuthenticateResponse.fields.next_step]
//! wire = "nextStep"
//! rename = "step"
//! secret = false
//! required = true
//! null = true
//! because = "support said so on 2026-02-03, and all samples have it"
//!
//! # Absolute references that begin so are looked for in this folder; nothing is ever fetched.
//! [remotes]
//! "https://example.com/schemas/" = "remotes"
//!
//! # A crate whose types may stand for schemas that name them in `x-rust-type`.
//! [crates.my-crate]
//! version = "1.2.3"
//!
//! # Where a document is taken from, for `regen`; a build never looks.
//! [sources."authenticate-response.json"]
//! url = "https://example.com/authenticate-response.json"
//!
//! # Out of a larger document: these schemas and what they refer to; or `pointer`, for one value of it.
//! [sources."session.json"]
//! url = "https://example.com/openapi.json"
//! schemas = ["Session*"]
//!
//! # Every page that an index links to and that this pattern fits, into a folder.
//! [sources."models/"]
//! url = "https://example.com/docs/README.md"
//! pages = "models/*.md"
//! ```
//!
//! With the feature `schemars` the structs here have a JSON Schema, from which `vendor.schema.json` is written.

use crate::diagnostic::{Code, Sink};
use crate::identifier::is_identifier;
use crate::options::{Formats, Numbers};
use crate::source::{SourceId, Sources, Span};
use crate::spec::Convention;
use crate::table::{self, Wrong, fields, words};
use std::collections::BTreeMap;
use toml::Spanned;

/// What a `vendor.toml` says.
#[derive(Debug, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields, default))]
pub struct Manifest {
    /// How the names in the JSON are spelled, where pages show the names of another language.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<WireNames>"))]
    pub wire_names: Option<Spanned<WireNames>>,
    /// Whether `format` is a rule, instead of what the caller chose.
    pub formats: Option<Formats>,
    /// How numbers are held, instead of what the caller chose.
    pub numbers: Option<Numbers>,
    /// Whether schemas without `type` are taken literally, instead of what the caller chose.
    pub exact: Option<bool>,
    /// The types that are wanted, by name with `*` and `?`, and what they refer to; all where this is empty.
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    pub include: Vec<Spanned<String>>,
    /// The types that are not wanted, by name with `*` and `?`, unless one that is wanted refers to them.
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    pub exclude: Vec<Spanned<String>>,
    /// Files that are no documents.
    pub ignore: Vec<Ignore>,
    /// By the vendor's name of the type: `AuthenticateResponse`.
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, TypeEntry>"))]
    pub types: BTreeMap<Spanned<String>, TypeEntry>,
    /// By name: the crates whose types may stand for schemas that name them in `x-rust-type`.
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, CrateEntry>"))]
    pub crates: BTreeMap<Spanned<String>, CrateEntry>,
    /// URI prefix to folder, relative to the manifest.
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, String>"))]
    pub remotes: BTreeMap<String, Spanned<String>>,
    /// By file, or by folder with a `/` at the end: where it is taken from. Only `regen` looks at this.
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, Origin>"))]
    pub sources: BTreeMap<Spanned<String>, Origin>,
}

/// A file that is no document.
#[derive(Debug)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Ignore {
    /// Its path below the vendor's folder.
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub file: Spanned<String>,
    /// Why.
    pub because: String,
}

/// What is known of one type.
#[derive(Debug, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields, default))]
pub struct TypeEntry {
    /// Its name in Rust.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub rename: Option<Spanned<String>>,
    /// As for the vendor, for the fields of this type.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<WireNames>"))]
    pub wire_names: Option<Spanned<WireNames>>,
    /// Whether its fields are secrets: `true` for all, `false` for none. A type without fields is a secret, or none, as a
    /// whole.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub secret: Option<Spanned<bool>>,
    /// By the name of the field in the JSON, or as the page spells it. A name that begins with `/` leads through
    /// objects and lists that are written in place: `"/impersonator/email"`.
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, FieldEntry>"))]
    pub fields: BTreeMap<Spanned<String>, FieldEntry>,
    /// Why.
    pub because: Option<String>,
}

/// What is known of one field.
#[derive(Debug, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields, default))]
pub struct FieldEntry {
    /// Its name in the JSON.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub wire: Option<Spanned<String>>,
    /// Its name in Rust.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub rename: Option<Spanned<String>>,
    /// Whether it is a secret.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub secret: Option<Spanned<bool>>,
    /// Whether the key must be there. Says otherwise than the document, so `because` must say why.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub required: Option<Spanned<bool>>,
    /// Whether `null` may stand for the value. Says otherwise than the document, so `because` must say why.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<bool>"))]
    pub null: Option<Spanned<bool>>,
    /// Why.
    pub because: Option<String>,
}

/// A crate whose types may be used.
#[derive(Debug)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CrateEntry {
    /// The version that is used, `1.2.3`; `*` for whatever the schemas ask for.
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub version: Spanned<String>,
    /// What the crate is called in `Cargo.toml`, where that is another name.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub rename: Option<Spanned<String>>,
}

/// Where a document is taken from: one of `url` and `file`.
#[derive(Debug, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields, default))]
pub struct Origin {
    /// The address: `https`, or `http` where the host is this machine.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub url: Option<Spanned<String>>,
    /// Or a file of this machine, relative to the vendor's folder.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub file: Option<Spanned<String>>,
    /// Only the value at this JSON Pointer: `/components/schemas/Session`.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub pointer: Option<Spanned<String>>,
    /// Only these schemas of an OpenAPI document, or of one with `$defs`, and what they refer to: `["Session*"]`.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<Vec<String>>"))]
    pub schemas: Option<Spanned<Vec<String>>>,
    /// What is there is an index; the documents are the pages it links to that this pattern fits: `models/*.md`. It
    /// is compared with the part of their addresses behind the index's folder, or with all of it if it has a `://`.
    /// The name of the source is a folder then: `models/`, or `./` for that of the vendor.
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub pages: Option<Spanned<String>>,
    /// Nothing is fetched: the address is one for people, who copy what they find there.
    pub manual: bool,
}

/// A way to spell the names in the JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum WireNames {
    /// `nextStep`
    #[cfg_attr(feature = "schemars", schemars(rename = "camelCase"))]
    Camel,
    /// `next_step`
    #[cfg_attr(feature = "schemars", schemars(rename = "snake_case"))]
    Snake,
    /// `NextStep`
    #[cfg_attr(feature = "schemars", schemars(rename = "PascalCase"))]
    Pascal,
    /// `next-step`
    #[cfg_attr(feature = "schemars", schemars(rename = "kebab-case"))]
    Kebab,
    /// As the page spells them.
    #[cfg_attr(feature = "schemars", schemars(rename = "as-written"))]
    AsWritten,
}

impl WireNames {
    /// The convention; [`None`] for the page's own spelling.
    pub fn convention(self) -> Option<Convention> {
        match self {
            WireNames::Camel => Some(Convention::Camel),
            WireNames::Snake => Some(Convention::Snake),
            WireNames::Pascal => Some(Convention::Pascal),
            WireNames::Kebab => Some(Convention::Kebab),
            WireNames::AsWritten => None,
        }
    }
}

fields!(Manifest: wire_names, formats, numbers, exact, include, exclude, ignore, types, crates, remotes, sources);
fields!(Ignore: file, because);
fields!(TypeEntry: rename, wire_names, secret, fields, because);
fields!(FieldEntry: wire, rename, secret, required, null, because);
fields!(CrateEntry: version, rename);
fields!(Origin: url, file, pointer, schemas, pages, manual);
words!(WireNames: "camelCase" => Camel, "snake_case" => Snake, "PascalCase" => Pascal, "kebab-case" => Kebab,
    "as-written" => AsWritten);

/// Reads a manifest. One that is malformed is reported and says nothing.
pub fn read(id: SourceId, sources: &Sources, sink: &mut Sink) -> Manifest {
    let text = sources.get(id).text.as_str();
    match table::parse::<Manifest>(text) {
        Ok(manifest) => {
            reasons(id, &manifest, sink);
            identifiers(id, &manifest, sink);
            manifest
        }
        Err(Wrong { message, range }) => {
            sink.report(Code::Manifest, Span::new(id, range.start, range.end))
                .message("`vendor.toml` is malformed")
                .label(message);
            Manifest::default()
        }
    }
}

/// What says otherwise than the document needs a reason, or nobody will dare to take it out again.
fn reasons(id: SourceId, manifest: &Manifest, sink: &mut Sink) {
    for (name, entry) in manifest.types.values().flat_map(|entry| &entry.fields) {
        let contradicts = entry.required.is_some() || entry.null.is_some();
        if contradicts && entry.because.as_deref().is_none_or(|because| because.trim().is_empty()) {
            sink.report(Code::Manifest, Span::new(id, name.span().start, name.span().end))
                .message(format!("the entry of `{}` gives no reason", name.get_ref()))
                .label("`required` and `null` say otherwise than the document")
                .help("write `because = \"..\"`: how it is known");
        }
    }
}

/// A name of the manifest becomes code as it is, so it must be one.
fn identifiers(id: SourceId, manifest: &Manifest, sink: &mut Sink) {
    let fields = |entry: &TypeEntry| entry.fields.values().filter_map(|field| field.rename.clone()).collect::<Vec<_>>();
    let names = manifest.types.values().flat_map(|entry| entry.rename.clone().into_iter().chain(fields(entry)));
    for name in names.filter(|name| !is_identifier(name.get_ref())) {
        sink.report(Code::Manifest, Span::new(id, name.span().start, name.span().end))
            .message(format!("`{}` is no Rust identifier", name.get_ref()))
            .help("write one, such as `User` for a type and `user_id` for a field; `r#type` for a keyword");
    }
}
