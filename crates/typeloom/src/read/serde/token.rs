//! Numbers that serde_json shows as objects.
//!
//! Where the feature `arbitrary_precision` of serde_json is on, in whatever crate of the build, a number comes as an
//! object of one member, with a name of its own and the digits as a string. JSON text can hold the very same object, and
//! there it is one: whoever took it for a number would accept what the document forbids.
//!
//! What comes tells nothing, so who hands it over is asked: serde_json has a type of its own for the members of such a
//! number, and another one for those of an object. Its name is looked for within that of the type at hand, since others
//! wrap it (`serde_path_to_error`). A feature of this crate would not do: it would be one more thing to set rightly,
//! and with `arbitrary_precision` on, the object in the text would still pass for a number. Should serde_json ever
//! rename the type, numbers through `arbitrary_precision` are refused, and the test beside `tools/` says so: nothing
//! passes that should not.

/// The name of the only member.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// What a member of that name means.
pub(super) enum Meaning {
    /// This is a number.
    Number,
    /// It is a member like any other.
    Member,
    /// It came through a buffer in which both look the same.
    Unknown,
}

/// The message about [`Meaning::Unknown`].
pub(super) const UNKNOWN: &str = "a member `$serde_json::private::Number` in a buffer of serde (`flatten`, `untagged`) \
    may be a number or an object, which cannot be told there";

impl Meaning {
    /// Asks the type that hands the members over.
    #[cold]
    pub(super) fn within<Access>() -> Meaning {
        let name = std::any::type_name::<Access>();
        if name.contains("serde_json::number::NumberDeserializer") {
            Meaning::Number
        } else if name.contains("::de::content::") || name.contains("::content::Content") {
            Meaning::Unknown
        } else {
            Meaning::Member
        }
    }
}
