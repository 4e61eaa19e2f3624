//! One file to one text of [`Sources`]: what is no UTF-8 or cannot be read is reported.

use crate::diagnostic::{Code, Sink};
use crate::source::{SourceId, Sources, Span};
use std::fs;
use std::path::Path;

/// Reads a file, which generated code will call by `name`.
pub(super) fn read(path: &Path, name: &str, sources: &mut Sources, sink: &mut Sink) -> Option<SourceId> {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(why) => {
            unreadable(path, &why, sources, sink);
            return None;
        }
    };
    text(&shown(path), name, bytes, sources, sink)
}

/// Takes bytes as the text of a document. A byte order mark is taken off.
pub(super) fn text(
    shown: &str,
    name: &str,
    bytes: Vec<u8>,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<SourceId> {
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            Some(sources.add_named(shown, name, text))
        }
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let bad = error.as_bytes().get(offset).copied().unwrap_or_default();
            // Up to the bad byte the repaired text is the file, so that the place can be shown.
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let id = sources.add(shown, text);
            sink.report(Code::NotUtf8, Span::new(id, offset, offset + '\u{fffd}'.len_utf8()))
                .message(format!("`{shown}` is not UTF-8"))
                .label(format!("byte {offset} is 0x{bad:02x}"))
                .help("save it as UTF-8; if it is no document, move it or name it under `[[ignore]]` in `vendor.toml`");
            None
        }
    }
}

/// The bytes of a file, or why there are none.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let known = fs::metadata(path).map_err(|error| error.to_string())?;
    // Pipes and devices may never end.
    if !known.is_file() {
        return Err("it is no file".to_owned());
    }
    // Places are 32-bit offsets.
    if u32::try_from(known.len()).is_err() {
        return Err("it is larger than 4 GiB".to_owned());
    }
    fs::read(path).map_err(|error| error.to_string())
}

/// Reports that a file or folder cannot be read.
pub(super) fn unreadable(path: &Path, why: &str, sources: &mut Sources, sink: &mut Sink) {
    let place = place(sources, path);
    sink.report(Code::Unreadable, place).message(format!("cannot read `{}`: {why}", shown(path)));
}

/// A place for what concerns a file or folder whose text there is none of.
pub(super) fn place(sources: &mut Sources, path: &Path) -> Span {
    Span::start_of(sources.add(shown(path), ""))
}

/// What generated code calls a file: its path as given, but never where on this machine that folder lies, so that an
/// absolute path in a build script gives the same code in every checkout.
pub(super) fn name(path: &Path, around: &Path) -> String {
    let inner = if path.has_root() { path.strip_prefix(around).unwrap_or(path) } else { path };
    let shown = shown(inner);
    shown.strip_prefix("./").unwrap_or(&shown).to_owned()
}

/// A path as diagnostics show it: as given, with `/` on every platform.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
