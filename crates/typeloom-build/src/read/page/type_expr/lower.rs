//! Type expressions to rules of a schema.
//!
//! The cell of a row goes in; its rules are added to a schema of the draft, with subschemas for items and members.
//! Names of models become references, to be resolved when every document has been read.

mod cell;

use crate::diagnostic::{Code, Sink};
use crate::read::draft::{Draft, Target};
use crate::read::json_schema::types::stem;
use crate::read::link::pointer;
use crate::read::page::headings;
use crate::read::page::inline::Plain;
use crate::read::page::type_expr::parse::{Failure, JOINER, parse};
use crate::read::page::type_expr::rules::{
    enumerate, kind_in_quotes, kind_of, kinds, literal_value, mean, nullable, shortened,
};
use crate::read::page::type_expr::vocabulary::{self, Head, Meaning, Vocabulary};
use crate::read::page::type_expr::{Expr, ExprKind};
use crate::source::{SourceId, Sources, Span};
use crate::spec::{EnumValue, Field, Keyword, Kind, Kinds, SchemaId, Stated};
use cell::{joined, listed, parse_beginning, parse_dressed};
use std::collections::BTreeMap;
use typeloom::Value;

pub(crate) use cell::words;

/// Enumerations that a page defines beside its fields, by name.
pub(crate) type LocalEnums = BTreeMap<String, Vec<EnumValue>>;

/// What the reader of a type cell needs to know of its page.
pub(crate) struct Surroundings<'a> {
    /// The page.
    pub document: SourceId,
    /// All documents, to see whether a link leads to one.
    pub sources: &'a Sources,
    /// The ecosystem of the page.
    pub vocabulary: &'static Vocabulary,
    /// Enumerations that the page defines beside its fields.
    pub enums: &'a LocalEnums,
    /// Whether the page was generated from the code of a software kit.
    pub generated: bool,
}

/// What a type cell says besides the rules it became.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    /// It says that the value may be absent, or is held by a pointer.
    pub optional: bool,
    /// It says that the value may be `null`.
    pub null: bool,
    /// Sentences for the documentation.
    pub remarks: Vec<String>,
}

/// Adds what `cell` says to the schema `id`.
pub(crate) fn lower(
    cell: &Plain,
    id: SchemaId,
    around: &Surroundings<'_>,
    draft: &mut Draft,
    sink: &mut Sink,
) -> Facts {
    let mut lowering = Lowering { cell, around, facts: Facts::default() };
    if cell.text == vocabulary::ANYTHING {
        return lowering.facts;
    }
    if let Some(values) = listed(cell) {
        enumerate(values, id, cell.span, draft);
        return lowering.facts;
    }
    let text = joined(cell);
    match parse(&text).or_else(|failure| parse_dressed(&text).ok_or(failure)) {
        Ok(expr) => lowering.expr(&expr, id, draft, sink),
        Err(failure) => match parse_beginning(&text, &failure) {
            Some((expr, rest)) => {
                lowering.expr(&expr, id, draft, sink);
                lowering.facts.remarks.push(format!("the page says of the type: {}", rest.replace(JOINER, " ")));
            }
            None => lowering.refuse(failure, sink),
        },
    }
    lowering.facts
}

struct Lowering<'a> {
    cell: &'a Plain,
    around: &'a Surroundings<'a>,
    facts: Facts,
}

