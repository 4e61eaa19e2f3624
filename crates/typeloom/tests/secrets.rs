//! What is known for a secret by its name, and what `Debug` shows of any JSON.

#![allow(missing_docs, clippy::unwrap_used)]

use typeloom::secret_names::{Hidden, hidden, is_secret};
use typeloom::{Number, Sensitive, Unknown, Value};

const SECRET: &[&str] = &[
    "accessToken",
    "refresh_token",
    "idToken",
    "bearerToken",
    "csrf_token",
    "xsrfToken",
    "csrftoken",
    "sessionToken",
    "session_jwt",
    "client_secret",
    "clientSecret",
    "secretKey",
    "secret_access_key",
    "SecretAccessKey",
    "aws_secret_access_key",
    "AWS_SECRET_ACCESS_KEY",
    "accessKey",
    "access_key",
    "signing_key",
    "auth_key",
    "serviceKey",
    "db_pass",
    "ssh_privkey",
    "keypass",
    "signingSecret",
    "encryption_key",
    "private_key",
    "privatekey",
    "privateKeyPem",
    "password",
    "passwd",
    "pwd",
    "mysql_pwd",
    "user_password",
    "new_password",
    "passwordHash",
    "password_hash",
    "passwordDigest",
    "passphrase",
    "pin",
    "otp",
    "otp_code",
    "totp",
    "totp_secret",
    "mfa_code",
    "authorization_code",
    "device_code",
    "verification_code",
    "magic_link_token",
    "magic_link",
    "magicLink",
    "apiKey",
    "api_key",
    "apikey",
    "x_api_key",
    "x-api-key",
    "credential",
    "credentials",
    "authorization",
    "Authorization",
    "Proxy-Authorization",
    "cookie",
    "set_cookie",
    "client_assertion",
    "assertion",
    "saml_response",
    "SAMLResponse",
    "saml_assertion",
    "id_token_hint",
    "code_verifier",
    "webhook_secret",
    "hmac_key",
    "shared_secret",
    "recovery_code",
    "recovery_codes",
    "backup_codes",
    "seed",
    "mnemonic",
    "jwt",
    "token",
    "tokens",
    "secrets",
    "sshPrivateKey",
    "bearer",
    "cvv",
    "passcode",
    "connection_string",
];

const PLAIN: &[&str] = &[
    "dateOfFirstAuthorization",
    "token_type",
    "page_token",
    "next_page_token",
    "nextPageToken",
    "token_url",
    "secret_name",
    "secret_id",
    "password_strength",
    "password_required",
    "password_policy",
    "pin_code_length",
    "otp_enabled",
    "has_password",
    "requires_otp",
    "publicKey",
    "public_key",
    "app_key",
    "boarding_pass",
    "ssh_key",
    "certificate",
    "key",
    "license_key",
    "code",
    "user_code",
    "session_id",
    "login_hint",
    "code_challenge",
    "nonce",
    "state",
    "ticket",
    "status_code",
    "access_key_id",
    "shipping",
    "laptop",
    "spin",
    "tokenizer",
    "secretary",
    "max_tokens",
    "expires_in",
    "token_expires_at",
    "email",
    "sub",
    "iss",
];

#[test]
fn names_are_known_both_ways() {
    let missed: Vec<_> = SECRET.iter().filter(|name| !is_secret(name)).collect();
    let wrong: Vec<_> = PLAIN.iter().filter(|name| is_secret(name)).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "missed: {missed:?}, wrong: {wrong:?}");
    assert_eq!([hidden("tokens"), hidden("pin"), hidden("name")], [Hidden::Text, Hidden::All, Hidden::Nothing]);
}

#[test]
fn any_json_hides_what_has_the_name_of_a_secret() {
    let text = r#"{"a":[{"client_secret":"hush","n":1}],"otp":71077345,"otp_x":2,"password":null,"secrets":{"b":"hush"},
        "token":true,"tokens":12}"#;
    let value: Value = text.parse().unwrap();
    let unknown: Unknown = value.as_object().unwrap().clone().into();
    for shown in [format!("{value:?}"), format!("{unknown:?}")] {
        assert!(!shown.contains("hush") && !shown.contains("71077345"), "{shown}");
        for part in
            ["\"n\": Number", "\"otp_x\": Number", "\"password\": Null", "\"token\": Bool", "\"tokens\": Number"]
        {
            assert!(shown.contains(part), "{part} in {shown}");
        }
    }
}

#[test]
fn unknown_members_are_a_map() {
    let mut unknown: Unknown = [("a".to_owned(), Value::from(1))].into_iter().collect();
    unknown.insert("b".to_owned(), Value::Null);
    assert_eq!(unknown.clone(), unknown);
    assert_eq!((&unknown).into_iter().count(), 2);
    assert_eq!(unknown.keys().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(unknown.into_iter().next(), Some(("a".to_owned(), Value::from(1))));
    assert!(Unknown::default().is_empty());
}

#[test]
fn secrets_are_equal_where_they_are_the_same() {
    let value = |text: &str| Sensitive::from(text.parse::<Value>().unwrap());
    let same = [r#"{"a":["x",1,null,true],"b":{}}"#, r#""x""#, "null", "17"];
    for (own, text) in same.iter().enumerate() {
        for (other, second) in same.iter().enumerate() {
            assert_eq!(value(text) == value(second), own == other, "{text} {second}");
        }
    }
    assert_ne!(value(r#"{"a":1}"#), value(r#"{"b":1}"#));
    assert_ne!(value("[1,2]"), value("[1]"));
    assert_eq!(Sensitive::from(17_i64), Sensitive::from(17));
    assert_ne!(Sensitive::from(0.5), Sensitive::from(0.25));
    assert_ne!(Sensitive::from(true), Sensitive::from(false));
    assert_ne!(Sensitive::from(Number::from(1)), Sensitive::from(Number::from(2)));
}
