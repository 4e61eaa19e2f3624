//! Text to a file, part by part, so that nobody needs to hold all of it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that gets a text. One that holds this text already is left alone and keeps its time, so that nothing is
/// compiled again; in any other, what is the same up to the first difference stays.
pub(crate) struct Output {
    path: PathBuf,
    state: State,
    /// How many bytes of the text the file holds.
    length: u64,
}

enum State {
    /// The file has begun with the text so far.
    Same(BufReader<File>),
    /// Parts are whole items: a buffer would save little.
    Writing(File),
}

impl Output {
    /// Begins a text. The folders that the file is to be in are made.
    ///
    /// # Errors
    ///
    /// Where the file is there and cannot be read, or is not there and cannot be made.
    pub(crate) fn new(path: &Path) -> io::Result<Output> {
        let state = match fs::metadata(path) {
            Ok(old) if old.is_file() => State::Same(BufReader::new(File::open(path)?)),
            // A pipe, or standard output by a name: it holds nothing.
            Ok(_) => State::Writing(OpenOptions::new().write(true).open(path)?),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                    fs::create_dir_all(folder)?;
                }
                State::Writing(File::create(path)?)
            }
            Err(error) => return Err(error),
        };
        Ok(Output { path: path.to_owned(), state, length: 0 })
    }

    /// The next part of the text.
    ///
    /// # Errors
    ///
    /// Those of reading what the file holds and of writing.
    pub(crate) fn add(&mut self, part: &str) -> io::Result<()> {
        if let State::Same(old) = &mut self.state
            && !continues_with(old, part.as_bytes())?
        {
            self.state = State::Writing(self.write_from_here()?);
        }
        if let State::Writing(file) = &mut self.state {
            file.write_all(part.as_bytes())?;
        }
        self.length += part.len() as u64;
        Ok(())
    }

    /// Ends the text: what the file held behind it goes.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        if let State::Same(old) = &mut self.state
            && !old.fill_buf()?.is_empty()
        {
            self.write_from_here()?;
        }
        Ok(())
    }

    /// The file, cut off behind what it has of the text.
    fn write_from_here(&self) -> io::Result<File> {
        let mut file = OpenOptions::new().write(true).open(&self.path)?;
        file.set_len(self.length)?;
        file.seek(SeekFrom::Start(self.length))?;
        Ok(file)
    }
}

/// Whether the next bytes of a file are these.
fn continues_with(file: &mut BufReader<File>, mut bytes: &[u8]) -> io::Result<bool> {
    while !bytes.is_empty() {
        let there = file.fill_buf()?;
        let length = there.len().min(bytes.len());
        let (first, rest) = bytes.split_at(length);
        if length == 0 || there.get(..length) != Some(first) {
            return Ok(false);
        }
        file.consume(length);
        bytes = rest;
    }
    Ok(true)
}
