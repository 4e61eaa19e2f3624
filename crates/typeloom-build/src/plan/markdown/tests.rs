//! Whatever a description holds, what is made of it has no code that could run, no HTML and no links into the dark.

use super::{code, paragraphs};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// Descriptions that mean to be something else.
const HOSTILE: &[&str] = &[
    "*/ \"## \\ ``` ~~~ <script>alert(1)</script>",
    "    let indented = panic!();",
    "\tlet tab = panic!();",
    "- item\n\n      let deep = 1;\n",
    "1. item\n\n   ```rust\n   panic!()\n   ```\n2. next",
    "```\nlet open = 1;",
    "````rust,should_panic\n```\ninner\n```\n````",
    "> ```\n> quoted\n> ```",
    "[Vec] [crate::x] [`Option<T>`] [a][b] [c]()\n\n[b]: crate::y",
    "[text](/relative) [mail](mailto:a@b.c) [js](javascript:alert(1)) ![x](y)",
    "[a](https://example.com/(b)?c=[d]&e=`f`) https://example.com/<b>`c`",
    "<details>\n<summary>x</summary>\n\n<b>y\n\n</details>",
    "<!-- comment",
    "Vec<u8> a<b>c</b> &lt;i&gt; &#60;u&#62; &amp;lt;",
    "| a | b |\n|---|---|\n| `|` | <b> |\n",
    "# a\nb\n===\nc\n---\n* * *\n",
    "\u{202e}turned\u{2066} \u{0} \u{7f} \u{feff}",
    "http://a http://b.c/d_e_f). https:// *http://x*",
    "a\\\nb  \nc\r\nd\re",
    "[^1] text\n\n[^1]: note\n\n- [x] done",
    "$x$ ~~struck~~ ==marked== ::: :-- --- +++",
    "``` let first = 1;\nlet last = 2; ```\n\n```\npanic!()",
    "``` a b\n~~~ c d\n```` e\n``` ```",
    "",
    "   ",
];

#[test]
fn nothing_can_run_or_lead_astray() {
    for description in HOSTILE {
        let markdown = paragraphs(description).join("\n\n");
        for event in Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            let bad = match &event {
                Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => true,
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => &**language != "text",
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock | Tag::Image { .. }) => true,
                Event::Start(Tag::Link { dest_url, .. }) => !dest_url.starts_with("http"),
                _ => false, // text, emphasis, lists
            };
            assert!(!bad, "{description:?} became {markdown:?}, which has {event:?}");
        }
    }
}

#[test]
fn no_character_is_left_that_rustc_refuses() {
    for description in HOSTILE {
        let markdown = paragraphs(description).join("\n\n");
        assert!(!markdown.chars().any(|c| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c)));
    }
}

#[test]
fn ordinary_prose_stays_as_it_is() {
    let prose = "The user's e-mail address (max. 600 characters), `null` if unknown: see snake_case_names.";
    assert_eq!(paragraphs(prose), [prose]);
    assert_eq!(paragraphs("One.\n\nTwo:\n- a\n- b"), ["One.", "Two:", "- a\n- b"]);
}

#[test]
fn links_to_the_web_stay_and_others_become_text() {
    assert_eq!(paragraphs("[a](https://example.com) and [b](/c)"), ["[a](<https://example.com>) and b"]);
    assert_eq!(paragraphs("See https://example.com/a_b."), ["See <https://example.com/a_b>."]);
}

#[test]
fn code_holds_exactly_its_text() {
    assert_eq!(code("a"), "`a`");
    assert_eq!(code("a`b"), "``a`b``");
    assert_eq!(code("`"), "`` ` ``");
    assert_eq!(code(""), "(the empty string)");
}

#[test]
fn no_line_of_code_is_lost_where_the_fence_stands_in_it() {
    let text = "Grammar:\n\n``` <a> ::= <b>\n\n\t(note)\n\n<b> ::= 1 | 2 ```\n\nNo matter which.";
    let expected = ["Grammar:", "```text\n<a> ::= <b>\n\n(note)\n\n<b> ::= 1 | 2\n```", "No matter which."];
    assert_eq!(paragraphs(text), expected);
    assert_eq!(paragraphs("``` <a> ::= <b>\n<b> ::= 1\n```\nMore."), ["```text\n<a> ::= <b>\n<b> ::= 1\n```", "More."]);
    // The name of a language is no code, and a fence at the end of a line ends no code that began on a line of its own.
    assert_eq!(paragraphs("```json\n{}\n```"), ["```text\n{}\n```"]);
    assert_eq!(paragraphs("```\necho ```\nx\n```"), ["````text\necho ```\nx\n````"]);
}

#[test]
fn what_is_not_parsed_would_come_out_the_same() {
    let words =
        ["a", "The", "x:", "- b", "1.", "1)", "(see", "docs/x)", "it's", "\"so\"", "--", "$5", "?", "", "---", "a.b"];
    for first in ["A", "see", "x1"] {
        for second in words {
            for third in words {
                let text = format!("{first} {second} {third}");
                assert!(super::is_plain(&text), "{text}");
                assert_eq!(super::paragraphs(&text), super::parsed(&text), "{text}");
            }
        }
    }
    for other in
        ["", " a", "1. a", "- a", "a\nb", "a_b", "a*b", "a <b>", "see https://a.b", "a & b", "\u{e9}", "# a", "a\tb"]
    {
        assert!(!super::is_plain(other), "{other}");
    }
}
