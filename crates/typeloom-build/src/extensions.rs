//! The keywords that exports add so that reading them again gives the same types. No document of a vendor has them.

/// On a schema with `properties`: what is known of each, beyond JSON Schema.
pub(crate) const FIELD_FACTS: &str = "x-field-facts";
/// Keywords that have no effect where they stood.
pub(crate) const IGNORED: &str = "x-ignored";
/// Remarks for the docs.
pub(crate) const REMARKS: &str = "x-remarks";
/// The name of the type that an entry of `$defs` is, or `false` where it is none.
pub(crate) const TYPE_NAME: &str = "x-type-name";
/// Marks an entry of `$defs` that stands in for a type that is missing.
pub(crate) const STAND_IN: &str = "x-stand-in";
/// Marks an entry of `$defs` that is nothing but a reference to the type of its name.
pub(crate) const SAME_AS_REF: &str = "x-same-as-ref";
