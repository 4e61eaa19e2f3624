//! Tasks of this workspace, thin over the library. `cargo xtask` runs them, and tests run those that only check.

pub mod bless;
pub mod cases;
pub mod conformance;
pub mod corpus;
pub mod diffs;
pub mod goldens;
pub mod manifest_schema;
pub mod names;
pub mod readme;
pub mod same_types;
pub mod tidy;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Goes to the folder of the workspace: what is generated shows paths as they are given, and is laid out by their
/// length, so that goldens must not depend on where the workspace lies.
pub fn enter() {
    if let Err(error) = std::env::set_current_dir(root()) {
        eprintln!("cannot enter {}: {error}", root().display());
    }
}
