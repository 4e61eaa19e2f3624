//! What is wanted to what came: indexes first, then every address once, several at a time. Writes nothing.

use crate::address::Address;
use crate::digest::sha256;
use crate::fetch::{Answer, Client, Fetched, Known};
use crate::index;
use crate::judge::no_document;
use crate::lock::Lock;
use crate::progress::Progress;
use crate::report::{FileReport, State};
use crate::run::parallel::in_parallel;
use crate::settings::{Edits, Settings};
use crate::sources::{From, Vendor, Wanted};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::Path;

/// What came for the files of one vendor.
#[derive(Default)]
pub(super) struct Gathered {
    pub files: Vec<File>,
    /// Indexes that could not be read, and links of them that cannot become files: what they led to before is not gone.
    pub failed: Vec<FileReport>,
}

/// What came for one file.
pub(super) struct File {
    pub wanted: Wanted,
    pub came: Came,
    pub redirected: Option<String>,
    pub tries: u32,
    /// What was there before.
    pub old: Option<Old>,
}

/// A file as it was when the run began.
pub(super) struct Old {
    pub sha256: String,
    pub bytes: u64,
}

/// What came.
pub(super) enum Came {
    /// Nothing was asked: people see to it, or nothing is to be fetched.
    Nothing,
    /// What the lock knows is still the one.
    Same,
    /// A text.
    Text { text: String, known: Known },
    /// Something that cannot be a document, and why.
    Refused { bytes: Vec<u8>, why: String },
    /// It could not be fetched.
    Failed(String),
}

/// Gets everything that is wanted.
pub(super) fn gather(vendors: &[Vendor], lock: &Lock, client: &Client, settings: &Settings) -> Vec<Gathered> {
    let mut all: Vec<Gathered> = vendors.iter().map(|_| Gathered::default()).collect();
    for (vendor, gathered) in vendors.iter().zip(&mut all) {
        if vendor.problems.is_empty() {
            expand(vendor, client, settings, gathered);
        }
        gathered.files.iter_mut().for_each(|file| look(file, &vendor.folder));
    }
    let requests = requests(vendors, &all, lock, settings);
    let progress = Progress::new(settings.quiet, requests.len());
    let answers = in_parallel(settings.limits.jobs, &requests, |request| {
        let item = progress.begin(request.name.clone());
        let (answer, tries) = client.get(&request.address, request.known.as_ref(), &item);
        match &answer {
            Ok(Answer::Same) => item.end("not modified", false),
            Ok(Answer::Text(fetched)) => item.end(&format!("{} bytes", fetched.bytes.len()), false),
            Err(why) => item.end(why, true),
        }
        (answer, tries)
    });
    progress.end();
    for (request, (answer, tries)) in requests.iter().zip(answers) {
        for &(vendor, file) in &request.files {
            if let Some(file) = all.get_mut(vendor).and_then(|gathered| gathered.files.get_mut(file)) {
                file.tries = tries;
                accept(file, &answer, &request.address);
            }
        }
    }
    for gathered in &mut all {
        gathered.files.iter_mut().for_each(|file| read_file(file, settings.limits.size));
    }
    all
}

/// Indexes to pages. What is wanted by name is not wanted from an index, too.
fn expand(vendor: &Vendor, client: &Client, settings: &Settings, gathered: &mut Gathered) {
    let (indexes, single): (Vec<&Wanted>, Vec<&Wanted>) =
        vendor.wanted.iter().partition(|wanted| wanted.pages.is_some());
    let mut known: BTreeSet<String> = single.iter().map(|wanted| wanted.file.clone()).collect();
    let mut wanted: Vec<Wanted> = single.into_iter().cloned().collect();
    for index in indexes.into_iter().filter(|_| !settings.offline) {
        match pages(vendor, index, client, settings) {
            Ok((pages, failed)) => {
                gathered.failed.extend(failed.into_iter().filter(|failed| !known.contains(&failed.file)));
                wanted.extend(pages.into_iter().filter(|page| known.insert(page.file.clone())));
            }
            Err(why) => {
                let folder = if index.file.is_empty() { "./" } else { &index.file };
                gathered.failed.push(FileReport::new(folder, source(index)).state(State::Failed).detail(why));
            }
        }
    }
    wanted.sort_by(|a, b| a.file.cmp(&b.file));
    let file = |wanted| File { wanted, came: Came::Nothing, redirected: None, tries: 0, old: None };
    gathered.files = wanted.into_iter().map(file).collect();
}

