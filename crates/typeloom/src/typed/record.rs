//! Objects with known members: what generated structs say of theirs.

use super::{Check, Item, Next, Slot, Validation};
use std::sync::OnceLock;

/// The members of an object that the document names. One static per generated struct.
#[derive(Debug)]
pub struct Record {
    /// The vendor's name for the object, for messages: `AuthenticateResponse.impersonator`.
    pub title: &'static str,
    /// Document and JSON Pointer of its schema: `workos/user.json#/properties/impersonator`.
    pub location: &'static str,
    /// The names in the JSON.
    pub names: &'static [&'static str],
    /// Whether each may be missing or `null`; as long as `names`.
    pub presence: &'static [Presence],
    /// Where members have rules: the index of the member and what must hold, in the order of `names`.
    pub slots: &'static [(usize, Slot)],
    /// What few objects have.
    pub extra: Extra,
    /// Where each name is, made when the first object is read.
    pub found: OnceLock<Found>,
}

/// What few objects have.
#[derive(Debug)]
pub struct Extra {
    /// How objects of this kind are validated.
    pub validation: Validation,
    /// Other names that are read as members.
    pub aliases: &'static [(&'static str, usize)],
    /// What must hold for the object as a whole.
    pub checks: &'static [Check],
    /// What must hold for members without a field.
    pub rest: Slot,
    /// Whether members without a field are violations: `additionalProperties: false`.
    pub closed: bool,
    /// Whether the object is a secret.
    pub secret: bool,
}

impl Extra {
    /// An object with no more rules than those of its members.
    pub const TYPED: Extra = Extra {
        validation: Validation::Typed,
        aliases: &[],
        checks: &[],
        rest: Slot("", &[], Next::End),
        closed: false,
        secret: false,
    };

    /// An object that is valid whenever it can be read.
    pub const NOTHING: Extra = Extra { validation: Validation::Nothing, ..Extra::TYPED };

    /// `additionalProperties: false`
    pub const CLOSED: Extra = Extra { closed: true, ..Extra::TYPED };
}

/// Whether a member may be missing, and what `null` means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// `T`: must be there and not be `null`.
    Required,
    /// `Option<T>`: must be there and may be `null`.
    Nullable,
    /// `Option<T>`: may be missing and must not be `null`.
    Optional,
    /// `Option<Option<T>>`: may be missing or `null`.
    OptionalNullable,
    /// `Option<T>`: may be missing; a `null` is remembered among the members without a field.
    NullRemembered,
    /// `Option<T>`: may be missing; a `null` is read as missing.
    NullDropped,
    /// `Option<T>`: must be there; `null` is `None`, and no violation.
    NullUnknown,
}

impl Presence {
    /// Whether the member must be there.
    pub(crate) const fn is_required(self) -> bool {
        match self {
            Presence::Required | Presence::Nullable | Presence::NullUnknown => true,
            Presence::Optional | Presence::OptionalNullable | Presence::NullRemembered | Presence::NullDropped => false,
        }
    }
}

/// The fields of a generated struct by index; behind the last one its map of members without a field.
pub trait Members {
    /// The field at `index`.
    fn item(&self, index: usize) -> &dyn Item;
}

/// Where names are, by a hash: open addressing, a power of two in size, at most half full.
#[derive(Debug)]
pub struct Found {
    /// Indexes of names, and behind these of aliases; `u32::MAX` is free.
    places: Box<[u32]>,
    required: Box<[usize]>,
}

impl Record {
    /// The index of the member that is called `name`; `next` is where it is expected.
    #[inline]
    pub(crate) fn index(&'static self, name: &str, next: usize) -> Option<usize> {
        match self.names.get(next) {
            Some(expected) if *expected == name => Some(next),
            Some(_) | None => self.look_up(name),
        }
    }

    /// Whether a `null` for the member at `index` stands among the members without a field.
    pub(super) fn remembers_null(&self, index: usize) -> bool {
        self.presence.get(index) == Some(&Presence::NullRemembered)
    }

    /// Indexes of the members that must be there.
    pub(crate) fn required(&'static self) -> &'static [usize] {
        &self.found().required
    }

    fn found(&'static self) -> &'static Found {
        self.found.get_or_init(|| Found::new(self))
    }

    fn look_up(&'static self, name: &str) -> Option<usize> {
        let found = self.found();
        let mask = found.places.len().wrapping_sub(1);
        let mut place = hash(name) & mask;
        loop {
            let index = *found.places.get(place)? as usize;
            let (known, index) = self.name_at(index)?;
            if known == name {
                return Some(index);
            }
            place = (place + 1) & mask;
        }
    }

    /// A name or an alias, and the index of its member.
    fn name_at(&self, index: usize) -> Option<(&'static str, usize)> {
        match self.names.get(index) {
            Some(name) => Some((name, index)),
            None => self.extra.aliases.get(index.checked_sub(self.names.len())?).copied(),
        }
    }
}

impl Found {
    fn new(record: &Record) -> Found {
        let count = record.names.len() + record.extra.aliases.len();
        let mut places = vec![u32::MAX; (2 * count).next_power_of_two()];
        let mask = places.len() - 1;
        for index in 0..count {
            let Some((name, _)) = record.name_at(index) else { continue };
            let mut place = hash(name) & mask;
            while places.get(place).is_some_and(|taken| *taken != u32::MAX) {
                place = (place + 1) & mask;
            }
            if let Some(free) = places.get_mut(place) {
                *free = index as u32;
            }
        }
        let presence = record.presence.iter().enumerate();
        let required = presence.filter(|(_, presence)| presence.is_required()).map(|(index, _)| index).collect();
        Found { places: places.into(), required }
    }
}

/// A hash of the length and of what stands at both ends of a name: names of one object seldom agree in these.
fn hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        (None, _) | (_, None) => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into()),
            (None, _) | (_, None) => (
                u64::from(bytes.first().copied().unwrap_or_default()),
                u64::from(bytes.get(bytes.len() / 2).copied().unwrap_or_default()) << 8
                    | u64::from(bytes.last().copied().unwrap_or_default()),
            ),
        },
    };
    let mixed = first.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ last.wrapping_add(bytes.len() as u64).rotate_left(29);
    let mixed = mixed.wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed ^ (mixed >> 32)) as usize
}
