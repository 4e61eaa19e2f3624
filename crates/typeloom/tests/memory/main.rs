//! Nothing of a secret stays in memory once its value is gone: a search through all of this process's memory.
//!
//! `goldens/models.rs` is what the generator makes of `memory.json` (`cargo xtask bless`). Of the text that is read a test wipes
//! its own copy; what a format keeps for itself is not ours: serde_json has a copy where there are escapes, and where it
//! refuses a text, even if nobody wants the value (`IgnoredAny`).

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)]
mod models {
    include!("goldens/models.rs");
}

use models::Keep;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{Read as _, Seek as _, SeekFrom};
use typeloom::{Valid, Validate, from_slice, from_str, to_string};
use zeroize::Zeroize;

/// Half of what is looked for. The halves meet only in texts, so that the test itself does not hold what it looks for.
const HALVES: [&str; 2] = ["Zq7SECRET", "needle93Xk4"];

/// How often it is repeated: a secret that is longer than what allocators write over freed memory.
const TIMES: usize = 40;

/// A text with `@` for the secret.
fn text(pattern: &str) -> Vec<u8> {
    let mut text = Vec::with_capacity(pattern.len() + 4 * 20 * TIMES);
    for byte in pattern.bytes() {
        if byte == b'@' {
            for _ in 0..TIMES {
                HALVES.iter().for_each(|half| text.extend(half.bytes()));
            }
        } else {
            text.push(byte);
        }
    }
    text
}

/// How often the secret is in memory that can be written.
fn copies() -> usize {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let mut memory = File::open("/proc/self/mem").unwrap();
    let mut found = 0;
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
        let Some((start, end)) = range.split_once('-') else { continue };
        let [start, end] = [start, end].map(|address| u64::from_str_radix(address, 16).unwrap());
        if !rights.starts_with("rw") || line.ends_with("[vvar]") {
            continue;
        }
        // Page by page, into one buffer that is wiped: what was read must not be found again.
        let mut buffer = vec![0; 1 << 16];
        let mut at = start;
        while at < end {
            let count = buffer.len().min((end - at) as usize);
            let page = &mut buffer[..count];
            let read = memory.seek(SeekFrom::Start(at)).is_ok() && memory.read_exact(page).is_ok();
            if read {
                found += page
                    .windows(HALVES[0].len())
                    .enumerate()
                    .filter(|(place, window)| {
                        *window == HALVES[0].as_bytes()
                            && page[place + HALVES[0].len()..].starts_with(HALVES[1].as_bytes())
                    })
                    .count();
            }
            page.zeroize();
            at += count as u64;
        }
    }
    found
}

/// A way to read, use and drop a value.
type Way = fn(&[u8]);

fn typed(text: &[u8]) {
    drop(black_box(from_slice::<Keep>(text).unwrap()));
}

fn validated(text: &[u8]) {
    let value = from_slice::<Keep>(text).unwrap();
    let _ = black_box((value.validate(), value.is_valid(), format!("{value:?}")));
}

fn both(text: &[u8]) {
    drop(black_box(from_slice::<Valid<Keep>>(text)));
    drop(black_box(serde_json::from_slice::<Valid<Keep>>(text)));
}

fn by_serde(text: &[u8]) {
    let text = std::str::from_utf8(text).unwrap();
    let value = serde_json::from_str::<Keep>(text).unwrap();
    let _ = black_box((value.validate(), value.clone() == value));
}

fn written(text: &[u8]) {
    let value = from_str::<Keep>(std::str::from_utf8(text).unwrap()).unwrap();
    to_string(&value).unwrap().zeroize();
    let buffered = typeloom::to_value(&value).unwrap();
    drop(black_box(typeloom::from_value::<Keep>(&buffered)));
    drop(typeloom::Sensitive::from(buffered));
}

fn refused(text: &[u8]) {
    let cut = &text[..text.len() - 1];
    assert!(black_box(from_slice::<Keep>(cut)).is_err());
}

const WAYS: [(&str, Way); 6] = [
    ("typed", typed),
    ("validated", validated),
    ("both", both),
    ("by serde", by_serde),
    ("written", written),
    ("refused", refused),
];

const PLAIN: [&str; 16] = [
    r#"{"password":"a@"}"#,
    r#"{"password":"b@"}"#,
    r#"{"access_token":"@"}"#,
    r#"{"access_token":"x@"}"#,
    r#"{"id_token":"@"}"#,
    r#"{"refresh_token":"http://@/"}"#,
    r#"{"secret":"@"}"#,
    r#"{"api_key":"@"}"#,
    r#"{"recovery_codes":["@1","@2","@1"]}"#,
    r#"{"credentials":{"a":["@",{"b":"@"}]}}"#,
    r#"{"session_token":{"a":"@"}}"#,
    r#"{"login":{"a":1,"password":"@"}}"#,
    r#"{"login":{"token":"@","password":"@"}}"#,
    r#"{"grant":{"password":"@","kind":"a"}}"#,
    r#"{"open":{"a":1,"client_secret":"@"},"api_token":"@"}"#,
    r#"{"closed":{"password":"@","more":"@"}}"#,
];

/// With these, serde_json has a copy of its own.
const ESCAPED: [&str; 4] = [
    r#"{"password":"a\n@\u0041"}"#,
    r#"{"login":{"a":1,"password":"\n@"}}"#,
    r#"{"grant":{"password":"\n@","kind":"a"}}"#,
    r#"{"credentials":{"a":["\n@"]}}"#,
];

#[test]
fn no_copy_of_a_secret_is_left_in_memory() {
    let left = |pattern: &str, way: Way| {
        let mut text = text(pattern);
        way(&text);
        text.zeroize();
        drop(text);
        copies()
    };
    assert_eq!(copies(), 0, "the test holds what it looks for");
    // What is kept is found, or else the search is no good.
    let kept = text("@");
    assert!(copies() >= TIMES);
    drop(zeroize::Zeroizing::new(kept));
    let mut found = Vec::new();
    for (name, way) in WAYS {
        for pattern in PLAIN {
            let copies = left(pattern, way);
            if copies > 0 {
                found.push(format!("{name}: {copies} parts of {pattern}"));
            }
        }
    }
    for pattern in ESCAPED {
        for (name, way) in [("typed", typed as Way), ("validated", validated), ("written", written)] {
            let copies = left(pattern, way);
            if copies > 0 {
                found.push(format!("{name}: {copies} parts of {pattern}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
