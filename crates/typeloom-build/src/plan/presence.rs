//! Whether the key of a field may be missing, and what `null` means there.

use crate::model::Presence;
use crate::spec::{Field, Stated};

/// The presence of a field. `null`: the document allows it beside the type of the field. `holds_null`: it is a value
/// of that type. `remembers`: the members without a field can hold any JSON.
pub(super) fn presence(field: &Field, required: bool, null: bool, holds_null: bool, remembers: bool) -> Presence {
    let unknown = field.null == Stated::Unknown && !null && !holds_null;
    match (required, null, unknown) {
        (true, true, _) => Presence::RequiredNullable,
        (true, false, true) => Presence::RequiredNullUnknown,
        (true, false, false) => Presence::Required,
        (false, true, _) => Presence::OptionalNullable,
        (false, false, true) if remembers => Presence::OptionalNullUnknown,
        // A `null` cannot be remembered among members of another type, but it can be told from an absent key.
        (false, false, true) => Presence::OptionalNullable,
        (false, false, false) => Presence::Optional,
    }
}
