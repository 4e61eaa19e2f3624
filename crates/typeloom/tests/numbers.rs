//! Numbers at the limits of their types: held exactly or refused, never rounded.

#![allow(missing_docs, clippy::unwrap_used)]

use typeloom::{Integer, Number, Read, Value, from_str, from_value, to_string};

/// Reads from text, from a value and through serde; all must agree.
fn read<T: for<'a> Read<'a> + PartialEq + std::fmt::Debug>(text: &str) -> Result<T, String> {
    let own = from_str::<T>(text).map_err(|error| error.message().to_owned());
    let value: Value = from_str(text).unwrap();
    let from_value = from_value::<T>(&value).map_err(|error| error.message().to_owned());
    assert_eq!(own, from_value, "{text}");
    let mut deserializer = serde_json::Deserializer::from_str(text);
    if let Ok(through_serde) = typeloom::__private::deserialize::<T, _>(&mut deserializer) {
        assert_eq!(own, Ok(through_serde), "{text}");
    } else {
        // serde_json itself refuses what no f64 can hold.
        assert!(own.is_err() || text.contains('e'), "{text}");
    }
    own
}

#[test]
fn integers_within_range() {
    assert_eq!(read::<i32>("2147483647"), Ok(i32::MAX));
    assert_eq!(read::<i32>("-2147483648"), Ok(i32::MIN));
    assert_eq!(read::<u32>("4294967295"), Ok(u32::MAX));
    assert_eq!(read::<i64>("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(read::<i64>("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(read::<u64>("18446744073709551615"), Ok(u64::MAX));
    assert_eq!(read::<u64>("0"), Ok(0));
    assert_eq!(read::<u32>("-0"), Ok(0));
}

#[test]
fn integers_in_other_spellings() {
    assert_eq!(read::<i64>("1.0"), Ok(1));
    assert_eq!(read::<i64>("-1.000"), Ok(-1));
    assert_eq!(read::<i64>("1e2"), Ok(100));
    assert_eq!(read::<u64>("1.5e1"), Ok(15));
    assert_eq!(read::<i32>("100e-2"), Ok(1));
    assert_eq!(read::<u32>("0.0"), Ok(0));
    assert_eq!(read::<u32>("-0.0"), Ok(0));
    assert_eq!(from_str::<u64>("1844674407370955161.5e1").unwrap(), u64::MAX);
}

#[test]
fn integers_out_of_range_are_named() {
    let message = "expected an integer from -2147483648 to 2147483647, found 2147483648";
    assert_eq!(read::<i32>("2147483648"), Err(message.to_owned()));
    assert!(read::<i32>("-2147483649").is_err());
    assert!(read::<u32>("4294967296").is_err());
    assert_eq!(read::<u32>("-1"), Err("expected an integer from 0 to 4294967295, found -1".to_owned()));
    assert!(read::<i64>("9223372036854775808").is_err());
    assert!(read::<i64>("-9223372036854775809").is_err());
    assert!(read::<u64>("18446744073709551616").is_err());
    assert!(read::<u64>("-1").is_err());
    assert!(read::<i64>("1e19").is_err());
    assert!(from_str::<i64>("1e999999999999").is_err());
    let long = "9".repeat(1000);
    let error = from_str::<i64>(&long).unwrap_err();
    assert!(error.message().ends_with("9999.. (1000 characters)"), "{error}");
}

#[test]
fn fractions_are_no_integers() {
    assert_eq!(read::<i32>("1.5"), Err("expected an integer from -2147483648 to 2147483647, found 1.5".to_owned()));
    assert!(read::<u64>("1e-1").is_err());
    assert!(from_str::<i64>("1e-999999999999").is_err());
    // A rounding reader would take these for integers.
    assert!(from_str::<i64>("1.00000000000000000000000000001").is_err());
    assert!(from_str::<Integer>("9007199254740993.5").is_err());
}

#[test]
fn other_kinds_are_no_numbers() {
    assert_eq!(read::<i32>("\"1\""), Err("expected an integer, found a string".to_owned()));
    assert_eq!(read::<u64>("null"), Err("expected an integer, found null".to_owned()));
    assert_eq!(read::<f64>("true"), Err("expected a number, found a boolean".to_owned()));
    assert_eq!(read::<Number>("[]"), Err("expected a number, found an array".to_owned()));
    assert_eq!(read::<Integer>("{}"), Err("expected a number, found an object".to_owned()));
    assert_eq!(read::<bool>("1"), Err("expected a boolean, found a number".to_owned()));
    assert_eq!(read::<String>("1"), Err("expected a string, found a number".to_owned()));
    assert_eq!(read::<()>("0"), Err("expected null, found a number".to_owned()));
}

#[test]
fn floats_hold_what_they_write_back() {
    assert_eq!(read::<f64>("0.1"), Ok(0.1));
    assert_eq!(read::<f64>("1"), Ok(1.0));
    assert_eq!(read::<f64>("-0"), Ok(0.0));
    assert_eq!(read::<f64>("1e300"), Ok(1e300));
    assert_eq!(read::<f64>("9007199254740992"), Ok(9007199254740992.0));
    assert_eq!(read::<f64>("10000000000000000000000"), Ok(1e22));
}

#[test]
fn integers_that_a_float_would_round_are_refused() {
    let error = from_str::<f64>("9007199254740993").unwrap_err();
    assert_eq!(error.message(), "64-bit floating point would round the integer 9007199254740993");
    assert!(from_str::<f64>("18446744073709551615").is_err());
    assert!(from_str::<f64>("123456789012345678901").is_err());
}

#[test]
fn floats_never_become_infinite() {
    let error = from_str::<f64>("1e309").unwrap_err();
    assert_eq!(error.message(), "1e309 is beyond the range of 64-bit floating point");
    assert!(from_str::<f64>(&"9".repeat(400)).is_err());
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(to_string(&number).is_err());
        assert!(to_string(&vec![number]).is_err());
        assert!(typeloom::to_value(&number).is_err());
        assert!(serde_json::to_string(&Wrapped(number)).is_err());
    }
}

struct Wrapped(f64);

impl serde_core::Serialize for Wrapped {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        typeloom::__private::serialize(&self.0, serializer)
    }
}

