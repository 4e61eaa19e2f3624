//! How PowerShell spells types.

use super::{BOOLEAN, INT64, INTEGER, MOMENT, NUMBER, OBJECT, STRING, UUID};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const POWERSHELL: Vocabulary = Vocabulary {
    name: "PowerShell",
    words: &[
        ("String", STRING),
        ("Int32", INTEGER),
        ("Int64", INT64),
        ("Double", NUMBER),
        ("Decimal", NUMBER),
        ("Boolean", BOOLEAN),
        ("System.DateTime", MOMENT),
        ("Guid", UUID),
        ("System.IO.FileInfo", STRING),
        ("FileInfo", STRING),
        ("System.Collections.Hashtable", OBJECT),
        ("Hashtable", OBJECT),
        ("PSCustomObject", Meaning::Any),
        ("SystemCollectionsHashtable", OBJECT),
        ("AnyType", Meaning::Any),
    ],
    heads: &[("System.Collections.Hashtable", Head::Map), ("Hashtable", Head::Map)],
};
