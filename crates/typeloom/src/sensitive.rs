//! Values that must not leak: tokens, passwords, keys.

use std::fmt;
use zeroize::Zeroize;

/// A secret. Printed with `{:?}` it shows no content, and its memory is wiped when it is dropped.
///
/// It reads, compares and writes like the value inside.
///
/// ```
/// let token = typeloom::Sensitive::from("eyJhbGciOi".to_owned());
/// assert_eq!(format!("{token:?}"), "Sensitive(..)");
/// assert_eq!(token.expose(), "eyJhbGciOi");
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
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
