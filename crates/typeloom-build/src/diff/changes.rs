//! What a comparison finds: a tree of vendors, types and changes. No logic but sums and constructors.

use super::verdict::Verdict;

/// Everything that changed, by vendor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The vendors with changes, in the order of their names. The others are left out.
    pub vendors: Vec<VendorChanges>,
}

/// What changed at one vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VendorChanges {
    /// The name of its module: `workos`. [`None`] where the types stand at the top level (a single document).
    pub vendor: Option<String>,
    /// [`Kind::VendorAdded`] or [`Kind::VendorRemoved`], where it is that. Its types are counted, not listed below.
    pub change: Option<Change>,
    /// The types with changes in the order of the new model, behind them what was added and what was removed. The
    /// others are left out.
    pub types: Vec<TypeChanges>,
}

/// What changed about one type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeChanges {
    /// Its name in Rust, the new one where there is one: `UserlandUser`.
    pub name: String,
    /// The vendor's name: `UserlandUser`, `AuthenticateResponse.impersonator`.
    pub title: String,
    /// The changes, in the order of the new document, what was removed behind that.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub kind: Kind,
    /// What it is about, as the JSON has it: the member `nextStep`, its items `emails[]`, the values of a map
    /// `labels.*`, the known value `active`. Empty where it is about the type as a whole.
    pub at: String,
    /// The same in Rust: the field `next_step`, the variant `Active`. Empty where Rust has no name for it.
    pub rust: String,
    /// How it was: a type, a limit, a name; what that is depends on the kind. [`None`] for what was added.
    pub old: Option<String>,
    /// How it is now. [`None`] for what was removed.
    pub new: Option<String>,
    /// Where likeness decided that two things are one under another name: what is alike.
    pub guess: Option<String>,
    /// Whom it breaks.
    pub effect: Effect,
    /// What it means for the version of a crate that holds the types.
    pub verdict: Verdict,
}

/// Whom a change breaks, as far as the JSON goes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Effect {
    /// Those who read what the vendor sends: something may come, or not come, that they could rely on before.
    pub readers: bool,
    /// Those who write what the vendor gets: something that was valid is not any more.
    pub writers: bool,
}

/// The kinds of changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// There is a new vendor.
    VendorAdded,
    /// A vendor is gone.
    VendorRemoved,
    /// There is a new type; `new` says of what kind.
    TypeAdded,
    /// A type is gone; `old` says of what kind.
    TypeRemoved,
    /// A type is called otherwise, in Rust or by the vendor; `old` and `new` are the names.
    TypeRenamed,
    /// A struct is a union now, or the like; `old` and `new` say what.
    TypeBecame,
    /// A type implements `Default` now.
    DefaultGained,
    /// A type does not implement `Default` any more.
    DefaultLost,
    /// A type, or a field, is called deprecated now.
    Deprecated,
    /// It is not any more.
    NotDeprecated,
    /// The docs of a type, or of something in it, say something else.
    Docs,
    /// There is a new field; `new` is its presence and type.
    FieldAdded,
    /// A field is gone; `old` is its presence and type.
    FieldRemoved,
    /// A field is called otherwise in the JSON; `old` and `new` are the names there.
    FieldRenamed,
    /// A struct became a union, or a union a struct: where its fields are now (`new`), or were before (`old`).
    FieldsMoved,
    /// A field, a variant or a branch is called otherwise in Rust alone; `old` and `new` are the names there.
    NameInRust,
    /// Something is of another type; `old` and `new` are the types.
    Retyped,
    /// Whether a member may be missing or `null` is said otherwise; `old` and `new` are the presences.
    Presence,
    /// `null` may stand for an item of a list, or a value of a map.
    NullAllowed,
    /// It may not any more.
    NullRefused,
    /// There is a new known value.
    ValueAdded,
    /// A known value is gone.
    ValueRemoved,
    /// Strings that are not listed are valid now.
    ValuesOpened,
    /// Strings that are not listed are not valid any more.
    ValuesClosed,
    /// A union has a new branch; `new` is its type.
    BranchAdded,
    /// A branch of a union is gone; `old` is its type.
    BranchRemoved,
    /// A union is told apart otherwise; `old` and `new` say by what.
    Tag,
    /// A value of the tag stands for a branch now; `new` is the branch.
    TagValueAdded,
    /// A value of the tag stands for no branch any more; `old` is the branch.
    TagValueRemoved,
    /// Members that are not described are valid now.
    Opened,
    /// Members that are not described are not valid any more.
    Closed,
    /// Spellings that are read beside the names of members are others now.
    Aliases,
    /// A rule allows less; `old` and `new` are the rules, [`None`] where there is none.
    Tightened,
    /// A rule allows more.
    Loosened,
    /// A rule allows something else, or it cannot be told whether that is more or less.
    RuleChanged,
}

impl Effect {
    /// Nobody breaks.
    pub const COMPATIBLE: Effect = Effect { readers: false, writers: false };
    /// More is valid than before.
    pub const READERS: Effect = Effect { readers: true, writers: false };
    /// Less is valid than before.
    pub const WRITERS: Effect = Effect { readers: false, writers: true };
    /// Something else is valid.
    pub const BOTH: Effect = Effect { readers: true, writers: true };

    /// Whether nobody breaks.
    pub fn is_compatible(self) -> bool {
        !self.readers && !self.writers
    }

