//! What is remembered beside the code of a vendor, as text:
//!
//! ```text
//! typeloom 1
//! of <digest of what the code was made of>
//! code <sum of the code>
//! name <a name at the top level of the code>
//! warning <what was said of the documents>
//! end <sum of the lines before>
//! ```

use super::digest::Digest;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};
use std::path::Path;

/// The first line. Another format has another number.
const HEAD: &str = "typeloom 1\n";

/// What is remembered.
pub(super) struct Record {
    /// The names that the code has at the top level.
    pub names: Vec<String>,
    /// Each on one line.
    pub warnings: Vec<String>,
}

impl Record {
    /// The record at `path`, if it is of code that is made of what `digest` is that of, and `code` holds this.
    pub fn read(path: &Path, digest: &Digest, code: &Path) -> Option<Record> {
        let text = fs::read_to_string(path).ok()?;
        let (body, end) = text.split_at(text.rfind("end ")?);
        if end != format!("end {}\n", sum_of(body.as_bytes())) {
            return None;
        }
        let mut lines = body.strip_prefix(HEAD)?.lines();
        if lines.next()? != format!("of {digest}") || lines.next()? != format!("code {}", sum_of_file(code)?) {
            return None;
        }
        let mut record = Record { names: Vec::new(), warnings: Vec::new() };
        for line in lines {
            match line.split_once(' ')? {
                ("name", name) => record.names.push(name.to_owned()),
                ("warning", warning) => record.warnings.push(warning.to_owned()),
                _ => return None,
            }
        }
        Some(record)
    }

    /// Writes it to `path`, for this code. What cannot be said on lines is not remembered.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write(&self, path: &Path, digest: &Digest, code: &str) -> io::Result<()> {
        let mut text = format!("{HEAD}of {digest}\ncode {code}\n");
        let names = self.names.iter().map(|name| ("name", name));
        for (what, value) in names.chain(self.warnings.iter().map(|warning| ("warning", warning))) {
            if value.contains(['\n', '\r']) {
                return match path.exists() {
                    true => fs::remove_file(path),
                    false => Ok(()),
                };
            }
            text.push_str(&format!("{what} {value}\n"));
        }
        let end = sum_of(text.as_bytes());
        text.push_str(&format!("end {end}\n"));
        fs::write(path, text)
    }
}

/// What shows that a text was damaged by accident: 64 bits are enough for that.
#[derive(Default)]
pub(super) struct Sum(DefaultHasher);

impl Sum {
    /// Adds the next part.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    pub fn finish(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

fn sum_of(bytes: &[u8]) -> String {
    let mut sum = Sum::default();
    sum.add(bytes);
    sum.finish()
}

/// The sum of a file, which is not held as a whole.
fn sum_of_file(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let mut sum = Sum::default();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part).ok()? {
            0 => return Some(sum.finish()),
            length => sum.add(part.get(..length)?),
        }
    }
}
