//! `uniqueItems`: finds equal values among many without comparing each with each.

use crate::Value;
use crate::validate::{At, Report};
use std::cmp::Ordering;

/// `uniqueItems`
pub fn unique_items(items: &[Value], at: &At<'_>, report: &mut Report) -> bool {
    let Some((first, second)) = repeated(items) else { return true };
    report.add(at, "uniqueItems", || format!("items must be unique, but items {first} and {second} are equal"));
    false
}

/// Two places with equal values, where there are such: numbers by their values, objects without regard to order.
pub fn repeated(items: &[Value]) -> Option<(usize, usize)> {
    // Sorting needs memory; a handful is compared faster than sorted.
    if items.len() <= 8 {
        let pairs = (0..items.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
        return pairs.into_iter().find(|&(first, second)| order(&items[first], &items[second]).is_eq());
    }
    let mut sorted: Vec<usize> = (0..items.len()).collect();
    sorted.sort_by(|&a, &b| order(&items[a], &items[b])); // stable, so that of equal ones the first comes first
    let pairs = sorted.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|&(a, b)| order(&items[a], &items[b]).is_eq()).min_by_key(|&(_, second)| second)
}

/// A total order in which values are equal exactly where JSON Schema says so (2020-12 core, section 4.2.2).
fn order(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Null, Value::Null) => Ordering::Equal,
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Array(a), Value::Array(b)) => {
            let lengths = a.len().cmp(&b.len());
            lengths.then_with(|| first_difference(a.iter().zip(b).map(|(a, b)| order(a, b))))
        }
        (Value::Object(a), Value::Object(b)) => {
            let lengths = a.len().cmp(&b.len());
            let members = a.iter().zip(b).map(|((name, a), (other, b))| name.cmp(other).then_with(|| order(a, b)));
            lengths.then_with(|| first_difference(members))
        }
        (a, b) => rank(a).cmp(&rank(b)),
    }
}

fn first_difference(mut orders: impl Iterator<Item = Ordering>) -> Ordering {
    orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::repeated;
    use crate::{Number, Value};

    fn number(text: &str) -> Value {
        Value::Number(Number::new(text).expect("a number"))
    }

    #[test]
    fn numbers_are_equal_by_value_and_differ_from_other_kinds() {
        assert_eq!(repeated(&[number("1"), number("2"), number("1.0")]), Some((0, 2)));
        assert_eq!(repeated(&[number("0"), Value::Bool(false), Value::Null, Value::String("0".to_owned())]), None);
        let nested = |text| Value::Array(vec![number(text)]);
        assert_eq!(repeated(&[nested("1"), nested("10e-1")]), Some((0, 1)));
    }

    #[test]
    fn many_items_name_the_first_repetition() {
        let mut items: Vec<Value> = (0..1000u64).map(|index| Value::Number(Number::from(index))).collect();
        assert_eq!(repeated(&items), None);
        items.push(number("7.0"));
        items.push(number("3"));
        assert_eq!(repeated(&items), Some((7, 1000)));
    }
}
