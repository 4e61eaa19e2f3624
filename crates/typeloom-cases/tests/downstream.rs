//! What a crate gets that drops documents into `schemas/` and has a build script of three lines.

// To send a type that is 120 types deep to a thread.
#![recursion_limit = "512"]

use typeloom::{Valid, Validate};
use typeloom_cases::acme::{Customer, Order};

const ORDER: &str = r#"{"id":"1b4e28ba-2fa1-41d2-883f-0016d3cca427","state":"paid","note":null,"lines":[{"sku":"AB-1","count":2}],"customer":{"customerId":"c-17"}}"#;

#[test]
fn a_schema_and_a_page_of_one_folder_know_each_other() {
    let order: Valid<Order> = serde_json::from_str(ORDER).expect("a valid order");
    assert_eq!(order.lines[0].count, 2);
    assert_eq!(order.note, None);
    let customer: &Customer = order.customer.as_ref().expect("the order has one");
    assert_eq!(customer.customer_id.as_deref(), Some("c-17"));
}

#[test]
fn every_violation_is_reported_with_its_place() {
    let text = ORDER.replace("AB-1", "ab").replace("\"count\":2", "\"count\":0").replace("paid", "lost");
    let order: Order = typeloom::from_str(&text).expect("parsing keeps what validation refuses");
    let violations = order.validate().expect_err("three rules are broken").to_string();
    for place in ["/state", "/lines/0/sku", "/lines/0/count"] {
        assert!(violations.contains(place), "{place} in:\n{violations}");
    }
    assert_eq!(violations.lines().count(), 3, "{violations}");
}

#[test]
fn null_is_kept_apart_from_absent() {
    let error = typeloom::from_str::<Order>(&ORDER.replace("\"note\":null,", "")).expect_err("note is required");
    assert!(error.to_string().contains("note"), "{error}");
}

#[test]
fn types_of_other_crates_stand_for_schemas() {
    let text = r#"{"on":"2026-02-03","at":"2026-02-03T04:05:06","days":["2026-02-04"],"until":null,"other":"x1"}"#;
    let event: typeloom_cases::mapped::Event = typeloom::from_str(text).expect("an event");
    let day: &chrono::NaiveDate = &event.on;
    assert_eq!(day.to_string(), "2026-02-03");
    assert_eq!(event.until, Some(None));
    assert_eq!(typeloom::to_string(&event).expect("JSON"), text);
    assert!(event.is_valid());
    assert_eq!(serde_json::from_str::<typeloom_cases::mapped::Event>(text).expect("by serde"), event);
    let error = typeloom::from_str::<typeloom_cases::mapped::Event>(&text.replace("02-04", "02-31"));
    assert!(error.expect_err("no such day").to_string().contains("/days/0"));
    // A crate that the manifest does not name is nothing to the generator: its schema is generated.
    let other: Option<&String> = event.other.as_ref();
    assert_eq!(other.map(String::as_str), Some("x1"));
}

#[test]
fn a_hundred_and_twenty_objects_in_each_other_compile() {
    let text = r#"{"a":"#.repeat(120) + r#""x""# + &"}".repeat(120);
    let nested: Valid<typeloom_cases::nested::Nested> = serde_json::from_str(&text).expect("all levels are there");
    assert_eq!(typeloom::to_string(&nested).expect("JSON"), text);
    let error = typeloom::from_str::<typeloom_cases::nested::Nested>(&text.replace("\"x\"", "1"));
    assert_eq!(error.expect_err("a number is no string").pointer(), "/a".repeat(120));
    let sent = std::thread::spawn(move || nested.into_inner());
    assert!(sent.join().is_ok());
}
