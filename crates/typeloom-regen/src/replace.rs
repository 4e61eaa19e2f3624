//! Texts to files, so that at any time a file holds all of the old text or all of the new one.
//!
//! A text is written to a file of another name in the same folder and brought to the disk; then that file is renamed.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempPath};

/// What the names of files begin with that are not finished. Documents do not: such names are hidden.
const UNFINISHED: &str = ".regen-";

/// A text on the disk that waits to become a file.
pub(crate) struct Staged {
    text: TempPath,
    path: PathBuf,
}

/// Writes a text beside the file that it is to become.
///
/// # Errors
/// As the file system says. Nothing is left behind then.
pub(crate) fn stage(path: &Path, bytes: &[u8]) -> io::Result<Staged> {
    let folder = folder(path);
    fs::create_dir_all(folder)?;
    let mut file: NamedTempFile = builder().tempfile_in(folder)?;
    file.write_all(bytes)?;
    // As a program that writes a file plainly would leave it; or as the old one was.
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(Staged { text: file.into_temp_path(), path: path.to_owned() })
}

#[cfg(unix)]
fn builder() -> Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = Builder::new();
    // What the umask leaves of it; the default is for nobody else.
    builder.prefix(UNFINISHED).permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    builder
}

impl Staged {
    /// Makes it the file.
    ///
    /// # Errors
    /// As the file system says. The old file is still there then.
    pub fn finish(self) -> io::Result<()> {
        self.text.persist(&self.path).map_err(|error| error.error)?;
        bring_to_disk(folder(&self.path));
        Ok(())
    }
}

/// Writes a whole file.
///
/// # Errors
/// As the file system says. The old file is still there then.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    stage(path, bytes)?.finish()
}

/// Removes what runs have left behind that were cut off.
pub(crate) fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let unfinished = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
        if unfinished && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            // If it cannot be removed, it harms nobody.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// `user.json.rejected`, beside the file: the text that did not become it.
pub(crate) fn rejected(path: &Path) -> PathBuf {
    beside(path, ".rejected")
}

/// `user.json.why.rejected`: why it did not.
pub(crate) fn reasons(path: &Path) -> PathBuf {
    beside(path, ".why.rejected")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().map(OsStr::to_owned).unwrap_or_default();
    name.push(ending);
    path.with_file_name(name)
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// A new name is on the disk only when its folder is.
fn bring_to_disk(folder: &Path) {
    // Not every file system lets a folder be opened; the name is there all the same.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
