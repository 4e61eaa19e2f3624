//! What is known beside the documents, applied to the [`Spec`](crate::spec::Spec).

pub(crate) mod implied_types;
