//! Type expressions of pages: `List[models.Pet]`, `Map<String, Object>`, `array of strings`, `integer¦null`.
//!
//! One grammar ([`parse`]) for all ecosystems and a table of words for each ([`vocabulary`]); what comes out is lowered
//! to the rules of a schema ([`lower`]). Nothing here knows tables.

pub(crate) mod ecosystems;
pub(crate) mod lower;
pub(crate) mod parse;
pub(crate) mod rules;
pub(crate) mod vocabulary;

use std::ops::Range;

/// A type expression and the bytes of its cell's text that it covers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expr {
    /// What it says.
    pub kind: ExprKind,
    /// Where, in the text of the cell.
    pub range: Range<usize>,
}

/// What a type expression says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ExprKind {
    /// A word, with its namespace: `str`, `models.Pet`, `\Acme\Pet`.
    Word(String),
    /// A word with arguments: `List[str]`, `dict(str, int)`, `Map<String, Object>`.
    Apply(String, Vec<Expr>),
    /// `T[]`, `[]T`, `[T]`, `array of T`.
    List(Box<Expr>),
    /// `T [1-*]`, `T [3]`: a list with at least, and at most, so many items.
    Counted(Box<Expr>, u64, Option<u64>),
    /// `map[K]V`, `{ [key: string]: V; }`.
    Map(Box<Expr>),
    /// `{ "kind": string, "count": integer }`: an object with these members.
    Record(Vec<(String, Expr)>),
    /// It may be absent, or is held by a pointer: `*T`, `Pointer to T`, `T?`. Says nothing about `null`.
    Optional(Box<Expr>),
    /// It may be `null`: `nullable T`.
    Nullable(Box<Expr>),
    /// `?T`: absent or `null`, depending on the ecosystem.
    Question(Box<Expr>),
    /// `T | U`, `T¦U`, `T or U`.
    Union(Vec<Expr>),
    /// A value: `"daily"`, `20`.
    Literal(Literal),
    /// A type and what stands in round brackets behind it: `string (date-time)`.
    Formatted(Box<Expr>, String),
}

/// A value in a type expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// A string in quotes.
    String(String),
    /// A number, as written.
    Number(String),
}