    /// `compatible`, `breaks readers`, `breaks writers` or `breaks both`.
    pub fn name(self) -> &'static str {
        match (self.readers, self.writers) {
            (false, false) => "compatible",
            (true, false) => "breaks readers",
            (false, true) => "breaks writers",
            (true, true) => "breaks both",
        }
    }
}

impl Kind {
    /// The name in JSON: `field-added`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::VendorAdded => "vendor-added",
            Kind::VendorRemoved => "vendor-removed",
            Kind::TypeAdded => "type-added",
            Kind::TypeRemoved => "type-removed",
            Kind::TypeRenamed => "type-renamed",
            Kind::TypeBecame => "type-became",
            Kind::DefaultGained => "default-gained",
            Kind::DefaultLost => "default-lost",
            Kind::Deprecated => "deprecated",
            Kind::NotDeprecated => "not-deprecated",
            Kind::Docs => "docs",
            Kind::FieldAdded => "field-added",
            Kind::FieldRemoved => "field-removed",
            Kind::FieldRenamed => "field-renamed",
            Kind::FieldsMoved => "fields-moved",
            Kind::NameInRust => "name-in-rust",
            Kind::Retyped => "retyped",
            Kind::Presence => "presence",
            Kind::NullAllowed => "null-allowed",
            Kind::NullRefused => "null-refused",
            Kind::ValueAdded => "value-added",
            Kind::ValueRemoved => "value-removed",
            Kind::ValuesOpened => "values-opened",
            Kind::ValuesClosed => "values-closed",
            Kind::BranchAdded => "branch-added",
            Kind::BranchRemoved => "branch-removed",
            Kind::Tag => "tag",
            Kind::TagValueAdded => "tag-value-added",
            Kind::TagValueRemoved => "tag-value-removed",
            Kind::Opened => "opened",
            Kind::Closed => "closed",
            Kind::Aliases => "aliases",
            Kind::Tightened => "tightened",
            Kind::Loosened => "loosened",
            Kind::RuleChanged => "rule-changed",
        }
    }

    /// Whether something is there now, or is not any more, or is otherwise.
    pub(super) fn trend(self) -> Trend {
        match self {
            Kind::VendorAdded
            | Kind::TypeAdded
            | Kind::FieldAdded
            | Kind::ValueAdded
            | Kind::BranchAdded
            | Kind::TagValueAdded => Trend::Added,
            Kind::VendorRemoved
            | Kind::TypeRemoved
            | Kind::FieldRemoved
            | Kind::ValueRemoved
            | Kind::BranchRemoved
            | Kind::TagValueRemoved => Trend::Removed,
            Kind::Deprecated => Trend::Deprecated,
            Kind::TypeRenamed
            | Kind::TypeBecame
            | Kind::DefaultGained
            | Kind::DefaultLost
            | Kind::NotDeprecated
            | Kind::Docs
            | Kind::FieldRenamed
            | Kind::FieldsMoved
            | Kind::NameInRust
            | Kind::Retyped
            | Kind::Presence
            | Kind::NullAllowed
            | Kind::NullRefused
            | Kind::ValuesOpened
            | Kind::ValuesClosed
            | Kind::Tag
            | Kind::Opened
            | Kind::Closed
            | Kind::Aliases
            | Kind::Tightened
            | Kind::Loosened
            | Kind::RuleChanged => Trend::Changed,
        }
    }
}

/// The sections of a changelog.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Trend {
    Added,
    Changed,
    Deprecated,
    Removed,
}

impl Change {
    /// A change of this kind, of which nothing else is known.
    pub(super) fn of(kind: Kind, effect: Effect, verdict: Verdict) -> Change {
        Change { kind, at: String::new(), rust: String::new(), old: None, new: None, guess: None, effect, verdict }
    }

    /// What it is about.
    pub(super) fn at(mut self, at: impl Into<String>, rust: &str) -> Change {
        self.at = at.into();
        self.rust = rust.trim_start_matches("r#").to_owned();
        self
    }

    /// How it was.
    pub(super) fn was(mut self, old: impl Into<String>) -> Change {
        self.old = Some(old.into());
        self
    }

    /// How it is now.
    pub(super) fn is(mut self, new: impl Into<String>) -> Change {
        self.new = Some(new.into());
        self
    }

    /// Both.
    pub(super) fn both(self, old: impl Into<String>, new: impl Into<String>) -> Change {
        self.was(old).is(new)
    }
}

impl VendorChanges {
    /// All changes with the types that they are about, that of the vendor itself first, with no type.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&TypeChanges>, &Change)> {
        let inner = self.types.iter().flat_map(|of| of.changes.iter().map(move |change| (Some(of), change)));
        self.change.iter().map(|change| (None, change)).chain(inner)
    }

    /// The gravest verdict of its changes.
    pub fn verdict(&self) -> Verdict {
        self.iter().map(|(_, change)| change.verdict).max().unwrap_or(Verdict::Nothing)
    }
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.vendors.is_empty()
    }

    /// All changes.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.vendors.iter().flat_map(|vendor| vendor.iter().map(|(_, change)| change))
    }

    /// The gravest verdict of all changes.
    pub fn verdict(&self) -> Verdict {
        self.vendors.iter().map(VendorChanges::verdict).max().unwrap_or(Verdict::Nothing)
    }

    /// The changes of one vendor alone, by the name of its module, for a report of it.
    pub fn of_vendor(&self, name: &str) -> Changes {
        let is = |of: &&VendorChanges| of.vendor.as_deref() == Some(name);
        Changes { vendors: self.vendors.iter().filter(is).cloned().collect() }
    }
}
