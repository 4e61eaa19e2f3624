//! Code fences that stand in the lines of the code: descriptions whose line breaks were taken out have
//! "```` ``` first line ````" and, at the end of the code, "```` last line ``` ````".
//!
//! By the letter what stands behind the first fence is the name of a language, which is not shown, and the second one
//! ends nothing, so that all text behind it is code. In comes a description, out comes one whose fences have lines of
//! their own.

/// Puts such fences on lines of their own.
pub(super) fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<Fence<'_>> = None;
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        match (&open, Fence::begins(line)) {
            (None, Some(fence)) => {
                match fence.first {
                    Some(first) => out.push_str(&format!("{}\n{first}", fence.mark)),
                    None => out.push_str(line),
                }
                open = Some(fence);
            }
            (Some(around), Some(fence)) if fence.ends(around) => {
                out.push_str(line);
                open = None;
            }
            (Some(around), _) => {
                match around.first.and_then(|_| line.trim_end().strip_suffix(around.mark.trim_start())) {
                    Some(last) => {
                        out.push_str(&format!("{last}\n{}", around.mark));
                        open = None;
                    }
                    None => out.push_str(line),
                }
            }
            (None, None) => out.push_str(line),
        }
    }
    out
}

/// The fence at the beginning of a line.
struct Fence<'a> {
    /// With the white space before it.
    mark: &'a str,
    /// What stands behind it, if it is more than the name of a language.
    first: Option<&'a str>,
    bare: bool,
}

impl<'a> Fence<'a> {
    fn begins(line: &'a str) -> Option<Fence<'a>> {
        let text = line.trim_start();
        let fence = text.trim_start_matches(if text.starts_with('~') { '~' } else { '`' });
        if text.len() - fence.len() < 3 {
            return None;
        }
        let behind = fence.trim();
        // With a backtick in it, the line is no fence (CommonMark 0.31.2, section 4.5).
        if text.starts_with('`') && behind.contains('`') {
            return None;
        }
        let words = behind.split_whitespace().count();
        let first = (words > 1 && text.starts_with('`')).then_some(behind);
        Some(Fence { mark: &line[..line.len() - fence.len()], first, bare: words == 0 })
    }

    fn ends(&self, around: &Fence<'_>) -> bool {
        self.bare && self.mark.trim_start().starts_with(around.mark.trim_start())
    }
}
