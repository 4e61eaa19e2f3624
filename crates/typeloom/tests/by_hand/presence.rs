//! Absent, `null` and there are three different things.

use crate::models::{Account, Listener, Plan};
use crate::refused;
use typeloom::{Value, from_str, to_string};

fn account(members: &str) -> Account {
    from_str(&format!(r#"{{"email":"abc","reason":null,"tags":[]{members}}}"#)).unwrap()
}

fn written(members: &str) -> String {
    let text = to_string(&account(members)).unwrap();
    text.strip_prefix(r#"{"email":"abc","reason":null"#).unwrap().to_owned()
}

#[test]
fn required_nullable_must_be_there() {
    assert_eq!(account("").reason, None);
    assert_eq!(
        refused::<Account>(r#"{"email":"abc","tags":[]}"#),
        "missing required member `reason` of Account at line 1 column 1"
    );
}

#[test]
fn required_must_not_be_null() {
    assert_eq!(
        refused::<Account>(r#"{"email":null,"reason":null,"tags":[]}"#),
        "expected a string, found null at /email, line 1 column 10"
    );
}

#[test]
fn optional_must_not_be_null() {
    assert_eq!(account("").age, None);
    assert_eq!(account(r#","age":7"#).age, Some(7));
    assert_eq!(refused::<Account>(r#"{"age":null}"#), "expected an integer, found null at /age, line 1 column 8");
}

#[test]
fn optional_nullable_has_three_states() {
    assert_eq!(account("").note, None);
    assert_eq!(account(r#","note":null"#).note, Some(None));
    assert_eq!(account(r#","note":"x""#).note, Some(Some("x".to_owned())));
    assert_eq!(written(""), r#","tags":[]}"#);
    assert_eq!(written(r#","note":null"#), r#","note":null,"tags":[]}"#);
    assert_eq!(written(r#","note":"x""#), r#","note":"x","tags":[]}"#);
}

#[test]
fn null_where_nothing_says_so_is_remembered() {
    let mut read = account(r#","plan":null"#);
    assert_eq!(read.plan, None);
    assert_eq!(read.unknown.get("plan"), Some(&Value::Null));
    assert_eq!(written(r#","plan":null"#), r#","plan":null,"tags":[]}"#);
    // A value that is put there later is written instead, and once.
    read.plan = Some(Plan::Free);
    assert_eq!(to_string(&read).unwrap(), r#"{"email":"abc","reason":null,"plan":"free","tags":[]}"#);
}

#[test]
fn a_member_without_a_field_cannot_have_the_name_of_one() {
    for name in ["age", "email", "access_token", "plan"] {
        for value in [Value::from(1), Value::Null] {
            let remembered = name == "plan" && value == Value::Null;
            let mut account = account("");
            account.unknown.insert(name.to_owned(), value);
            let (own, serde) = (to_string(&account), serde_json::to_string(&account));
            if remembered {
                assert_eq!(own.unwrap(), serde.unwrap());
                continue;
            }
            let message = format!("`{name}` is a field of Account: it cannot stand among the members without one too");
            assert_eq!(own.unwrap_err().to_string(), message);
            assert_eq!(serde.unwrap_err().to_string(), message);
        }
    }
}

#[test]
fn aliases_are_read_and_the_wire_name_is_written() {
    assert_eq!(written(r#","access_token":"s""#), r#","token":"s","tags":[]}"#);
}

#[test]
fn a_struct_that_cannot_be_blank_is_read_into_a_state() {
    let text = r#"{"address":"::1","note":null,"a":"free"}"#;
    let listener: Listener = from_str(text).unwrap();
    assert!(listener.address.is_loopback());
    assert_eq!((listener.port, &listener.note), (None, &Some(None)));
    assert_eq!(to_string(&listener).unwrap(), text);
    assert_eq!(refused::<Listener>("{}"), "missing required member `address` of Listener at line 1 column 1");
}
