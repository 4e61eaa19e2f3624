//! One run at a time writes to a folder of vendors: each begins with what `regen.lock` says and ends with what it is to
//! say, so that two at a time would lose entries of each other's, and with them the edits of people.
//!
//! A file in the folder is locked for as long as a run takes. The system takes the lock back from a run that is killed.

use crate::settings::{Mode, Settings};
use chrono::{DateTime, Utc};
use fs4::{FileExt, TryLockError};
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// The name of the file: hidden from the generator, and no leftover of [`replace`](crate::replace).
const NAME: &str = ".regen.running";

/// How often it is tried.
const EVERY: Duration = Duration::from_millis(100);

/// The folder is this run's until this is dropped.
pub(crate) struct Held {
    file: File,
    path: PathBuf,
}

/// Takes the folder for a run that writes; waits for another run to end, as long as the limits allow.
///
/// # Errors
/// Says who has the folder, or why it cannot be taken.
pub(crate) fn hold(settings: &Settings) -> Result<Option<Held>, String> {
    match settings.mode {
        Mode::Write => {}
        Mode::DryRun | Mode::Check => return Ok(None),
    }
    let (folder, wait) = (settings.folder.display(), settings.limits.wait);
    let path = settings.folder.join(NAME);
    let begun = Instant::now();
    let mut told = false;
    loop {
        let holder = match take(&path).map_err(|error| format!("cannot lock `{}`: {error}", path.display()))? {
            Taken::Held(held) => return Ok(Some(held)),
            Taken::Gone => continue,
            Taken::By(holder) => holder,
        };
        if begun.elapsed() >= wait {
            return Err(format!(
                "another run{holder} has `{folder}`, and has not ended within {} s",
                wait.as_secs_f64()
            ));
        }
        if !told && !settings.quiet {
            eprintln!("another run{holder} has `{folder}`: waiting for it to end, up to {} s", wait.as_secs_f64());
        }
        told = true;
        sleep(EVERY.min(wait));
    }
}

enum Taken {
    Held(Held),
    /// By the time it was locked, the run before had removed the file.
    Gone,
    /// Another run has it: `` or ` (process 7, since ..)`.
    By(String),
}

fn take(path: &Path) -> io::Result<Taken> {
    // A link would lead elsewhere, and a pipe might never end.
    if path.symlink_metadata().is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::other("it is no file"));
    }
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    match FileExt::try_lock(&file) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Taken::By(holder(&mut file))),
        // Some file systems have no locks; cargo goes on there, too.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(error),
    }
    if !is_there(&file, path)? {
        return Ok(Taken::Gone);
    }
    let since = DateTime::<Utc>::from(SystemTime::now()).format("%Y-%m-%d %H:%M:%S UTC");
    // Whoever waits would like to know; if the disk is full, they will not.
    let _ = file.set_len(0).and_then(|()| writeln!(file, "process {}, since {since}", std::process::id()));
    Ok(Taken::Held(Held { file, path: path.to_owned() }))
}

/// Who says to have the file.
fn holder(file: &mut File) -> String {
    let mut text = Vec::new();
    // On some systems nobody else can read what is locked.
    let _ = file.rewind().and_then(|()| file.take(100).read_to_end(&mut text));
    let text = String::from_utf8_lossy(&text);
    let line: String = text.lines().next().unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    if line.is_empty() { line } else { format!(" ({line})") }
}

/// Whether the path still leads to this file: nothing else is written to or removed.
#[cfg(unix)]
fn is_there(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let ours = file.metadata()?;
    match path.symlink_metadata() {
        Ok(there) => Ok((there.dev(), there.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// It is never removed there.
#[cfg(not(unix))]
fn is_there(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

impl Drop for Held {
    fn drop(&mut self) {
        // Elsewhere it could not be told whether the file is still the one, so it stays.
        if cfg!(unix) {
            let _ = std::fs::remove_file(&self.path);
        }
        // If that fails, closing the file does it.
        let _ = FileExt::unlock(&self.file);
    }
}
