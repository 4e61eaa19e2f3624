//! What violations say at places that hold secrets: which rule does not hold, and nothing of the value.
//!
//! Checks and rules need not know of secrets. They say what they would say anywhere, and it is not asked for.

/// Which places are secret.
#[derive(Clone, Copy, Debug)]
pub(super) enum Secrecy {
    /// As is the place around it.
    Inherited,
    /// It is, and everything in it.
    Secret,
    /// From here on, what stands under one of these member names, or under one that is known for secrets. For rules
    /// over values, which do not know the types.
    Names(&'static [&'static str]),
}

/// Why a rule does not hold, without the value. [`None`] where the words of the rule tell nothing of it: names of the
/// document, that there is a member that should not be there.
pub(super) fn said(keyword: &str) -> Option<&'static str> {
    Some(match keyword {
        "required" | "dependentRequired" | "dependencies" => return None,
        "" | "additionalProperties" | "unevaluatedProperties" => return None,
        "minLength" => "is a secret that is too short",
        "maxLength" => "is a secret that is too long",
        "pattern" => "is a secret that does not match the pattern",
        "format" => "is a secret that is not of the format",
        "enum" | "const" => "is a secret that is none of the allowed values",
        "type" => "is a secret of another type",
        "minimum" | "exclusiveMinimum" => "is a secret that is too small",
        "maximum" | "exclusiveMaximum" => "is a secret that is too large",
        "anyOf" | "oneOf" => "is a secret that does not match the branches as it must",
        _ => "is a secret that does not obey this rule",
    })
}
