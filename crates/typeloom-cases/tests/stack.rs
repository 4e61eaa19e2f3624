//! How much stack reading needs, in the build at hand: at most one and a half times what `serde_json::Value` needs for
//! the same text, and text of any depth is refused before the stack ends.
//!
//! A thread whose stack is too small ends the whole process, so each try is a process of its own: this test, asked to
//! be one by a variable of the environment.

use serde::de::DeserializeOwned;
use std::process::{Command, Stdio};
use std::{env, thread};
use typeloom::{Read, Valid, Validate};
use typeloom_cases::cases::json_schema::deep_values_need_little_stack::acme::{Deep, Overlap};

/// Reads a text in one of the ways; whether it is accepted.
type Way = fn(&str) -> bool;

/// `[` or `{"n":` and so on, so many times, with something in the middle.
type Shape = (&'static str, &'static str, &'static str);

const OBJECTS: Shape = (r#"{"n":"#, "{}", "}");
const ARRAYS: Shape = (r#"{"l":["#, "", "]}");
const UNIONS: Shape = (r#"{"u":"#, r#""x""#, "}");
const ANYTHING: Shape = (r#"{"x":"#, "{}", "}");
const OVERLAP: Shape = (r#"{"n":"#, "{}", "}");
const LISTS: Shape = ("[", "", "]");

/// What is measured: a name, the shape of the text, the way.
const WAYS: &[(&str, Shape, Way)] = &[
    ("objects by serde_json", OBJECTS, by_serde::<Deep>),
    ("objects by typeloom", OBJECTS, by_typeloom::<Deep>),
    ("arrays by serde_json", ARRAYS, by_serde::<Deep>),
    ("arrays by typeloom", ARRAYS, by_typeloom::<Deep>),
    ("unions by serde_json", UNIONS, by_serde::<Deep>),
    ("unions by typeloom", UNIONS, by_typeloom::<Deep>),
    ("any JSON by serde_json", ANYTHING, by_serde::<Deep>),
    ("any JSON by typeloom", ANYTHING, by_typeloom::<Deep>),
    ("values by serde_json", OBJECTS, by_serde::<typeloom::Value>),
    ("values by typeloom", OBJECTS, by_typeloom::<typeloom::Value>),
    ("overlapping branches by serde_json", OVERLAP, by_serde::<Overlap>),
    ("overlapping branches by typeloom", OVERLAP, by_typeloom::<Overlap>),
    ("lists of overlapping branches by serde_json", LISTS, by_serde::<Overlap>),
    ("lists of overlapping branches by typeloom", LISTS, by_typeloom::<Overlap>),
];

fn plain(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok()
}

fn by_serde<T: DeserializeOwned + Validate + for<'a> Read<'a>>(text: &str) -> bool {
    serde_json::from_str::<Valid<T>>(text).is_ok()
}

fn by_typeloom<T: Validate + for<'a> Read<'a>>(text: &str) -> bool {
    typeloom::from_str::<Valid<T>>(text).is_ok()
}

fn nested((open, middle, close): Shape, levels: usize) -> String {
    let per = open.matches(['{', '[']).count();
    let times = levels / per;
    open.repeat(times) + middle + &close.repeat(times)
}

const CHILD: &str = "TYPELOOM_STACK";

/// Not a test: one try, in a process of its own.
#[test]
#[ignore]
fn one_try() {
    let Ok(job) = env::var(CHILD) else { return };
    let numbers: Vec<usize> = job.split(' ').map(|number| number.parse().expect("a number")).collect();
    let [way, levels, stack] = numbers[..] else { panic!("three numbers") };
    let (_, shape, run) = WAYS[way / 2];
    let run = if way % 2 == 0 { plain } else { run };
    let text = nested(shape, levels);
    let thread = thread::Builder::new().stack_size(stack).spawn(move || run(&text)).expect("a thread");
    assert_eq!(thread.join().expect("no panic"), levels < 128);
}

/// Whether a way has enough stack for a text.
fn fits(way: usize, levels: usize, stack: usize) -> bool {
    let this = env::current_exe().expect("the test knows where it is");
    let status = Command::new(this)
        .args(["--exact", "one_try", "--ignored"])
        .env(CHILD, format!("{way} {levels} {stack}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.expect("the test can be run").success()
}

/// The smallest stack that is enough, in steps of 4 kB.
fn least(way: usize, levels: usize) -> usize {
    let (mut low, mut high) = (4_usize, 1024_usize);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if fits(way, levels, middle * 4096) { high = middle } else { low = middle }
    }
    high * 4
}

#[test]
fn reading_needs_at_most_one_and_a_half_times_the_stack_of_serde_json() {
    let mut complaints = Vec::new();
    for (index, (name, ..)) in WAYS.iter().enumerate() {
        let (theirs, ours) = (least(2 * index, 126), least(2 * index + 1, 126));
        println!("{name}: {ours} kB, serde_json::Value {theirs} kB");
        if ours * 2 > theirs * 3 {
            complaints.push(format!("{name}: {ours} kB, serde_json::Value {theirs} kB"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn text_that_is_far_too_deep_is_refused() {
    for (index, (name, ..)) in WAYS.iter().enumerate() {
        let stack = 8192 + least(2 * index, 126) * 1024 * 3 / 2;
        assert!(fits(2 * index + 1, 100_000, stack), "{name}");
    }
}
