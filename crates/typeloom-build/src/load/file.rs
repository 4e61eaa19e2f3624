//! One file to one text of [`Sources`]: what is no UTF-8 or cannot be read is reported.

use crate::diagnostic::{Code, Sink};
use crate::source::{Source, SourceId, Sources, Span};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What generated code calls a file.
pub(super) struct Called {
    /// [`Source::name`]
    pub name: String,
    /// [`Source::inner`]
    pub inner: String,
}

/// Reads a file, which generated code will call so.
pub(super) fn read(path: &Path, called: Called, sources: &mut Sources, sink: &mut Sink) -> Option<SourceId> {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(why) => {
            unreadable(path, &why, sources, sink);
            return None;
        }
    };
    text(shown(path), called, bytes, sources, sink)
}

/// Takes bytes as the text of a document. A byte order mark is taken off.
pub(super) fn text(
    shown: String,
    called: Called,
    bytes: Vec<u8>,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<SourceId> {
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            Some(sources.add_source(source(shown, called, text)))
        }
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let bad = error.as_bytes().get(offset).copied().unwrap_or_default();
            // Up to the bad byte the repaired text is the file, so that the place can be shown.
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let id = sources.add(shown.as_str(), text);
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

/// Whether a path holds control characters, which is reported: in the output of a build script a line break would begin
/// a line of its own, and a terminal does what others say.
pub(super) fn is_refused(path: &Path, sources: &mut Sources, sink: &mut Sink) -> bool {
    let refused = path.to_string_lossy().contains(char::is_control);
    if refused {
        let place = place(sources, path);
        sink.report(Code::Unreadable, place)
            .message(format!("the name `{}` holds control characters", shown(path)))
            .help("give it another name");
    }
    refused
}

/// A place for what concerns a file or folder whose text there is none of.
pub(super) fn place(sources: &mut Sources, path: &Path) -> Span {
    Span::start_of(sources.add(shown(path), ""))
}

/// A text with its names.
pub(super) fn source(path: String, called: Called, text: String) -> Source {
    let Called { name, inner } = called;
    Source { path, name, inner, text }
}

/// What generated code calls a file of the vendor in `folder`: its path as given, but never where on this machine it
/// lies. Of an absolute path what is in `around` is left, of a relative one what leads upwards is not.
pub(super) fn called(path: &Path, around: &Path, folder: &Path) -> Called {
    let name = if path.has_root() { path.strip_prefix(around).unwrap_or(path) } else { path };
    let leads_on = |part: &Component<'_>| matches!(part, Component::CurDir | Component::ParentDir);
    let name: PathBuf = name.components().skip_while(leads_on).collect();
    Called { name: shown(&name), inner: shown(path.strip_prefix(folder).unwrap_or(path)) }
}

/// A path as diagnostics show it: as given, with `/` on every platform and `\u{a}` for a line break.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    if !text.contains(char::is_control) {
        return text;
    }
    let shown = |c: char| if c.is_control() { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}
