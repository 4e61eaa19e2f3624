//! Compares the verdicts of generated types with those of an independent validator, on random schemas and on
//! instances near the border of valid.
//!
//! `cargo run --release -- --schemas 2000 --instances 50 --seed 1`
//!
//! `--show 17` prints schema 17 of that seed and its instances. The other side is the run-time validator of the `jsonschema` crate. Every difference is printed with its schema
//! and instance; exit code 1 if there is any. A schema that the generator refuses is counted and printed too.

mod batch;
mod instances;
mod schemas;

use serde_json::Value;

/// Schemas that are compiled together.
const BATCH: usize = 100;

/// A random schema and instances for it.
struct Case {
    number: u64,
    schema: Value,
    instances: Vec<Value>,
}

fn main() {
    let argument = |name: &str, default: u64| {
        let mut arguments = std::env::args().skip_while(|argument| argument != name);
        arguments.nth(1).map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} takes a number")))
    };
    let (count, each, seed) = (argument("--schemas", 400), argument("--instances", 50), argument("--seed", 1));
    if std::env::args().any(|one| one == "--show") {
        let case = case(seed, argument("--show", 0), each);
        println!("{}", case.schema);
        return case.instances.iter().for_each(|instance| println!("{instance}"));
    }
    let (mut compared, mut valid, mut refused, mut different) = (0u64, 0u64, 0u64, 0u64);
    let mut number = 0;
    while number < count {
        let cases: Vec<Case> =
            (number..count.min(number + BATCH as u64)).map(|number| case(seed, number, each)).collect();
        number += cases.len() as u64;
        let outcome = batch::verdicts(&cases);
        for message in &outcome.refused {
            refused += 1;
            println!("refused: {message}");
        }
        for (case, verdicts) in cases.iter().zip(&outcome.verdicts) {
            let Some(verdicts) = verdicts else { continue };
            let validator = jsonschema::options()
                .should_validate_formats(false)
                .build(&case.schema)
                .unwrap_or_else(|error| panic!("schema {} is malformed: {error}\n{}", case.number, case.schema));
            for (instance, ours) in case.instances.iter().zip(verdicts) {
                let theirs = validator.is_valid(instance);
                compared += 1;
                valid += u64::from(theirs);
                if ours.valid != theirs || (ours.valid && !ours.round_trips) {
                    different += 1;
                    println!(
                        "difference in schema {} of seed {seed}: ours {}, theirs {theirs}, round trip {}\n  schema   {}\n  instance {instance}\n  says     {}",
                        case.number, ours.valid, ours.round_trips, case.schema, ours.message
                    );
                }
            }
        }
        eprintln!(
            "{number} schemas, {compared} verdicts, {valid} valid, {refused} schemas refused, {different} differences"
        );
    }
    println!("{count} schemas, {compared} verdicts, {valid} valid, {refused} schemas refused, {different} differences");
    if different > 0 {
        std::process::exit(1);
    }
}

fn case(seed: u64, number: u64, each: u64) -> Case {
    // Each case has a stream of its own, so that one can be made again alone.
    let mut random = fastrand::Rng::with_seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
    let schema = schemas::schema(&mut random);
    let instances = instances::instances(&mut random, &schema, each as usize);
    Case { number, schema, instances }
}
