//! Rust text in the making: lines, each at the indent of what is open.

/// A text in the making, handed out piece by piece.
pub(crate) struct Code<'a> {
    /// Gets the text.
    out: &'a mut dyn FnMut(&str),
    /// What was not handed out yet.
    text: String,
    /// How many blocks are open.
    depth: usize,
    /// Whether the last line opened a block.
    opened: bool,
}

/// The text is handed out in pieces of about this many bytes: few calls, and no large text is held.
const PIECE: usize = 1 << 16;

/// The columns of a level.
const INDENT: &str = "    ";

impl<'a> Code<'a> {
    /// No text yet.
    pub(crate) fn new(out: &'a mut dyn FnMut(&str)) -> Code<'a> {
        Code { out, text: String::new(), depth: 0, opened: true }
    }

    /// A line, which may be of several parts.
    pub(crate) fn line(&mut self, line: &str) {
        self.parts(&[line]);
    }

    /// A line of these parts.
    pub(crate) fn parts(&mut self, parts: &[&str]) {
        for _ in 0..self.depth {
            self.text.push_str(INDENT);
        }
        for part in parts {
            self.text.push_str(part);
        }
        self.text.push('\n');
        self.opened = false;
        if self.text.len() >= PIECE {
            self.hand_out();
        }
    }

    /// An empty line, unless nothing stands before it in its block.
    pub(crate) fn blank(&mut self) {
        if !self.opened {
            self.text.push('\n');
        }
    }

    /// A line that opens a block: `pub mod acme`.
    pub(crate) fn open(&mut self, head: &str) {
        self.parts(&[head, if head.is_empty() { "{" } else { " {" }]);
        self.depth += 1;
        self.opened = true;
    }

    /// The end of the block that was opened last.
    pub(crate) fn close(&mut self) {
        self.close_with("}");
    }

    /// The end of the block that was opened last, in these words.
    pub(crate) fn close_with(&mut self, end: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(end);
    }

    /// How many columns are left of a line.
    pub(crate) fn room(&self) -> usize {
        100_usize.saturating_sub(INDENT.len() * self.depth)
    }

    /// Hands out the rest of the text.
    pub(crate) fn finish(mut self) {
        self.hand_out();
    }

    fn hand_out(&mut self) {
        (self.out)(&self.text);
        self.text.clear();
    }
}