impl Lowering<'_> {
    /// The recursion is bounded by the depth that the parser allows.
    fn expr(&mut self, expr: &Expr, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        let span = self.cell.place(expr.range.clone());
        match &expr.kind {
            ExprKind::Word(word) => self.word(word, expr, id, draft, sink),
            ExprKind::Apply(head, args) => self.apply(head, args, expr, id, draft, sink),
            ExprKind::List(item) => self.list(Some(item), span, id, draft, sink),
            ExprKind::Counted(item, least, most) => {
                self.list(Some(item), span, id, draft, sink);
                if *least > 0 {
                    draft.rule(id, span, Keyword::MinItems(*least));
                }
                if let Some(most) = most {
                    draft.rule(id, span, Keyword::MaxItems(*most));
                }
            }
            ExprKind::Map(value) => self.map(Some(value), span, id, draft, sink),
            ExprKind::Record(members) => self.record(members, span, id, draft, sink),
            ExprKind::Optional(inner) => {
                // What Rust's servers print in front of names, `*models::Pet`, is no pointer.
                let star = self.cell.text.get(expr.range.start..).is_some_and(|text| text.starts_with('*'));
                self.facts.optional |= !(star && self.around.vocabulary.name == "Rust");
                self.expr(inner, id, draft, sink);
            }
            ExprKind::Nullable(inner) => {
                self.expr(inner, id, draft, sink);
                self.nullable(span, id, draft);
            }
            // Generated pages write `?string` for what may be absent as well; elsewhere it is `null`.
            ExprKind::Question(inner) if self.around.generated => {
                self.facts.optional = true;
                self.expr(inner, id, draft, sink);
            }
            ExprKind::Question(inner) => {
                self.expr(inner, id, draft, sink);
                self.nullable(span, id, draft);
            }
            ExprKind::Union(members) => self.union(members, span, id, draft, sink),
            ExprKind::Literal(literal) => {
                let value = literal_value(literal);
                draft.rule(id, span, Keyword::Type(kind_of(&value).into_iter().collect()));
                draft.rule(id, span, Keyword::Enum(vec![EnumValue { value, span, name: None, description: None }]));
            }
            ExprKind::Formatted(inner, format) => self.formatted(inner, format, span, id, draft, sink),
        }
    }

    fn word(&mut self, word: &str, expr: &Expr, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        let span = self.cell.place(expr.range.clone());
        let word = &word.replace(JOINER, " ");
        if let Some(values) = self.around.enums.get(word) {
            if values.is_empty() {
                return self.facts.remarks.push(format!("the page lists no values of `{word}`"));
            }
            enumerate(values.clone(), id, span, draft);
            return;
        }
        let link = self.cell.link_at(expr.range.start).map(|link| link.target.as_str());
        let explained = link.and_then(|link| vocabulary::LINKED.iter().find(|(end, _)| link.ends_with(end)));
        if let Some((_, meaning)) = explained {
            self.facts.remarks.push(format!("`{word}` may be a day or a moment: the page links both to one place"));
            return mean(*meaning, span, id, draft);
        }
        if let Some(link) = link.filter(|link| self.leads_to_document(link)) {
            // Some generators name only the container, and link what is in it: `[**List**](Pet.md)`.
            let inside = stem(link.split('#').next().unwrap_or(link)).to_owned();
            let head = vocabulary::head(word, self.around.vocabulary).filter(|_| inside != *word);
            let (kind, step) = match head {
                Some(Head::List | Head::Set) => (Kind::Array, "/items"),
                Some(Head::Map) => (Kind::Object, "/additionalProperties"),
                Some(Head::Optional | Head::Nullable | Head::Itself | Head::Union | Head::Literal) | None => {
                    return match self.go_nullable(word, span, id, draft) {
                        true => (),
                        false => self.name(word, span, id, draft),
                    };
                }
            };
            let (pointer, resource) = (format!("{}{step}", draft.get(id).pointer), draft.get(id).resource);
            draft.rule(id, span, kinds(kind));
            let child = draft.schema(span, self.around.document, pointer, resource);
            self.name(&inside, span, child, draft);
            let inner = if kind == Kind::Array { Keyword::Items(child) } else { Keyword::AdditionalProperties(child) };
            return draft.rule(id, span, inner);
        }
        if self.go_nullable(word, span, id, draft) {
            return;
        }
        if let Some(meaning) = vocabulary::word(word, self.around.vocabulary) {
            return mean(meaning, span, id, draft);
        }
        if self.around.vocabulary.name == "C" && word.ends_with("_e") && link.is_none() {
            // The enumerations of C's kits that are texts in the JSON. The pages do not list their values.
            self.facts.remarks.push(format!("it is one of the values of `{word}`, which the page does not list"));
            return draft.rule(id, span, kinds(Kind::String));
        }
        // `[Vector](#schemavector)` is a type of the page, whatever other languages mean by the word.
        if link.is_some_and(|link| link.len() > 1 && link.starts_with('#')) {
            return self.name(word, span, id, draft);
        }
        match vocabulary::head(word, self.around.vocabulary) {
            Some(Head::List | Head::Set) => return draft.rule(id, span, kinds(Kind::Array)),
            Some(Head::Map) => return draft.rule(id, span, kinds(Kind::Object)),
            Some(Head::Optional | Head::Nullable | Head::Itself | Head::Union | Head::Literal) => return,
            None => {}
        }
        let is_page = link.is_some_and(|link| !link.starts_with("http"));
        let of_c = self.around.vocabulary.name == "C" && word.ends_with("_t");
        let is_name = of_c || word.contains(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_ascii()));
        if is_page || is_name || word.contains(['.', ':', '\\']) {
            if link.is_none() && self.around.generated {
                draft.unlinked.references.insert(id);
            }
            return self.name(word, span, id, draft);
        }
        let near = vocabulary::near(word);
        let report = sink
            .report(Code::TypeWord, span)
            .message(format!("unknown type `{}`", shortened(word)))
            .label("not known here");
        if near.is_empty() {
            report.help(
                "write a known type (string, integer, number, boolean, ..), or link the word to the page of a type",
            );
        } else {
            report.help(format!("similar words are: {}", near.join(", ")));
        }
    }

    /// Go's generated `NullableX` is `X` or `null`, unless a page of that name exists.
    fn go_nullable(&mut self, word: &str, span: Span, id: SchemaId, draft: &mut Draft) -> bool {
        let Some(inner) = word.strip_prefix("Nullable").filter(|inner| inner.starts_with(char::is_uppercase)) else {
            return false;
        };
        if self.around.vocabulary.name != "Go" {
            return false;
        }
        match vocabulary::word(word, self.around.vocabulary) {
            Some(meaning) => mean(meaning, span, id, draft),
            None => self.name(inner, span, id, draft),
        }
        self.nullable(span, id, draft);
        true
    }

    /// A reference to the type of this name.
    fn name(&mut self, word: &str, span: Span, id: SchemaId, draft: &mut Draft) {
        draft.refer(id, span, word, Target::Name(headings::name(word)));
    }

    /// Whether a relative link leads to a document of this run. Pages link words of the language as well, to pages
    /// that do not exist: `[**list[str]**](str.md)`.
    fn leads_to_document(&self, link: &str) -> bool {
        let path = link.split(['#', '?']).next().unwrap_or("");
        if path.is_empty() || path.contains("://") || path == ".md" {
            return false;
        }
        let mut parts: Vec<&str> = self.around.sources.get(self.around.document).path.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        let path = parts.join("/");
        self.around.sources.iter().any(|(_, source)| source.path == path)
    }

    fn apply(&mut self, head: &str, args: &[Expr], expr: &Expr, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        let span = self.cell.place(expr.range.clone());
        let Some(meaning) = vocabulary::head(head, self.around.vocabulary) else {
            // `Page<Pet>`: the page does not say what is made of the argument.
            let range = expr.range.start..expr.range.start + head.len();
            let word = Expr { kind: ExprKind::Word(head.to_owned()), range };
            return self.expr(&word, id, draft, sink);
        };
        match meaning {
            // PHP has one word for both: `array<string, Pet>`.
            Head::List if args.len() == 2 => self.map(args.get(1), span, id, draft, sink),
            Head::List => self.list(args.first(), span, id, draft, sink),
            // A set of bytes is no text: the order of bytes says something.
            Head::Set => {
                self.array(args.first(), span, id, draft, sink);
                draft.rule(id, span, Keyword::UniqueItems);
            }
            // Some name only the values: `map(Pet)`.
            Head::Map => self.map(args.get(1).or(args.first()), span, id, draft, sink),
            Head::Optional => {
                self.facts.optional = true;
                args.iter().take(1).for_each(|arg| self.expr(arg, id, draft, sink));
            }
            Head::Nullable => {
                args.iter().take(1).for_each(|arg| self.expr(arg, id, draft, sink));
                self.nullable(span, id, draft);
            }
            Head::Itself => args.iter().take(1).for_each(|arg| self.expr(arg, id, draft, sink)),
            Head::Union | Head::Literal => self.union(args, span, id, draft, sink),
        }
    }

    fn list(&mut self, item: Option<&Expr>, span: Span, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        if let Some(Expr { kind: ExprKind::Word(word), .. }) = item
            && vocabulary::is_byte(word)
        {
            return draft.rule(id, span, kinds(Kind::String));
        }
        self.array(item, span, id, draft, sink);
    }

    fn array(&mut self, item: Option<&Expr>, span: Span, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        draft.rule(id, span, kinds(Kind::Array));
        if let Some(item) = item {
            let child = self.child(item, id, "/items", draft, sink);
            draft.rule(id, span, Keyword::Items(child));
        }
    }

    fn map(&mut self, value: Option<&Expr>, span: Span, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        draft.rule(id, span, kinds(Kind::Object));
        if let Some(value) = value {
            let child = self.child(value, id, "/additionalProperties", draft, sink);
            // A map of anything is an object about which nothing else is known.
            if !draft.get(child).keywords.is_empty() {
                draft.rule(id, span, Keyword::AdditionalProperties(child));
            }
        }
    }

    /// Whether its members must be there, nothing says.
    fn record(&mut self, members: &[(String, Expr)], span: Span, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        draft.rule(id, span, kinds(Kind::Object));
        let mut fields: Vec<Field> = Vec::new();
        for (name, member) in members {
            if fields.iter().any(|field| field.name == *name) {
                continue;
            }
            let schema = self.child(member, id, &pointer::join("/properties", name), draft, sink);
            let span = self.cell.place(member.range.clone());
            let (required, null) = (Stated::Unknown, Stated::Unknown);
            let (spelling, secret, rust_name) = (None, None, None);
            fields.push(Field { name: name.clone(), span, schema, spelling, required, null, secret, rust_name });
        }
        draft.rule(id, span, Keyword::Properties(fields));
    }

    /// A subschema; what its type says of presence is not the field's.
    fn child(&mut self, expr: &Expr, id: SchemaId, step: &str, draft: &mut Draft, sink: &mut Sink) -> SchemaId {
        let parent = draft.get(id);
        let (pointer, resource) = (format!("{}{step}", parent.pointer), parent.resource);
        let child = draft.schema(self.cell.place(expr.range.clone()), self.around.document, pointer, resource);
        // Generators of some languages print `object` for what can be anything: `Map<String, Object>`.
        let unclear = self.around.generated && vocabulary::ANYTHING_IS_OBJECT.contains(&self.around.vocabulary.name);
        let is_object = self.meaning(expr) == Some(Meaning::Kind(Kind::Object));
        if unclear && is_object && matches!(&expr.kind, ExprKind::Word(word) if word.ends_with("bject")) {
            return child;
        }
        let outer = std::mem::take(&mut self.facts);
        self.expr(expr, child, draft, sink);
        let inner = std::mem::replace(&mut self.facts, outer);
        self.facts.remarks.extend(inner.remarks);
        child
    }

    fn union(&mut self, members: &[Expr], span: Span, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        let absent = |member: &&Expr| member.kind == ExprKind::Word("undefined".to_owned());
        self.facts.optional |= members.iter().any(|member| absent(&member));
        let members: Vec<Expr> = members.iter().filter(|member| !absent(member)).map(kind_in_quotes).collect();
        let (nulls, members): (Vec<Expr>, Vec<Expr>) = members.into_iter().partition(|member| self.is_null(member));
        let mut different: Vec<Expr> = Vec::new();
        for member in members {
            let meaning = self.meaning(&member);
            let same =
                |other: &Expr| other.kind == member.kind || (meaning.is_some() && meaning == self.meaning(other));
            if !different.iter().any(same) {
                different.push(member);
            }
        }
        let plain: Option<Kinds> = different.iter().map(|member| self.plain_kind(member)).collect();
        let literals: Vec<(Value, Span)> = different
            .iter()
            .filter_map(|member| match &member.kind {
                ExprKind::Literal(literal) => Some((literal_value(literal), self.cell.place(member.range.clone()))),
                _ => None, // only values are asked for
            })
            .collect();
        match (different.as_slice(), plain) {
            ([], _) => draft.rule(id, span, kinds(Kind::Null)),
            ([only], _) => self.expr(only, id, draft, sink),
            (_, _) if literals.len() == different.len() => {
                let values = literals
                    .into_iter()
                    .map(|(value, span)| EnumValue { value, span, name: None, description: None })
                    .collect();
                enumerate(values, id, span, draft);
            }
            (_, Some(kinds)) => draft.rule(id, span, Keyword::Type(kinds)),
            // One member that may be anything makes the whole anything.
            (members, None) if members.iter().any(|member| self.meaning(member) == Some(Meaning::Any)) => {}
            (members, None) => {
                let branches = members
                    .iter()
                    .enumerate()
                    .map(|(index, member)| self.child(member, id, &format!("/anyOf/{index}"), draft, sink))
                    .collect();
                draft.rule(id, span, Keyword::AnyOf(branches));
            }
        }
        if !nulls.is_empty() {
            self.nullable(span, id, draft);
        }
    }

    fn is_null(&self, expr: &Expr) -> bool {
        self.meaning(expr) == Some(Meaning::Kind(Kind::Null))
    }

    /// What a single word of the vocabulary means, in containers that are nothing but it as well: `IO[bytes]`.
    fn meaning(&self, expr: &Expr) -> Option<Meaning> {
        match &expr.kind {
            ExprKind::Word(word) => vocabulary::word(word, self.around.vocabulary),
            ExprKind::Apply(head, args) => match (vocabulary::head(head, self.around.vocabulary), args.as_slice()) {
                (Some(Head::Itself), [only]) => self.meaning(only),
                _ => None, // everything else has a meaning of its own
            },
            ExprKind::List(_) | ExprKind::Map(_) | ExprKind::Optional(_) | ExprKind::Nullable(_) => None,
            ExprKind::Counted(..) | ExprKind::Record(_) => None,
            ExprKind::Question(_) | ExprKind::Union(_) | ExprKind::Literal(_) | ExprKind::Formatted(..) => None,
        }
    }

    fn plain_kind(&self, expr: &Expr) -> Option<Kind> {
        match self.meaning(expr)? {
            Meaning::Kind(kind) => Some(kind),
            Meaning::Kinds(_) | Meaning::Format(..) | Meaning::Any => None,
        }
    }

    fn formatted(&mut self, inner: &Expr, format: &str, span: Span, id: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        let is_word = !format.contains(char::is_whitespace);
        if is_word && format.starts_with(char::is_uppercase) {
            // `string(Day)`: a string that is one of the values of `Day`.
            return self.name(format, span, id, draft);
        }
        // R's kits put what a container holds in round brackets: `map(numeric)`.
        let container = match &inner.kind {
            ExprKind::Word(word) if word != "object" => vocabulary::head(word, self.around.vocabulary),
            _ => None, // nothing else is a container that lacks what it holds
        };
        if let (true, Some(head @ (Head::Map | Head::List | Head::Set)), Ok(held)) =
            (self.around.generated, container, parse(format))
        {
            return match head {
                Head::Map => self.map(Some(&held), span, id, draft, sink),
                _ => self.list(Some(&held), span, id, draft, sink), // lists and sets, as matched above
            };
        }
        self.expr(inner, id, draft, sink);
        if vocabulary::FORMATS.contains(&format) {
            draft.rule(id, span, Keyword::Format(format.to_owned()));
        } else {
            self.facts.remarks.push(format!("the page says of the type: {format}"));
        }
    }

    fn nullable(&mut self, span: Span, id: SchemaId, draft: &mut Draft) {
        self.facts.null = true;
        nullable(span, id, draft);
    }

    fn refuse(&self, failure: Failure, sink: &mut Sink) {
        let text = &self.cell.text;
        match failure {
            Failure::TooDeep => {
                sink.report(Code::TooDeep, self.cell.span).message("type expression nests too deeply");
            }
            Failure::At(_) if text.is_empty() => {
                sink.report(Code::TypeWord, self.cell.span)
                    .message("type is missing")
                    .label("no type here")
                    .help("write the type of the field; write `any` where it can be anything");
            }
            Failure::At(at) => {
                let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length.max(1));
                let span = self.cell.place(at..end.max(at + 1).min(text.len().max(1)));
                sink.report(Code::TypeWord, span)
                    .message(format!("type `{}` cannot be read", shortened(text)))
                    .label("it stops making sense here")
                    .help("write it as the language of the page does: List[str], Map<String, Pet>, array of strings");
            }
        }
    }
}
