//! Numbers keep their text and compare, divide and convert by their value.

use std::cmp::Ordering;
use std::collections::HashSet;
use typeloom::number::{
    compare, compare_f64, compare_i64, compare_u64, multiple_of, multiple_of_f64, multiple_of_i64, multiple_of_u64,
};
use typeloom::{Integer, Number};

fn number(text: &str) -> Number {
    Number::new(text).unwrap_or_else(|| panic!("{text} is a number"))
}

/// Numbers that look random and are the same in every run (splitmix64).
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Of any length up to 64 bits, small ones as often as large ones.
    fn integer(&mut self) -> i128 {
        let bits = self.below(64);
        let value = i128::from(self.next() >> bits);
        if self.below(2) == 0 { value } else { -value }
    }

    /// One of the many spellings of `value * 10^exponent`.
    fn spelling(&mut self, value: i128, exponent: i32) -> String {
        let sign = if value < 0 { "-" } else { "" };
        let zeros = if value == 0 { 0 } else { self.below(4) as usize };
        let digits = format!("{}{}", value.unsigned_abs(), "0".repeat(zeros));
        let exponent = exponent - zeros as i32;
        let fraction = self.below(digits.len() as u64) as usize;
        let (whole, rest) = digits.split_at(digits.len() - fraction);
        let point = if rest.is_empty() { String::new() } else { format!(".{rest}") };
        let exponent = exponent + fraction as i32;
        let e = if self.below(2) == 0 { 'e' } else { 'E' };
        match (exponent, self.below(3)) {
            (0, 0) => format!("{sign}{whole}{point}"),
            (0.., 1) => format!("{sign}{whole}{point}{e}+{exponent}"),
            (0.., _) => format!("{sign}{whole}{point}{e}0{exponent}"),
            _ => format!("{sign}{whole}{point}{e}{exponent}"),
        }
    }
}

#[test]
fn the_grammar_is_that_of_json() {
    for text in ["0", "-0", "1", "-1", "10", "1.0", "0.5", "-0.05", "1e5", "1E5", "1e+5", "1e-05", "0e0", "1.5E-300"] {
        assert_eq!(number(text).as_str(), text);
        assert_eq!(number(text).to_string(), text);
    }
    for text in [
        "", "-", "+1", "01", "-01", ".5", "1.", "1.e5", "1e", "1e+", "1e-", "1e5.0", "1 ", " 1", "0x10", "inf", "NaN",
        "1_000", "--1", "1e5e5", "1.2.3", "٣", "1\0",
    ] {
        assert!(Number::new(text).is_none(), "{text:?} is no number");
    }
}

#[test]
fn the_text_is_kept_at_every_length() {
    for length in 1..60 {
        let text = "7".repeat(length);
        assert_eq!(number(&text).as_str(), text);
        let text = format!("-0.{text}E+{length}");
        assert_eq!(number(&text).clone().as_str(), text);
    }
}

#[test]
fn equal_numbers_are_equal_in_every_spelling_and_hash_alike() {
    let mut set = HashSet::new();
    for text in ["1", "1.0", "1e0", "10e-1", "0.1E1", "100e-2", "0.00001e+5"] {
        assert_eq!(number(text), number("1"), "{text}");
        set.insert(number(text));
    }
    for text in ["0", "-0", "0.0", "0e5", "-0.000e-99999999999999999999999999999999999999999999"] {
        assert_eq!(number(text), number("0"), "{text}");
        set.insert(number(text));
    }
    assert_eq!(set.len(), 2);
    assert_ne!(number("1"), number("-1"));
    assert_ne!(number("0.1"), number("0.10000000000000000000000000000000000000000001"));
    assert_ne!(number("12345678901234567890"), number("12345678901234567891"));
}

