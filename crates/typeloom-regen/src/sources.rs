//! What `[sources]` of the vendors' manifests asks for, checked. Nothing is fetched here.

use crate::address::Address;
use crate::address::place::Place;
use crate::select::Selection;
use crate::settings::Settings;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use toml::Spanned;
use typeloom_build::diagnostic::{Code, Diagnostic, Severity, Sink};
use typeloom_build::manifest::{self, Manifest, Origin};
use typeloom_build::source::{Sources, Span};

/// The manifest of a vendor.
const MANIFEST: &str = "vendor.toml";

/// A vendor and what is wanted for it.
pub(crate) struct Vendor {
    pub name: String,
    pub folder: PathBuf,
    pub wanted: Vec<Wanted>,
    /// What is wrong with its manifest. Nothing is done for it then.
    pub problems: Vec<String>,
    pub manifest: Manifest,
}

/// One file, or all pages of an index.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Relative to the vendor's folder; the folder, with a `/` at the end, where there is a pattern.
    pub file: String,
    pub from: From,
    pub selection: Selection,
    pub pages: Option<String>,
}

/// Where something is taken from.
#[derive(Clone, Debug)]
pub(crate) enum From {
    Address(Address),
    /// As written, and where that is.
    File(String, PathBuf),
    /// People take it from there, if anybody knows where.
    Hand(Option<String>),
}

/// Reads the manifests of all vendors that are asked for.
///
/// # Errors
/// Says that the folder cannot be read, or which vendor is not there.
pub(crate) fn read(settings: &Settings) -> Result<Vec<Vendor>, String> {
    let folder = &settings.folder;
    let wrong = |error| format!("cannot read `{}`: {error}", folder.display());
    let mut names: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !name.starts_with('.') {
            names.push(name);
        }
    }
    if let Some(name) = settings.vendors.iter().find(|name| !names.contains(name)) {
        return Err(format!("there is no vendor `{name}` in `{}`", folder.display()));
    }
    names.sort();
    names.retain(|name| settings.vendors.is_empty() || settings.vendors.contains(name));
    Ok(names.into_iter().map(|name| vendor(folder.join(&name), name)).collect())
}

fn vendor(folder: PathBuf, name: String) -> Vendor {
    let mut vendor = Vendor { name, folder, wanted: Vec::new(), problems: Vec::new(), manifest: Manifest::default() };
    let path = vendor.folder.join(MANIFEST);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        // Without a manifest nothing is asked for.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return vendor,
        Err(error) => {
            vendor.problems.push(format!("error: cannot read `{}`: {error}", path.display()));
            return vendor;
        }
    };
    let (mut sources, mut sink) = (Sources::default(), Sink::new());
    let id = sources.add(path.to_string_lossy(), text);
    vendor.manifest = manifest::read(id, &sources, &mut sink);
    for (file, origin) in &vendor.manifest.sources {
        let place = |range: std::ops::Range<usize>| Span::new(id, range.start, range.end);
        match wanted(file.get_ref(), origin, &vendor.folder) {
            Ok(wanted) if leads_out(&vendor.folder, &wanted.file) => {
                let help = "what is fetched stays in the vendor's folder: remove the link";
                let said = sink.report(Code::Manifest, place(file.span())).error();
                said.message(format!("`{}` leads out of the vendor's folder", file.get_ref())).help(help);
            }
            Ok(wanted) => vendor.wanted.push(wanted),
            Err(Wrong { why, at, help }) => {
                let place = place(at.unwrap_or_else(|| file.span()));
                sink.report(Code::Manifest, place).error().message(why).help(help);
            }
        }
    }
    let bad = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    let said = sink.into_sorted(&sources);
    vendor.problems.extend(said.iter().filter(|said| bad(said)).map(|said| said.to_text(&sources)));
    vendor
}

/// Whether a folder on the way to the file is a link to elsewhere.
fn leads_out(folder: &Path, file: &str) -> bool {
    let Ok(home) = folder.canonicalize() else { return false };
    let path = folder.join(file);
    // Folders that are not there yet are made, and are no links.
    let there = path.ancestors().skip(1).find_map(|folder| folder.canonicalize().ok());
    there.is_some_and(|folder| !folder.starts_with(home))
}

/// What is wrong with an entry, and where if not with its name.
struct Wrong {
    why: String,
    at: Option<std::ops::Range<usize>>,
    help: &'static str,
}

