//! One of several shapes: what generated unions say of their branches, and how the branch of a value is found.

use super::fill::put;
use super::{Slot, Validation};
use crate::json::KindSet;
use crate::read::Attempts;
use crate::rules::RuleSet;
use crate::{Fail, Read, Reader};

/// The branches of a union. One static per generated union.
#[derive(Debug)]
pub struct Union {
    /// Document and JSON Pointer of its schema.
    pub location: &'static str,
    /// The keyword that lists the branches, for messages.
    pub keyword: &'static str,
    /// How the branch of a value is found.
    pub choice: Choice,
    /// Name and rules of each branch.
    pub branches: &'static [(&'static str, Slot)],
    /// Whether it is a secret.
    pub secret: bool,
    /// How it is validated.
    pub validation: Validation,
}

/// How the branch of a JSON value is found.
#[derive(Debug)]
pub enum Choice {
    /// By the kinds of values that each branch has, which are disjoint.
    Kind(&'static [KindSet]),
    /// By the string in a member: values and the branches that they stand for.
    Tag(&'static str, &'static [(&'static str, usize)]),
    /// By trial: the first branch whose rule holds, else the first that can be read. Branches without a rule have
    /// [`None`].
    Trial(&'static RuleSet, &'static [Option<u32>]),
}

/// Reads the branch at an index into the place of the union.
pub type Branches<T> = fn(usize, &mut Option<T>, &mut Reader<'_>) -> Result<(), Fail>;

/// Reads one branch.
///
/// # Errors
/// Where the value is not of this branch.
#[inline(never)]
pub fn branch<T: for<'a> Read<'a>, U>(
    slot: &mut Option<U>,
    reader: &mut Reader<'_>,
    wrap: fn(T) -> U,
) -> Result<(), Fail> {
    let mut inner = None;
    T::read_into(&mut inner, reader)?;
    wrapped(slot, &mut inner, wrap);
    Ok(())
}

/// Not a part of its caller, which is on the stack while the branch is read.
#[inline(never)]
fn wrapped<T, U>(slot: &mut Option<U>, inner: &mut Option<T>, wrap: fn(T) -> U) {
    if let Some(inner) = inner.take() {
        put(slot, wrap(inner));
    }
}

impl Union {
    /// The index of the branch that the value ahead belongs to, by its kind or its tag. [`None`] where branches have to
    /// be tried.
    ///
    /// # Errors
    /// Where it belongs to none.
    fn choose(&'static self, reader: &mut Reader<'_>) -> Result<Option<usize>, Fail> {
        match &self.choice {
            Choice::Kind(kinds) => {
                let kind = reader.peek_kind()?;
                match kinds.iter().position(|kinds| kinds.has(kind)) {
                    Some(index) => Ok(Some(index)),
                    None => Err(reader.unexpected(&self.expected())),
                }
            }
            Choice::Tag(member, values) => {
                let tag = reader.peek_member(member)?;
                match values.iter().find(|(value, _)| Some(*value) == tag.as_deref()) {
                    Some((_, index)) => Ok(Some(*index)),
                    None => {
                        let known: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
                        Err(reader.unknown_tag(member, &known, tag.as_deref()))
                    }
                }
            }
            Choice::Trial(..) => Ok(None),
        }
    }

    /// What is expected, for messages: `a string or an array`.
    fn expected(&self) -> String {
        let kinds = match &self.choice {
            Choice::Kind(kinds) => kinds.iter().fold(KindSet::EMPTY, |all, kinds| all | *kinds),
            Choice::Tag(..) | Choice::Trial(..) => KindSet::EMPTY,
        };
        kinds.words()
    }

    /// Reads a union by trial.
    ///
    /// # Errors
    /// Where no branch takes the value.
    fn trial(
        &'static self,
        reader: &mut Reader<'_>,
        read: &mut dyn FnMut(usize, &mut Reader<'_>) -> Result<(), Fail>,
        function: usize,
    ) -> Result<(), Fail> {
        let value = reader.buffer()?;
        let mut attempts = Attempts::new(reader, self, &value, function);
        while let Some(index) = attempts.next() {
            match read(index, &mut attempts.reader) {
                Ok(()) => {
                    attempts.end(reader);
                    return Ok(());
                }
                Err(fail) => attempts.failed(index, fail),
            }
        }
        Err(attempts.in_vain(reader))
    }
}

impl Reader<'_> {
    /// Reads one of several shapes.
    ///
    /// # Errors
    /// Where the value is of none.
    pub fn union<T>(&mut self, union: &'static Union, slot: &mut Option<T>, branches: Branches<T>) -> Result<(), Fail> {
        if union.secret && !self.is_veiled() {
            return self.secret_union(union, slot, branches);
        }
        match union.choose(self)? {
            Some(index) => branches(index, slot, self),
            None => union.trial(self, &mut |index, reader| branches(index, slot, reader), branches as usize),
        }
    }

    /// Not a part of its caller, which is on the stack while the branch is read.
    #[inline(never)]
    fn secret_union<T>(
        &mut self,
        union: &'static Union,
        slot: &mut Option<T>,
        branches: Branches<T>,
    ) -> Result<(), Fail> {
        self.veiled(|reader| reader.union(union, slot, branches))
    }
}
