//! The words of each ecosystem: a new spelling is a row.
//!
//! Nothing but tables; [`vocabulary`](crate::read::page::type_expr::vocabulary) looks things up in them.

mod c;
mod csharp;
mod dart;
mod eiffel;
mod go;
mod java;
mod javascript;
mod julia;
mod kotlin;
mod objective_c;
mod perl;
mod php;
mod powershell;
mod prose;
mod protobuf;
mod python;
mod r;
mod ruby;
mod rust;
mod scala;
mod swift;
mod typescript;

use crate::read::page::type_expr::vocabulary::{Meaning, Vocabulary};
use crate::spec::Kind;

pub(super) const STRING: Meaning = Meaning::Kind(Kind::String);
pub(super) const INTEGER: Meaning = Meaning::Kind(Kind::Integer);
pub(super) const NUMBER: Meaning = Meaning::Kind(Kind::Number);
pub(super) const BOOLEAN: Meaning = Meaning::Kind(Kind::Boolean);
pub(super) const OBJECT: Meaning = Meaning::Kind(Kind::Object);
pub(super) const ARRAY: Meaning = Meaning::Kind(Kind::Array);
pub(super) const NULL: Meaning = Meaning::Kind(Kind::Null);
pub(super) const INT64: Meaning = Meaning::Format(Kind::Integer, "int64");
// Kits have a class for numbers of any size, which most vendors send as text.
pub(super) const DECIMAL: Meaning = Meaning::Kinds(&[Kind::String, Kind::Number]);
pub(super) const MOMENT: Meaning = Meaning::Format(Kind::String, "date-time");
pub(super) const DAY: Meaning = Meaning::Format(Kind::String, "date");
pub(super) const UUID: Meaning = Meaning::Format(Kind::String, "uuid");
pub(super) const URI: Meaning = Meaning::Format(Kind::String, "uri");
pub(super) const EMAIL: Meaning = Meaning::Format(Kind::String, "email");

/// Every ecosystem: one file and one row each.
pub(crate) const VOCABULARIES: &[Vocabulary] = &[
    python::PYTHON,
    typescript::TYPESCRIPT,
    go::GO,
    java::JAVA,
    csharp::CSHARP,
    rust::RUST,
    php::PHP,
    ruby::RUBY,
    kotlin::KOTLIN,
    scala::SCALA,
    swift::SWIFT,
    dart::DART,
    julia::JULIA,
    perl::PERL,
    powershell::POWERSHELL,
    c::C,
    objective_c::OBJECTIVE_C,
    javascript::JAVASCRIPT,
    eiffel::EIFFEL,
    r::R,
    protobuf::PROTOBUF,
    prose::PROSE,
];
