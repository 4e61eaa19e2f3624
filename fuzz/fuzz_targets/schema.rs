//! Any bytes as a JSON document.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::generates("acme.json", bytes));
