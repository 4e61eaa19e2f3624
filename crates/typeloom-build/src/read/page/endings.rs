//! What generators put around a description: constraints, a default, an example, a warning.
//!
//! The prose of a cell goes in; what was appended comes out by itself, and the description without it. The constraints
//! are rules, which [`restrictions`] reads.

use crate::read::page::restrictions;

/// A description and what was appended to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Endings {
    /// The description by itself.
    pub description: String,
    /// `: warning: ** DEPRECATED **: ..`
    pub deprecated: bool,
    /// `` **Default**: `20` ``
    pub default: Option<String>,
    /// `` *Example:* `"Bank"` ``
    pub example: Option<String>,
    /// `(enum: red, blue)`
    pub values: Vec<String>,
    /// The description with the values in it, where it lists some.
    with_values: String,
}

impl Endings {
    /// Puts the values back into the description, where they are not those of the field.
    pub fn put_values_back(&mut self) {
        if !self.values.is_empty() {
            self.values.clear();
            self.description = std::mem::take(&mut self.with_values);
        }
    }
}

type Take = fn(&mut Endings, String);

/// What such lines begin with.
const WORDS: &[(&str, Take)] = &[
    ("**Default**:", |endings, text| endings.default = Some(text)),
    ("*Default:*", |endings, text| endings.default = Some(text)),
    ("*Example:*", |endings, text| endings.example = Some(text)),
    ("**Example**:", |endings, text| endings.example = Some(text)),
];

/// What Speakeasy puts in front of the description of a field that should not be used any more.
const DEPRECATED: &str = ": warning: ** DEPRECATED **:";

/// Takes a description apart.
pub(crate) fn read(prose: &str) -> Endings {
    let mut endings = Endings::default();
    let mut lines = Vec::new();
    let without = prose.strip_prefix(DEPRECATED);
    endings.deprecated = without.is_some();
    for line in without.unwrap_or(prose).trim_start().lines() {
        let text = line.trim();
        let word = WORDS.iter().find_map(|(word, take)| Some((text.strip_prefix(word)?, take)));
        match word {
            // What is not in one code span is prose that happens to begin so.
            Some((rest, take)) if code(rest).is_some() => take(&mut endings, code(rest).unwrap_or_default()),
            None if text.starts_with(restrictions::CONSTRAINTS) && restrictions::all_known(text) => {}
            Some(_) | None => lines.push(line),
        }
    }
    endings.description = lines.join("\n").trim_end().to_owned();
    if let Some((before, values)) = enumeration(&endings.description) {
        let before = before.trim_end().to_owned();
        endings.values = values;
        endings.with_values = std::mem::replace(&mut endings.description, before);
    }
    endings
}

/// `(enum: red, blue)` at the end: what stands before it, and its values. What closes before the end, leaves something
/// out (`red, ...`) or has nothing between two commas is prose.
fn enumeration(description: &str) -> Option<(&str, Vec<String>)> {
    let (before, inner) = description.strip_suffix(')')?.rsplit_once("(enum:")?;
    let mut values = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 => {
                values.push(inner[start..at].trim().to_owned());
                start = at + 1;
            }
            _ => {} // any other character is part of a value
        }
    }
    values.push(inner[start..].trim().to_owned());
    let is_value = |text: &String| !matches!(text.as_str(), "" | "..." | "…");
    (depth == 0 && values.iter().all(is_value)).then_some((before, values))
}

/// The text of the code span that `text` is.
fn code(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('`')?.strip_suffix('`')?;
    (!inner.is_empty() && !inner.contains('`')).then(|| inner.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::read::page::endings::read;

    #[test]
    fn what_was_appended_is_taken_off() {
        let endings = read("How many.\n\n**Default**: `20`\n\n**Constraints**: *Minimum Length*: `3`");
        assert_eq!((endings.description.as_str(), endings.default.as_deref()), ("How many.", Some("20")));
        let coat = read("Its coat. (enum: red, pitch (black))");
        assert_eq!(
            (coat.description.as_str(), coat.values.as_slice()),
            ("Its coat.", ["red", "pitch (black)"].map(str::to_owned).as_slice())
        );
        let mut plain = read("Its coat (enum: red,blue)");
        assert_eq!(
            (plain.description.as_str(), plain.values.as_slice()),
            ("Its coat", ["red", "blue"].map(str::to_owned).as_slice())
        );
        plain.put_values_back();
        assert_eq!((plain.description.as_str(), plain.values.len()), ("Its coat (enum: red,blue)", 0));
        assert_eq!(read("Name.\n*Example:* `\"Rex\"`").example.as_deref(), Some("\"Rex\""));
    }

    #[test]
    fn a_warning_in_front_is_a_mark() {
        let endings = read(": warning: ** DEPRECATED **: Use another one.");
        assert!(endings.deprecated && endings.description == "Use another one.");
    }

    #[test]
    fn prose_stays() {
        for text in [
            "*Example:* see `a` and `b`",
            "**Constraints**: *Colour*: `red`",
            "**Default**: none",
            "Red (enum: )",
            "Its coat (enum: red, blue) (see docs)",
            "Its coat (enum: red, blue (dark)",
            "Its coat (enum: red, blue, ...)",
            "Its coat (enum: red, blue, …)",
        ] {
            assert_eq!(read(text).description, text);
        }
    }
}
