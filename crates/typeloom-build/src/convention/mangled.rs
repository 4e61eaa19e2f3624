//! Names that generators had to change because their language reserves them: `r#type`, `var_from`, `propertyClass`,
//! `` `internal` `` in Kotlin and Swift, `var"type"` in Julia.

/// What generators put in front of a reserved word.
const PREFIXES: &[&str] = &["r#", "var_", "_", "property", "Var", "var", "m"];

/// Words that some language or generator reserves, in lower case.
const RESERVED: &[&str] = &[
    // Locals of the functions that one generator emits for Python.
    "all_params",
    "auth_settings",
    "body_params",
    "form_params",
    "header_params",
    "local_var_files",
    "path_params",
    "query_params",
    "resource_path",
    "abstract",
    "and",
    "any",
    "as",
    "assert",
    "associativity",
    "async",
    "await",
    "base64",
    "bool",
    "boolean",
    "break",
    "byte",
    "case",
    "catch",
    "chan",
    "char",
    "class",
    "clone",
    "const",
    "continue",
    "convenience",
    "copy",
    "covariant",
    "date",
    "datetime",
    "debugger",
    "def",
    "default",
    "defer",
    "deferred",
    "deinit",
    "del",
    "delete",
    "dict",
    "do",
    "double",
    "dyn",
    "echo",
    "elif",
    "else",
    "empty",
    "end",
    "enum",
    "environment",
    "except",
    "exec",
    "export",
    "extends",
    "extension",
    "extern",
    "fallthrough",
    "false",
    "field",
    "file",
    "fileprivate",
    "final",
    "finally",
    "float",
    "fn",
    "for",
    "foreach",
    "from",
    "func",
    "function",
    "global",
    "goto",
    "guard",
    "hash",
    "id",
    "if",
    "impl",
    "implements",
    "import",
    "in",
    "include",
    "indirect",
    "infix",
    "init",
    "inner",
    "inout",
    "instanceof",
    "int",
    "interface",
    "internal",
    "is",
    "isset",
    "json",
    "lambda",
    "lazy",
    "let",
    "list",
    "long",
    "loop",
    "map",
    "match",
    "method",
    "mod",
    "model",
    "module",
    "move",
    "mut",
    "mutating",
    "namespace",
    "native",
    "new",
    "next",
    "nil",
    "none",
    "nonlocal",
    "nonmutating",
    "not",
    "null",
    "object",
    "operator",
    "or",
    "out",
    "override",
    "package",
    "params",
    "parent",
    "pass",
    "postfix",
    "precedence",
    "prefix",
    "print",
    "private",
    "property",
    "protected",
    "protocol",
    "pub",
    "public",
    "raise",
    "range",
    "readonly",
    "ref",
    "register",
    "repeat",
    "required",
    "rethrow",
    "rethrows",
    "return",
    "schema",
    "select",
    "self",
    "set",
    "short",
    "sizeof",
    "static",
    "str",
    "string",
    "struct",
    "subscript",
    "super",
    "switch",
    "synchronized",
    "template",
    "then",
    "this",
    "throw",
    "throws",
    "trait",
    "transient",
    "true",
    "try",
    "type",
    "typealias",
    "typedef",
    "typeof",
    "union",
    "unless",
    "unowned",
    "unsafe",
    "unset",
    "unsigned",
    "until",
    "use",
    "validate",
    "var",
    "version",
    "virtual",
    "void",
    "volatile",
    "weak",
    "when",
    "where",
    "while",
    "with",
    "yield",
];

/// What Dart's kits may not call a member, and put `_` behind. Others do have names such as `_source`.
const RESERVED_BEHIND: &[&str] = &["source"];

/// How languages quote a name that they reserve: what stands before it and behind it.
const QUOTES: &[(&str, &str)] = &[("`", "`"), ("var\"", "\"")];

/// JSON-LD and Protocol Buffers begin these with `@`, which generators spell out.
const SIGNED: &[(&str, &str)] = &[
    ("at_type", "@type"),
    ("atType", "@type"),
    ("AtType", "@type"),
    ("at_id", "@id"),
    ("atId", "@id"),
    ("AtId", "@id"),
    ("at_context", "@context"),
    ("atContext", "@context"),
    ("AtContext", "@context"),
];

/// The name before the generator changed it.
pub(crate) fn original(name: &str) -> String {
    // Bash has no punctuation in names that others would read: its generator spells `_` out.
    if name.contains("Underscore") && !name.contains('_') {
        return name.replace("Underscore", "_");
    }
    let quoted = |(open, close): &(&str, &str)| name.strip_prefix(open)?.strip_suffix(close);
    if let Some(inner) = QUOTES.iter().find_map(quoted).filter(|inner| !inner.is_empty()) {
        return inner.to_owned();
    }
    if let Some((_, signed)) = SIGNED.iter().find(|(spelled, _)| *spelled == name) {
        return (*signed).to_owned();
    }
    let reserved = |word: &str| RESERVED.contains(&word.to_lowercase().as_str());
    // `Type_` in Go, `from_` in Python; no vendor ends a name so.
    let behind = |stem: &&str| reserved(stem) || RESERVED_BEHIND.contains(stem);
    if let Some(stem) = name.strip_suffix('_').filter(behind) {
        return stem.to_owned();
    }
    // No language lets a name begin with a digit.
    if let Some(digits) = name.strip_prefix('_').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return digits.to_owned();
    }
    let stripped = PREFIXES.iter().find_map(|prefix| {
        let rest = name.strip_prefix(prefix)?;
        // `_id` is a name of its own, `propertyClass` has a capital behind the prefix and `mid` is a word.
        let joined = match *prefix {
            "_" => rest != "id" && rest != "version",
            // Java has `getClass` for every object, and nothing else that must be avoided so.
            "property" => rest == "Class",
            "Var" | "var" => rest.starts_with(char::is_uppercase),
            "m" => matches!(rest, "type" | "from" | "class" | "import" | "global" | "self"),
            _ => true, // the other prefixes end with a sign
        };
        // Whatever stands behind `var_` in one word collided with something: no API begins names so.
        let one_word = !rest.is_empty() && rest.chars().skip(1).all(|c| c.is_lowercase());
        let known = reserved(rest) || (one_word && matches!(*prefix, "var_" | "Var"));
        (joined && known).then_some((*prefix, rest))
    });
    match stripped {
        Some(("property" | "var", rest)) => rest.to_lowercase(),
        Some((_, rest)) => rest.to_owned(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::convention::mangled::original;

    #[test]
    fn reserved_words_come_back() {
        for (mangled, name) in [
            ("r#type", "type"),
            ("var_from", "from"),
            ("_class", "class"),
            ("propertyClass", "class"),
            ("VarEnvironment", "Environment"),
            ("VarClient", "Client"),
            ("at_type", "@type"),
            ("mtype", "type"),
            ("_id", "_id"),
            ("accessUnderscoretoken", "access_token"),
            ("mid", "mid"),
            ("min", "min"),
            ("var_query_params", "query_params"),
            ("Type_", "Type"),
            ("from_", "from"),
            ("first_", "first_"),
            ("_exec", "exec"),
            ("_double", "double"),
            ("_123_list", "123_list"),
            ("`internal`", "internal"),
            ("var\"type\"", "type"),
            ("source_", "source"),
            ("_source", "_source"),
            ("_init", "init"),
            ("required_", "required"),
            ("_Prefix", "Prefix"),
            ("variant", "variant"),
            ("property_class", "property_class"),
            ("propertyType", "propertyType"),
            ("main", "main"),
        ] {
            assert_eq!(original(mangled), name);
        }
    }
}
