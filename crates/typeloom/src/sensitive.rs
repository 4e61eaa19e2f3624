//! Values that must not leak: tokens, passwords, keys.

mod alike;
mod redact;

pub use alike::Alike;
pub(crate) use redact::Members;
pub use redact::redacted;

use std::fmt;
use zeroize::Zeroize;

/// A secret. Printed with `{:?}` it shows no content, violations and errors of reading do not show it either, and its
/// memory is wiped when it is dropped.
///
/// It reads and writes like the value inside. Whether two are equal takes the same time wherever they differ; numbers
/// are equal where they are written alike.
///
/// What reading, validating and writing make of it on the way is wiped too. What is not ours is not: the text that was
/// read and the text that was written, and what a format keeps for itself: `serde_json` has a buffer for strings with
/// escapes and for readers, and leaves a copy where it refuses a text. Values that are not on the heap (machine numbers, numbers of up to 22
/// characters) leave what Rust leaves when it moves a value.
///
/// ```
/// let token = typeloom::Sensitive::from("eyJhbGciOi".to_owned());
/// assert_eq!(format!("{token:?}"), "Sensitive(..)");
/// assert_eq!(token.expose(), "eyJhbGciOi");
/// ```
#[derive(Clone, Default)]
pub struct Sensitive<T: Zeroize>(T);

impl<T: Zeroize> Sensitive<T> {
    /// A secret.
    pub const fn new(secret: T) -> Sensitive<T> {
        Sensitive(secret)
    }

    /// The secret itself.
    pub fn expose(&self) -> &T {
        &self.0
    }

    /// The secret itself, from now on wiped by nobody.
    pub fn into_inner(mut self) -> T
    where
        T: Default,
    {
        std::mem::take(&mut self.0)
    }
}

impl<T: Zeroize> From<T> for Sensitive<T> {
    fn from(secret: T) -> Sensitive<T> {
        Sensitive(secret)
    }
}

impl From<&str> for Sensitive<String> {
    fn from(secret: &str) -> Sensitive<String> {
        Sensitive(secret.to_owned())
    }
}

impl<T: Zeroize + Alike> PartialEq for Sensitive<T> {
    fn eq(&self, other: &Sensitive<T>) -> bool {
        self.0.alike(&other.0)
    }
}

impl<T: Zeroize + Alike> Eq for Sensitive<T> {}

impl<T: Zeroize> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sensitive(..)")
    }
}

impl<T: Zeroize> Drop for Sensitive<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