#[test]
fn exponents_of_any_size_are_compared_without_expanding_them() {
    let nines = "9".repeat(50);
    let cases = [
        ("1e999999999", "1e999999998", Ordering::Greater),
        ("1e999999999", "10e999999998", Ordering::Equal),
        ("1e-999999999", "0", Ordering::Greater),
        ("-1e999999999", "1", Ordering::Less),
        (&format!("1e{nines}"), "1e999999999", Ordering::Greater),
        (&format!("1e-{nines}"), "1e-999999999", Ordering::Less),
        (&format!("-1e{nines}"), "-1e999999999", Ordering::Less),
        (&format!("1e{nines}"), &format!("0.1e1{}", "0".repeat(50)), Ordering::Equal),
        (&format!("1e{nines}"), &format!("1e1{}", "0".repeat(50)), Ordering::Less),
        (&format!("0.01e-{nines}"), &format!("1e-1{}1", "0".repeat(49)), Ordering::Equal),
        // Where the short form of exponents ends.
        (&format!("10e{}", "9".repeat(38)), &format!("1e1{}", "0".repeat(38)), Ordering::Equal),
        (&format!("0.1e1{}", "0".repeat(38)), &format!("1e{}", "9".repeat(38)), Ordering::Equal),
        (&format!("10e-1{}", "0".repeat(38)), &format!("1e-{}", "9".repeat(38)), Ordering::Equal),
    ];
    for (a, b, order) in cases {
        assert_eq!(compare(a, b), order, "{a} and {b}");
        assert_eq!(compare(b, a), order.reverse(), "{b} and {a}");
    }
}

#[test]
fn order_is_that_of_integers() {
    let mut draws = Draws(1);
    for _ in 0..4_000 {
        let (a, b) = (draws.integer(), draws.integer());
        // a * 10^(p + q) and b * 10^q, compared as a * 10^p and b.
        let (p, q) = (draws.below(18) as i32, draws.below(600) as i32 - 300);
        let (x, y) = (draws.spelling(a, p + q), draws.spelling(b, q));
        let expected = (a * 10_i128.pow(p as u32)).cmp(&b);
        assert_eq!(compare(&x, &y), expected, "{x} and {y}");
        assert_eq!(number(&x).cmp(&number(&y)), expected);
        assert_eq!(number(&x) == number(&y), expected.is_eq());
        let again = draws.spelling(a, p + q);
        assert_eq!(number(&x), number(&again), "{x} and {again}");
    }
}

#[test]
fn divisibility_is_that_of_integers() {
    let mut draws = Draws(2);
    let mut multiples = 0;
    for _ in 0..4_000 {
        let of = draws.integer() >> 40;
        let value = if draws.below(2) == 0 { of * (draws.integer() >> 30) } else { draws.integer() };
        let (p, q) = (draws.below(7) as i32, draws.below(600) as i32 - 300);
        let (x, y) = (draws.spelling(value, p + q), draws.spelling(of, q));
        let expected = (value * 10_i128.pow(p as u32)).checked_rem(of).map_or(value == 0, |rest| rest == 0);
        assert_eq!(multiple_of(&x, &y), expected, "{x} of {y}");
        multiples += usize::from(expected);
        // The other way round: a divisor with more zeros.
        let (x, y) = (draws.spelling(value, q), draws.spelling(of, p + q));
        let expected = value.checked_rem(of * 10_i128.pow(p as u32)).map_or(value == 0, |rest| rest == 0);
        assert_eq!(multiple_of(&x, &y), expected, "{x} of {y}");
    }
    assert!(multiples > 1_000, "{multiples}");
}

