//! How Objective-C spells types.

use super::{ARRAY, MOMENT, OBJECT, STRING, URI, UUID};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};
use crate::spec::Kind;

/// The words and containers.
pub(crate) const OBJECTIVE_C: Vocabulary = Vocabulary {
    name: "Objective-C",
    words: &[
        ("NSString", STRING),
        // Truth values are numbers in Objective-C.
        ("NSNumber", Meaning::Kinds(&[Kind::Integer, Kind::Number, Kind::Boolean])),
        ("NSDate", MOMENT),
        ("NSURL", URI),
        ("NSUUID", UUID),
        ("NSData", STRING),
        ("NSObject", Meaning::Any),
        ("NSArray", ARRAY),
        ("NSDictionary", OBJECT),
    ],
    heads: &[("NSArray", Head::List), ("NSSet", Head::Set), ("NSDictionary", Head::Map)],
};
