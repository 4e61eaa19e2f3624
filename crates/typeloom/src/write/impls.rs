//! [`Write`] for the types of the standard library and of this crate.

use crate::{Fail, Integer, Number, Sensitive, Unknown, Value, Write, Writer};
use std::collections::BTreeMap;
use zeroize::Zeroize;

impl Write for () {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.null()
    }
}

impl Write for bool {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.boolean(*self)
    }
}

impl Write for i32 {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.signed(i64::from(*self))
    }
}

impl Write for i64 {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.signed(*self)
    }
}

impl Write for u32 {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.unsigned(u64::from(*self))
    }
}

impl Write for u64 {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.unsigned(*self)
    }
}

impl Write for f64 {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.float(*self)
    }
}

impl Write for str {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.string(self)
    }
}

impl Write for String {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.string(self)
    }
}

impl Write for Number {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.number(self)
    }
}

impl Write for Integer {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.number(self.as_number())
    }
}

impl Write for Value {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        match self {
            Value::Null => writer.null(),
            Value::Bool(boolean) => writer.boolean(*boolean),
            Value::Number(number) => writer.number(number),
            Value::String(string) => writer.string(string),
            Value::Array(items) => items.write(writer),
            Value::Object(members) => members.write(writer),
        }
    }
}

impl<T: Write + Zeroize> Write for Sensitive<T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.secret(self.expose())
    }
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        (**self).write(writer)
    }
}

impl<T: Write + ?Sized> Write for Box<T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        (**self).write(writer)
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.array()?;
        for item in self {
            writer.item(item)?;
        }
        writer.end_array()
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        self.as_slice().write(writer)
    }
}

impl<T: Write> Write for BTreeMap<String, T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        writer.object()?;
        for (name, value) in self {
            writer.member(name, value)?;
        }
        writer.end_object()
    }
}

impl Write for Unknown {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        (**self).write(writer)
    }
}
