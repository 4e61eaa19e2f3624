//! What is remembered beside the code of a vendor, as text:
//!
//! ```text
//! typeloom 1
//! of <digest of what the code was made of>
//! code <digest of the code>
//! name <a name at the top level of the code>
//! warning <what was said of the documents>
//! end <digest of the lines before>
//! ```

use super::digest::{Digest, Digester};
use std::fs::{self, File};
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
        let of_body = digest_of(body.as_bytes());
        if end != format!("end {of_body}\n") {
            return None;
        }
        let mut lines = body.strip_prefix(HEAD)?.lines();
        if lines.next()? != format!("of {digest}") || lines.next()? != format!("code {}", digest_of_file(code)?) {
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
    pub fn write(&self, path: &Path, digest: &Digest, code: &Digest) -> io::Result<()> {
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
        let end = digest_of(text.as_bytes());
        text.push_str(&format!("end {end}\n"));
        fs::write(path, text)
    }
}

fn digest_of(bytes: &[u8]) -> Digest {
    let mut digester = Digester::default();
    digester.bytes(bytes);
    digester.finish()
}

/// The digest of a file, which is not held as a whole.
fn digest_of_file(path: &Path) -> Option<Digest> {
    let mut file = File::open(path).ok()?;
    let mut digester = Digester::default();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part).ok()? {
            0 => return Some(digester.finish()),
            length => digester.bytes(part.get(..length)?),
        }
    }
}
