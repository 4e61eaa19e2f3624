//! Names that a page mentions: in prose, in code spans, in examples.
//!
//! They are evidence for what fields are called in the JSON, where the page's tables spell them as another language's
//! attributes. Text goes in, spelled names with their places come out; what they decide is decided elsewhere.

use crate::convention;
use crate::read::page::entities;
use crate::source::{SourceId, Span};
use crate::spec::Convention;
use std::ops::Range;

/// A name that a page mentions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mention {
    /// As spelled there.
    pub text: String,
    /// Where.
    pub span: Span,
    /// How it is mentioned.
    pub manner: Manner,
}

/// How a name is mentioned, the weakest evidence first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Manner {
    /// In running text, as the name of another language's member: `HostIP is the address of the host`. It shows which
    /// letters are capitals, and nothing more.
    Capitalised,
    /// The same in code, where it is the name of a type or one of the JSON.
    CapitalisedCode,
    /// In running text: `The accessToken is set to expire`.
    Prose,
    /// In code: `` `accessToken` ``; or in a path: `/stores/{store_id}`.
    Code,
    /// As the key of an example: `"accessToken": "x"`.
    Key,
}

/// Adds the names that `range` of the source `text` mentions.
pub(crate) fn collect(id: SourceId, text: &str, range: Range<usize>, found: &mut Vec<Mention>) {
    let decoded = Decoded::of(&text[range.clone()], range.start);
    let bytes = decoded.text.as_bytes();
    let mut at = 0;
    let mut in_code = false;
    let mut in_address = false;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b'`' {
            in_code = !in_code;
        } else if byte == b'\n' {
            // A code span that does not close ends with its line.
            in_code = false;
        } else if bytes[at..].starts_with(b"<code>") {
            (in_code, at) = (true, at + "<code>".len());
            continue;
        } else if bytes[at..].starts_with(b"</code>") {
            (in_code, at) = (false, at + "</code>".len());
            continue;
        } else if bytes[at..].starts_with(b"](") || bytes[at..].starts_with(b"://") {
            in_address = true;
        }
        if in_address {
            in_address = !matches!(byte, b')' | b' ' | b'\n' | b'>' | b'"');
            at += 1;
            continue;
        }
        if !starts_name(byte) {
            at += 1;
            continue;
        }
        let length = bytes[at..].iter().take_while(|&&byte| goes_on(byte)).count();
        let token = decoded.text[at..at + length].trim_end_matches('-');
        let word = at..at + token.len();
        if let Some(manner) = manner(&decoded.text, word.clone(), in_code) {
            found.push(Mention { text: token.to_owned(), span: decoded.place(id, word), manner });
        }
        at += length;
    }
}

fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'$' | b'@')
}

fn goes_on(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$' | b'@' | b'#')
}

/// What kind of mention the token is. Most words are none.
fn manner(text: &str, word: Range<usize>, in_code: bool) -> Option<Manner> {
    let token = &text[word.clone()];
    let before = text[..word.start].chars().next_back();
    let after = &text[word.end..];
    let quoted = matches!((before, after.chars().next()), (Some('"'), Some('"')) | (Some('\''), Some('\'')));
    let is_key = if quoted { after[1..].trim_start().starts_with(':') } else { false };
    if is_key {
        return Some(Manner::Key);
    }
    let in_path = before == Some('{') && after.starts_with('}');
    let manner = if in_code || in_path { Manner::Code } else { Manner::Prose };
    match convention::of(token)? {
        Convention::Camel | Convention::Snake if quoted => None, // a value: "samlSso"
        Convention::Camel | Convention::Snake => Some(manner),
        // What a vendor adds to a document of somebody else's.
        Convention::Kebab if token.starts_with("x-") && !quoted => Some(manner),
        // `access-token` is the name of a header.
        Convention::Kebab => None,
        // `AccessToken` is that of a type, or of a member in Go or C#.
        Convention::Pascal if quoted => None,
        Convention::Pascal if in_code => Some(Manner::CapitalisedCode),
        Convention::Pascal => Some(Manner::Capitalised),
    }
}

/// Text without entities, and where its bytes came from.
struct Decoded {
    text: String,
    places: Vec<usize>,
}

impl Decoded {
    fn of(raw: &str, base: usize) -> Decoded {
        let mut decoded = Decoded { text: String::with_capacity(raw.len()), places: Vec::with_capacity(raw.len()) };
        let mut at = 0;
        while let Some(first) = raw[at..].chars().next() {
            let (char, length) = entities::entity_at(&raw[at..]).unwrap_or((first, first.len_utf8()));
            // `access\_token`
            let escape = char == '\\' && raw[at + 1..].starts_with(['_', '*', '`']);
            if !escape {
                decoded.text.push(char);
                decoded.places.resize(decoded.text.len(), base + at);
            }
            at += length;
        }
        decoded.places.push(base + raw.len());
        decoded
    }

    fn place(&self, id: SourceId, range: Range<usize>) -> Span {
        let last = range.end.saturating_sub(1);
        Span::new(id, self.places[range.start], self.places[last] + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::read::page::mentions::{Manner, collect};
    use crate::source::Sources;

    fn mentions(text: &str) -> Vec<(String, Manner)> {
        let id = Sources::default().add("page.md", text);
        let mut found = Vec::new();
        collect(id, text, 0..text.len(), &mut found);
        for mention in &found {
            let written = &text[mention.span.start as usize..mention.span.end as usize];
            assert_eq!(written.replace('\\', ""), mention.text);
        }
        found.into_iter().map(|mention| (mention.text, mention.manner)).collect()
    }

    fn named(text: &str, manner: Manner) -> (String, Manner) {
        (text.to_owned(), manner)
    }

    #[test]
    fn code_prose_and_keys_are_told_apart() {
        assert_eq!(
            mentions("The &#x60;userId&#x60; and the apiKey of <code>client_id</code>, {\"data\": 1, 'x-key' : 2}"),
            [
                named("userId", Manner::Code),
                named("apiKey", Manner::Prose),
                named("client_id", Manner::Code),
                named("data", Manner::Key),
                named("x-key", Manner::Key),
            ]
        );
    }

    #[test]
    fn headers_constants_types_values_and_addresses_are_no_names() {
        assert_eq!(
            mentions(
                "`access-token` `MFA_REQUIRED` \"samlSso\" multi-step [x](../petStore.md#aB) https://x.example/aPath"
            ),
            []
        );
        assert_eq!(mentions("`https://x.example/aPath` then `nextStep`"), [named("nextStep", Manner::Code)]);
    }

    #[test]
    fn paths_members_of_other_languages_and_extensions_are_names() {
        assert_eq!(
            mentions("GET /stores/{store_id}/tags: HostIP of the store, x-acme-color as well, and `PetStore`"),
            [
                named("store_id", Manner::Code),
                named("HostIP", Manner::Capitalised),
                named("x-acme-color", Manner::Prose),
                named("PetStore", Manner::CapitalisedCode),
            ]
        );
    }
}
