//! Reference pages: Markdown with tables of fields.

pub(crate) mod columns;
pub(crate) mod entities;
pub(crate) mod inline;
pub(crate) mod markers;
pub(crate) mod outline;
pub(crate) mod table;
pub(crate) mod type_expr;
