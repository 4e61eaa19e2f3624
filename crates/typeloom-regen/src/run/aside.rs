//! Texts that must not replace anything, kept beside the file with the reasons.

use crate::pause::{self, Point};
use crate::replace;
use std::io;
use std::path::Path;

/// Keeps a text aside.
///
/// # Errors
/// As the file system says.
pub(super) fn keep(path: &Path, bytes: &[u8], why: &str) -> io::Result<()> {
    replace::write(&replace::rejected(path), bytes)?;
    pause::at(Point::KeptAside);
    replace::write(&replace::reasons(path), format!("{}\n", why.trim_end()).as_bytes())
}

/// Removes what an earlier run has kept aside: it is settled now.
pub(super) fn clear(path: &Path) {
    for path in [replace::rejected(path), replace::reasons(path)] {
        // Mostly there is none; what cannot be removed is seen by whoever looks.
        let _ = std::fs::remove_file(path);
    }
}
