//! The choices of a build script.

use crate::cargo;
use crate::options::{Formats, Numbers, Options};
use std::path::Path;

/// Generates types in a build script.
///
/// ```no_run
/// typeloom_build::Config::new().build("schemas");
/// ```
///
/// Each folder in `schemas/` is a vendor and becomes a module of that name. The types of files that lie in `schemas/`
/// itself stand at the top level. What is no document can be left in: hidden files, `*.lock`, `*.rejected`, a
/// `README.md` without a table of fields, and whatever the vendor's `vendor.toml` lists under `[[ignore]]`
/// (see [`manifest`](crate::manifest)).
///
/// Where there is a `names.lock` in `schemas/`, what it lists keeps its name whatever is added or removed
/// (see [`names`](crate::names)). A build reads it and never writes it.
#[derive(Clone, Debug, Default)]
#[must_use = "nothing happens before `build` is called"]
pub struct Config {
    options: Options,
}

impl Config {
    /// The usual choices.
    pub fn new() -> Config {
        Config::default()
    }

    /// Takes schemas without `type` literally, as the specification has it: `{"properties": ..}` then allows `3`.
    /// Otherwise the type is implied.
    pub fn exact(mut self, exact: bool) -> Config {
        self.options.exact = exact;
        self
    }

    /// Whether `format` is a rule. It is, unless told otherwise.
    pub fn formats(mut self, formats: Formats) -> Config {
        self.options.formats = formats;
        self
    }

    /// How numbers are held: as `i64` and `f64`, unless told otherwise.
    pub fn numbers(mut self, numbers: Numbers) -> Config {
        self.options.numbers = numbers;
        self
    }

    /// Emits implementations of `schemars::JsonSchema`. They are emitted too where the crate that is built has a
    /// feature `schemars` and it is on. The crate needs `typeloom` with its feature `schemars`, and this crate with its
    /// feature `export`.
    pub fn schemars(mut self, schemars: bool) -> Config {
        self.options.schemars = schemars;
        self
    }

    /// Reads the vendors' folders in `folder` and writes `$OUT_DIR/typeloom.rs`, which `typeloom::include_models!()`
    /// includes.
    ///
    /// Errors are printed and end the build script. Warnings become warnings of cargo. The build script runs again
    /// when a file in `folder` changes, and makes anew only the code of the vendors that changed.
    pub fn build(mut self, folder: impl AsRef<Path>) {
        self.options.schemars |= cargo::has_feature("SCHEMARS");
        if self.options.schemars && !cfg!(feature = "export") {
            cargo::refuse(
                "`schemars::JsonSchema` is implemented only with the feature `export` of `typeloom-build`: write \
                 `schemars = [\"typeloom/schemars\", \"typeloom-build/export\"]` into `[features]` of `Cargo.toml`",
            );
            std::process::exit(1);
        }
        if !cargo::build(folder.as_ref(), &self.options) {
            std::process::exit(1);
        }
    }
}