#[test]
fn long_divisors_are_exact() {
    let mut draws = Draws(3);
    for _ in 0..500 {
        // (10^n + 1) * k, written out without arithmetic: k, zeros, k.
        let k = (draws.next() >> 20).max(1).to_string();
        let gap = draws.below(80) as usize;
        let value = format!("{k}{}{k}", "0".repeat(gap));
        let divisor = format!("1{}1", "0".repeat(gap + k.len() - 1));
        assert!(multiple_of(&value, &divisor), "{value} of {divisor}");
        assert!(multiple_of(&value, &k));
        assert!(multiple_of(&format!("{value}e77"), &divisor));
        assert!(!multiple_of(&format!("{value}e-1"), &divisor) || value.ends_with('0'));
        assert!(!multiple_of(&format!("{value}1"), &divisor));
    }
    let long = "3".repeat(5_000);
    assert!(multiple_of(&long, &"3".repeat(50)));
    assert!(multiple_of(&long, &"3".repeat(100)));
    assert!(!multiple_of(&long, &"3".repeat(51)));
}

#[test]
fn divisibility_of_decimals_has_no_float_error() {
    for (value, of) in [
        ("0.0075", "0.0001"),
        ("4.35", "0.01"),
        ("1e308", "0.5"),
        ("1e999999999", "0.5"),
        ("1e999999999", "1e999999999"),
        ("1e999999999", "2e-999999999"),
        ("0", "7"),
        ("-9", "3"),
        ("9", "-3"),
        ("3.0", "1.5"),
        ("1e50", "1024"),
        ("0.0", "0"),
    ] {
        assert!(multiple_of(value, of), "{value} is a multiple of {of}");
    }
    for (value, of) in [
        ("0.00751", "0.0001"),
        ("1e308", "0.123456789"),
        ("1e999999999", "3"),
        ("1e-999999999", "1"),
        ("1", "1e999999999"),
        ("1", "0"),
        ("5", "2"),
        ("1e9", "1024"),
    ] {
        assert!(!multiple_of(value, of), "{value} is not a multiple of {of}");
    }
    let (huge, next) = ("9".repeat(60), format!("1{}", "0".repeat(60)));
    assert!(multiple_of(&format!("1e{next}"), &format!("1e{huge}")));
    assert!(multiple_of(&format!("2e{huge}"), &format!("1e{huge}")));
    assert!(!multiple_of(&format!("1e{huge}"), &format!("1e{next}")));
    assert!(!multiple_of(&format!("1e{huge}"), &format!("2e{huge}")));
    assert!(multiple_of(&format!("1e{huge}"), &format!("1e-{huge}")));
    assert!(!multiple_of(&format!("1e-{huge}"), &format!("1e{huge}")));
}

#[test]
fn integers_are_exact_or_nothing() {
    for (text, value) in [("1.0", 1), ("1e2", 100), ("-0", 0), ("-12.50e1", -125), ("9223372036854775807", i64::MAX)] {
        assert_eq!(number(text).as_i64(), Some(value), "{text}");
        assert!(number(text).is_integer());
    }
    for text in ["1.5", "1e-2", "9223372036854775808", "1e19", "1e999999999999999999999999999999999999999999999"] {
        assert_eq!(number(text).as_i64(), None, "{text}");
    }
    assert_eq!(number("-9223372036854775808").as_i64(), Some(i64::MIN));
    assert_eq!(number("-9.223372036854775808e18").as_i64(), Some(i64::MIN));
    assert_eq!(number("18446744073709551615").as_u64(), Some(u64::MAX));
    assert_eq!(number("18446744073709551616").as_u64(), None);
    assert_eq!(number("-1").as_u64(), None);
    assert_eq!(number("-0.0").as_u64(), Some(0));
    assert_eq!(number("-170141183460469231731687303715884105728").as_i128(), Some(i128::MIN));
    assert_eq!(number("340282366920938463463374607431768211455").as_u128(), Some(u128::MAX));
    assert_eq!(number("340282366920938463463374607431768211456").as_u128(), None);

    assert_eq!(Integer::new(number("1.0")).map(|integer| integer.to_string()), Some("1.0".to_owned()));
    assert_eq!(Integer::new(number("1.5")), None);
    assert_eq!(Integer::from(7), Integer::try_from(number("0.7e1")).expect("an integer"));
    assert!(Integer::new(number("1e99999999999999999999999999999999999999999999999")).is_some());
    assert!(Integer::new(number("1e-99999999999999999999999999999999999999999999999")).is_none());
}

