//! Whether two [`Spec`]s say the same, wherever their schemas were written.
//!
//! Types are compared by their order and name, schemas by their notes and keywords. Schemas that correspond once have
//! to correspond wherever they are referred to. Places, documents, pointers and the spelling of references are not
//! compared: an export moves schemas.

use super::{Keyword, Notes, Origin, ResourceId, Schema, SchemaId, Spec};
use crate::source::At;
use std::collections::BTreeMap;
use typeloom::Value;

/// The first difference between what two [`Spec`]s say, with the place in the first; [`None`] where they are equal.
///
/// ```no_run
/// let (ours, theirs): (typeloom_build::spec::Spec, typeloom_build::spec::Spec) = unimplemented!();
/// assert_eq!(typeloom_build::spec::difference(&ours, &theirs), None);
/// ```
pub fn difference(ours: &Spec, theirs: &Spec) -> Option<String> {
    let mut pairs = Pairs { ours, theirs, there: BTreeMap::new(), back: BTreeMap::new(), waiting: vec![] };
    pairs.all().err()
}

type Same = Result<(), String>;

/// Schemas that correspond.
struct Pairs<'a> {
    ours: &'a Spec,
    theirs: &'a Spec,
    there: BTreeMap<SchemaId, SchemaId>,
    back: BTreeMap<SchemaId, SchemaId>,
    /// Those that are not compared yet.
    waiting: Vec<(SchemaId, SchemaId)>,
}

impl Pairs<'_> {
    fn all(&mut self) -> Same {
        let (ours, theirs) = (self.ours, self.theirs);
        let names = |spec: &Spec| -> Vec<String> { spec.types.iter().map(|named| named.name.clone()).collect() };
        equal("types", &names(ours), &names(theirs))?;
        for (our, their) in ours.types.iter().zip(&theirs.types) {
            // A whole document becomes a definition among others.
            let stand_in = |origin| origin == Origin::StandIn;
            equal(&format!("stand-in {}", our.name), &stand_in(our.origin), &stand_in(their.origin))?;
            self.pair(our.schema, their.schema)?;
        }
        while let Some((our, their)) = self.waiting.pop() {
            if let Err(message) = self.schemas(our, their) {
                return Err(format!("`{}`{}: {message}", self.owner(our), ours.schema(our).pointer));
            }
        }
        Ok(())
    }

    /// The name of the type that a schema was written in, for messages.
    fn owner(&self, id: SchemaId) -> &str {
        let schema = self.ours.schema(id);
        let types = self.ours.types.iter().filter(|named| {
            let owner = self.ours.schema(named.schema);
            owner.document == schema.document && schema.pointer.starts_with(&owner.pointer)
        });
        types.max_by_key(|named| self.ours.schema(named.schema).pointer.len()).map_or("", |named| &named.name)
    }

    fn pair(&mut self, our: SchemaId, their: SchemaId) -> Same {
        match (self.there.get(&our), self.back.get(&their)) {
            (None, None) => {
                self.there.insert(our, their);
                self.back.insert(their, our);
                self.waiting.push((our, their));
                Ok(())
            }
            (Some(known), _) if *known == their => Ok(()),
            (Some(_), _) | (None, Some(_)) => {
                let at = |spec: &Spec, id| spec.schema(id).pointer.clone();
                Err(format!("{} and {} are two schemas on one side", at(self.ours, our), at(self.theirs, their)))
            }
        }
    }

    fn schemas(&mut self, our: SchemaId, their: SchemaId) -> Same {
        let (ours, theirs) = (self.ours, self.theirs);
        let (our_schema, their_schema) = (ours.schema(our), theirs.schema(their));
        notes(&our_schema.notes, &their_schema.notes)?;
        self.anchors((our, our_schema), (their, their_schema))?;
        let which = |schema: &Schema| -> Vec<_> {
            schema.keywords.iter().map(|keyword| std::mem::discriminant(&keyword.value)).collect()
        };
        if which(our_schema) != which(their_schema) {
            let names =
                |schema: &Schema| schema.keywords.iter().map(|keyword| name(&keyword.value)).collect::<Vec<_>>();
            return equal("keywords", &names(our_schema), &names(their_schema));
        }
        for (our, their) in our_schema.keywords.iter().zip(&their_schema.keywords) {
            self.keywords(&our.value, &their.value)?;
        }
        Ok(())
    }

    /// Dynamic anchors say where `$dynamicRef` may lead: they belong to the resource whose root a schema is.
    fn anchors(&mut self, our: (SchemaId, &Schema), their: (SchemaId, &Schema)) -> Same {
        let of = |spec: &Spec, (id, schema): (SchemaId, &Schema)| {
            let ResourceId(index) = schema.resource;
            let resource = spec.resources.get(index as usize).filter(|resource| resource.root == id);
            resource.map(|resource| resource.dynamic_anchors.clone()).unwrap_or_default()
        };
        let (our, their) = (of(self.ours, our), of(self.theirs, their));
        let names = |anchors: &[(String, SchemaId)]| anchors.iter().map(|(name, _)| anchor(name)).collect::<Vec<_>>();
        equal("dynamic anchors", &names(&our), &names(&their))?;
        our.iter().zip(&their).try_for_each(|((_, our), (_, their))| self.pair(*our, *their))
    }

    fn keywords(&mut self, our: &Keyword, their: &Keyword) -> Same {
        let (our_plain, our_schemas) = taken_apart(our);
        let (their_plain, their_schemas) = taken_apart(their);
        // Names are made only where they are told: a keyword may list a thousand values.
        if our_plain != their_plain {
            return equal(&name(our), &our_plain, &their_plain);
        }
        if our_schemas.len() != their_schemas.len() {
            return equal(&format!("schemas of {}", name(our)), &our_schemas.len(), &their_schemas.len());
        }
        our_schemas.into_iter().zip(their_schemas).try_for_each(|(our, their)| self.pair(our, their))
    }
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, ours: &T, theirs: &T) -> Same {
    if ours == theirs { Ok(()) } else { Err(format!("{what}: {ours:?} and {theirs:?}")) }
}

