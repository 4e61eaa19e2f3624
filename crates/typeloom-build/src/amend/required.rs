//! Whether a key must be there, where the manifest says otherwise than the document.

use super::fields::{FieldPlace, field_at_mut};
use super::unused;
use crate::diagnostic::Sink;
use crate::source::Span;
use crate::spec::{Keyword, Spec, Stated};

pub(super) fn set(spec: &mut Spec, at: FieldPlace, required: bool, span: Span, sink: &mut Sink) {
    let Some(field) = field_at_mut(spec, at) else { return };
    let known = std::mem::replace(&mut field.required, Stated::Yes) == Stated::Yes;
    let name = field.name.clone();
    let schema = spec.schema_mut(at.parent);
    let listed = schema.required().iter().any(|entry| entry.value == name);
    match (listed, required) {
        (true, true) | (false, false) if known => {
            let state = if required { "required" } else { "optional" };
            unused(sink, span, format!("the document says already that `{name}` is {state}"))
                .help("take this entry out");
        }
        (true, true) | (false, false) => {}
        (true, false) => {
            for keyword in &mut schema.keywords {
                if let Keyword::Required(names) = &mut keyword.value {
                    names.retain(|entry| entry.value != name);
                }
            }
            schema.keywords.retain(|keyword| !matches!(&keyword.value, Keyword::Required(names) if names.is_empty()));
        }
        (false, true) => {
            let list = schema.keywords.iter_mut().find_map(|keyword| match &mut keyword.value {
                Keyword::Required(names) => Some(names),
                _ => None, // an accessor for one keyword has nothing to say of the others
            });
            match list {
                Some(names) => names.push(span.at(name)),
                None => schema.keywords.push(span.at(Keyword::Required(vec![span.at(name)]))),
            }
        }
    }
}
