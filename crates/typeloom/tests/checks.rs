//! The rules on typed values, one by one.

#![allow(missing_docs, clippy::unwrap_used)]

use typeloom::check::{self, Limit, Literal};
use typeloom::{At, Integer, Number, Report, Validate, Value, from_str};

/// The messages of a check, none where it holds; a silent report must agree.
fn messages(check: impl Fn(&At<'_>, &mut Report)) -> Vec<String> {
    let mut silent = Report::silent();
    check(&At::ROOT, &mut silent);
    let mut report = Report::new();
    check(&At::ROOT, &mut report);
    assert_eq!(silent.failed(), report.failed());
    assert_eq!(silent.stop(), report.failed());
    assert!(silent.violations().is_empty());
    report.violations().iter().map(ToString::to_string).collect()
}

fn holds(check: impl Fn(&At<'_>, &mut Report)) -> bool {
    messages(check).is_empty()
}

#[test]
fn lengths_count_code_points() {
    for (text, length) in [("", 0), ("a", 1), ("é", 1), ("日本", 2), ("😀", 1), ("e\u{301}", 2), ("👩‍👩‍👧", 5)]
    {
        for limit in 0..8 {
            assert_eq!(
                holds(|at, report| check::min_length(text, limit, at, report)),
                length >= limit,
                "{text} {limit}"
            );
            assert_eq!(
                holds(|at, report| check::max_length(text, limit, at, report)),
                length <= limit,
                "{text} {limit}"
            );
        }
    }
    assert_eq!(
        messages(|at, report| check::min_length("", 1, at, report)),
        ["must have at least 1 character, has 0 (minLength)"]
    );
    assert!(!holds(|at, report| check::min_length("a", u64::MAX, at, report)));
}

#[test]
fn formats_and_kinds_of_integers() {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    assert!(holds(|at, report| check::format("12", "digits", digits, at, report)));
    assert_eq!(
        messages(|at, report| check::format("1x", "digits", digits, at, report)),
        ["is not of the format `digits` (format)"]
    );
    assert!(holds(|at, report| width(
        "int32",
        [i64::from(i32::MIN), i64::from(i32::MAX)],
        &2147483647_i64,
        at,
        report
    )));
    assert!(!holds(|at, report| width(
        "int32",
        [i64::from(i32::MIN), i64::from(i32::MAX)],
        &2147483648_i64,
        at,
        report
    )));
    assert!(!holds(|at, report| width("int32", [i64::from(i32::MIN), i64::from(i32::MAX)], &1.5, at, report)));
    assert!(holds(|at, report| width(
        "int64",
        [i64::MIN, i64::MAX],
        &Number::new("-9223372036854775808.0").unwrap(),
        at,
        report
    )));
    assert!(!holds(|at, report| width(
        "int64",
        [i64::MIN, i64::MAX],
        &Number::new("9223372036854775808").unwrap(),
        at,
        report
    )));
    assert!(!holds(|at, report| width("int64", [i64::MIN, i64::MAX], &u64::MAX, at, report)));
}

#[test]
fn the_four_bounds_on_every_type_of_number() {
    // Number, limit, and how they compare.
    for (number, limit, order) in [
        ("1", "1", 0),
        ("1", "1.0", 0),
        ("1", "10e-1", 0),
        ("1", "0.9999999999999999999999999", 1),
        ("1", "1.0000000000000000000000001", -1),
        ("0", "-0", 0),
        ("-1", "1", -1),
        ("9007199254740992", "9007199254740993", -1),
        ("9223372036854775807", "9223372036854775808", -1),
        ("9223372036854775807", "1e400", -1),
        ("9223372036854775807", "-1e400", 1),
        ("5", "1e-999999999", 1),
    ] {
        let value: Number = number.parse().unwrap();
        assert_eq!(bounds(&value, limit), expected(order), "{number} {limit}");
        assert_eq!(bounds(&Integer::new(value.clone()).unwrap(), limit), expected(order), "{number} {limit}");
        assert_eq!(bounds(&value.as_i64().unwrap(), limit), expected(order), "{number} {limit}");
        if let Some(unsigned) = value.as_u64() {
            assert_eq!(bounds(&unsigned, limit), expected(order), "{number} {limit}");
        }
        let float = value.as_f64();
        if Number::try_from(float).unwrap() == value {
            assert_eq!(bounds(&float, limit), expected(order), "{number} {limit}");
        }
    }
    assert_eq!(bounds(&f64::NAN, "0"), [false; 4]);
    assert_eq!(
        messages(|at, report| check::exclusive_maximum(&3_u32, const { &Limit::new("3.0") }, at, report)),
        ["must be less than 3.0, is 3 (exclusiveMaximum)"]
    );
}

/// Which of `minimum`, `maximum`, `exclusiveMinimum` and `exclusiveMaximum` hold.
fn bounds<N: check::Numeric>(number: &N, limit: &'static str) -> [bool; 4] {
    let limit = Limit::new(limit);
    [
        holds(|at, report| check::minimum(number, &limit, at, report)),
        holds(|at, report| check::maximum(number, &limit, at, report)),
        holds(|at, report| check::exclusive_minimum(number, &limit, at, report)),
        holds(|at, report| check::exclusive_maximum(number, &limit, at, report)),
    ]
}

fn expected(order: i32) -> [bool; 4] {
    [order >= 0, order <= 0, order > 0, order < 0]
}

#[test]
fn multiples_without_rounding() {
    for (number, of, expected) in [
        ("0.3", "0.1", true),
        ("1.1", "0.1", true),
        ("19.99", "0.01", true),
        ("0.35", "0.1", false),
        ("0", "7", true),
        ("1e300", "0.5", true),
        ("4.5", "1.5", true),
        ("7", "2", false),
        ("8", "2", true),
        ("-8", "4", true),
        ("9007199254740993", "2", false),
    ] {
        let of: &'static str = of;
        let of = Limit::new(of);
        let exact: Number = number.parse().unwrap();
        assert_eq!(holds(|at, report| check::multiple_of(&exact, &of, at, report)), expected, "{number} {of}");
        if let Some(integer) = exact.as_i64() {
            assert_eq!(holds(|at, report| check::multiple_of(&integer, &of, at, report)), expected, "{number} {of}");
        } else {
            let float = exact.as_f64();
            assert_eq!(holds(|at, report| check::multiple_of(&float, &of, at, report)), expected, "{number} {of}");
        }
    }
    assert!(holds(|at, report| check::multiple_of(&i64::MIN, &Limit::new("-1"), at, report)));
}

#[test]
fn counts_of_items_and_members() {
    assert!(holds(|at, report| check::min_items(2, 2, at, report)));
    assert!(holds(|at, report| check::max_items(2, 2, at, report)));
    assert!(holds(|at, report| check::min_properties(2, 2, at, report)));
    assert!(holds(|at, report| check::max_properties(2, 2, at, report)));
    assert_eq!(
        messages(|at, report| {
            check::min_items(1, 2, at, report);
            check::max_items(3, 1, at, report);
            check::min_properties(0, 1, at, report);
            check::max_properties(3, 2, at, report);
        }),
        [
            "must have at least 2 items, has 1 (minItems)",
            "must have at most 1 item, has 3 (maxItems)",
            "must have at least 1 member, has 0 (minProperties)",
            "must have at most 2 members, has 3 (maxProperties)"
        ]
    );
}

#[test]
fn unique_items_over_any_value() {
    let unique = |text: &str| {
        let items: Vec<Value> = from_str(text).unwrap();
        let verdict = holds(|at, report| unique_items(&items, at, report));
        // The same among many others, where items are hashed.
        let mut many = items.clone();
        many.extend((0..100).map(|index| Value::from(format!("other {index}"))));
        assert_eq!(holds(|at, report| check::unique_values(&many, at, report)), verdict, "{text}");
        verdict
    };
    for text in [
        "[]",
        "[1]",
        "[1,2]",
        "[1,true]",
        "[0,false,null,\"\",[],{}]",
        "[[1],[true]]",
        "[[1,2],[2,1]]",
        "[{\"a\":1},{\"a\":2},{\"b\":1}]",
        "[\"1\",1]",
        "[9007199254740992,9007199254740993]",
        "[1e400,1e401]",
        "[\"é\",\"e\\u0301\"]",
    ] {
        assert!(unique(text), "{text}");
    }
    for text in [
        "[1,1]",
        "[1,1.0]",
        "[100,1e2]",
        "[0,-0.0]",
        "[[1],[1.00]]",
        "[{\"a\":1,\"b\":2},{\"b\":2.0,\"a\":1}]",
        "[null,1,null]",
        "[\"a\",\"\\u0061\"]",
        "[1e400,10e399]",
        "[[[{\"a\":[1]}]],[[{\"a\":[10e-1]}]]]",
    ] {
        assert!(!unique(text), "{text}");
    }
    assert_eq!(
        messages(|at, report| unique_items(&["a", "b", "a"], at, report)),
        ["items must differ, 0 and 2 are equal (uniqueItems)"]
    );
}

#[test]
fn unique_items_of_many_is_not_quadratic() {
    let items: Vec<u64> = (0..30_000).collect();
    assert!(holds(|at, report| unique_items(&items, at, report)));
}

#[test]
fn known_values() {
    const ALLOWED: &[Literal] = &[
        Literal::Null,
        Literal::Bool(true),
        Literal::Number("1.0"),
        Literal::String("a"),
        Literal::Array(&[Literal::Number("2"), Literal::Array(&[])]),
        Literal::Object(&[("x", Literal::Null), ("a", Literal::Object(&[]))]),
    ];
    let known = |text: &str| {
        let value: Value = from_str(text).unwrap();
        holds(|at, report| check::one_of_values(&value, ALLOWED, "enum", at, report))
    };
    for text in ["null", "true", "1", "1.0", "10e-1", "\"a\"", "[2.0,[]]", "{\"a\":{},\"x\":null}"] {
        assert!(known(text), "{text}");
    }
    for text in [
        "false",
        "0",
        "\"b\"",
        "[]",
        "[2]",
        "[2,[],1]",
        "{}",
        "{\"a\":{}}",
        "{\"a\":{},\"x\":0}",
        "{\"a\":{},\"y\":null}",
    ] {
        assert!(!known(text), "{text}");
    }
    assert!(holds(|at, report| check::one_of_values(&Value::from(1), ALLOWED, "enum", at, report)));
    assert_eq!(
        messages(|at, report| check::one_of_values(&Value::from(2), ALLOWED, "enum", at, report)),
        ["must be one of null, true, 1.0, `a`, [2,[]], {\"a\":{},\"x\":null}, is 2 (enum)"]
    );
    assert_eq!(
        messages(|at, report| check::one_of_values(&Value::from(2), &[Literal::Number("1")], "const", at, report)),
        ["must be 1, is 2 (const)"]
    );
    assert_eq!(
        messages(|at, report| check::one_of_values(&Value::from(2), &[], "enum", at, report)),
        ["must be nothing at all, is 2 (enum)"]
    );
    assert_eq!(
        messages(|at, report| check::enumeration("a\n", &["a"], "const", at, report)),
        ["must be `a`, is `a\\n` (const)"]
    );
}

#[test]
fn members_and_places() {
    assert_eq!(
        messages(|at, report| {
            check::required("a", at, report);
            check::dependent_required("dependentRequired", "a", "b", at, report);
            check::forbidden("x", at, report);
            check::never(&at.index(3, "/items"), report);
        }),
        [
            "missing required member `a` (required)",
            "missing member `b`, required where there is `a` (dependentRequired)",
            "/x: the document has no such member (additionalProperties)",
            "/3: nothing may stand here"
        ]
    );
    let mut report = Report::new();
    check::never(&At::ROOT.within("doc.json#/a").schema("/allOf/0").member("b", "/properties/b"), &mut report);
    let violation = &report.violations()[0];
    assert_eq!(violation.keyword_location(), "/allOf/0/properties/b");
    assert_eq!(violation.absolute_keyword_location(), Some("doc.json#/a/allOf/0/properties/b"));
    assert_eq!(violation.keyword(), "");
}

#[test]
fn a_branch_explains_a_violation() {
    let mut report = Report::new();
    let mut branch = report.branch();
    check::min_items(0, 1, &At::ROOT.member("a", "/anyOf/0/properties/a"), &mut branch);
    assert_eq!(branch.depth(), 1);
    report.add_because(&At::ROOT, "anyOf", || "no branch holds".to_owned(), branch);
    let violations = report.finish().unwrap_err();
    assert_eq!(violations.to_string(), "no branch holds (anyOf)\n  /a: must have at least 1 item, has 0 (minItems)");
    let output = violations.to_output();
    let errors = output.get("errors").unwrap().as_array().unwrap();
    assert_eq!(errors.len(), 2);
    assert_eq!(errors[1].get("keywordLocation"), Some(&Value::from("/anyOf/0/properties/a/minItems")));
}

struct Bad;

impl Validate for Bad {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        check::never(at, report);
    }
}

#[test]
fn violations_do_not_need_more_memory_than_there_is() {
    // A name of a megabyte on the way to a million violations would be a terabyte of pointers.
    let name = "n".repeat(1 << 20);
    let value = std::collections::BTreeMap::from([(name, (0..100_000).map(|_| Bad).collect::<Vec<_>>())]);
    let violations = value.validate().unwrap_err();
    assert!(violations.len() < 100);
    assert_eq!(violations.iter().last().unwrap().message(), "there are more violations than can be listed");
}

/// A format of integers.
fn width<N: check::Numeric>(name: &'static str, [min, max]: [i64; 2], number: &N, at: &At<'_>, report: &mut Report) {
    let limit = |bound: i64| Limit::new(Box::leak(bound.to_string().into_boxed_str()));
    check::integer_within(number, name, [&limit(min), &limit(max)], at, report);
}

/// `uniqueItems` of typed items.
fn unique_items<T: typeloom::Write>(items: &[T], at: &At<'_>, report: &mut Report) {
    let values: Vec<Value> = items.iter().map(|item| typeloom::to_value(item).unwrap()).collect();
    check::unique_values(&values, at, report);
}
