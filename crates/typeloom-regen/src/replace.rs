//! Texts to files, so that at any time a file holds all of the old text or all of the new one.
//!
//! A text is written to a file of another name in the same folder and brought to the disk; then that file is renamed.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempPath};

/// What the names of files begin with that are not finished. Documents do not: such names are hidden.
const UNFINISHED: &str = ".regen-";

/// A text on the disk that waits to become a file.
pub(crate) struct Staged {
    text: TempPath,
    path: PathBuf,
}

/// Lets a text be written beside the file that it is to become, at the path that is handed over.
///
/// # Errors
/// As the file system says. Nothing is left behind then.
pub(crate) fn stage(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<Staged> {
    let folder = folder(path);
    fs::create_dir_all(folder)?;
    let text = builder().tempfile_in(folder)?.into_temp_path();
    write(&text)?;
    let file = OpenOptions::new().write(true).open(&text)?;
    // As a program that writes a file plainly would leave it; or as the old one was.
    if let Ok(old) = fs::metadata(path) {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()?;
    Ok(Staged { text, path: path.to_owned() })
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
    stage(path, |beside| fs::write(beside, bytes))?.finish()
}

/// Lets a file be written, at a path beside it that is handed over, and makes that the file. The folders that it is in
/// are made. One that holds this text already keeps its time; where a link leads to it, the link stays.
///
/// What is no file, such as a pipe or a device, is written to as it is.
///
/// # Errors
/// As the file system says, or as `write` does. The old file is still there then.
///
/// ```
/// let path = std::env::temp_dir().join("typeloom-replaced.txt");
/// typeloom_regen::replace::replace(&path, |beside| std::fs::write(beside, "all of it"))?;
/// assert_eq!(std::fs::read_to_string(&path)?, "all of it");
/// # std::fs::remove_file(path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn replace(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let path = match fs::metadata(path) {
        Ok(old) if !old.is_file() => return write(path),
        Ok(_) => path.canonicalize()?,
        Err(_) => path.to_owned(),
    };
    let staged = stage(&path, write)?;
    if path.exists() {
        if holds_the_same(&path, &staged.text)? {
            return Ok(());
        }
        // What must not be written must not be replaced either.
        OpenOptions::new().write(true).open(&path)?;
    }
    staged.finish()
}

/// Whether two files hold the same.
fn holds_the_same(a: &Path, b: &Path) -> io::Result<bool> {
    let (mut a, mut b) = (BufReader::new(File::open(a)?), BufReader::new(File::open(b)?));
    loop {
        let (left, right) = (a.fill_buf()?, b.fill_buf()?);
        let length = left.len().min(right.len());
        if length == 0 {
            return Ok(left.is_empty() && right.is_empty());
        }
        if left.get(..length) != right.get(..length) {
            return Ok(false);
        }
        a.consume(length);
        b.consume(length);
    }
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