fn wanted(file: &str, origin: &Origin, folder: &Path) -> Result<Wanted, Wrong> {
    let named = |why: String, help| Wrong { why, at: None, help };
    let pages = origin.pages.as_ref().map(|pages| pages.get_ref().clone());
    let name = match (file.strip_suffix('/'), &pages) {
        (Some("."), Some(_)) => "",
        (Some(name), Some(_)) => name,
        (None, None) => file,
        (Some(_), None) => {
            return Err(named(format!("`{file}` is a folder"), "write `pages = \"*.md\"`: which pages go there"));
        }
        (None, Some(_)) => {
            return Err(named(format!("`{file}` is a file"), "with `pages`, name a folder: `models/`, or `./`"));
        }
    };
    for part in name.split('/').filter(|_| !name.is_empty()) {
        document_name(part).map_err(|why| named(format!("`{file}` cannot be a document: {why}"), HELP_NAME))?;
    }
    let selection = match (&origin.pointer, &origin.schemas) {
        (None, None) => Selection::All,
        (Some(pointer), None) => {
            if !pointer.get_ref().is_empty() && !pointer.get_ref().starts_with('/') {
                let why = format!("`{}` is no JSON Pointer", pointer.get_ref());
                return Err(Wrong {
                    why,
                    at: Some(pointer.span()),
                    help: "it begins with `/`: `/components/schemas/User`",
                });
            }
            Selection::Pointer(pointer.get_ref().clone())
        }
        (None, Some(schemas)) => Selection::Schemas(schemas.get_ref().clone()),
        (Some(_), Some(schemas)) => {
            let why = "there are both `pointer` and `schemas`".to_owned();
            return Err(Wrong { why, at: Some(schemas.span()), help: "take one of them out" });
        }
    };
    Ok(Wanted {
        file: if name.is_empty() { String::new() } else { file.to_owned() },
        from: from(origin, folder)?,
        selection,
        pages,
    })
}

const HELP_NAME: &str = "write a path below the vendor's folder, such as `session.json`";

fn from(origin: &Origin, folder: &Path) -> Result<From, Wrong> {
    let mut private = BTreeSet::new();
    for host in &origin.private {
        let place = Place::parse(host.get_ref()).ok_or_else(|| Wrong {
            why: format!("`{}` is no host", host.get_ref()),
            at: Some(host.span()),
            help: "write a name or an IP address, without scheme and port: `intranet.example`, `10.0.0.1`",
        })?;
        private.insert(place);
    }
    let one = "write one of `url = \"https://..\"` and `file = \"..\"`";
    let text = |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.get_ref().clone());
    match (&origin.url, &origin.file) {
        (url, file) if origin.manual => Ok(From::Hand(text(url).or(text(file)))),
        (Some(url), None) => match Address::parse(url.get_ref(), private) {
            Ok(address) => Ok(From::Address(address)),
            Err(why) => Err(Wrong { why, at: Some(url.span()), help: "write an address that begins with `https://`" }),
        },
        (None, Some(file)) if origin.pages.is_none() => {
            Ok(From::File(file.get_ref().clone(), folder.join(file.get_ref())))
        }
        (None, Some(file)) => Err(Wrong {
            why: "`pages` are links of an index".to_owned(),
            at: Some(file.span()),
            help: "write its `url`",
        }),
        (Some(_), Some(file)) => {
            Err(Wrong { why: "there are both `url` and `file`".to_owned(), at: Some(file.span()), help: one })
        }
        (None, None) => Err(Wrong { why: "it does not say where to take it from".to_owned(), at: None, help: one }),
    }
}

/// Whether a name can be that of a document.
///
/// # Errors
/// Says why not: the name leads elsewhere, or the generator would not look at it or take it for something else.
pub(crate) fn document_name(name: &str) -> Result<(), &'static str> {
    let odd = |c: char| c.is_control() || "\\:*?\"<>|%".contains(c);
    match name {
        "" => Err("a part of it is empty"),
        MANIFEST => Err("that is the name of the manifest"),
        _ if name.starts_with('.') => Err("names that begin with a dot are hidden"),
        _ if name.ends_with(".rejected") || name.ends_with(".lock") => Err("such names are no documents"),
        _ if name.contains(odd) => Err("it has a character that not every file system allows"),
        _ if name.len() > 200 => Err("it is too long"),
        _ => Ok(()),
    }
}
