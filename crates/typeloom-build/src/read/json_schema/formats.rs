//! Formats that say which types there are, where the dialect can write only one.
//!
//! Swagger 2.0 and OpenAPI 3.0 have one name in `type`, so Kubernetes writes `{"type": "string", "format":
//! "int-or-string"}` for a port that is `8080` as often as `"http"`. Where `type` can be a list, and in the exact mode, a
//! schema means what it says.

use super::{Here, Walk};
use crate::diagnostic::Code;
use crate::spec::{Keyword, Kind, Kinds};

/// The format, the type that is written beside it, and the one that it adds.
const WIDER: &[(&str, Kind, Kind)] = &[("int-or-string", Kind::String, Kind::Integer)];

/// Adds the type that a format speaks of.
pub(super) fn widen(walk: &mut Walk<'_>, here: &Here<'_>) {
    if !here.dialect.edition.is_openapi() || walk.draft.exact {
        return;
    }
    let keywords = &mut walk.draft.get(here.id).keywords;
    // Where the values are listed, they say it themselves.
    if keywords.iter().any(|keyword| matches!(keyword.value, Keyword::Enum(_) | Keyword::Const(_))) {
        return;
    }
    let named = keywords.iter().find_map(|keyword| match &keyword.value {
        Keyword::Format(name) => WIDER.iter().find(|(format, _, _)| format == name).map(|row| (row, keyword.span)),
        _ => None, // one keyword names a format
    });
    let Some(((format, written, added), span)) = named else { return };
    let only = Kinds::NONE.with(*written);
    let Some(kinds) = keywords.iter_mut().find_map(|keyword| match &mut keyword.value {
        Keyword::Type(kinds) if *kinds == only => Some(kinds),
        _ => None, // one keyword has the type
    }) else {
        return;
    };
    *kinds = kinds.with(*added);
    let (edition, written, added) = (here.dialect.edition.name(), written.name(), added.name());
    walk.draft.get(here.id).notes.remarks.push(format!("`{format}`: a value is of the type `{added}` or `{written}`."));
    walk.sink
        .report(Code::ImpliedType, span)
        .group("format")
        .message(format!("type `{added}` is implied by the format `{format}`"))
        .label(format!("{edition} cannot write two types beside each other"))
        .help(format!("`exact = true` in `vendor.toml` (`--exact`) takes the schema literally: `{written}` only"));
}
