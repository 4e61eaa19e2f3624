//! Schemas to [`Rule`]s: every keyword of every draft as an assertion over a JSON value.
//!
//! In comes a [`Spec`] and the schemas of it that no Rust type can carry; out come the rules of a [`Module`], with the
//! patterns and the anchors that they use. It must not know the types: a rule says nothing of structs or fields.

mod lower;
pub(crate) mod program;
mod reach;

use crate::diagnostic::{Code, Sink};
use crate::model::{Module, Pattern, PatternId, Rule, RuleId};
use crate::options::Formats;
use crate::source::Span;
use crate::spec::{Schema, SchemaId, Spec};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::pattern;

/// The rules, patterns and anchors of one module in the making.
pub(crate) struct Rules<'a> {
    /// Whether `format` is a rule.
    formats: Formats,
    /// Names the place of a schema: `workos/user.json#/properties/a`.
    locate: &'a dyn Fn(&Schema) -> String,
    rules: Vec<Rule>,
    /// Where each rule was written.
    spans: Vec<Span>,
    by_schema: BTreeMap<SchemaId, RuleId>,
    /// Schemas that have an id and no assertions yet.
    waiting: Vec<(SchemaId, RuleId)>,
    patterns: Vec<Pattern>,
    by_source: BTreeMap<String, Option<PatternId>>,
    /// Anchors that some `$dynamicRef` looks for.
    anchors: BTreeSet<String>,
    resources: Vec<Vec<(String, RuleId)>>,
    problems: Vec<(Code, Span, String)>,
}

impl<'a> Rules<'a> {
    /// No rules yet.
    pub(crate) fn new(formats: Formats, locate: &'a dyn Fn(&Schema) -> String) -> Rules<'a> {
        Rules {
            formats,
            locate,
            rules: Vec::new(),
            spans: Vec::new(),
            by_schema: BTreeMap::new(),
            waiting: Vec::new(),
            patterns: Vec::new(),
            by_source: BTreeMap::new(),
            anchors: BTreeSet::new(),
            resources: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The rule of a schema, and of whatever it refers to. The same schema has the same rule each time.
    pub(crate) fn rule(&mut self, spec: &Spec, id: SchemaId) -> RuleId {
        let rule = self.wanted(spec, id);
        while let Some((schema, rule)) = self.waiting.pop() {
            let assertions = lower::assertions(self, spec, spec.schema(schema));
            self.rules[rule.0 as usize].assertions = assertions;
        }
        rule
    }

    /// The id of a pattern, for typed checks too. [`None`] where it is no ECMA-262 expression, which
    /// [`Rules::finish`] reports at `span`.
    pub(crate) fn pattern(&mut self, source: &str, span: Span) -> Option<PatternId> {
        if let Some(known) = self.by_source.get(source) {
            return *known;
        }
        let id = match translate(source) {
            Ok(translated) => {
                self.patterns.push(Pattern { source: source.to_owned(), translated });
                Some(PatternId(self.patterns.len() as u32 - 1))
            }
            Err(message) => {
                self.problems.push((Code::Pattern, span, message));
                None
            }
        };
        self.by_source.insert(source.to_owned(), id);
        id
    }

    /// The patterns so far. [`PatternId`]s index them.
    pub(crate) fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// Moves everything into the module, and reports what is wrong with the schemas that were met.
    pub(crate) fn finish(mut self, module: &mut Module, sink: &mut Sink) {
        let cycles = reach::cut_cycles(&mut self.rules);
        // Cycles of references alone are told where these are read, reference by reference.
        for rule in cycles.into_iter().filter(|_| !sink.has(Code::ReferenceCycle)) {
            let span = self.spans[rule.0 as usize];
            let message = "this schema leads back to itself without going into the value".to_owned();
            self.problems.push((Code::ReferenceCycle, span, message));
        }
        reach::mark_watched(&mut self.rules, &self.resources);
        for (code, span, message) in self.problems {
            sink.report(code, span).message(message);
        }
        self.rules.shrink_to_fit();
        module.rules = self.rules;
        module.patterns = self.patterns;
        module.resources = self.resources;
        module.program = program::program(module);
    }

    /// The id of the rule of a schema that is lowered sooner or later.
    fn wanted(&mut self, spec: &Spec, id: SchemaId) -> RuleId {
        if let Some(&known) = self.by_schema.get(&id) {
            return known;
        }
        let schema = spec.schema(id);
        let rule = self.add(schema);
        self.by_schema.insert(id, rule);
        self.waiting.push((id, rule));
        rule
    }

    /// A rule at the place of `schema` that asserts nothing yet.
    fn add(&mut self, schema: &Schema) -> RuleId {
        self.rules.push(Rule { location: (self.locate)(schema), resource: schema.resource.0, assertions: Vec::new() });
        self.spans.push(schema.span);
        RuleId(self.rules.len() as u32 - 1)
    }

    /// Makes every schema with this `$dynamicAnchor` a rule, in whatever resource it is: evaluation may come through
    /// any of them.
    fn anchor(&mut self, spec: &Spec, anchor: &str) {
        if !self.anchors.insert(anchor.to_owned()) {
            return;
        }
        self.resources.resize(spec.resources.len(), Vec::new());
        for (index, resource) in spec.resources.iter().enumerate() {
            for (name, schema) in &resource.dynamic_anchors {
                if name == anchor {
                    let rule = self.wanted(spec, *schema);
                    self.resources[index].push((name.clone(), rule));
                }
            }
        }
    }
}

/// The pattern in the syntax of the runtime's engine, or what is wrong with it.
fn translate(source: &str) -> Result<String, String> {
    let translated = pattern::check(source).and_then(|()| pattern::translate(source));
    translated.map_err(|error| error.to_string())
}
