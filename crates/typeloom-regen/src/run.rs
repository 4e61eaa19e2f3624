//! A run: what is wanted, what comes, and what becomes of it, vendor by vendor.

mod aside;
mod gather;
mod offline;
mod parallel;
mod renew;
mod weigh;

use crate::fetch::Client;
use crate::hold::hold;
use crate::lock::Lock;
use crate::pause::{self, Point};
use crate::report::Report;
use crate::settings::Settings;
use crate::sources;

/// Refreshes the documents of a folder of vendors, and says what was found and done.
///
/// Does not fail: what goes wrong is in the report, and what does not depend on it is done all the same.
pub fn regen(settings: &Settings) -> Report {
    let mut report = Report::new(settings);
    let begun = sources::read(settings).and_then(|vendors| {
        // What the lock says must be what the run before has written.
        let held = hold(settings)?;
        let lock = Lock::read(&settings.folder)?;
        Ok((held, lock, Client::new(&settings.limits, settings.certificates.as_deref())?, vendors))
    });
    let (_held, mut lock, client, vendors) = match begun {
        Ok(begun) => begun,
        Err(problem) => {
            report.problems.push(problem);
            return report;
        }
    };
    let gathered = gather::gather(&vendors, &lock, &client, settings);
    pause::at(Point::Fetched);
    if settings.vendors.is_empty() {
        // Of a vendor whose folder was removed there is nothing left to know.
        let there = |key: &str| vendors.iter().any(|vendor| key.starts_with(&Lock::key(&vendor.name, "")));
        lock.files.retain(|key, _| there(key));
    }
    for (vendor, gathered) in vendors.iter().zip(gathered) {
        report.vendors.push(renew::renew(vendor, gathered, &mut lock, settings));
    }
    report
}
