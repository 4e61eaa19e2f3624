//! Which member names stand for secrets: tokens, codes that can be exchanged for tokens, passwords and keys.
//!
//! The one table of names: the generator asks it about the fields of documents, `Debug` of any JSON about the members
//! that no document knows. Compared with what log redactors and secret scanners look for (the lists of Sentry, Rails,
//! detect-secrets and gitleaks), less what they take for a secret by a mere part of the name (`token_type`,
//! `password_policy`) and the keys that are often for everybody (`app_key`, `client_key`).

use Name::{Begins, Ends, Is, Tail};

/// What is hidden under a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hidden {
    /// Nothing.
    Nothing,
    /// Everything but numbers, which are counts there: `tokens`, `seed`.
    Text,
    /// Everything.
    All,
}

/// How a name is known. Names are compared as lower-case words: `clientSecret` is `client_secret`.
enum Name {
    /// These words.
    Is(&'static str),
    /// These words, and others before them: `otp` is in `sms_otp`, not in `laptop`.
    Ends(&'static str),
    /// These letters at the end, whatever is before them: `token` is in `access_token` and in `csrftoken`.
    Tail(&'static str),
    /// These words, and others after them.
    Begins(&'static str),
}

/// The first row that a name fits decides.
const ROWS: &[(Hidden, &[Name])] = &[
    (
        Hidden::Nothing,
        &[
            // About a secret, not the secret itself.
            Begins("has"),
            Begins("is"),
            Begins("can"),
            Begins("require"),
            Begins("requires"),
            Begins("needs"),
            Begins("allow"),
            Begins("allows"),
            Begins("enable"),
            Begins("disable"),
            Begins("supports"),
            Begins("max"),
            Begins("min"),
            Begins("num"),
            Begins("total"),
            // Where in a list to go on.
            Tail("pagetoken"),
            Tail("synctoken"),
            Tail("nexttoken"),
            Tail("previoustoken"),
            Tail("continuationtoken"),
            Tail("paginationtoken"),
            Tail("cursortoken"),
            // For everybody to see.
            Tail("publictoken"),
            Tail("publickey"),
            Tail("publishablekey"),
        ],
    ),
    (Hidden::Text, &[Tail("tokens"), Is("seed"), Ends("seed_phrase"), Ends("master_seed"), Ends("wallet_seed")]),
    (
        Hidden::All,
        &[
            Tail("token"),
            Is("id_token_hint"),
            Ends("jwt"),
            Ends("jwts"),
            Is("bearer"),
            // The header, and no date of an authorization.
            Is("authorization"),
            Is("proxy_authorization"),
            Ends("authorization_header"),
            Ends("cookie"),
            Ends("cookies"),
            Is("assertion"),
            Ends("client_assertion"),
            Ends("saml_assertion"),
            Ends("actor_assertion"),
            Ends("saml_response"),
            Tail("secret"),
            Tail("secrets"),
            Ends("credential"),
            Ends("credentials"),
            Ends("creds"),
            Tail("password"),
            Tail("passwords"),
            Tail("passwd"),
            Ends("pwd"),
            Ends("passphrase"),
            Ends("password_hash"),
            Ends("password_digest"),
            Ends("password_salt"),
            Ends("password_confirmation"),
            Ends("hashed_password"),
            Tail("apikey"),
            Tail("apikeys"),
            Tail("accesskey"),
            Tail("accesskeys"),
            Tail("secretkey"),
            Tail("secretkeys"),
            Tail("privatekey"),
            Tail("privatekeys"),
            Tail("privatekeypem"),
            Tail("privkey"),
            Ends("private_pem"),
            Ends("signing_key"),
            Ends("encryption_key"),
            Ends("decryption_key"),
            Ends("hmac_key"),
            Ends("master_key"),
            Ends("session_key"),
            Ends("shared_key"),
            Ends("symmetric_key"),
            Ends("account_key"),
            Ends("auth_key"),
            Ends("service_key"),
            Ends("database_key"),
            Ends("db_key"),
            Ends("db_pass"),
            Ends("database_pass"),
            Ends("key_pass"),
            Is("keypass"),
            Ends("connection_string"),
            Ends("mnemonic"),
            Is("pin"),
            Ends("user_pin"),
            Ends("new_pin"),
            Ends("old_pin"),
            Ends("card_pin"),
            Is("pin_code"),
            Is("pincode"),
            Ends("otp"),
            Ends("totp"),
            Ends("cvv"),
            Ends("cvc"),
            Ends("cvv2"),
            Is("security_code"),
            Ends("card_security_code"),
            Ends("passcode"),
            Ends("pass_code"),
            Ends("access_code"),
            Ends("authorization_code"),
            Ends("auth_code"),
            Ends("device_code"),
            Ends("otp_code"),
            Ends("totp_code"),
            Ends("mfa_code"),
            Ends("two_factor_code"),
            Ends("verification_code"),
            Ends("one_time_code"),
            Ends("recovery_code"),
            Ends("recovery_codes"),
            Ends("backup_code"),
            Ends("backup_codes"),
            Ends("code_verifier"),
            Ends("magic_link"),
        ],
    ),
];

/// What is hidden under the member name `name`.
pub fn hidden(name: &str) -> Hidden {
    let words = words(name);
    let letters = words.replace('_', "");
    let fits = |row: &Name| match row {
        Is(whole) => words == *whole,
        Ends(end) => words.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('_')),
        Tail(end) => letters.ends_with(end),
        Begins(start) => words.strip_prefix(start).is_some_and(|after| after.starts_with('_')),
    };
    let row = ROWS.iter().find(|(_, names)| names.iter().any(fits));
    row.map_or(Hidden::Nothing, |(hidden, _)| *hidden)
}

/// Whether a member of this name is a secret.
pub fn is_secret(name: &str) -> bool {
    hidden(name) != Hidden::Nothing
}

/// The words of a name in lower case, with `_` between them: `SAMLResponse` is `saml_response`.
fn words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut chars = name.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        if !c.is_alphanumeric() {
            if !words.is_empty() && !words.ends_with('_') {
                words.push('_');
            }
        } else {
            let starts = c.is_uppercase()
                && (before.is_some_and(|before: char| before.is_lowercase() || before.is_numeric())
                    || (before.is_some_and(char::is_uppercase)
                        && chars.peek().is_some_and(|after| after.is_lowercase())));
            if starts && !words.ends_with('_') {
                words.push('_');
            }
            words.extend(c.to_lowercase());
        }
        before = Some(c);
    }
    words.truncate(words.trim_end_matches('_').len());
    words
}