fn notes(ours: &Notes, theirs: &Notes) -> Same {
    let Notes { title, description, comment, default, examples, deprecated, read_only, write_only, .. } = ours;
    equal("title", title, &theirs.title)?;
    equal("description", description, &theirs.description)?;
    equal("$comment", comment, &theirs.comment)?;
    let value = |default: &Option<At<Value>>| default.as_ref().map(|default| default.value.clone());
    equal("default", &value(default), &value(&theirs.default))?;
    let values = |examples: &[At<Value>]| examples.iter().map(|example| example.value.clone()).collect::<Vec<_>>();
    equal("examples", &values(examples), &values(&theirs.examples))?;
    equal("deprecated", deprecated, &theirs.deprecated)?;
    equal("readOnly", read_only, &theirs.read_only)?;
    equal("writeOnly", write_only, &theirs.write_only)?;
    // Members of an object have no order.
    let extensions = |notes: &Notes| -> BTreeMap<String, Value> {
        notes.extensions.iter().map(|(name, value)| (name.clone(), value.value.clone())).collect()
    };
    equal("extensions", &extensions(ours), &extensions(theirs))?;
    equal("remarks", &ours.remarks, &theirs.remarks)
}

/// The anchor of `$recursiveRef` has no name; exported, it must have one.
fn anchor(name: &str) -> String {
    if name.is_empty() { "recursive".to_owned() } else { name.to_owned() }
}

/// The variant, `PatternProperties`, for messages.
fn name(keyword: &Keyword) -> String {
    let text = format!("{keyword:?}");
    text.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// A keyword without ids and places, and the ids on their own.
fn taken_apart(keyword: &Keyword) -> (Keyword, Vec<SchemaId>) {
    let mut schemas = keyword.subschemas();
    schemas.extend(keyword.reference());
    if let Keyword::Discriminator(discriminator) = keyword {
        schemas.extend(discriminator.targets());
    }
    let mut bare = keyword.bare();
    if let Keyword::DynamicRef(reference) = &mut bare {
        reference.anchor = anchor(&reference.anchor);
    }
    (bare, schemas)
}
