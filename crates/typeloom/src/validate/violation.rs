//! What `validate` found, for people and for programs.

use crate::Value;
use crate::shown::Shown;
use crate::validate::at::At;
use std::collections::BTreeMap;
use std::fmt;

/// How many violations are printed, and how many lines of reasons behind one of them: the iterators have all.
const PRINTED: usize = 20;

/// One way in which a value differs from what the document allows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    instance_location: String,
    keyword_location: String,
    absolute_keyword_location: Option<String>,
    keyword: &'static str,
    message: String,
    causes: Vec<Violation>,
}

/// All ways in which a value differs from what the document allows.
///
/// Printed, it is one line for each of the first 20, with the reasons behind it, and how many more there are:
/// `/user/email: must have at least 3 characters, has 2 (minLength)`. [`Violations::iter`] has all of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violations(Vec<Violation>);

impl Violation {
    pub(super) fn new(at: &At<'_>, keyword: &'static str, message: String, causes: Vec<Violation>) -> Violation {
        let pointers = at.pointers(keyword);
        Violation {
            instance_location: pointers.instance,
            keyword_location: pointers.keyword,
            absolute_keyword_location: pointers.absolute,
            keyword,
            message,
            causes,
        }
    }

    /// Stands for all that follow when there is no room for more.
    pub(super) fn unlisted() -> Violation {
        Violation {
            instance_location: String::new(),
            keyword_location: String::new(),
            absolute_keyword_location: None,
            keyword: "",
            message: "there are more violations than can be listed".to_owned(),
            causes: Vec::new(),
        }
    }

    /// JSON Pointer of the place in the instance: `/user/email`.
    pub fn instance_location(&self) -> &str {
        &self.instance_location
    }

    /// The way to the keyword through the schema, references included: `/properties/user/$ref/properties/email/minLength`.
    pub fn keyword_location(&self) -> &str {
        &self.keyword_location
    }

    /// The document and the JSON Pointer of the keyword in it: `workos/user.json#/properties/email/minLength`.
    pub fn absolute_keyword_location(&self) -> Option<&str> {
        self.absolute_keyword_location.as_deref()
    }

    /// The keyword: `minLength`. Empty for the boolean schema `false`.
    pub fn keyword(&self) -> &'static str {
        self.keyword
    }

    /// What is wrong, in words.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The reasons behind this one: for `anyOf` and `oneOf`, why the branch that came closest does not hold.
    pub fn causes(&self) -> &[Violation] {
        &self.causes
    }

    /// Number of steps in the instance location, of this one or of the deepest reason behind it.
    pub(super) fn depth(&self) -> usize {
        let own = self.instance_location.bytes().filter(|&byte| byte == b'/').count();
        self.causes.iter().map(Violation::depth).max().unwrap_or(0).max(own)
    }

    pub(super) fn size(&self) -> usize {
        let own = self.instance_location.len() + self.keyword_location.len() + self.message.len();
        let absolute = self.absolute_keyword_location.as_ref().map_or(0, String::len);
        64 + own + absolute + self.causes.iter().map(Violation::size).sum::<usize>()
    }

    fn units(&self, out: &mut Vec<Value>) {
        let mut unit = BTreeMap::new();
        unit.insert("keywordLocation".to_owned(), Value::String(self.keyword_location.clone()));
        if let Some(absolute) = &self.absolute_keyword_location {
            unit.insert("absoluteKeywordLocation".to_owned(), Value::String(absolute.clone()));
        }
        unit.insert("instanceLocation".to_owned(), Value::String(self.instance_location.clone()));
        unit.insert("error".to_owned(), Value::String(self.message.clone()));
        out.push(Value::Object(unit));
        for cause in &self.causes {
            cause.units(out);
        }
    }

    /// Prints it, and of the reasons behind it as many as there is room for.
    fn lines(&self, f: &mut fmt::Formatter<'_>, indent: usize, room: &mut usize) -> fmt::Result {
        write!(f, "{:indent$}", "")?;
        if !self.instance_location.is_empty() {
            write!(f, "{}: ", Shown(&self.instance_location))?;
        }
        write!(f, "{}", Shown(&self.message))?;
        if !self.keyword.is_empty() {
            write!(f, " ({})", self.keyword)?;
        }
        for (index, cause) in self.causes.iter().enumerate() {
            if *room == 0 {
                return write!(f, "\n{:1$}and {2} more", "", indent + 2, self.causes.len() - index);
            }
            *room -= 1;
            f.write_str("\n")?;
            cause.lines(f, indent + 2, room)?;
        }
        Ok(())
    }
}

impl Violations {
    pub(super) fn new(violations: Vec<Violation>) -> Violations {
        Violations(violations)
    }

    /// Each of them, in the order of the schema.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never true where `validate` returned them.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// JSON Schema's output format "basic" (2020-12 core, section 12.4.2): an object with `valid` and a list of
    /// `errors`, each with `instanceLocation`, `keywordLocation`, `absoluteKeywordLocation` where it is known, and
    /// `error`. The reasons behind an error follow it.
    ///
    /// ```
    /// use typeloom::{At, Report, Validate};
    ///
    /// # struct Age(i64);
    /// # impl Validate for Age {
    /// #     fn check(&self, at: &At<'_>, report: &mut Report) {
    /// #         if self.0 < 0 { report.add(at, "minimum", || "must be at least 0, is -1".to_owned()); }
    /// #     }
    /// # }
    /// # let user = Age(-1);
    /// let violations = user.validate().unwrap_err();
    /// assert_eq!(
    ///     typeloom::to_string(&violations.to_output()).unwrap(),
    ///     concat!(
    ///         r#"{"errors":[{"error":"must be at least 0, is -1","instanceLocation":"","keywordLocation":"/minimum"}],"#,
    ///         r#""instanceLocation":"","keywordLocation":"","valid":false}"#,
    ///     )
    /// );
    /// ```
    pub fn to_output(&self) -> Value {
        let mut errors = Vec::new();
        for violation in &self.0 {
            violation.units(&mut errors);
        }
        let mut output = BTreeMap::new();
        output.insert("valid".to_owned(), Value::Bool(self.0.is_empty()));
        output.insert("keywordLocation".to_owned(), Value::String(String::new()));
        output.insert("instanceLocation".to_owned(), Value::String(String::new()));
        output.insert("errors".to_owned(), Value::Array(errors));
        Value::Object(output)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut room = PRINTED;
        self.lines(f, 0, &mut room)
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().take(PRINTED).enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{violation}")?;
        }
        match self.0.len().saturating_sub(PRINTED) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl std::error::Error for Violations {}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
