//! The type names of JSON Schema, and sets of them: what `type` says. The kinds of values that they are names for are
//! [`typeloom::KindSet`], where a number is an integer or has a fraction.

use typeloom::KindSet;

/// A set of JSON kinds, in a fixed order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Kinds(u8);

/// One of the seven type names of JSON Schema.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Kind {
    /// `null`
    Null,
    /// `boolean`
    Boolean,
    /// `integer`: a number without fraction, `1.0` included.
    Integer,
    /// `number`: includes every integer.
    Number,
    /// `string`
    String,
    /// `array`
    Array,
    /// `object`
    Object,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 7] =
        [Kind::Null, Kind::Boolean, Kind::Integer, Kind::Number, Kind::String, Kind::Array, Kind::Object];

    /// The name in JSON Schema: `integer`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Boolean => "boolean",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::String => "string",
            Kind::Array => "array",
            Kind::Object => "object",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Kinds {
    /// No kind at all.
    pub const NONE: Kinds = Kinds(0);

    /// This set with `kind` added.
    #[must_use]
    pub fn with(self, kind: Kind) -> Kinds {
        Kinds(self.0 | 1 << kind as u8)
    }

    /// This set with `kind` taken out.
    #[must_use]
    pub fn without(self, kind: Kind) -> Kinds {
        Kinds(self.0 & !(1 << kind as u8))
    }

    /// Whether `kind` is listed. [`Kind::Integer`] is not implied by [`Kind::Number`].
    pub fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The listed kinds, in order.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |&kind| self.has(kind))
    }

    /// The kinds of values that these are names for: `number` is one for integers and fractions.
    pub fn values(self) -> KindSet {
        self.iter().fold(KindSet::EMPTY, |all, kind| {
            all | match kind {
                Kind::Null => KindSet::NULL,
                Kind::Boolean => KindSet::BOOLEAN,
                Kind::Integer => KindSet::INTEGER,
                Kind::Number => KindSet::NUMBER,
                Kind::String => KindSet::STRING,
                Kind::Array => KindSet::ARRAY,
                Kind::Object => KindSet::OBJECT,
            }
        })
    }

    /// How many are listed.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether none is listed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The only listed kind.
    pub fn only(self) -> Option<Kind> {
        let mut kinds = self.iter();
        kinds.next().filter(|_| kinds.next().is_none())
    }
}

impl FromIterator<Kind> for Kinds {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Kinds {
        kinds.into_iter().fold(Kinds::NONE, Kinds::with)
    }
}

impl std::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Kind::name)).finish()
    }
}
