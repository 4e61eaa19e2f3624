//! Members that the document does not know.

use crate::Value;
use crate::sensitive::Members;
use std::collections::{BTreeMap, btree_map};
use std::fmt;
use std::ops::{Deref, DerefMut};
use zeroize::Zeroize;

/// The members of an object that have no field of their own, by name. A map in all but `Debug`, which hides what stands
/// under a name that is known for secrets, at any depth: a secret that the vendor adds tomorrow has no field yet. Wiped
/// when it is dropped.
///
/// ```
/// use typeloom::{Unknown, Value};
/// let mut unknown = Unknown::new();
/// unknown.insert("plan".to_owned(), Value::from("free"));
/// unknown.insert("api_key".to_owned(), Value::from("k-live-1"));
/// assert_eq!(format!("{unknown:?}"), r#"{"api_key": Sensitive(..), "plan": String("free")}"#);
/// ```
#[derive(Clone, Default)]
pub struct Unknown {
    members: BTreeMap<String, Value>,
    /// Names that the document has for secrets elsewhere: in the branches of a union.
    secret: &'static [&'static str],
}

impl Unknown {
    /// No members.
    pub const fn new() -> Unknown {
        Unknown { members: BTreeMap::new(), secret: &[] }
    }

    /// No members. Those with one of these names will be secrets.
    #[doc(hidden)]
    pub const fn knowing(secret: &'static [&'static str]) -> Unknown {
        Unknown { members: BTreeMap::new(), secret }
    }

    /// The members as a map, from now on wiped by nobody.
    pub fn into_inner(mut self) -> BTreeMap<String, Value> {
        std::mem::take(&mut self.members)
    }
}

impl Drop for Unknown {
    fn drop(&mut self) {
        for value in self.members.values_mut() {
            value.zeroize();
        }
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Members(&self.members, self.secret).fmt(f)
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Unknown) -> bool {
        self.members == other.members
    }
}

impl Eq for Unknown {}

impl Deref for Unknown {
    type Target = BTreeMap<String, Value>;

    fn deref(&self) -> &BTreeMap<String, Value> {
        &self.members
    }
}

impl DerefMut for Unknown {
    fn deref_mut(&mut self) -> &mut BTreeMap<String, Value> {
        &mut self.members
    }
}

impl From<BTreeMap<String, Value>> for Unknown {
    fn from(members: BTreeMap<String, Value>) -> Unknown {
        Unknown { members, secret: &[] }
    }
}

impl FromIterator<(String, Value)> for Unknown {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Unknown {
        Unknown::from(members.into_iter().collect::<BTreeMap<_, _>>())
    }
}

impl Extend<(String, Value)> for Unknown {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, members: I) {
        self.members.extend(members);
    }
}

impl IntoIterator for Unknown {
    type Item = (String, Value);
    type IntoIter = btree_map::IntoIter<String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_inner().into_iter()
    }
}

impl<'a> IntoIterator for &'a Unknown {
    type Item = (&'a String, &'a Value);
    type IntoIter = btree_map::Iter<'a, String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

impl<'a> IntoIterator for &'a mut Unknown {
    type Item = (&'a String, &'a mut Value);
    type IntoIter = btree_map::IterMut<'a, String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter_mut()
    }
}
