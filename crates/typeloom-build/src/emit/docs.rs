//! Paragraphs to `#[doc]` attributes. What the paragraphs say, and that their Markdown is harmless, is decided before;
//! here no text can become anything but a comment.

use proc_macro2::TokenStream;
use quote::quote;

/// The doc comment of `paragraphs`, or of `otherwise` where there are none: every public thing has one.
pub(super) fn docs(paragraphs: &[String], otherwise: &str) -> TokenStream {
    if paragraphs.iter().all(|paragraph| paragraph.trim().is_empty()) {
        return lines(otherwise);
    }
    lines(&paragraphs.join("\n\n"))
}

/// `text` as a code span that Markdown ends where we end it.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn lines(text: &str) -> TokenStream {
    let text = text.replace("\r\n", "\n").replace('\t', "    ");
    let lines = text.split(['\n', '\r']).map(|line| {
        let line: String = line.chars().map(visible).collect();
        match line.trim_end() {
            "" => quote!(#[doc = ""]),
            line => {
                let line = format!(" {line}");
                quote!(#[doc = #line])
            }
        }
    });
    quote!(#(#lines)*)
}

/// Control characters do not belong into source text, and rustc refuses those that turn the direction of writing.
fn visible(c: char) -> char {
    let turns = matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns { char::REPLACEMENT_CHARACTER } else { c }
}
