//! URI templates.

use super::uri::{is_letter, is_private};

/// A template of RFC 6570, section 2, with the apostrophe that its errata allow: `/users/{id}{?page,limit:3}`.
pub fn uri_template(text: &str) -> bool {
    let mut rest = text;
    while let Some((literal, expression)) = rest.split_once('{') {
        let Some((expression, after)) = expression.split_once('}') else { return false };
        if !is_literal(literal) || !is_expression(expression) {
            return false;
        }
        rest = after;
    }
    is_literal(rest)
}

fn is_literal(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let good = match character {
            '%' => is_encoded(&mut characters),
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            _ if character.is_ascii() => character.is_ascii_graphic(),
            _ => is_letter(character) || is_private(character),
        };
        if !good {
            return false;
        }
    }
    true
}

/// `[ operator ] variable-list`, where operators that are reserved for later belong to the grammar.
fn is_expression(text: &str) -> bool {
    let operators = ['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|'];
    text.strip_prefix(operators).unwrap_or(text).split(',').all(is_variable)
}

fn is_variable(text: &str) -> bool {
    match text.split_once(':') {
        Some((name, length)) => {
            let digits = length.len() <= 4 && length.bytes().all(|byte| byte.is_ascii_digit());
            digits && length.starts_with(|first| first != '0') && is_name(name)
        }
        None => is_name(text.strip_suffix('*').unwrap_or(text)),
    }
}

/// Letters, digits, `_` and percent-encoded bytes, in groups between dots.
fn is_name(text: &str) -> bool {
    text.split('.').all(|group| {
        let mut characters = group.chars();
        let mut good = !group.is_empty();
        while let Some(character) = characters.next() {
            good &= match character {
                '%' => is_encoded(&mut characters),
                _ => character.is_ascii_alphanumeric() || character == '_',
            };
        }
        good
    })
}

/// The two digits behind `%`.
fn is_encoded(characters: &mut std::str::Chars<'_>) -> bool {
    (0..2).all(|_| characters.next().is_some_and(|digit| digit.is_ascii_hexdigit()))
}
