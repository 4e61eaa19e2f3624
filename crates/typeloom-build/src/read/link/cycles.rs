//! References that lead only to each other: a value would be looked at for ever.
//!
//! Steps that stay at the same value are followed (references, `allOf` and its kin); those that go into it (`items`,
//! `properties`) end with the value and are fine.

use crate::diagnostic::{Code, Sink};
use crate::graph;
use crate::read::draft::Draft;
use crate::source::{At, Span};
use crate::spec::{Keyword, SchemaId};

/// A step that stays at the same value.
struct Step {
    to: SchemaId,
    span: Span,
}

/// Reports every cycle of such steps, once, at its first reference.
pub(super) fn report(draft: &Draft, sink: &mut Sink) {
    let steps: Vec<Vec<Step>> = draft.schemas.iter().map(|schema| steps(&schema.keywords)).collect();
    let edge = |from: usize, index: usize| steps[from].get(index).map(|step| step.to.0 as usize);
    graph::back_edges(steps.len(), edge, |way, back| {
        let from = way.iter().position(|(schema, _)| *schema == back).unwrap_or(0);
        let cycle = way[from..].iter().filter_map(|(schema, taken)| steps[*schema].get(taken - 1));
        describe(draft, cycle, sink);
    });
}

/// Reports one cycle at the first of its references.
fn describe<'a>(draft: &Draft, cycle: impl Iterator<Item = &'a Step>, sink: &mut Sink) {
    let is_reference = |span: Span| {
        let referring = |reference: &crate::read::draft::Pending| reference.span == span;
        draft.references.iter().any(referring)
    };
    let mut spans: Vec<Span> = cycle.map(|step| step.span).filter(|span| is_reference(*span)).collect();
    spans.sort();
    let [first, others @ ..] = spans.as_slice() else { return };
    let diagnostic = sink.report(Code::ReferenceCycle, *first);
    diagnostic
        .label("leads back here before any value is looked into")
        .help("let one of the references lead to a schema of its own");
    for other in others.iter().take(10) {
        diagnostic.related(*other, "by way of this");
    }
}

fn steps(keywords: &[At<Keyword>]) -> Vec<Step> {
    let mut found = vec![];
    for At { value: keyword, span } in keywords {
        let stays = keyword.any_instance().is_some() || matches!(keyword, Keyword::DependentSchemas(_));
        if stays {
            keyword.each_subschema(&mut |to| found.push(Step { to, span: *span }));
            found.extend(keyword.reference().map(|to| Step { to, span: *span }));
        }
    }
    found
}
