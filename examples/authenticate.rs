//! Reads one good and one bad response of each vendor, and prints typed fields and every violation.
//!
//! `cargo run --example authenticate`

use auth_models::{pipeshub, riffyn, stytch, workos};
use typeloom::{Read, Valid, Validate, Write};

fn main() {
    println!("WorkOS");
    if let Some(response) = good::<workos::UserlandAuthenticateResponse>(include_str!(
        "../tests/samples/workos/ok/unknown_members_are_kept.json"
    )) {
        println!("  {} signed in by {:?}", response.user.email, response.authentication_method);
        println!("  access token: {:?}", response.access_token);
        println!("  members that the document does not know: {:?}", response.unknown);
    }
    bad::<workos::UserlandAuthenticateResponse>(include_str!(
        "../tests/samples/workos/bad/many_violations_at_once.json"
    ));

    println!("PipesHub");
    if let Some(response) =
        good::<pipeshub::AuthenticateResponse>(include_str!("../tests/samples/pipeshub/ok/several_steps.json"))
    {
        println!("  step {:?} takes {:?}", response.next_step, response.allowed_methods);
    }
    bad::<pipeshub::AuthenticateResponse>(include_str!("../tests/samples/pipeshub/bad/unknown_methods.json"));

    println!("Stytch");
    if let Some(response) = good::<stytch::ApiOtpV1AuthenticateResponse>(include_str!(
        "../tests/samples/stytch/ok/otp.only_required_members.json"
    )) {
        println!("  status {} for user {}", response.status_code, response.user.user_id);
    }
    bad::<stytch::ApiOtpV1AuthenticateResponse>(include_str!(
        "../tests/samples/stytch/bad/otp.unknown_factor_type.json"
    ));

    println!("Riffyn");
    if let Some(response) =
        good::<riffyn::AuthResponse>(include_str!("../tests/samples/riffyn/ok/second_factor_is_owed.json"))
    {
        println!("  {:?} for {:?}, factors {:?}", response.status, response.user_id, response.factors);
    }
    bad::<riffyn::AuthResponse>(include_str!("../tests/samples/riffyn/bad/api_key_is_an_object.json"));
}

/// Takes only what the vendor's document allows.
fn good<T: for<'de> Read<'de> + Validate + Write>(text: &str) -> Option<Valid<T>> {
    match typeloom::from_str::<Valid<T>>(text) {
        Ok(response) => Some(response),
        Err(error) => {
            println!("  refused: {error}");
            None
        }
    }
}

/// Reads what has the right shape, then asks for every violation.
fn bad<T: for<'de> Read<'de> + Validate>(text: &str) {
    match typeloom::from_str::<T>(text) {
        Ok(response) => match response.validate() {
            Ok(()) => println!("  valid after all"),
            Err(violations) => {
                for violation in violations.iter() {
                    println!("  violation: {violation}");
                }
            }
        },
        Err(error) => println!("  not even the shape is right: {error}"),
    }
}
