//! What generated code says about an object: its member names, which of them are required, where their values go.

use crate::Fail;
use crate::read::Reader;

/// The members of an object that the document names. One static per generated struct.
pub struct Record {
    /// The vendor's name for the object, for messages: `AuthenticateResponse.impersonator`.
    pub title: &'static str,
    /// The names in the JSON.
    pub names: &'static [&'static str],
    /// The index in `names` of a name or one of its aliases.
    pub index: fn(&str) -> Option<usize>,
    /// Indexes of the members that must be there.
    pub required: &'static [usize],
}

/// The state while an object is read.
pub trait Members<'de> {
    /// Reads the value of the member that [`Record::names`] has at `index`. Called at most once for each.
    ///
    /// # Errors
    /// Where the value cannot be read.
    fn field(&mut self, index: usize, reader: &mut Reader<'de>) -> Result<(), Fail>;

    /// Reads the value of a member that the record does not name.
    ///
    /// # Errors
    /// Where the value cannot be read, or there was one of this name before.
    fn other(&mut self, name: &str, reader: &mut Reader<'de>) -> Result<(), Fail>;
}

/// Members of any source.
pub(crate) type AnyMembers<'a> = dyn for<'r> Members<'r> + 'a;

/// Which members of a record have been seen.
pub(crate) struct Mask {
    low: u64,
    /// Beyond the first 64; not allocated for records that have no more.
    high: Box<[u64]>,
}

impl Mask {
    pub(crate) fn new(members: usize) -> Mask {
        let words = members.div_ceil(64);
        Mask { low: 0, high: if words > 1 { vec![0; words - 1].into() } else { Box::default() } }
    }

    /// Marks a member as seen; false where it was already.
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let word = if index < 64 { Some(&mut self.low) } else { self.high.get_mut(index / 64 - 1) };
        match word {
            Some(word) => {
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None => false,
        }
    }

    #[inline]
    fn contains(&self, index: usize) -> bool {
        let word = if index < 64 { Some(&self.low) } else { self.high.get(index / 64 - 1) };
        word.is_some_and(|word| word & (1 << (index % 64)) != 0)
    }

    /// The message about required members that were not seen, if there are any, and how many they are.
    pub(crate) fn missing(&self, record: &Record) -> Option<(String, usize)> {
        if record.required.iter().all(|&index| self.contains(index)) {
            return None;
        }
        let names: Vec<String> = record
            .required
            .iter()
            .filter(|&&index| !self.contains(index))
            .filter_map(|&index| record.names.get(index))
            .map(|name| format!("`{name}`"))
            .collect();
        let plural = if names.len() == 1 { "" } else { "s" };
        let message = format!("missing required member{plural} {} of {}", names.join(", "), record.title);
        Some((message, names.len()))
    }
}
