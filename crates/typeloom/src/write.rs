//! Writing: typed values come in; JSON text, a [`Value`], or calls to any serde `Serializer` go out.
//!
//! Generated code is not generic over where it writes to: [`Writer`] hides which of the three it is.

mod impls;
mod serde;
mod text;
mod value;

use crate::{Error, Fail, Number, Value};
use serde::Outgoing;
pub use serde::serialize;
use text::Text;
use value::Builder;
pub use value::value_of;

/// How deep arrays and objects may nest: enough to wrap anything that was read many times over, and bounded, so that
/// the stack is.
const DEPTH: u32 = 512;

/// Types that can be written as JSON.
pub trait Write {
    /// Writes the value.
    ///
    /// # Errors
    /// Where JSON has no way to say it: a floating point number that is not finite.
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail>;
}

/// The value as compact JSON text.
///
/// # Errors
/// Where JSON has no way to say it: a floating point number that is not finite.
pub fn to_string<T: Write + ?Sized>(value: &T) -> Result<String, Error> {
    text(value, false)
}

/// The value as JSON text with line breaks and an indent of two spaces.
///
/// # Errors
/// Where JSON has no way to say it: a floating point number that is not finite.
pub fn to_string_pretty<T: Write + ?Sized>(value: &T) -> Result<String, Error> {
    text(value, true)
}

/// The value as compact JSON text in UTF-8.
///
/// # Errors
/// Where JSON has no way to say it: a floating point number that is not finite.
pub fn to_vec<T: Write + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    to_string(value).map(String::into_bytes)
}

/// The value as a JSON value.
///
/// # Errors
/// Where JSON has no way to say it: a floating point number that is not finite.
pub fn to_value<T: Write + ?Sized>(value: &T) -> Result<Value, Error> {
    let mut writer = Writer::new(Sink::Value(Builder::new(false)), 0);
    match value.write(&mut writer) {
        Ok(()) => Ok(writer.into_value()),
        Err(fail) => Err(writer.take_error(fail)),
    }
}

fn text<T: Write + ?Sized>(value: &T, pretty: bool) -> Result<String, Error> {
    let mut writer = Writer::new(Sink::Text(Text::new(pretty)), 0);
    match value.write(&mut writer) {
        Ok(()) => Ok(writer.into_text()),
        Err(fail) => Err(writer.take_error(fail)),
    }
}

/// Where [`Write`] writes to.
pub struct Writer<'w> {
    sink: Sink<'w>,
    error: Option<Error>,
    depth: u32,
}

enum Sink<'w> {
    Text(Text),
    Value(Builder),
    Serde(&'w mut (dyn Outgoing + 'w)),
}