#[test]
fn numbers_are_written_as_they_were_read() {
    for text in ["1.0", "1e2", "-0", "0.10", "123456789012345678901234567890", "1e400", "1E5", "1.50"] {
        assert_eq!(to_string(&from_str::<Number>(text).unwrap()).unwrap(), text);
        assert_eq!(to_string(&from_str::<Value>(text).unwrap()).unwrap(), text);
    }
    assert_eq!(to_string(&from_str::<Integer>("1.0").unwrap()).unwrap(), "1.0");
}

#[test]
fn floats_are_written_in_the_shortest_form() {
    for (number, text) in [
        (1.0, "1.0"),
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (1e300, "1e300"),
        (1e-7, "1e-7"),
        (123456.789, "123456.789"),
        (f64::MAX, "1.7976931348623157e308"),
        (5e-324, "5e-324"),
    ] {
        assert_eq!(to_string(&number).unwrap(), text);
        assert_eq!(from_str::<f64>(text).unwrap(), number);
    }
}

#[test]
fn through_serde_a_number_is_exact_or_refused() {
    let through = |text: &str| serde_json::to_string(&from_str::<Number>(text).unwrap());
    for text in ["1", "-1", "1.0", "0.1", "18446744073709551615", "-9223372036854775808", "1e-7", "-0.0"] {
        assert_eq!(through(text).unwrap(), text);
    }
    let large = "340282366920938463463374607431768211455";
    assert_eq!(through(large).unwrap(), large);
    assert_eq!(through("1e2").unwrap(), "100.0");
    assert_eq!(through("1e400").unwrap_err().to_string(), "1e400 cannot be written exactly through serde");
    assert!(through("0.1000000000000000000000001").is_err());
    assert!(through("3402823669209384634633746074317682114560001").is_err());
}

#[test]
fn a_float_takes_no_integer_that_it_would_round_however_it_is_written() {
    use typeloom::{Value, from_str, from_value};
    for rounded in ["9007199254740993", "9007199254740993.0", "90071992547409930e-1", "0.9007199254740993e16"] {
        let error = from_str::<f64>(rounded).unwrap_err();
        assert!(error.to_string().starts_with("64-bit floating point would round the integer"), "{error}");
        assert!(from_value::<f64>(&from_str::<Value>(rounded).unwrap()).is_err(), "{rounded}");
    }
    for (kept, float) in [
        ("9007199254740992.0", 9_007_199_254_740_992.0),
        ("9007199254740994.000", 9_007_199_254_740_994.0),
        ("1e23", 1e23),
        ("1.7976931348623157e308", f64::MAX),
        ("1.79769313486231570e+308", f64::MAX),
        ("100000000000000000000000.0", 1e23),
        ("0.1000000000000000055511151231257827", 0.1),
        ("9007199254740993.5", 9_007_199_254_740_994.0),
        ("1e-999999999", 0.0),
        ("0.00000000000000000000", 0.0),
        ("-0.0", -0.0),
    ] {
        assert_eq!(from_str::<f64>(kept).unwrap(), float, "{kept}");
    }
}

#[test]
fn a_number_that_json_cannot_say_is_not_valid() {
    use typeloom::{Valid, Validate};
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(!number.is_valid());
        let violations = Valid::new(vec![0.5, number]).unwrap_err();
        assert_eq!(violations.to_string(), format!("/1: must be a number that JSON can say, is {number} (type)"));
    }
    assert!(f64::MAX.is_valid());
}
