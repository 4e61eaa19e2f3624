//! Members that `allOf` puts into many types: each of a hundred types that build upon each other has the members of all
//! before it, and the code grows with the square of the document.

use super::draft::Draft;
use crate::diagnostic::{Code, Sink};
use crate::model::ItemKind;

/// From how many fields on it is worth a word, and how many times the properties that the documents have.
const MANY: usize = 2000;
const TIMES: usize = 4;

/// Looks at all types of a vendor together.
pub(super) fn report(draft: &Draft<'_>, sink: &mut Sink) {
    let structs = draft.items.iter().filter_map(|sketch| match &sketch.item.kind {
        ItemKind::Struct(of) => Some((of.fields.len(), sketch.schema)),
        ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => None,
    });
    let (mut fields, mut types, mut largest) = (0, 0, None);
    for (count, schema) in structs {
        let own = draft.spec.schema(schema).fields().len();
        fields += count;
        types += usize::from(count > own);
        largest = largest.max(Some((count.saturating_sub(own), count, std::cmp::Reverse(schema))));
    }
    let written: usize = draft.spec.schemas.iter().map(|schema| schema.fields().len()).sum();
    let Some((other, count, std::cmp::Reverse(schema))) = largest else { return };
    if fields < MANY || fields < TIMES * written {
        return;
    }
    sink.report(Code::Repeated, draft.spec.schema(schema).span)
        .message(format!("{written} properties become {fields} fields: `allOf` repeats them in {types} types"))
        .label(format!("{other} of the {count} fields of this type are those of other schemas"))
        .help("the types are right, and their code is large; leave out types that are not needed with `exclude` in `vendor.toml`");
}
