//! Validation of typed values: the trait that generated types implement, and the types of the standard library.
//!
//! Values come in typed, violations go out. Knows nothing of readers and writers.

mod at;
mod report;
mod secrecy;
mod violation;

use crate::pattern;
pub use at::At;
pub(crate) use at::{push_index, push_name};
pub use report::Report;
use std::collections::BTreeMap;
pub use violation::{Violation, Violations};

/// Values that can tell in which ways they differ from what their document allows.
pub trait Validate {
    /// Checks every rule of the document.
    ///
    /// # Errors
    /// Every violation, where there is one.
    fn validate(&self) -> Result<(), Violations> {
        let _budget = pattern::share();
        let mut report = Report::new();
        self.check(&At::ROOT, &mut report);
        report.finish()
    }

    /// Whether every rule of the document holds. Cheaper than [`Validate::validate`]: stops at the first violation.
    fn is_valid(&self) -> bool {
        let _budget = pattern::share();
        let mut report = Report::silent();
        self.check(&At::ROOT, &mut report);
        !report.failed()
    }

    /// Checks every rule, at a place, into a report. Generated.
    #[doc(hidden)]
    fn check(&self, at: &At<'_>, report: &mut Report);
}

macro_rules! nothing_to_check {
    ($($type:ty),*) => {
        $(impl Validate for $type {
            #[inline]
            fn check(&self, _: &At<'_>, _: &mut Report) {}
        })*
    };
}

nothing_to_check!((), bool, i32, i64, u32, u64, str, String, crate::Value, crate::Number, crate::Integer);

impl Validate for f64 {
    #[inline]
    fn check(&self, at: &At<'_>, report: &mut Report) {
        crate::check::finite(self, at, report);
    }
}

impl Validate for crate::Unknown {
    #[inline]
    fn check(&self, _: &At<'_>, _: &mut Report) {}
}

impl<T: zeroize::Zeroize> Validate for crate::Sensitive<T> {
    #[inline]
    fn check(&self, _: &At<'_>, _: &mut Report) {}
}

impl<T: Validate + ?Sized> Validate for &T {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        (**self).check(at, report);
    }
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        (**self).check(at, report);
    }
}

impl<T: Validate> Validate for Option<T> {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        if let Some(value) = self {
            value.check(at, report);
        }
    }
}

impl<T: Validate> Validate for [T] {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        for (index, item) in self.iter().enumerate() {
            item.check(&at.index(index, "/items"), report);
            if report.stop() {
                return;
            }
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        self.as_slice().check(at, report);
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        for (name, value) in self {
            value.check(&at.member(name, "/additionalProperties"), report);
            if report.stop() {
                return;
            }
        }
    }
}
