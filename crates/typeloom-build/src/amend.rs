//! What is known of a vendor beside its documents, applied to the [`Spec`]: the manifest and the name of a root type.
//! And what is seen only when all documents are there: that several of them describe one type.
//!
//! Works on what was read, so it knows no dialects; it decides nothing about Rust but the names that a manifest gives.
//! An override that applies to nothing, or says what the document says already, is an error at its place: overrides
//! must not outlive what they are for.

mod evidence;
mod fields;
pub(crate) mod implied_types;
mod kinds_of;
mod null;
mod one_type;
mod required;
mod rust_types;
mod select;
mod wire_names;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::load::Vendor;
use crate::options::Options;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{Origin, Spec};
use std::ops::Range;

/// Applies the manifest of a vendor, and [`Options::root`] where there is one.
pub(crate) fn amend(spec: &mut Spec, vendor: &Vendor, sources: &Sources, options: &Options, sink: &mut Sink) {
    if let Some(root) = &options.root {
        name_root(spec, root);
    }
    one_type::unite(spec, sources, sink);
    if let Some(source) = vendor.manifest {
        let place = Place { source };
        select::select(spec, &vendor.settings.include, &vendor.settings.exclude, place, sink);
        wire_names::of_vendor(spec, &vendor.settings, place, sink);
        for (name, entry) in &vendor.settings.types {
            fields::of_type(spec, name, entry, place, sink);
        }
    }
    rust_types::apply(spec, &vendor.settings.crates, vendor.manifest.map(|source| Place { source }), sink);
    kinds_of::note(spec);
    evidence::tell(spec, sources, sink);
    if !options.exact {
        implied_types::imply(spec, sink);
    }
}

/// The root is the document itself, whatever else it defines.
fn name_root(spec: &mut Spec, root: &str) {
    if let Some(named) = spec.types.iter_mut().find(|named| named.origin == Origin::Document) {
        named.name = root.to_owned();
    }
}

/// Makes places in the manifest.
#[derive(Clone, Copy)]
struct Place {
    source: SourceId,
}

impl Place {
    fn span(self, range: Range<usize>) -> Span {
        Span::new(self.source, range.start, range.end)
    }
}

/// Reports an override that applies to nothing.
fn unused(sink: &mut Sink, place: Span, message: impl Into<String>) -> &mut Diagnostic {
    sink.report(Code::UnusedOverride, place).message(message)
}
