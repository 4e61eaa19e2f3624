//! Whether docs say something else. Places (`schemas/workos/user.json:12`) are left out: they move with every line that
//! is added above them.

use crate::model::{Branch, Item, ItemKind};

/// Whether the docs of a type, or of something in it, differ.
pub(super) fn differ(old: &Item, new: &Item) -> bool {
    let [old, new] = [old, new].map(|item| {
        let mut all = vec![said(&item.docs)];
        match &item.kind {
            ItemKind::Struct(of) => all.extend(of.fields.iter().map(|field| said(&field.docs))),
            ItemKind::Enum(of) => all.extend(of.variants.iter().map(|variant| said(&variant.docs))),
            ItemKind::Union(of) => all.extend(of.branches.iter().map(|branch: &Branch| said(&branch.docs))),
            ItemKind::Newtype(_) | ItemKind::Alias(_) => {}
        }
        all.sort(); // the order of members is nothing to tell
        all
    });
    old != new
}

/// Docs without places.
fn said(docs: &[String]) -> String {
    let mut text = String::new();
    for paragraph in docs {
        for (index, part) in paragraph.split('`').enumerate() {
            let place = part.rsplit_once(':').is_some_and(|(_, line)| line.bytes().all(|byte| byte.is_ascii_digit()));
            if index % 2 == 0 || !place {
                text.push_str(part);
            }
        }
        text.push('\n');
    }
    text
}
