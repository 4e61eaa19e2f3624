//! How much changed, in one line.

use super::changes::{Changes, VendorChanges};

/// `3 changes in 2 types: 1 breaks readers, 1 breaks writers`.
pub(super) fn summary(changes: &Changes) -> String {
    let all = changes.iter().count();
    let types: usize = changes.vendors.iter().map(|vendor| vendor.types.len()).sum();
    let readers = changes.iter().filter(|change| change.effect.readers).count();
    let writers = changes.iter().filter(|change| change.effect.writers).count();
    let mut parts = Vec::new();
    match readers {
        0 => {}
        1 => parts.push("1 breaks readers".to_owned()),
        count => parts.push(format!("{count} break readers")),
    }
    match writers {
        0 => {}
        1 => parts.push("1 breaks writers".to_owned()),
        count => parts.push(format!("{count} break writers")),
    }
    if parts.is_empty() {
        parts.push("no JSON breaks".to_owned());
    }
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    format!("{all} change{} in {types} type{}: {}", plural(all), plural(types), parts.join(", "))
}

/// What a vendor is called in a report.
pub(super) fn vendor(of: &VendorChanges) -> &str {
    of.vendor.as_deref().unwrap_or("(top level)")
}
