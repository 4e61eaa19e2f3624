//! Writing a value by what it is.

use super::{Item, List, Map, Members, Presence, Record, View};
use crate::{Fail, Write, Writer};

/// Writes any value.
///
/// # Errors
/// Those of [`Write::write`].
pub fn write(item: &dyn Item, writer: &mut Writer<'_>) -> Result<(), Fail> {
    match item.view() {
        View::Null | View::None => writer.null(),
        View::Bool(boolean) => writer.boolean(boolean),
        View::Number(number) => number.write(writer),
        View::Text(text) | View::Known(_, text, _) => writer.string(text),
        View::Any(value) => value.write(writer),
        View::List(list) => items(list, writer),
        View::Map(map) => {
            writer.object()?;
            members(map, None, writer)?;
            writer.end_object()
        }
        View::Some(inner) | View::Branch(_, _, inner) | View::Wrapped(_, inner) => write(inner, writer),
        View::Object(record, fields) => object(record, fields, writer),
        View::Foreign(value) => value.write(writer),
    }
}

/// An item as what a [`Writer`] takes.
pub(crate) struct Written<'a>(pub &'a dyn Item);

impl Write for Written<'_> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        write(self.0, writer)
    }
}

fn items(list: &dyn List, writer: &mut Writer<'_>) -> Result<(), Fail> {
    writer.array()?;
    let mut index = 0;
    while let Some(item) = list.item(index) {
        writer.item(&Written(item))?;
        index += 1;
    }
    writer.end_array()
}

/// The members of a map, but for those that the record has: no name is written twice.
fn members(map: &dyn Map, record: Option<&'static Record>, writer: &mut Writer<'_>) -> Result<(), Fail> {
    let mut written = Ok(());
    map.each(&mut |name, item| {
        if record.is_none_or(|record| record.index(name, 0).is_none()) {
            written = writer.member(name, &Written(item));
        }
        written.is_ok()
    });
    written
}

/// Members in the order of the document, then the rest.
fn object(record: &'static Record, fields: &dyn Members, writer: &mut Writer<'_>) -> Result<(), Fail> {
    writer.object()?;
    let rest = fields.item(record.names.len()).view().as_map();
    for (index, (name, presence)) in record.names.iter().zip(record.presence).enumerate() {
        let item = fields.item(index);
        match (presence, item.view()) {
            (Presence::Optional | Presence::OptionalNullable | Presence::NullDropped, View::None) => {}
            (Presence::NullRemembered, View::None) => {
                if is_null(rest, name) {
                    writer.member(name, &())?;
                }
            }
            _ => writer.member(name, &Written(item))?, // the value is there, or `null`
        }
    }
    if let Some(rest) = rest {
        members(rest, Some(record), writer)?;
    }
    writer.end_object()
}

/// Whether the map remembers a `null` under this name.
fn is_null(map: Option<&dyn Map>, name: &str) -> bool {
    matches!(map.and_then(|map| map.member(name)).map(Item::view), Some(View::Any(crate::Value::Null)))
}
