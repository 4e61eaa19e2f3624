//! [`Spec`](crate::spec::Spec)s to one [`Model`](crate::model::Model).

pub(crate) mod rules;
