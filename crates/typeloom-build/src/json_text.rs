//! JSON values as text: compact, on one line for people, or in lines.

use typeloom::Value;

/// Where white space stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Nowhere: `{"a":[1,2]}`.
    Compact,
    /// Behind commas and colons: `{"a": [1, 2]}`.
    Line,
    /// Each entry on a line, indented by two spaces.
    Lines,
}

/// Writes JSON into [`text`](Printer::text).
pub(crate) struct Printer {
    /// What was written.
    pub text: String,
    layout: Layout,
    depth: usize,
    /// Of values beyond so many bytes or levels, `..` is written.
    most: (usize, usize),
}

/// In bytes, what docs show of a value: about as much as fits into two lines.
const LONGEST: usize = 200;

/// In levels, the same.
const DEEPEST: usize = 16;

/// JSON without white space.
pub(crate) fn compact(value: &Value) -> String {
    let mut printer = Printer::new(Layout::Compact);
    printer.value(value);
    printer.text
}

/// The value on one line for docs, cut where it is long.
pub(crate) fn short(value: &Value) -> String {
    let mut printer = Printer::new(Layout::Line);
    printer.most = (LONGEST * 4, DEEPEST);
    printer.value(value);
    let text = printer.text;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} ..", &text[..end]),
        None => text,
    }
}

impl Printer {
    /// An empty text.
    pub fn new(layout: Layout) -> Printer {
        Printer { text: String::new(), layout, depth: 0, most: (usize::MAX, usize::MAX) }
    }

    /// Writes a value; members of objects are sorted by name.
    pub fn value(&mut self, value: &Value) {
        if self.text.len() > self.most.0 || self.depth > self.most.1 {
            self.text.push_str("..");
            return;
        }
        match value {
            Value::Null => self.text.push_str("null"),
            Value::Bool(truth) => self.text.push_str(if *truth { "true" } else { "false" }),
            Value::Number(number) => self.text.push_str(number.as_str()),
            Value::String(string) => self.string(string),
            Value::Array(items) => self.entries(['[', ']'], items, |item, printer| printer.value(item)),
            Value::Object(members) => self.entries(['{', '}'], members, |(name, value), printer| {
                printer.name(name);
                printer.value(value);
            }),
        }
    }

    /// Writes the name of a member, and its colon.
    pub fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push_str(if self.layout == Layout::Compact { ":" } else { ": " });
    }

    /// Writes an array or an object, each of its entries by `write`.
    pub fn entries<T>(
        &mut self,
        [open, close]: [char; 2],
        entries: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, &mut Printer),
    ) {
        self.text.push(open);
        self.depth += 1;
        let mut empty = true;
        for entry in entries {
            if !empty {
                self.text.push_str(if self.layout == Layout::Line { ", " } else { "," });
            }
            empty = false;
            self.break_line();
            write(entry, self);
        }
        self.depth -= 1;
        if !empty {
            self.break_line();
        }
        self.text.push(close);
    }

    fn break_line(&mut self) {
        if self.layout == Layout::Lines {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    /// Control characters are escaped, those too that JSON allows: nobody sees them in a text.
    fn string(&mut self, string: &str) {
        self.text.push('"');
        for character in string.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                control if control.is_control() => self.text.push_str(&format!("\\u{:04x}", u32::from(control))),
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}
