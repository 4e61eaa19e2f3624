//! Writing through any serde `Serializer`, hidden behind a trait object.

use crate::write::{Sink, Write, Writer};
use crate::{Fail, Number};
use serde_core::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

/// Writes a value through serde. What generated `Serialize` impls call.
///
/// # Errors
/// Those of the format, and where it has no way to say the value exactly.
pub fn serialize<T: Write + ?Sized, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    run(serializer, 0, &mut |writer| value.write(writer))
}

fn run<S: Serializer>(
    serializer: S,
    depth: u32,
    write: &mut dyn FnMut(&mut Writer<'_>) -> Result<(), Fail>,
) -> Result<S::Ok, S::Error> {
    let mut state: State<S> = State::Ready(serializer);
    let message = run_erased(&mut state, depth, write);
    match (message, state) {
        (None, State::Done(ok)) => Ok(ok),
        (_, State::Failed(error)) => Err(error),
        (Some(message), _) => Err(S::Error::custom(message)),
        (None, _) => Err(S::Error::custom("nothing was written")),
    }
}

/// What went wrong, for the case that the format has no error of its own.
fn run_erased(
    outgoing: &mut dyn Outgoing,
    depth: u32,
    write: &mut dyn FnMut(&mut Writer<'_>) -> Result<(), Fail>,
) -> Option<String> {
    let mut writer = Writer::new(Sink::Serde(outgoing), depth);
    match write(&mut writer) {
        Ok(()) => None,
        Err(fail) => Some(writer.take_error(fail).to_string()),
    }
}

/// A serializer of any format, in any of its states.
pub(super) trait Outgoing {
    fn null(&mut self) -> Result<(), Fail>;
    fn boolean(&mut self, boolean: bool) -> Result<(), Fail>;
    fn signed(&mut self, number: i64) -> Result<(), Fail>;
    fn unsigned(&mut self, number: u64) -> Result<(), Fail>;
    fn float(&mut self, number: f64) -> Result<(), Fail>;
    /// [`None`] where no type of serde's data model holds it exactly.
    fn number(&mut self, number: &Number) -> Option<Result<(), Fail>>;
    fn string(&mut self, string: &str) -> Result<(), Fail>;
    fn object(&mut self) -> Result<(), Fail>;
    fn member(&mut self, name: &str, value: &dyn Write, depth: u32) -> Result<(), Fail>;
    fn end_object(&mut self) -> Result<(), Fail>;
    fn array(&mut self) -> Result<(), Fail>;
    fn item(&mut self, value: &dyn Write, depth: u32) -> Result<(), Fail>;
    fn end_array(&mut self) -> Result<(), Fail>;
}

enum State<S: Serializer> {
    Ready(S),
    Map(S::SerializeMap),
    Seq(S::SerializeSeq),
    Done(S::Ok),
    Failed(S::Error),
    Taken,
}

impl<S: Serializer> State<S> {
    fn scalar(&mut self, write: impl FnOnce(S) -> Result<S::Ok, S::Error>) -> Result<(), Fail> {
        let State::Ready(serializer) = std::mem::replace(self, State::Taken) else { return Err(Fail(())) };
        self.after(write(serializer).map(State::Done))
    }

    fn after(&mut self, next: Result<State<S>, S::Error>) -> Result<(), Fail> {
        match next {
            Ok(next) => {
                *self = next;
                Ok(())
            }
            Err(error) => {
                *self = State::Failed(error);
                Err(Fail(()))
            }
        }
    }

    fn still(&mut self, result: Result<(), S::Error>) -> Result<(), Fail> {
        result.map_err(|error| {
            *self = State::Failed(error);
            Fail(())
        })
    }
}

impl<S: Serializer> Outgoing for State<S> {
    fn null(&mut self) -> Result<(), Fail> {
        self.scalar(S::serialize_unit)
    }

    fn boolean(&mut self, boolean: bool) -> Result<(), Fail> {
        self.scalar(|serializer| serializer.serialize_bool(boolean))
    }

    fn signed(&mut self, number: i64) -> Result<(), Fail> {
        self.scalar(|serializer| serializer.serialize_i64(number))
    }

    fn unsigned(&mut self, number: u64) -> Result<(), Fail> {
        self.scalar(|serializer| serializer.serialize_u64(number))
    }

    fn float(&mut self, number: f64) -> Result<(), Fail> {
        self.scalar(|serializer| serializer.serialize_f64(number))
    }

    fn number(&mut self, number: &Number) -> Option<Result<(), Fail>> {
        let text = number.as_str();
        if !text.contains(['.', 'e', 'E']) && text != "-0" {
            if let Ok(number) = text.parse::<i64>() {
                return Some(self.signed(number));
            }
            if let Ok(number) = text.parse::<u64>() {
                return Some(self.unsigned(number));
            }
            if let Ok(number) = text.parse::<i128>() {
                return Some(self.scalar(|serializer| serializer.serialize_i128(number)));
            }
            if let Ok(number) = text.parse::<u128>() {
                return Some(self.scalar(|serializer| serializer.serialize_u128(number)));
            }
        }
        let nearest = number.as_f64();
        let exact = nearest.is_finite() && Number::try_from(nearest).is_ok_and(|nearest| nearest == *number);
        exact.then(|| self.float(nearest))
    }

    fn string(&mut self, string: &str) -> Result<(), Fail> {
        self.scalar(|serializer| serializer.serialize_str(string))
    }

    fn object(&mut self) -> Result<(), Fail> {
        let State::Ready(serializer) = std::mem::replace(self, State::Taken) else { return Err(Fail(())) };
        self.after(serializer.serialize_map(None).map(State::Map))
    }

    fn member(&mut self, name: &str, value: &dyn Write, depth: u32) -> Result<(), Fail> {
        let State::Map(map) = self else { return Err(Fail(())) };
        let result = map.serialize_entry(name, &Nested { value, depth });
        self.still(result)
    }

    fn end_object(&mut self) -> Result<(), Fail> {
        let State::Map(map) = std::mem::replace(self, State::Taken) else { return Err(Fail(())) };
        self.after(map.end().map(State::Done))
    }

    fn array(&mut self) -> Result<(), Fail> {
        let State::Ready(serializer) = std::mem::replace(self, State::Taken) else { return Err(Fail(())) };
        self.after(serializer.serialize_seq(None).map(State::Seq))
    }

    fn item(&mut self, value: &dyn Write, depth: u32) -> Result<(), Fail> {
        let State::Seq(seq) = self else { return Err(Fail(())) };
        let result = seq.serialize_element(&Nested { value, depth });
        self.still(result)
    }

    fn end_array(&mut self) -> Result<(), Fail> {
        let State::Seq(seq) = std::mem::replace(self, State::Taken) else { return Err(Fail(())) };
        self.after(seq.end().map(State::Done))
    }
}

/// A value inside another one.
struct Nested<'a> {
    value: &'a dyn Write,
    depth: u32,
}

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        run(serializer, self.depth, &mut |writer| self.value.write(writer))
    }
}