#[test]
fn machine_integers_agree_with_their_texts() {
    let mut draws = Draws(4);
    for _ in 0..4_000 {
        let value = draws.integer() as i64;
        let (limit, exponent) = (draws.integer() >> 20, draws.below(6) as i32 - 3);
        let limit = draws.spelling(limit, exponent);
        assert_eq!(compare_i64(value, &limit), compare(&value.to_string(), &limit), "{value} and {limit}");
        assert_eq!(multiple_of_i64(value, &limit), multiple_of(&value.to_string(), &limit), "{value} of {limit}");
        let value = value.unsigned_abs();
        assert_eq!(compare_u64(value, &limit), compare(&value.to_string(), &limit), "{value} and {limit}");
        assert_eq!(multiple_of_u64(value, &limit), multiple_of(&value.to_string(), &limit), "{value} of {limit}");
    }
    assert_eq!(compare_u64(u64::MAX, "-1"), Ordering::Greater);
    assert_eq!(compare_i64(i64::MIN, "18446744073709551615"), Ordering::Less);
    assert!(multiple_of_i64(i64::MIN, "-1"));
    assert!(!multiple_of_u64(5, "0"));
}

#[test]
fn floats_stand_for_their_shortest_decimal() {
    assert_eq!(compare_f64(0.1, "0.1"), Ordering::Equal);
    assert_eq!(compare_f64(0.1, "0.1000000000000000055511151231257827"), Ordering::Less);
    assert_eq!(compare_f64(f64::MAX, "1e999"), Ordering::Less);
    assert_eq!(compare_f64(f64::INFINITY, "1e999"), Ordering::Greater);
    assert_eq!(compare_f64(-0.0, "0"), Ordering::Equal);
    assert!(multiple_of_f64(0.0075, "0.0001"));
    assert!(multiple_of_f64(4.35, "0.01"));
    assert!(!multiple_of_f64(1e308, "0.123456789"));
    assert!(multiple_of_f64(1e308, "0.5"));
    assert!(!multiple_of_f64(f64::NAN, "1") && !multiple_of_f64(f64::INFINITY, "1"));
    let mut draws = Draws(5);
    for _ in 0..4_000 {
        let value = match draws.below(3) {
            0 => f64::from_bits(draws.next()),
            1 => draws.integer() as f64 / 100.0,
            _ => (draws.integer() >> 40) as f64,
        };
        if !value.is_finite() {
            continue;
        }
        let text = Number::try_from(value).expect("finite");
        assert_eq!(text.as_f64(), value);
        let (limit, exponent) = (draws.integer() >> 45, draws.below(6) as i32 - 3);
        let limit = draws.spelling(limit, exponent);
        assert_eq!(compare_f64(value, &limit), compare(text.as_str(), &limit), "{value} and {limit}");
        assert_eq!(multiple_of_f64(value, &limit), multiple_of(text.as_str(), &limit), "{value} of {limit}");
        assert_eq!(compare_f64(value, text.as_str()), Ordering::Equal);
    }
}

#[test]
fn floats_are_written_as_json_writes_them() {
    for (float, text) in [(1.0, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e300, "1e300"), (1.5e-9, "1.5e-9")] {
        assert_eq!(Number::try_from(float).expect("finite").as_str(), text);
    }
    assert!(Number::try_from(f64::NAN).is_err());
    assert!(Number::try_from(f64::NEG_INFINITY).is_err());
}

#[test]
fn hostile_numbers_are_cheap() {
    let digits = "7".repeat(20_000);
    let other = format!("{digits}.{digits}e-{digits}");
    assert_eq!(compare(&digits, &other), Ordering::Greater);
    assert_eq!(number(&other), number(&other.clone()));
    assert!(!multiple_of(&digits, "0.3"));
    assert!(!multiple_of(&other, &digits[..40]));
    assert!(number(&digits).as_f64().is_infinite());
}
