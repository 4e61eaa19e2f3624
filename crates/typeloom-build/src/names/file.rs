//! Text to [`Lock`]. What is wrong with it is reported at its place: a lock that was damaged in a merge must not give
//! things other names in silence.

use super::{Lock, MemberName, Names, TypeNames};
use crate::diagnostic::{Code, Sink};
use crate::identifier::is_identifier;
use crate::source::{SourceId, Sources, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// One type, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    title: Spanned<String>,
    at: String,
    rest: Option<Spanned<String>>,
    #[serde(default)]
    members: BTreeMap<String, Spanned<String>>,
}

type File = BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Entry>>;

/// Reads a lock. One that is damaged is reported and names nothing.
pub(crate) fn read(id: SourceId, sources: &Sources, sink: &mut Sink) -> Lock {
    let file = match toml::from_str::<File>(sources.get(id).text.as_str()) {
        Ok(file) => file,
        Err(error) => {
            let reason: Vec<&str> = error.message().lines().map(str::trim).collect();
            sink.report(Code::NamesLock, span(id, error.span().unwrap_or(0..0)))
                .label(reason.join(", "))
                .help("take it back to how it was; without the file, all names are made anew");
            return Lock::default();
        }
    };
    let mut lock = Lock::default();
    for (vendor, types) in file {
        let mut names = Names { types: BTreeMap::new(), span: Some(span(id, vendor.span())) };
        for (name, entry) in types {
            let at = span(id, name.span());
            identifier(name.get_ref(), at, sink);
            let of = of_type(id, at, entry, sink);
            names.types.insert(name.into_inner(), of);
        }
        lock.vendors.insert(vendor.into_inner(), names);
    }
    lock
}

fn of_type(id: SourceId, at: Span, entry: Entry, sink: &mut Sink) -> TypeNames {
    let Entry { title, at: place, rest, members } = entry;
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    let written = rest.iter().chain(members.values());
    for name in written {
        let at = span(id, name.span());
        identifier(name.get_ref(), at, sink);
        if let Some(first) = taken.insert(name.get_ref().clone(), at) {
            sink.report(Code::NamesLock, at)
                .message(format!("`{}` stands twice in `{}`", name.get_ref(), title.get_ref()))
                .related(first, "the other one")
                .help("give one of them another name, or take it out");
        }
    }
    let member = |(wire, name): (String, Spanned<String>)| {
        let span = Some(span(id, name.span()));
        (wire, MemberName { name: name.into_inner(), span })
    };
    TypeNames {
        title: title.into_inner(),
        at: place,
        rest: rest.map(Spanned::into_inner),
        members: members.into_iter().map(member).collect(),
        span: Some(at),
    }
}

/// A name of the lock becomes code as it is, so it must be one.
fn identifier(name: &str, at: Span, sink: &mut Sink) {
    if !is_identifier(name) {
        sink.report(Code::NamesLock, at)
            .message(format!("`{name}` is no Rust identifier"))
            .help("take this entry out and write the lock with `typeloom names SCHEMAS --write`");
    }
}

fn span(id: SourceId, range: Range<usize>) -> Span {
    Span::new(id, range.start, range.end)
}
