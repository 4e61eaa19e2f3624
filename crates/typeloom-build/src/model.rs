//! What Rust will say: items with names, presence, boxes and checks decided.
//!
//! `plan` makes it from [`Spec`](crate::spec::Spec)s, `emit` turns it into tokens without deciding anything. It knows
//! nothing of dialects, pages or references.
//!
//! A type is validated in one of two ways, never by both:
//! - *typed*: each rule is a [`Check`] at the [`Slot`] that it is about, and runs on the typed value. This is the
//!   cheap way and the usual one.
//! - *by value*: where a rule needs the JSON value as a whole (`not`, `if`, `unevaluatedProperties`, overlapping
//!   branches, ..), the item has a [`RuleId`] and *all* its rules, nested ones included, are in that [`Rule`]: the
//!   typed value is written to a `typeloom::Value` once and the rule runs on it. Exact because parsing loses nothing.
//!
//! A shape (the Rust type) may be wider than the document allows, never narrower.

mod class;
mod format;
mod program;
mod rule;
mod shape;

use typeloom::{KindSet, Number, Value};

pub use class::Class;
pub use program::{BranchOf, Course, Instruction, Program, Routine, Step, Target};
pub use rule::{Assertion, Rule};

/// Everything that is emitted in one run.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// One per vendor, sorted by name.
    pub modules: Vec<Module>,
}

/// The types of one vendor.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The Rust name of the module: `workos`. [`None`] puts the items at the top level (a single document).
    pub name: Option<String>,
    /// Docs of the module: the vendor, and which documents it came from.
    pub docs: Vec<String>,
    /// The items, in the order in which they are emitted. [`ItemId`]s index it.
    pub items: Vec<Item>,
    /// Rules over values. [`RuleId`]s index it.
    pub rules: Vec<Rule>,
    /// For `$dynamicRef`: by schema resource, the anchors in it and their rules.
    pub resources: Vec<Vec<(String, RuleId)>>,
    /// The distinct patterns. [`PatternId`]s index it.
    pub patterns: Vec<Pattern>,
    /// The rules as they run.
    pub program: Program,
    /// The names of secret members that are not known for secrets anyway, sorted. Rules over values go by them.
    pub secret_names: Vec<String>,
}

/// Which item of a module is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ItemId(pub u32);

/// Which rule of a module is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RuleId(pub u32);

/// Which pattern of a module is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PatternId(pub u32);

/// One type.
#[derive(Clone, Debug)]
pub struct Item {
    /// The Rust name, unique in its module: `UserlandUser`.
    pub name: String,
    /// The vendor's name, for error messages: `UserlandUser`, `AuthenticateResponse.impersonator`.
    pub title: String,
    /// Docs: paragraphs of Markdown, made safe already (see `plan/docs.rs`).
    pub docs: Vec<String>,
    /// Whether the document calls it deprecated.
    pub deprecated: bool,
    /// Document and JSON Pointer of its schema, what violations call the absolute location:
    /// `workos/user.json#/properties/impersonator`.
    pub location: String,
    /// What it is.
    pub kind: ItemKind,
    /// Whether all that it holds is a secret: `Debug`, violations and errors of reading show nothing of it. The secrets
    /// in it are [`Shape::Secret`]s all the same.
    pub secret: bool,
    /// How it is validated.
    pub validation: Validation,
    /// Whether a value of it can stand where nothing was read yet.
    pub blank: Blank,
    /// For `schemars`: its schema as JSON text and the items that this text refers to, as `#/$defs/<name>`.
    pub schema: SchemaText,
}

/// Whether a value of an item can stand where nothing was read yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blank {
    /// None that is known.
    Never,
    /// One whose parts are blank.
    Whole,
    /// The branch of a union at this index, blank.
    Branch(usize),
}

/// How an item is validated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Validation {
    /// Everything that parses is valid, nested items included: nothing is emitted but an empty body.
    Nothing,
    /// By the checks of its slots.
    Typed,
    /// By this rule, over the value as a whole.
    ByValue(RuleId),
}

/// The schema of an item as text.
#[derive(Clone, Debug, Default)]
pub struct SchemaText {
    /// JSON Schema 2020-12, compact.
    pub json: String,
    /// Items that it refers to as `#/$defs/<vendor's name>`.
    pub references: Vec<(String, ItemId)>,
}

/// The kinds of items.
#[derive(Clone, Debug)]
pub enum ItemKind {
    /// An object with known members.
    Struct(Struct),
    /// A string with known values. Unknown ones are kept and reported by `validate`.
    Enum(Enum),
    /// One of several shapes.
    Union(Union),
    /// A tuple struct around one slot: a named schema with rules of its own, or one that is recursive.
    Newtype(Slot),
    /// Another name for a type without rules of its own.
    Alias(Slot),
}

