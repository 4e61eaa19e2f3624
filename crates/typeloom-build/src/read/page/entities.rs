//! HTML entities and the few HTML tags that reference pages put into cells.
//!
//! Text in, text out; knows nothing of tables or types. Pages encode once, twice (`&amp;lt;`), or escape the
//! ampersand as well (`\&#39;`), so callers decode until nothing changes, a bounded number of times.

/// How often an entity may be encoded over: `&amp;amp;lt;` is the most that was met.
pub(crate) const LAYERS: usize = 3;

/// The named entities that generators write. Others are left as they are.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("copy", '\u{a9}'),
    ("laquo", '\u{ab}'),
    ("raquo", '\u{bb}'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201c}'),
    ("rdquo", '\u{201d}'),
    ("bull", '\u{2022}'),
    ("hellip", '\u{2026}'),
    ("brvbar", '\u{a6}'),
    ("vert", '|'),
    ("verbar", '|'),
    ("rarr", '\u{2192}'),
    ("check", '\u{2713}'),
];

/// Tags that only dress text up. Anything else between angle brackets is text: `Vec<String>`.
const DRESSING: &[&str] =
    &["a", "b", "code", "em", "i", "nobr", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr"];

/// The character at the beginning of `text` if an entity stands there, and the length of the entity.
pub(crate) fn entity_at(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(12).position(|byte| byte == b';')?;
    let name = inner.get(..end)?;
    let char = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|&char| char != '\0')?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((char, end + 2))
}

/// `text` with its entities decoded, and with the backslash gone that some generators put in front of one.
pub(crate) fn decode(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..LAYERS {
        if !text.contains('&') {
            break;
        }
        let decoded = decode_once(&text);
        if decoded == text {
            break;
        }
        text = decoded;
    }
    text
}

fn decode_once(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        match entity_at(from) {
            Some((char, length)) => {
                out.push_str(before.strip_suffix('\\').unwrap_or(before));
                out.push(char);
                rest = &from[length..];
            }
            None => {
                out.push_str(before);
                out.push('&');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Whether `tag` breaks the line: `<br>`, `<br/>`, `<br />`.
pub(crate) fn is_line_break(tag: &str) -> bool {
    name_of(tag).is_some_and(|name| name.eq_ignore_ascii_case("br"))
}

/// Whether `tag` dresses text up and says nothing: `<code>`, `</b>`.
pub(crate) fn is_dressing(tag: &str) -> bool {
    name_of(tag).is_some_and(|name| DRESSING.contains(&name))
}

fn name_of(tag: &str) -> Option<&str> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner).trim_end_matches('/').trim();
    inner.split_whitespace().next()
}

/// The prose of a cell as documentation keeps it: Markdown stays, what only the table needed goes. `\|` is a bar,
/// `<br/>` a line break, entities are characters.
pub(crate) fn prose(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(at) = rest.find(['\\', '<']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let tag = from.find('>').map(|end| &from[..=end]).filter(|tag| is_line_break(tag));
        let taken = if from.starts_with("\\|") {
            out.push('|');
            2
        } else if let Some(tag) = tag {
            out.push('\n');
            tag.len()
        } else {
            out.push_str(&from[..1]);
            1
        };
        rest = &from[taken..];
    }
    out.push_str(rest);
    decode(&out).replace("\r\n", "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{decode, prose};

    #[test]
    fn entities_are_decoded_however_often_they_were_encoded() {
        assert_eq!(decode("a &#x60;b&#39; &lt;c&gt; &quot;d&quot;"), "a `b' <c> \"d\"");
        assert_eq!(decode("&amp;lt;x&amp;gt; it\\&#39;s &amp;amp;amp;"), "<x> it's &");
        assert_eq!(decode("AT&T &unknown; &; & &#xffffffff; &#0;"), "AT&T &unknown; &; & &#xffffffff; &#0;");
    }

    #[test]
    fn prose_keeps_markdown_and_loses_what_the_table_needed() {
        assert_eq!(prose(r"one `a\|b`<br/>two<BR>three <b>x</b> "), "one `a|b`\ntwo\nthree <b>x</b>");
    }
}
