//! Reference pages: Markdown with tables of fields.

pub(crate) mod columns;
pub(crate) mod convention;
pub(crate) mod entities;
pub(crate) mod inline;
pub(crate) mod markers;
pub(crate) mod notes;
pub(crate) mod outline;
pub(crate) mod table;
pub(crate) mod type_expr;
pub(crate) mod values;
