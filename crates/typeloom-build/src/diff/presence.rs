//! Whether a member may be missing or `null`: what its change means.

use super::changes::Effect;
use crate::model::Presence;

/// Whether `null` may stand for a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    Yes,
    No,
    /// The document cannot say.
    Unknown,
}

/// In words: `required`, `optional and nullable`.
pub(super) fn name(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::RequiredNullable => "required and nullable",
        Presence::Optional => "optional",
        Presence::OptionalNullable => "optional and nullable",
        Presence::OptionalNullUnknown => "optional (null not stated)",
        Presence::RequiredNullUnknown => "required (null not stated)",
    }
}

/// How many `Option`s it puts around a type.
pub(super) fn options(presence: Presence) -> u8 {
    match presence {
        Presence::Required => 0,
        Presence::RequiredNullable
        | Presence::Optional
        | Presence::OptionalNullUnknown
        | Presence::RequiredNullUnknown => 1,
        Presence::OptionalNullable => 2,
    }
}

/// Whether the key must be there.
pub(super) fn is_required(presence: Presence) -> bool {
    facts(presence).0
}

/// Whom a change breaks. What a document does not state is no promise, so it breaks nobody.
pub(super) fn effect(old: Presence, new: Presence) -> Effect {
    let ((was_required, was_null), (is_required, is_null)) = (facts(old), facts(new));
    Effect {
        readers: was_required && !is_required || was_null == Null::No && is_null == Null::Yes,
        writers: !was_required && is_required || was_null == Null::Yes && is_null == Null::No,
    }
}

fn facts(presence: Presence) -> (bool, Null) {
    match presence {
        Presence::Required => (true, Null::No),
        Presence::RequiredNullable => (true, Null::Yes),
        Presence::Optional => (false, Null::No),
        Presence::OptionalNullable => (false, Null::Yes),
        Presence::OptionalNullUnknown => (false, Null::Unknown),
        Presence::RequiredNullUnknown => (true, Null::Unknown),
    }
}
