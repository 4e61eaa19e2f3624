//! Writing a value by what it is.

use super::{Item, List, Map, Members, Presence, Record, View};
use crate::{Fail, Value, Write, Writer};

/// Writes any value.
///
/// # Errors
/// Those of [`Write::write`].
pub fn write(item: &dyn Item, writer: &mut Writer<'_>) -> Result<(), Fail> {
    match item.view() {
        View::Null | View::None => writer.null(),
        View::Bool(boolean) => writer.boolean(boolean),
        View::Number(number) => number.write(writer),
        View::Text(text) => writer.string(text),
        View::Known(strings, text, _) if strings.secret => writer.secret(text),
        View::Known(_, text, _) => writer.string(text),
        View::Secret(inner) => writer.secret(&Written(inner)),
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

/// The members of a map. Where it stands beside the fields of a record, none may have the name of a field, by which
/// reading would know it: whoever put it there means the field. A `null` that was read for a field is written by that.
fn members(map: &dyn Map, record: Option<&'static Record>, writer: &mut Writer<'_>) -> Result<(), Fail> {
    let mut written = Ok(());
    map.each(&mut |name, item| {
        written = match record.and_then(|record| Some((record, record.index(name, 0)?))) {
            None => writer.member(name, &Written(item)),
            Some((record, index)) if record.remembers_null(index) && is_null(item) => Ok(()),
            Some((record, _)) => Err(has_field(name, record, writer)),
        };
        written.is_ok()
    });
    written
}

#[cold]
fn has_field(name: &str, record: &Record, writer: &mut Writer<'_>) -> Fail {
    writer.fail(format!("`{name}` is a field of {}: it cannot stand among the members without one too", record.title))
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
                if rest.and_then(|rest| rest.member(name)).is_some_and(is_null) {
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

fn is_null(item: &dyn Item) -> bool {
    matches!(item.view(), View::Any(Value::Null))
}
