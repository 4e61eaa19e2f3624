//! All ways to read and to write say the same of texts that may tell them apart: the seeds of the fuzz target `instance`,
//! for every type of every case.

use std::{fs, path::Path};
use typeloom_cases::TYPES;

#[test]
fn no_text_tells_the_ways_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/instance");
    let mut complaints = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the seeds").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a text");
        count += 1;
        for (case, item, probe) in TYPES {
            let differences = probe(&text).differences;
            if !differences.is_empty() {
                let seed = entry.file_name();
                complaints.push(format!("{} as {case} {item}: {}", seed.display(), differences.join("; ")));
            }
        }
    }
    assert!(count > 20, "{count} seeds");
    assert!(complaints.is_empty(), "{} differences:\n{}", complaints.len(), complaints.join("\n"));
}