/// An object with known members.
#[derive(Clone, Debug)]
pub struct Struct {
    /// In the order of the document.
    pub fields: Vec<Field>,
    /// Members that are not listed in `fields`.
    pub rest: Rest,
    /// Checks on the object as a whole: number of members, names, dependencies.
    pub checks: Vec<Check>,
    /// Whether it may derive `Default`: no field is required.
    pub default: bool,
}

/// Where members that have no field go. They are always kept.
#[derive(Clone, Debug)]
pub struct Rest {
    /// The name of the Rust field: `unknown`, or `additional` where the document describes them.
    pub name: String,
    /// What they are: `BTreeMap<String, ..>` of this.
    pub slot: Slot,
    /// `additionalProperties: false`: each is reported by `validate`.
    pub forbidden: bool,
    /// Names that the document has for secrets where this object has no field: in the branches of a union. Those that
    /// are known for secrets anyway are not listed.
    pub secret: Vec<String>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// The Rust name, raw where it is a keyword: `r#type`.
    pub name: String,
    /// The name in the JSON: `nextStep`.
    pub wire: String,
    /// Other names that are accepted when reading: `next_step`.
    pub aliases: Vec<String>,
    /// Docs, made safe already.
    pub docs: Vec<String>,
    /// Whether the document calls it deprecated.
    pub deprecated: bool,
    /// Whether the key may be missing, and what `null` means.
    pub presence: Presence,
    /// The type without what `presence` adds: `String`, also where the field is `Option<Option<String>>`.
    pub slot: Slot,
}

/// The four states of presence, and the fifth fact. The Rust type that each one gives to a field of type `T`:
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// `T`: the key must be there and not be `null`.
    Required,
    /// `Option<T>`: the key must be there and may be `null`.
    RequiredNullable,
    /// `Option<T>`: the key may be missing and must not be `null`.
    Optional,
    /// `Option<Option<T>>`: the key may be missing (`None`) or `null` (`Some(None)`).
    OptionalNullable,
    /// `Option<T>`: the key may be missing; the document does not say whether `null` occurs. `null` is read as
    /// `None`, remembered among the unknown members and written back as `null`.
    OptionalNullUnknown,
    /// `Option<T>`: the key must be there; `null` is read as `None` and written back, since the document does not say
    /// whether it occurs.
    RequiredNullUnknown,
}

/// A typed position: a shape, and the checks that `validate` runs on a value of it.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The Rust type.
    pub shape: Shape,
    /// Checks on the value at this position. Checks on elements are in the inner slots; checks of a named item are
    /// in that item.
    pub checks: Vec<Check>,
    /// The step from the schema around it to the schema of this position, as a JSON Pointer that goes through `$ref`:
    /// `/properties/user/$ref`, `/items`, `/additionalProperties`. Empty where it is the same schema.
    pub via: String,
}

/// A Rust type.
#[derive(Clone, Debug)]
pub enum Shape {
    /// `()`, written `null`.
    Null,
    /// `bool`
    Bool,
    /// `i32`, `i64`, `u32`, `u64`: integers; `1.0` is one.
    Integer(Width),
    /// `typeloom::Integer`: integers of any size.
    BigInteger,
    /// `f64`
    Float,
    /// `typeloom::Number`: the number as it was written.
    Number,
    /// `String`
    String,
    /// `typeloom::Sensitive<..>` of what it holds: a string, a number, a boolean, any JSON, a type of another crate.
    Secret(Box<Shape>),
    /// `typeloom::External<..>` of a type of another crate, by its path: `::uuid::Uuid`.
    External(String),
    /// `typeloom::Value`: any JSON.
    Value,
    /// `Vec<..>`
    List(Box<Slot>),
    /// `BTreeMap<String, ..>`
    Map(Box<Slot>),
    /// `Option<..>`, where `null` may stand for a value: an item of an array, a value of a map. Fields use
    /// [`Presence`] instead.
    Nullable(Box<Slot>),
    /// Another item, in a `Box` where the type would contain itself.
    Item {
        /// Which.
        id: ItemId,
        /// `Box<..>`
        boxed: bool,
    },
}

/// Widths of integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `u32`
    U32,
    /// `u64`
    U64,
}

/// A string with known values.
#[derive(Clone, Debug)]
pub struct Enum {
    /// In the order of the document.
    pub variants: Vec<Variant>,
    /// The variant that keeps any other string: `Other`, or another name where the document has one that is called so.
    pub other: String,
    /// The keyword that lists the values: `enum` or `const`.
    pub keyword: &'static str,
}

