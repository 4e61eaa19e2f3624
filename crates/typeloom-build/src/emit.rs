//! A [`Model`](crate::model::Model) to tokens.

pub(crate) mod rules;