/// The pages, and the links that cannot become any.
fn pages(
    vendor: &Vendor,
    index: &Wanted,
    client: &Client,
    settings: &Settings,
) -> Result<(Vec<Wanted>, Vec<FileReport>), String> {
    let (From::Address(address), Some(pattern)) = (&index.from, &index.pages) else { return Ok(Default::default()) };
    let progress = Progress::new(settings.quiet, 1);
    let item = progress.begin(format!("{}/{}", vendor.name, index.file));
    let (answer, _) = client.get(address, None, &item);
    let found = answer.and_then(|answer| match answer {
        // It was not asked whether it is the same.
        Answer::Same => Err("the server does not send it".to_owned()),
        Answer::Text(Fetched { bytes, address, known: _, content_type: _ }) => {
            index::pages(&String::from_utf8_lossy(&bytes), &address, pattern, settings.limits.pages)
        }
    });
    match &found {
        Ok(pages) => item.end(&format!("an index of {} pages", pages.good.len()), false),
        Err(why) => item.end(why, true),
    }
    progress.end();
    let page = |(name, address): (String, Address)| Wanted {
        file: format!("{}{name}", index.file),
        from: From::Address(address),
        selection: index.selection.clone(),
        pages: None,
    };
    let failed = |(name, why): (String, String)| {
        FileReport::new(format!("{}{name}", index.file), source(index)).state(State::Failed).detail(why)
    };
    found.map(|pages| (pages.good.into_iter().map(page).collect(), pages.bad.into_iter().map(failed).collect()))
}

/// One address, and the files that are made of what is there: by vendor and file.
struct Request {
    name: String,
    address: Address,
    known: Option<Known>,
    files: Vec<(usize, usize)>,
}

fn requests(vendors: &[Vendor], all: &[Gathered], lock: &Lock, settings: &Settings) -> Vec<Request> {
    let mut requests: BTreeMap<&Address, Request> = BTreeMap::new();
    if settings.offline {
        return Vec::new();
    }
    for (v, (vendor, gathered)) in vendors.iter().zip(all).enumerate() {
        for (f, file) in gathered.files.iter().enumerate() {
            let (From::Address(address), Came::Nothing) = (&file.wanted.from, &file.came) else { continue };
            let known = known(vendor, file, lock, settings);
            let name = Lock::key(&vendor.name, &file.wanted.file);
            match requests.get_mut(address) {
                Some(request) => {
                    request.files.push((v, f));
                    // Every file that is made of it must be known from the same text.
                    let same = |a: &Known, b: &Known| a.etag == b.etag && a.last_modified == b.last_modified;
                    let agreed = request.known.as_ref().zip(known.as_ref()).is_some_and(|(a, b)| same(a, b));
                    request.known = known.filter(|_| agreed);
                }
                None => {
                    let request = Request { name, address: address.clone(), known, files: vec![(v, f)] };
                    requests.insert(address, request);
                }
            }
        }
    }
    requests.into_values().collect()
}

/// What the server need not send again.
fn known(vendor: &Vendor, file: &File, lock: &Lock, settings: &Settings) -> Option<Known> {
    let entry = lock.get(&vendor.name, &file.wanted.file)?;
    let old = file.old.as_ref()?;
    let same = entry.source == source(&file.wanted)? && entry.selection == file.wanted.selection.name();
    let edited = entry.is_edited(&old.sha256) && settings.edits != Edits::Overwrite;
    // A file that a run had not come to replace needs its text again.
    let useful = entry.sha256 == old.sha256 || edited;
    let known = Known { etag: entry.etag.clone(), last_modified: entry.last_modified.clone() };
    (same && useful && (known.etag.is_some() || known.last_modified.is_some())).then_some(known)
}

/// Where a file comes from, as the lock and the report say it.
pub(super) fn source(wanted: &Wanted) -> Option<String> {
    match &wanted.from {
        From::Address(address) => Some(address.to_string()),
        From::File(written, _) => Some(written.clone()),
        From::Hand(place) => place.clone(),
    }
}

fn accept(file: &mut File, answer: &Result<Answer, String>, asked: &Address) {
    file.came = match answer {
        Err(why) => Came::Failed(why.clone()),
        Ok(Answer::Same) => Came::Same,
        Ok(Answer::Text(fetched)) => {
            file.redirected = (&fetched.address != asked).then(|| fetched.address.to_string());
            came(&fetched.bytes, fetched.content_type.as_deref(), &fetched.known, &file.wanted)
        }
    };
}

fn came(bytes: &[u8], content_type: Option<&str>, known: &Known, wanted: &Wanted) -> Came {
    let refused = |why: String| Came::Refused { bytes: bytes.to_vec(), why };
    if let Some(why) = no_document(bytes, content_type) {
        return refused(why);
    }
    match wanted.selection.take(&String::from_utf8_lossy(bytes)) {
        Ok(text) => Came::Text { text, known: known.clone() },
        Err(why) => refused(why),
    }
}

fn read_file(file: &mut File, most: u64) {
    let (From::File(written, path), Came::Nothing) = (&file.wanted.from, &file.came) else { return };
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    file.came = match read() {
        Err(error) => Came::Failed(format!("cannot read `{written}`: {error}")),
        Ok(bytes) if bytes.len() as u64 > most => Came::Failed(format!("it is larger than {most} bytes")),
        Ok(bytes) => came(&bytes, None, &Known::default(), &file.wanted),
    };
}

/// Looks at what is there now. What cannot be read must not be replaced.
fn look(file: &mut File, folder: &Path) {
    match old(&folder.join(&file.wanted.file)) {
        Ok(old) => file.old = old,
        Err(error) => file.came = Came::Failed(format!("the old one cannot be read: {error}")),
    }
}

/// A file as it is now, if it is there.
pub(super) fn old(path: &Path) -> io::Result<Option<Old>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(Old { sha256: sha256(&bytes), bytes: bytes.len() as u64 })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
