//! URI references: taken apart, resolved against a base (RFC 3986, section 5.2), brought into one spelling.
//!
//! Lenient: whatever is written is some reference, for a `$ref` that is no URI should be reported as leading nowhere,
//! not refused. It knows nothing of documents.

use crate::convention::consists_of;
use std::fmt;

/// A URI reference in its parts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Uri {
    scheme: Option<String>,
    authority: Option<String>,
    path: String,
    query: Option<String>,
    fragment: Option<String>,
}

impl Uri {
    /// The parts of `text`, in the spelling in which equal URIs are equal (RFC 3986, section 6.2.2).
    pub fn parse(text: &str) -> Uri {
        let (text, fragment) = split(text, '#');
        let (text, query) = split(text, '?');
        let (scheme, text) = match text.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme.to_ascii_lowercase()), rest),
            _ => (None, text),
        };
        let (authority, path) = match text.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                (Some(rest[..end].to_ascii_lowercase()), &rest[end..])
            }
            None => (None, text),
        };
        // A path as Windows spells it; no URI has that character.
        let slashed = match scheme {
            None => path.replace('\\', "/"),
            Some(_) => path.to_owned(),
        };
        Uri {
            scheme,
            authority,
            path: normalise(&slashed),
            query: query.map(normalise),
            fragment: fragment.map(normalise),
        }
    }

    /// What `reference` means where this is the base.
    pub fn resolve(&self, reference: &Uri) -> Uri {
        let fragment = reference.fragment.clone();
        if reference.scheme.is_some() {
            return Uri { path: without_dots(&reference.path), ..reference.clone() };
        }
        let scheme = self.scheme.clone();
        if reference.authority.is_some() {
            return Uri { scheme, path: without_dots(&reference.path), ..reference.clone() };
        }
        let authority = self.authority.clone();
        if reference.path.is_empty() {
            let query = reference.query.clone().or_else(|| self.query.clone());
            return Uri { scheme, authority, path: self.path.clone(), query, fragment };
        }
        let path = if reference.path.starts_with('/') {
            without_dots(&reference.path)
        } else if self.authority.is_some() && self.path.is_empty() {
            without_dots(&format!("/{}", reference.path))
        } else {
            let folder = self.path.rfind('/').map_or("", |slash| &self.path[..=slash]);
            without_dots(&format!("{folder}{}", reference.path))
        };
        Uri { scheme, authority, path, query: reference.query.clone(), fragment }
    }

    /// Whether it has a scheme and so means the same everywhere.
    pub fn is_absolute(&self) -> bool {
        self.scheme.is_some()
    }

    /// The scheme, in lower case.
    pub fn scheme(&self) -> Option<&str> {
        self.scheme.as_deref()
    }

    /// Whether it is nothing but a fragment: `#/$defs/a`.
    pub fn is_fragment_only(&self) -> bool {
        self.scheme.is_none() && self.authority.is_none() && self.path.is_empty() && self.query.is_none()
    }

    /// Whether it is a path only, to be found beside the document: `./user.json`.
    pub fn is_path(&self) -> bool {
        self.scheme.is_none() && self.authority.is_none() && !self.path.is_empty()
    }

    /// The same without the slash that its path begins with.
    pub fn below(&self) -> Uri {
        Uri { path: self.path.trim_start_matches('/').to_owned(), ..self.clone() }
    }

    /// The path.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The fragment with its percent escapes undone; empty where there is none.
    pub fn fragment(&self) -> String {
        unescape(self.fragment.as_deref().unwrap_or(""))
    }

    /// All but the fragment.
    pub fn without_fragment(&self) -> Uri {
        Uri { fragment: None, ..self.clone() }
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scheme) = &self.scheme {
            write!(f, "{scheme}:")?;
        }
        if let Some(authority) = &self.authority {
            write!(f, "//{authority}")?;
        }
        f.write_str(&self.path)?;
        if let Some(query) = &self.query {
            write!(f, "?{query}")?;
        }
        if let Some(fragment) = &self.fragment {
            write!(f, "#{fragment}")?;
        }
        Ok(())
    }
}

/// A name as a segment of a path: what is not allowed there is percent-escaped.
pub(crate) fn escape_segment(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if is_unreserved(byte) {
            text.push(byte as char);
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// Percent escapes undone. What is no UTF-8 then is replaced.
pub(crate) fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        match escaped(rest) {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[3..];
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, behind)) => (before, Some(behind)),
        None => (text, None),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// The byte that `%xx` at the beginning of `text` stands for.
fn escaped(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else { return None };
    let digit = |byte: u8| (byte as char).to_digit(16);
    Some((digit(*high)? * 16 + digit(*low)?) as u8)
}

/// Escapes of characters that need none are undone, the others are in upper case, and what needs one has it.
fn normalise(text: &str) -> String {
    if consists_of(text, |byte| is_unreserved(byte) || matches!(byte, b'/' | b':' | b'#' | b'$')) {
        return text.to_owned();
    }
    let mut normal = String::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        match escaped(rest) {
            Some(byte) if is_unreserved(byte) => {
                normal.push(byte as char);
                rest = &rest[3..];
            }
            Some(byte) => {
                normal.push_str(&format!("%{byte:02X}"));
                rest = &rest[3..];
            }
            None => {
                if *first <= b' '
                    || *first >= 0x7F
                    || matches!(first, b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}')
                {
                    normal.push_str(&format!("%{first:02X}"));
                } else {
                    normal.push(*first as char);
                }
                rest = others;
            }
        }
    }
    normal
}

/// RFC 3986, section 5.2.4.
fn without_dots(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut kept: Vec<&str> = vec![];
    let segments: Vec<&str> = path.split('/').skip(usize::from(rooted)).collect();
    for (index, &segment) in segments.iter().enumerate() {
        let last = index + 1 == segments.len();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            _ => kept.push(segment),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Uri, unescape};

    #[test]
    fn references_resolve_as_rfc_3986_says() {
        let base = Uri::parse("http://a/b/c/d;p?q");
        // Section 5.4.1 and 5.4.2 of the RFC.
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("g..", "http://a/b/c/g.."),
            ("./g/.", "http://a/b/c/g/"),
        ] {
            assert_eq!(base.resolve(&Uri::parse(reference)).to_string(), expected, "{reference}");
        }
    }

    #[test]
    fn equal_uris_are_spelled_equally() {
        assert_eq!(Uri::parse("HTTP://Example.com/%7euser/%c3%a9"), Uri::parse("http://example.com/~user/é"));
        assert_ne!(Uri::parse("http://example.com/a%2Fb"), Uri::parse("http://example.com/a/b"));
    }

    #[test]
    fn fragments_are_unescaped_as_utf_8() {
        assert_eq!(Uri::parse("#/$defs/percent%25field").fragment(), "/$defs/percent%field");
        assert_eq!(Uri::parse("#/日本").fragment(), "/日本");
        assert_eq!(unescape("%zz%4"), "%zz%4");
    }

    #[test]
    fn urns_keep_their_path() {
        let base = Uri::parse("urn:example:a:b");
        assert_eq!(base.resolve(&Uri::parse("#/$defs/x")).to_string(), "urn:example:a:b#/$defs/x");
    }
}
