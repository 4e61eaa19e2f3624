//! Which strings are secrets: tokens, codes that can be exchanged for tokens, passwords and keys.
//!
//! A document says so by `format: password` or `writeOnly`; the names of members say it where documents do not.

use super::draft::{Draft, Site};
use super::links;
use crate::model::Shape;
use crate::spec::{Field, Keyword, SchemaId};

/// What the name of a member says, in `snake_case`.
struct Rule {
    name: Match,
    secret: bool,
}

/// A whole name or its end.
enum Match {
    Is(&'static str),
    Ends(&'static str),
}

use Match::{Ends, Is};

/// The first rule that matches decides.
const RULES: &[Rule] = &[
    // About a secret, not the secret itself.
    Rule { name: Is("token_type"), secret: false },
    Rule { name: Ends("_page_token"), secret: false },
    Rule { name: Is("page_token"), secret: false },
    Rule { name: Is("sync_token"), secret: false },
    Rule { name: Ends("_token_type"), secret: false },
    Rule { name: Ends("_public_token"), secret: false },
    Rule { name: Is("public_token"), secret: false },
    Rule { name: Ends("_public_key"), secret: false },
    Rule { name: Ends("status_code"), secret: false },
    Rule { name: Ends("error_code"), secret: false },
    Rule { name: Ends("country_code"), secret: false },
    // Secrets.
    Rule { name: Is("token"), secret: true },
    Rule { name: Ends("_token"), secret: true },
    Rule { name: Ends("_tokens"), secret: true },
    Rule { name: Is("jwt"), secret: true },
    Rule { name: Ends("_jwt"), secret: true },
    Rule { name: Is("secret"), secret: true },
    Rule { name: Ends("_secret"), secret: true },
    Rule { name: Is("password"), secret: true },
    Rule { name: Ends("_password"), secret: true },
    Rule { name: Is("passphrase"), secret: true },
    Rule { name: Is("api_key"), secret: true },
    Rule { name: Ends("_api_key"), secret: true },
    Rule { name: Is("secret_key"), secret: true },
    Rule { name: Ends("_secret_key"), secret: true },
    Rule { name: Is("private_key"), secret: true },
    Rule { name: Ends("_private_key"), secret: true },
    Rule { name: Is("authorization_code"), secret: true },
    Rule { name: Ends("_authorization_code"), secret: true },
    Rule { name: Is("auth_code"), secret: true },
    Rule { name: Is("recovery_code"), secret: true },
    Rule { name: Is("recovery_codes"), secret: true },
    Rule { name: Ends("_recovery_code"), secret: true },
    Rule { name: Ends("_recovery_codes"), secret: true },
    Rule { name: Is("backup_codes"), secret: true },
    Rule { name: Is("backup_code"), secret: true },
    Rule { name: Is("otp_code"), secret: true },
    Rule { name: Is("pass_code"), secret: true },
    Rule { name: Is("passcode"), secret: true },
    Rule { name: Is("totp_secret"), secret: true },
    Rule { name: Is("code_verifier"), secret: true },
];

/// Whether a string in this field is a secret, by what is known of the field and said of its value.
pub(super) fn is_secret(draft: &Draft<'_>, field: &Field) -> bool {
    let said = || links::members(draft, field.schema).iter().any(|member| is_marked(draft, member.schema));
    field.secret.unwrap_or_else(|| by_name(&field.name) || said())
}

/// Whether the schema itself says so.
fn is_marked(draft: &Draft<'_>, schema: SchemaId) -> bool {
    let schema = draft.spec.schema(schema);
    schema.notes.write_only
        || schema.keywords.iter().any(|keyword| matches!(&keyword.value, Keyword::Format(name) if name == "password"))
}

/// Whether a member of this name is a secret.
fn by_name(name: &str) -> bool {
    let name = super::words::snake(name);
    let matches = |rule: &&Rule| match rule.name {
        Is(whole) => name == whole,
        Ends(end) => name.ends_with(end),
    };
    RULES.iter().find(matches).is_some_and(|rule| rule.secret)
}

/// The type of a string.
pub(super) fn shape(draft: &Draft<'_>, schema: SchemaId, site: &Site) -> Shape {
    if site.secret || is_marked(draft, schema) { Shape::Secret } else { Shape::String }
}
