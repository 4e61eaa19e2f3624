//! serde's traits over ours: for generated code two functions, for the types of this crate the impls.

pub use crate::read::deserialize;
pub use crate::write::serialize;
use crate::{Integer, Number, Sensitive, Value};
use crate::{Read, Write};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroize;

macro_rules! bridge {
    ($($type:ty),*) => {
        $(impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        })*
    };
}

bridge!(Value, Number, Integer);

impl<'de, T: for<'a> Read<'a> + Zeroize> Deserialize<'de> for Sensitive<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<T: Write + Zeroize> Serialize for Sensitive<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}
