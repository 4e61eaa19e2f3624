//! Of what the code of a vendor is made, in 128 bits.
//!
//! The hash is the one of the standard library, twice: it is there, it is fast even where it is not optimised, and that
//! another compiler may have another one does no harm, as its build scripts are others too. Nobody can gain by documents
//! of their own that collide; by accident, none will.

use crate::load::Vendor;
use crate::names::Names;
use crate::options::Options;
use crate::source::{SourceId, Sources};
use std::fmt;
use std::hash::{DefaultHasher, Hasher};

/// A digest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Digest(u64, u64);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{:016x}", self.0, self.1)
    }
}

/// What makes one.
pub(super) struct Digester(DefaultHasher, DefaultHasher);

impl Default for Digester {
    fn default() -> Digester {
        let mut other = DefaultHasher::new();
        other.write_u8(1);
        Digester(DefaultHasher::new(), other)
    }
}

impl Digester {
    /// Adds a part of a text, however it is cut.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
        self.1.write(bytes);
    }

    /// Adds a text that ends here.
    pub fn text(&mut self, text: &str) {
        self.bytes(&(text.len() as u64).to_le_bytes());
        self.bytes(text.as_bytes());
    }

    fn list<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str>) {
        self.bytes(&(texts.len() as u64).to_le_bytes());
        texts.for_each(|text| self.text(text));
    }

    pub fn finish(&self) -> Digest {
        Digest(self.0.finish(), self.1.finish())
    }
}

/// The digest of everything that the code of a vendor, and what is said of its documents, depends on: the generator, the
/// choices, the documents, the manifest, the names that were given before. `generator` tells one generator
/// from another.
pub(super) fn of_vendor(vendor: &Vendor, sources: &Sources, options: &Options, generator: &str) -> Digest {
    let mut digester = Digester::default();
    digester.text(generator);
    let Options { exact, formats, numbers, root, schemars, names } = options;
    digester.text(&format!("{exact} {formats:?} {numbers:?} {root:?} {schemars}"));
    // What the manifest says is in its text.
    let Vendor { name, folder, documents, manifest, settings: _, remotes, names: _ } = vendor;
    digester.text(&format!("{name:?} {folder} {}", documents.len()));
    for id in documents.iter().chain(manifest) {
        source(*id, sources, &mut digester);
    }
    for remote in remotes {
        digester.text(&remote.uri);
        source(remote.source, sources, &mut digester);
    }
    if let Some(names) = names {
        given(names, sources, &mut digester);
    }
    digester.finish()
}

fn source(id: SourceId, sources: &Sources, digester: &mut Digester) {
    let source = sources.get(id);
    digester.list([&*source.path, &*source.name, &*source.inner, &*source.text].into_iter());
}

/// With their places: what is said of them has lines.
fn given(names: &Names, sources: &Sources, digester: &mut Digester) {
    let path = names.span.map_or("", |span| sources.get(span.source).path.as_str());
    digester.text(path);
    digester.text(&format!("{:?} {}", names.span, names.types.len()));
    for (name, of) in &names.types {
        digester.list([&**name, &*of.title, &*of.at, of.rest.as_deref().unwrap_or("")].into_iter());
        digester.text(&format!("{:?} {} {}", of.span, of.rest.is_some(), of.members.len()));
        for (wire, member) in &of.members {
            digester.list([&**wire, &*member.name].into_iter());
            digester.text(&format!("{:?}", member.span));
        }
    }
}
