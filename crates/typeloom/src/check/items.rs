//! Rules on arrays, and the rule that nothing may stand at a place.

use crate::check::plural;
use crate::validate::{At, Report};
use crate::write::value_of;
use crate::{Value, Write};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Up to this many items, comparing each with each is faster than hashing them.
const FEW: usize = 8;

/// `minItems`
pub fn min_items(count: usize, limit: u64, at: &At<'_>, report: &mut Report) {
    if (count as u64) < limit {
        report.add(at, "minItems", || {
            format!("must have at least {limit} {}, has {count}", plural(limit, "item", "items"))
        });
    }
}

/// `maxItems`
pub fn max_items(count: usize, limit: u64, at: &At<'_>, report: &mut Report) {
    if count as u64 > limit {
        report.add(at, "maxItems", || {
            format!("must have at most {limit} {}, has {count}", plural(limit, "item", "items"))
        });
    }
}

/// `uniqueItems`, on typed items.
pub fn unique_items<T: Write>(items: &[T], at: &At<'_>, report: &mut Report) {
    if items.len() > 1 {
        let values = value_of(items);
        unique_values(values.as_array().unwrap_or_default(), at, report);
    }
}

/// `uniqueItems`, on values: `1` and `1.0` are the same, members may stand in any order.
pub fn unique_values(items: &[Value], at: &At<'_>, report: &mut Report) {
    if let Some((first, second)) = equal_pair(items) {
        report.add(at, "uniqueItems", || format!("items must differ, {first} and {second} are equal"));
    }
}

/// The indexes of two items that are equal. The hash keys are random, so nobody can choose items that collide.
pub(crate) fn equal_pair(items: &[Value]) -> Option<(usize, usize)> {
    if items.len() <= FEW {
        return items.iter().enumerate().find_map(|(second, item)| {
            let first = items.iter().take(second).position(|other| other == item)?;
            Some((first, second))
        });
    }
    let mut seen = HashMap::with_capacity(items.len());
    items.iter().enumerate().find_map(|(index, item)| match seen.entry(item) {
        Entry::Occupied(first) => Some((*first.get(), index)),
        Entry::Vacant(place) => {
            place.insert(index);
            None
        }
    })
}

/// The boolean schema `false`: nothing may stand here.
pub fn never(at: &At<'_>, report: &mut Report) {
    report.add(at, "", || "nothing may stand here".to_owned());
}
