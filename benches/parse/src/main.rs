//! One response of each vendor, read in several ways, in as many interleaved rounds as the argument says. Prints the median time of each way and
//! its ratio to a plain serde derive that validates nothing.

use serde::de::DeserializeOwned;
use std::hint::black_box;
use std::time::Instant;
use typeloom::{Read, Valid, Validate, Write};

fn main() {
    let rounds = std::env::args().nth(1).and_then(|rounds| rounds.parse().ok()).filter(|rounds| *rounds > 0);
    let rounds: usize = rounds.expect("the number of rounds");
    println!("{:<10} {:>7}  {:<28} {:>10} {:>7}", "vendor", "bytes", "way", "median ns", "ratio");
    compare::<generated::workos::UserlandAuthenticateResponse, derived::workos::UserlandAuthenticateResponse>(
        "workos",
        include_str!("../../../tests/samples/workos/ok/every_member.json"),
        rounds,
    );
    compare::<generated::stytch::ApiOtpV1AuthenticateResponse, derived::stytch::ApiOtpV1AuthenticateResponse>(
        "stytch",
        include_str!("../../../tests/samples/stytch/ok/otp.every_member.json"),
        rounds,
    );
    compare::<generated::pipeshub::AuthenticateResponse, derived::pipeshub::AuthenticateResponse>(
        "pipeshub",
        include_str!("../../../tests/samples/pipeshub/ok/several_steps.json"),
        rounds,
    );
    compare::<generated::riffyn::AuthResponse, derived::riffyn::AuthResponse>(
        "riffyn",
        include_str!("../../../tests/samples/riffyn/ok/second_factor_is_owed.json"),
        rounds,
    );
}

fn compare<T, D>(vendor: &str, pretty: &str, rounds: usize)
where
    T: for<'de> Read<'de> + Write + Validate + DeserializeOwned,
    D: DeserializeOwned + serde::Serialize,
{
    // Responses come without white space.
    let value: typeloom::Value = typeloom::from_str(pretty).expect("a sample");
    let text = typeloom::to_string(&value).expect("JSON");
    let bytes = text.as_bytes();
    let typed: T = typeloom::from_slice(bytes).expect("a sample");
    let plain: D = serde_json::from_slice(bytes).expect("a sample");
    let ways: [(&str, &dyn Fn()); 8] = [
        ("read: serde derive", &|| drop(black_box(serde_json::from_slice::<D>(black_box(bytes)).expect("read")))),
        ("read: serde_json to T", &|| drop(black_box(serde_json::from_slice::<T>(black_box(bytes)).expect("read")))),
        ("read: typeloom to T", &|| drop(black_box(typeloom::from_slice::<T>(black_box(bytes)).ok().expect("read")))),
        ("read: serde_json to Valid<T>", &|| {
            drop(black_box(serde_json::from_slice::<Valid<T>>(black_box(bytes)).ok().expect("read")))
        }),
        ("read: typeloom to Valid<T>", &|| {
            drop(black_box(typeloom::from_slice::<Valid<T>>(black_box(bytes)).ok().expect("read")))
        }),
        ("read: serde_json::Value", &|| {
            drop(black_box(serde_json::from_slice::<serde_json::Value>(black_box(bytes)).expect("read")))
        }),
        ("write: serde derive", &|| drop(black_box(serde_json::to_string(black_box(&plain)).expect("written")))),
        ("write: typeloom", &|| drop(black_box(typeloom::to_string(black_box(&typed)).expect("written")))),
    ];
    let repeat = (2_000_000 / bytes.len()).max(20);
    let mut times = vec![Vec::with_capacity(rounds); ways.len()];
    for _ in 0..rounds {
        for (way, (_, run)) in ways.iter().enumerate() {
            let start = Instant::now();
            for _ in 0..repeat {
                run();
            }
            times[way].push(start.elapsed().as_nanos() as f64 / repeat as f64);
        }
    }
    let median = |way: usize| {
        let mut sorted = times[way].clone();
        sorted.sort_by(f64::total_cmp);
        sorted[rounds / 2]
    };
    for (way, (name, _)) in ways.iter().enumerate() {
        let base = median(if name.starts_with("write") { 6 } else { 0 });
        println!("{vendor:<10} {:>7}  {name:<28} {:>10.0} {:>7.2}", bytes.len(), median(way), median(way) / base);
    }
}
