//! Patterns with `*`: names of schemas, addresses of pages.

/// Whether `text` fits `pattern`, in which `**` stands for any text and `*` for any text without a `/`.
pub(crate) fn fits(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut at, mut place) = (0, 0);
    // The last `*` that was met and how far it reaches: where it does not fit, it reaches one byte further. There are
    // two, as a `**` can go on where a `*` behind it cannot.
    let (mut short, mut long) = (None, None);
    while place < text.len() || at < pattern.len() {
        match pattern.get(at) {
            Some(b'*') if pattern.get(at + 1) == Some(&b'*') => {
                at += 2;
                (long, short) = (Some((at, place)), None);
            }
            Some(b'*') => {
                at += 1;
                short = Some((at, place));
            }
            Some(byte) if text.get(place) == Some(byte) => (at, place) = (at + 1, place + 1),
            Some(_) | None => match (short, long) {
                (Some((behind, reached)), _) if text.get(reached).is_some_and(|byte| *byte != b'/') => {
                    (at, place, short) = (behind, reached + 1, Some((behind, reached + 1)));
                }
                (_, Some((behind, reached))) if reached < text.len() => {
                    (at, place, short, long) = (behind, reached + 1, None, Some((behind, reached + 1)));
                }
                (Some(_) | None, Some(_) | None) => return false,
            },
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::wildcard::fits;

    #[test]
    fn stars_stand_for_any_text_and_single_ones_stay_within_a_segment() {
        for (pattern, text) in [
            ("", ""),
            ("a", "a"),
            ("*", ""),
            ("*", "abc"),
            ("S*", "Session"),
            ("*ion", "Session"),
            ("*s*o*", "Session"),
            ("a/*.md", "a/b.md"),
            ("**", "a/b/c"),
            ("**/*.md", "a/b/c.md"),
            ("a/**c/*.md", "a/b/c/d/bc/e.md"),
            ("**a*b", "xa/ab"),
        ] {
            assert!(fits(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [
            ("", "a"),
            ("a", ""),
            ("a", "ab"),
            ("*", "a/b"),
            ("S*", "session"),
            ("a/*.md", "a/b/c.md"),
            ("**/*.md", "c.md"),
            ("*a", "b"),
            ("**a*b", "xa/b"),
        ] {
            assert!(!fits(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn many_stars_take_no_longer_than_the_product_of_the_lengths() {
        assert!(!fits(&"*a".repeat(200), &"a".repeat(199)));
        assert!(!fits(&"**a*b".repeat(50), &"a".repeat(300)));
    }
}