impl<'w> Writer<'w> {
    fn new(sink: Sink<'w>, depth: u32) -> Writer<'w> {
        Writer { sink, error: None, depth }
    }

    /// Writes `null`.
    ///
    /// # Errors
    /// Those of a serde format.
    pub fn null(&mut self) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.token("null"),
            Sink::Value(builder) => builder.put(Value::Null),
            Sink::Serde(outgoing) => return outgoing.null(),
        }
        Ok(())
    }

    /// Writes `true` or `false`.
    ///
    /// # Errors
    /// Those of a serde format.
    pub fn boolean(&mut self, boolean: bool) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.token(if boolean { "true" } else { "false" }),
            Sink::Value(builder) => builder.put(Value::Bool(boolean)),
            Sink::Serde(outgoing) => return outgoing.boolean(boolean),
        }
        Ok(())
    }

    pub(crate) fn signed(&mut self, number: i64) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.display(number),
            Sink::Value(builder) => builder.put(Value::Number(Number::from(number))),
            Sink::Serde(outgoing) => return outgoing.signed(number),
        }
        Ok(())
    }

    pub(crate) fn unsigned(&mut self, number: u64) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.display(number),
            Sink::Value(builder) => builder.put(Value::Number(Number::from(number))),
            Sink::Serde(outgoing) => return outgoing.unsigned(number),
        }
        Ok(())
    }

    /// The shortest decimal that reads back as the same number: `0.1`, `1.0`, `1e300`.
    pub(crate) fn float(&mut self, number: f64) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Value(builder) if builder.lenient() && !number.is_finite() => builder.put(Value::Null),
            Sink::Text(_) | Sink::Value(_) | Sink::Serde(_) if !number.is_finite() => {
                return Err(self.fail(format!("JSON has no way to write the number {number}")));
            }
            Sink::Text(text) => text.debug(number),
            Sink::Value(builder) => match Number::new(&format!("{number:?}")) {
                Some(number) => builder.put(Value::Number(number)),
                None => return Err(self.fail(format!("JSON has no way to write the number {number}"))),
            },
            Sink::Serde(outgoing) => return outgoing.float(number),
        }
        Ok(())
    }

    /// Writes a number as it was written.
    ///
    /// # Errors
    /// Through serde, where no type of serde's data model holds it exactly.
    pub fn number(&mut self, number: &Number) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.token(number.as_str()),
            Sink::Value(builder) => builder.put(Value::Number(number.clone())),
            Sink::Serde(outgoing) => {
                return match outgoing.number(number) {
                    Some(result) => result,
                    None => Err(self.fail(format!("{number} cannot be written exactly through serde"))),
                };
            }
        }
        Ok(())
    }

    /// Writes a string.
    ///
    /// # Errors
    /// Those of a serde format.
    pub fn string(&mut self, string: &str) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.string(string),
            Sink::Value(builder) => builder.put(Value::String(string.to_owned())),
            Sink::Serde(outgoing) => return outgoing.string(string),
        }
        Ok(())
    }

    /// Writes a secret: no copies of it are left behind where a text grows.
    ///
    /// # Errors
    /// Those of the value.
    pub fn secret<T: Write + ?Sized>(&mut self, value: &T) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.mark_secret(),
            Sink::Value(_) | Sink::Serde(_) => {}
        }
        value.write(self)
    }

    /// Begins an object.
    ///
    /// # Errors
    /// Where it would be too deep to be read back, and those of a serde format.
    pub fn object(&mut self) -> Result<(), Fail> {
        self.enter()?;
        match &mut self.sink {
            Sink::Text(text) => text.open('{'),
            Sink::Value(builder) => builder.object(),
            Sink::Serde(outgoing) => return outgoing.object(),
        }
        Ok(())
    }

    /// Writes a member of the object that was begun.
    ///
    /// # Errors
    /// Those of the value.
    #[inline(never)]
    pub fn member<T: Write>(&mut self, name: &str, value: &T) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.name(name),
            Sink::Value(builder) => builder.name(name),
            Sink::Serde(outgoing) => {
                return outgoing.member(name, value, self.depth);
            }
        }
        value.write(self)
    }

    /// Ends an object.
    ///
    /// # Errors
    /// Those of a serde format.
    pub fn end_object(&mut self) -> Result<(), Fail> {
        self.depth = self.depth.saturating_sub(1);
        match &mut self.sink {
            Sink::Text(text) => text.close('}'),
            Sink::Value(builder) => builder.close(),
            Sink::Serde(outgoing) => return outgoing.end_object(),
        }
        Ok(())
    }

    /// Begins an array.
    ///
    /// # Errors
    /// Where it would be too deep to be read back, and those of a serde format.
    pub fn array(&mut self) -> Result<(), Fail> {
        self.enter()?;
        match &mut self.sink {
            Sink::Text(text) => text.open('['),
            Sink::Value(builder) => builder.array(),
            Sink::Serde(outgoing) => return outgoing.array(),
        }
        Ok(())
    }

    /// Writes an item of the array that was begun.
    ///
    /// # Errors
    /// Those of the value.
    #[inline(never)]
    pub fn item<T: Write>(&mut self, value: &T) -> Result<(), Fail> {
        match &mut self.sink {
            Sink::Text(text) => text.item(),
            Sink::Value(_) => {}
            Sink::Serde(outgoing) => {
                return outgoing.item(value, self.depth);
            }
        }
        value.write(self)
    }

    /// Ends an array.
    ///
    /// # Errors
    /// Those of a serde format.
    pub fn end_array(&mut self) -> Result<(), Fail> {
        self.depth = self.depth.saturating_sub(1);
        match &mut self.sink {
            Sink::Text(text) => text.close(']'),
            Sink::Value(builder) => builder.close(),
            Sink::Serde(outgoing) => return outgoing.end_array(),
        }
        Ok(())
    }

    fn enter(&mut self) -> Result<(), Fail> {
        self.depth += 1;
        if self.depth >= DEPTH {
            return Err(self.fail(format!("arrays and objects nest deeper than {DEPTH} levels")));
        }
        Ok(())
    }

    pub(crate) fn fail(&mut self, message: String) -> Fail {
        self.error = Some(Error::new(message, None));
        Fail(())
    }

    fn take_error(&mut self, _: Fail) -> Error {
        self.error.take().unwrap_or_else(|| Error::new("the value could not be written".to_owned(), None)).finish(None)
    }

    fn into_text(self) -> String {
        match self.sink {
            Sink::Text(text) => text.finish(),
            Sink::Value(_) | Sink::Serde(_) => String::new(),
        }
    }

    fn into_value(self) -> Value {
        match self.sink {
            Sink::Value(builder) => builder.finish(),
            Sink::Text(_) | Sink::Serde(_) => Value::Null,
        }
    }
}