/// A known value.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The Rust name: `AppleOAuth`.
    pub name: String,
    /// The string in the JSON.
    pub value: String,
    /// Docs, made safe already.
    pub docs: Vec<String>,
}

/// One of several shapes.
#[derive(Clone, Debug)]
pub struct Union {
    /// In the order of the document.
    pub branches: Vec<Branch>,
    /// How the branch of a JSON value is found.
    pub choice: Choice,
    /// The keyword that lists the branches, for messages: `oneOf`, `anyOf` or `type`.
    pub keyword: &'static str,
}

/// A branch of a union.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The Rust name of the variant: `Text`, `Member`.
    pub name: String,
    /// What it is in the document, whatever the other branches are: a name, a title, the value of a tag, the kind of
    /// its values. Unique in its union.
    pub key: String,
    /// What it holds: `Variant(T)`.
    pub slot: Slot,
    /// Docs, made safe already.
    pub docs: Vec<String>,
    /// Decides exactly whether a value belongs to the branch, where the choice needs it.
    pub rule: Option<RuleId>,
}

/// How the branch of a JSON value is found.
#[derive(Clone, Debug)]
pub enum Choice {
    /// By the JSON kind: the kinds of each branch, disjoint. A value of no listed kind is an error.
    Kind(Vec<KindSet>),
    /// By the string in this member, wherever it stands in the object: value and branch. No entry is an error that
    /// names the known values.
    Tag {
        /// The member.
        member: String,
        /// Its values.
        values: Vec<(String, usize)>,
    },
    /// By trial: the first branch whose rule holds, else the first whose shape reads, in order.
    Trial,
}

/// A rule that runs on the typed value. The keyword is the last segment of the keyword location.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Check {
    /// `minLength`, in code points.
    MinLength(u64),
    /// `maxLength`, in code points.
    MaxLength(u64),
    /// `pattern`
    Pattern(PatternId),
    /// `format`, asserted.
    Format(Format),
    /// `minimum`
    Minimum(Number),
    /// `maximum`
    Maximum(Number),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Number),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Number),
    /// `multipleOf`
    MultipleOf(Number),
    /// `enum` of anything but strings alone.
    Enum(Vec<Value>),
    /// `const` of anything but a string.
    Const(Value),
    /// `minItems`
    MinItems(u64),
    /// `maxItems`
    MaxItems(u64),
    /// `uniqueItems`
    UniqueItems,
    /// `minProperties`
    MinProperties(u64),
    /// `maxProperties`
    MaxProperties(u64),
    /// `propertyNames`, checks on a string each, on a map or on the rest of a struct's members.
    PropertyNames(Vec<Check>),
    /// `required` names without a field.
    Required(Vec<String>),
    /// `dependentRequired`: if the first is there, the others must be.
    DependentRequired {
        /// What violations call it: `dependencies` where the document is older than 2019-09.
        keyword: &'static str,
        /// The member.
        because: String,
        /// The others.
        names: Vec<String>,
    },
    /// The boolean schema `false`: nothing may stand here.
    Never,
    /// The value at this position, as JSON, must obey this rule.
    Rule(RuleId),
}

/// A format that the runtime can check: one function each in `typeloom::formats`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum Format {
    /// `date-time` (RFC 3339)
    DateTime,
    /// `date`
    Date,
    /// `time`
    Time,
    /// `duration` (RFC 3339, appendix A)
    Duration,
    /// `email` (RFC 5321)
    Email,
    /// `idn-email`
    IdnEmail,
    /// `hostname` (RFC 1123)
    Hostname,
    /// `idn-hostname`
    IdnHostname,
    /// `ipv4`
    Ipv4,
    /// `ipv6`
    Ipv6,
    /// `uri`
    Uri,
    /// `uri-reference`
    UriReference,
    /// `iri`
    Iri,
    /// `iri-reference`
    IriReference,
    /// `uri-template`
    UriTemplate,
    /// `uuid`
    Uuid,
    /// `json-pointer`
    JsonPointer,
    /// `relative-json-pointer`
    RelativeJsonPointer,
    /// `regex` (ECMA-262)
    Regex,
    /// `byte`: base64 (OpenAPI)
    Byte,
    /// `int32` (OpenAPI)
    Int32,
    /// `int64` (OpenAPI)
    Int64,
    /// `uint32` (registry of OpenAPI)
    Uint32,
    /// `uint64` (registry of OpenAPI)
    Uint64,
}

/// A pattern of a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pattern {
    /// As written, ECMA-262, for messages.
    pub source: String,
    /// In the syntax of the runtime's engine: what `typeloom::pattern::translate` made of it.
    pub translated: String,
}

impl Module {
    /// The item behind `id`.
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0 as usize]
    }

    /// The rule behind `id`.
    pub fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.0 as usize]
    }
}
