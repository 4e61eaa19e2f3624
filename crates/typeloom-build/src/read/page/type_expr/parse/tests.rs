//! What type expressions are read as.

use crate::read::page::type_expr::parse::{Failure, parse};
use crate::read::page::type_expr::{Expr, ExprKind, Literal};

fn show(expr: &Expr) -> String {
    let all = |items: &[Expr]| items.iter().map(show).collect::<Vec<_>>().join(", ");
    match &expr.kind {
        ExprKind::Word(word) => word.clone(),
        ExprKind::Apply(head, args) => format!("{head}<{}>", all(args)),
        ExprKind::List(item) => format!("list {}", show(item)),
        ExprKind::Counted(item, least, most) => format!("list of {least} to {most:?} {}", show(item)),
        ExprKind::Map(value) => format!("map {}", show(value)),
        ExprKind::Optional(inner) => format!("optional {}", show(inner)),
        ExprKind::Nullable(inner) => format!("nullable {}", show(inner)),
        ExprKind::Question(inner) => format!("question {}", show(inner)),
        ExprKind::Union(members) => format!("({})", members.iter().map(show).collect::<Vec<_>>().join(" | ")),
        ExprKind::Literal(Literal::String(text)) => format!("{text:?}"),
        ExprKind::Literal(Literal::Number(text)) => text.clone(),
        ExprKind::Formatted(inner, format) => format!("{} as {format}", show(inner)),
        ExprKind::Record(members) => {
            let members: Vec<String> =
                members.iter().map(|(name, member)| format!("{name}: {}", show(member))).collect();
            format!("record({})", members.join(", "))
        }
    }
}

#[test]
fn every_ecosystem_has_one_grammar() {
    let cases = [
        ("Optional[str]", "Optional<str>"),
        ("List[models.Pet]", "List<models.Pet>"),
        ("dict(str, list[Pet])", "dict<str, list<Pet>>"),
        ("Union[bytes, IO[bytes], io.BufferedReader]", "Union<bytes, IO<bytes>, io.BufferedReader>"),
        ("Literal[\"daily\"]", "Literal<\"daily\">"),
        ("string[][]", "list list string"),
        ("Record<string, any>", "Record<string, any>"),
        ("{ [key: string]: Pet; }", "map Pet"),
        ("Array<{ [key: string]: any; }>", "Array<map any>"),
        ("*string", "optional string"),
        ("[]*string", "list optional string"),
        ("map[string]interface{}", "map<string, interface{}>"),
        ("Pointer to map[string][]Pet", "optional map<string, list Pet>"),
        ("Option<Vec<models::Pet>>", "Option<Vec<models::Pet>>"),
        (
            "std::collections::HashMap<String, serde_json::Value>",
            "std::collections::HashMap<String, serde_json::Value>",
        ),
        ("\\Acme\\Client\\Model\\Pet[]", "list \\Acme\\Client\\Model\\Pet"),
        ("Crystalline::Nilable.new(::String)", "Crystalline::Nilable<::String>"),
        ("Crystalline::Boolean.new", "Crystalline::Boolean"),
        ("Crystalline::Hash[Symbol, ::Object]", "Crystalline::Hash<Symbol, ::Object>"),
        ("array<Components\\Pet>", "array<Components\\Pet>"),
        ("bool?", "optional bool"),
        ("?string(Day)", "question string as Day"),
        ("integer¦null", "(integer | null)"),
        ("string(date-time)|null", "(string as date-time | null)"),
        ("[integer]¦null", "(list integer | null)"),
        ("integer or string", "(integer | string)"),
        ("array of strings", "list strings"),
        ("array of role objects", "list role"),
        ("?array of integers", "question list integers"),
        ("String collection", "list String"),
        ("[ Item ]", "list Item"),
        ("Target array", "list Target"),
        ("nullable string", "nullable string"),
        ("integer (uint64)", "integer as uint64"),
        ("string [1-*]", "list of 1 to None string"),
        ("[String: Pet]", "map Pet"),
        ("Vector{Pet}", "Vector<Pet>"),
        ("number[3]", "list of 3 to Some(3) number"),
        ("number []", "list number"),
        ("[\"string\", \"null\"]", "(\"string\" | \"null\")"),
        ("'a', 'b' or 'c'", "('a' | 'b' | 'c')"),
        ("repeated zoo.v1.Pet", "list zoo.v1.Pet"),
        ("array", "array"),
        ("char *", "char"),
        ("list_t *", "list_t"),
        ("list_t*", "list_t*"),
        ("NSArray<NSString*>*", "NSArray<NSString>"),
        ("LIST [PET]", "LIST<PET>"),
        ("{String: [Pet]}", "map list Pet"),
        ("{ \"kind\": string, \"size\": { \"cm\": integer } }", "record(kind: string, size: record(cm: integer))"),
        ("[ ]", "array"),
        ("chrono::DateTime::<chrono::Utc>", "chrono::DateTime<chrono::Utc>"),
        ("Map<String, List<@Valid Pet>>", "Map<String, List<Pet>>"),
        ("dict<string, string>", "dict<string, string>"),
    ];
    for (text, expected) in cases {
        let shown = parse(text).map(|expr| show(&expr));
        assert_eq!(shown.as_deref(), Ok(expected.replace('\'', "\"").as_str()), "{text}");
    }
}

#[test]
fn what_cannot_be_read_has_a_place() {
    assert_eq!(parse("List[str"), Err(Failure::At(4)));
    assert_eq!(parse("str str"), Err(Failure::At(4)));
    assert_eq!(parse(""), Err(Failure::At(0)));
    assert_eq!(parse("List[]extra"), Err(Failure::At(6)));
    assert_eq!(parse(&"[".repeat(100_000)), Err(Failure::TooDeep));
    assert_eq!(parse(&"*".repeat(100_000)), Err(Failure::TooDeep));
    assert_eq!(parse(&"map[a]".repeat(100_000)), Err(Failure::TooDeep));
    assert!(parse(&"map[".repeat(30)).is_err());
    assert!(parse(&"{\"a\": ".repeat(100_000)).is_err());
    assert!(parse(&"A [".repeat(30)).is_err());
    assert!(parse(&format!("a{}", "[]".repeat(100_000))).is_err());
}
