//! The way from the outermost value to the one ahead, while reading through serde.

use crate::validate::{push_index, push_name};

/// One step, linked to the one before it on the stack.
pub(crate) struct Place<'a> {
    pub(crate) parent: Option<&'a Place<'a>>,
    pub(crate) step: Step<'a>,
}

pub(crate) enum Step<'a> {
    Member(&'a str),
    Index(usize),
}

/// The JSON Pointer of a place.
pub(crate) fn pointer(place: Option<&Place<'_>>) -> String {
    let mut steps = Vec::new();
    let mut next = place;
    while let Some(place) = next {
        steps.push(&place.step);
        next = place.parent;
    }
    let mut pointer = String::new();
    for step in steps.into_iter().rev() {
        match step {
            Step::Member(name) => push_name(&mut pointer, name),
            Step::Index(index) => push_index(&mut pointer, *index),
        }
    }
    pointer
}
