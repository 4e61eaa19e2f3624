//! Rules over values, written by hand as `typeloom-build` writes them: what the runtime adds to them.

use typeloom::__private as rt;
use typeloom::{Report, Value, from_str};

/// `{"type": "string"}`
fn string(value: &Value, _: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut Report) -> bool {
    matches!(value, Value::String(_)) || rt::rules::wrong_type(value, "a string", at, report)
}

/// `{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "a"}, "name": {"type": "string"}}}`
fn kind_a(value: &Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut Report) -> bool {
    object_of_kind("a", value, cx, at, report)
}

/// The same with `"const": "b"`.
fn kind_b(value: &Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut Report) -> bool {
    object_of_kind("b", value, cx, at, report)
}

fn object_of_kind(kind: &str, value: &Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut Report) -> bool {
    let Value::Object(members) = value else { return rt::rules::wrong_type(value, "an object", at, report) };
    let mut ok = members.contains_key("kind") || rt::rules::required("kind", at, report);
    for (name, member) in members {
        ok &= match name.as_str() {
            "kind" => {
                let at = at.member(name, "/properties/kind");
                *member == Value::String(kind.to_owned())
                    || rt::rules::not_listed(member, "const", "another string", &at, report)
            }
            "name" => string(member, cx, &at.member(name, "/properties/name"), report),
            _ => true,
        };
    }
    ok
}

const TAGGED: [rt::rules::Branch<rt::rules::Apply>; 3] = [
    rt::rules::Branch { via: "/oneOf/0", kinds: 16, tag: None, rule: string },
    rt::rules::Branch { via: "/oneOf/1", kinds: 64, tag: Some(("kind", &["a"])), rule: kind_a },
    rt::rules::Branch { via: "/oneOf/2", kinds: 64, tag: Some(("kind", &["b"])), rule: kind_b },
];

/// What `oneOf` of these branches says of `text`.
fn one_of(text: &str) -> String {
    let value: Value = from_str(text).expect("JSON");
    let mut report = Report::new();
    let held = rt::rules::one_of(&value, &TAGGED, &rt::Scope::NONE, &rt::At::ROOT, &mut report);
    assert_eq!(held, !report.failed());
    assert_eq!(held, rt::rules::one_of(&value, &TAGGED, &rt::Scope::NONE, &rt::At::ROOT, &mut Report::silent()));
    report.finish().map_or_else(|violations| violations.to_string(), |()| "valid".to_owned())
}

#[test]
fn a_branch_is_found_by_kind_and_tag() {
    assert_eq!(one_of(r#""text""#), "valid");
    assert_eq!(one_of(r#"{"kind": "a"}"#), "valid");
    assert_eq!(one_of(r#"{"kind": "b", "name": "x"}"#), "valid");
}

#[test]
fn the_branch_that_is_meant_says_what_is_wrong() {
    let expected = "matches none of the 3 branches; branch 2 comes closest (oneOf)\n  \
        /name: expected a string, found 1 (type)";
    assert_eq!(one_of(r#"{"kind": "b", "name": 1}"#), expected);
    let expected = "matches none of the 3 branches; branch 1 comes closest (oneOf)\n  \
        missing required member `kind` (required)";
    assert_eq!(one_of(r#"{"name": "x"}"#), expected);
}

#[test]
fn keyword_locations_go_through_the_branch() {
    let value: Value = from_str(r#"{"kind": "b", "name": 1}"#).expect("JSON");
    let mut report = Report::new();
    rt::rules::one_of(&value, &TAGGED, &rt::Scope::NONE, &rt::At::ROOT, &mut report);
    let violation = &report.violations()[0];
    assert_eq!(violation.keyword_location(), "/oneOf");
    assert_eq!(violation.causes()[0].keyword_location(), "/oneOf/2/properties/name/type");
}

/// `{"$ref": "#"}` in both branches: `{"type": "object", "properties": {"next": {"anyOf": [#, #]}, "z": {"type":
/// "string"}}}`. Without remembering, each level would be tried twice as often as the one around it.
fn twice(value: &Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut Report) -> bool {
    const BRANCHES: [rt::rules::Branch<rt::rules::Apply>; 2] = [
        rt::rules::Branch { via: "/anyOf/0", kinds: 64, tag: None, rule: twice },
        rt::rules::Branch { via: "/anyOf/1", kinds: 64, tag: None, rule: twice_too },
    ];
    let Value::Object(members) = value else { return rt::rules::wrong_type(value, "an object", at, report) };
    let mut ok = true;
    for (name, member) in members {
        let held = match name.as_str() {
            "next" => rt::rules::any_of(member, &BRANCHES, cx, &at.member(name, "/properties/next"), report),
            _ => string(member, cx, &at.member(name, "/properties/z"), report),
        };
        if !held {
            if report.stop() {
                return false;
            }
            ok = false;
        }
    }
    ok
}

fn twice_too(value: &Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut Report) -> bool {
    twice(value, cx, at, report)
}

#[test]
fn choices_inside_of_choices_take_no_exponential_time() {
    let depth = 100;
    let text = format!("{}{{\"z\": 1}}{}", "{\"next\": ".repeat(depth), "}".repeat(depth));
    let value: Value = from_str(&text).expect("JSON");
    let mut report = Report::new();
    assert!(!twice(&value, &rt::Scope::NONE, &rt::At::ROOT, &mut report));
    assert_eq!(report.violations().len(), 1);
    assert!(!twice(&value, &rt::Scope::NONE, &rt::At::ROOT, &mut Report::silent()));
}
