//! The goldens compile, and read what the models read. That they are what is generated now, `cargo xtask bless --check`
//! and the tests of `xtask` say.

#[rustfmt::skip] // as it is generated
#[path = "goldens/pipeshub/models.rs"]
mod golden_pipeshub;
#[rustfmt::skip] // as it is generated
#[path = "goldens/riffyn/models.rs"]
mod golden_riffyn;
#[rustfmt::skip] // as it is generated
#[path = "goldens/stytch/models.rs"]
mod golden_stytch;
#[rustfmt::skip] // as it is generated
#[path = "goldens/workos/models.rs"]
mod golden_workos;

use typeloom::{Read, Valid, Validate, Value, Write};

fn round_trips<T: for<'de> Read<'de> + Validate + Write>(text: &str) {
    let value: Valid<T> = typeloom::from_str(text).expect("an accepted sample");
    let written = typeloom::to_string(&value).expect("JSON");
    let json = |text: &str| typeloom::from_str::<Value>(text).expect("JSON");
    assert_eq!(json(&written), json(text));
}

#[test]
fn goldens_are_code_that_works() {
    round_trips::<golden_pipeshub::pipeshub::AuthenticateResponse>(include_str!(
        "samples/pipeshub/ok/several_steps.json"
    ));
    round_trips::<golden_riffyn::riffyn::AuthResponse>(include_str!("samples/riffyn/ok/second_factor_is_owed.json"));
    round_trips::<golden_stytch::stytch::ApiOtpV1AuthenticateResponse>(include_str!(
        "samples/stytch/ok/otp.every_member.json"
    ));
    round_trips::<golden_workos::workos::UserlandAuthenticateResponse>(include_str!(
        "samples/workos/ok/every_member.json"
    ));
}
