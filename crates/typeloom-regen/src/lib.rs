//! Follows vendors' documents: fetches them again, tries them, replaces the old ones, and says what changed.
//!
//! ```text
//! vendor.toml --sources--> addresses --fetch--> texts --select--> texts --judge--> accepted --replace--> files, lock
//!                                                                      \--> *.rejected
//! ```
//!
//! Nothing is replaced before the new texts of a vendor were read and planned together with its other documents
//! ([`typeloom_build::generate_as_if`]). Files are replaced by renaming, and `regen.lock` says at any time what each
//! of them is or was about to become, so that a run may be cut off anywhere. One vendor's troubles are no other's.
//!
//! ```no_run
//! let report = typeloom_regen::regen(&typeloom_regen::Settings::new("schemas"));
//! println!("{}", report.to_text(false));
//! std::process::exit(report.exit_code().into());
//! ```

mod address;
pub mod command;
mod digest;
mod fetch;
mod hold;
mod index;
mod judge;
mod limits;
mod lock;
mod pause;
mod progress;
pub mod replace;
mod report;
mod run;
mod select;
mod settings;
mod sources;
mod wildcard;

pub use limits::Limits;
pub use report::{FileReport, Report, State, VendorReport};
pub use run::regen;
pub use settings::{Edits, Mode, Settings};
