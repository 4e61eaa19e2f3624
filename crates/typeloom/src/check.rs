//! The rules that run on typed values: one function for each.
//!
//! Each one takes the value, what the document says, the place, and a report that it adds to where the rule does not
//! hold. None of them allocates where it does. Messages never show strings but for values that are compared with a list
//! of known ones; at a place that is a secret, no message is asked for at all.

mod items;
mod literal;
mod members;
mod number;
mod text;

pub use items::{contains, max_items, min_items, never, unique_values};
pub(crate) use literal::describe;
pub use literal::{Literal, enumeration, one_of_values};
pub use members::{dependent_required, forbidden, max_properties, min_properties, required};
pub use number::{
    Limit, Numeric, exclusive_maximum, exclusive_minimum, finite, integer_within, maximum, minimum, multiple_of,
};
#[cfg(feature = "pattern")]
pub use text::pattern;
#[cfg(feature = "pattern")]
pub(crate) use text::too_many_steps;
pub use text::{format, max_length, min_length};

fn plural(count: u64, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}
