//! Names that standards fix: those of OAuth 2.0 and OpenID Connect are the same in everybody's JSON.
//!
//! A vendor that spells its own names as `accessToken` still answers a token request with `access_token`. Whether an
//! object is such a message is seen from its names: all of them are fixed, and one is hardly ever used for anything
//! else.

/// Parameters and claims registered by RFC 6749, 6750, 7009, 7519, 7591, 7636, 7662, 8414, 8628, 8693, 9126, 9449 and
/// by OpenID Connect Core, Discovery, Registration and Logout. The second part says whether the name is hardly ever used
/// outside of these messages.
const NAMES: &[(&str, bool)] = &[
    ("access_token", false),
    ("acr_values", true),
    ("acr_values_supported", true),
    ("actor_token", true),
    ("actor_token_type", true),
    ("application_type", false),
    ("at_hash", true),
    ("auth_time", false),
    ("authorization_details", true),
    ("authorization_endpoint", true),
    ("authorization_signing_alg_values_supported", true),
    ("backchannel_logout_session_required", true),
    ("backchannel_logout_session_supported", true),
    ("backchannel_logout_supported", true),
    ("backchannel_logout_uri", true),
    ("c_hash", true),
    ("claims_locales", true),
    ("claims_locales_supported", true),
    ("claims_parameter_supported", true),
    ("claims_supported", true),
    ("client_assertion", true),
    ("client_assertion_type", true),
    ("client_id", false),
    ("client_id_issued_at", true),
    ("client_name", false),
    ("client_secret", false),
    ("client_secret_expires_at", true),
    ("client_uri", true),
    ("code_challenge", true),
    ("code_challenge_method", true),
    ("code_challenge_methods_supported", true),
    ("code_verifier", true),
    ("default_acr_values", true),
    ("default_max_age", true),
    ("device_authorization_endpoint", true),
    ("device_code", true),
    ("display_values_supported", true),
    ("dpop_signing_alg_values_supported", true),
    ("email_verified", false),
    ("end_session_endpoint", true),
    ("error_description", false),
    ("error_uri", true),
    ("expires_in", false),
    ("family_name", false),
    ("frontchannel_logout_session_required", true),
    ("frontchannel_logout_session_supported", true),
    ("frontchannel_logout_supported", true),
    ("frontchannel_logout_uri", true),
    ("given_name", false),
    ("grant_type", true),
    ("grant_types", true),
    ("grant_types_supported", true),
    ("id_token", false),
    ("id_token_encrypted_response_alg", true),
    ("id_token_encrypted_response_enc", true),
    ("id_token_encryption_alg_values_supported", true),
    ("id_token_encryption_enc_values_supported", true),
    ("id_token_hint", true),
    ("id_token_signed_response_alg", true),
    ("id_token_signing_alg_values_supported", true),
    ("initiate_login_uri", true),
    ("introspection_endpoint", true),
    ("introspection_endpoint_auth_methods_supported", true),
    ("introspection_endpoint_auth_signing_alg_values_supported", true),
    ("issued_token_type", true),
    ("jwks_uri", true),
    ("login_hint", true),
    ("logo_uri", false),
    ("logout_hint", true),
    ("max_age", false),
    ("middle_name", false),
    ("op_policy_uri", true),
    ("op_tos_uri", true),
    ("phone_number", false),
    ("phone_number_verified", true),
    ("policy_uri", false),
    ("post_logout_redirect_uri", true),
    ("post_logout_redirect_uris", true),
    ("preferred_username", true),
    ("pushed_authorization_request_endpoint", true),
    ("redirect_uri", false),
    ("redirect_uris", false),
    ("refresh_token", false),
    ("registration_access_token", true),
    ("registration_client_uri", true),
    ("registration_endpoint", true),
    ("request_object_encryption_alg_values_supported", true),
    ("request_object_encryption_enc_values_supported", true),
    ("request_object_signing_alg", true),
    ("request_object_signing_alg_values_supported", true),
    ("request_parameter_supported", true),
    ("request_uri", false),
    ("request_uri_parameter_supported", true),
    ("request_uris", true),
    ("requested_token_type", true),
    ("require_auth_time", true),
    ("require_pushed_authorization_requests", true),
    ("require_request_uri_registration", true),
    ("response_mode", true),
    ("response_modes_supported", true),
    ("response_type", true),
    ("response_types", true),
    ("response_types_supported", true),
    ("revocation_endpoint", true),
    ("revocation_endpoint_auth_methods_supported", true),
    ("revocation_endpoint_auth_signing_alg_values_supported", true),
    ("scopes_supported", true),
    ("sector_identifier_uri", true),
    ("service_documentation", true),
    ("session_state", false),
    ("software_id", true),
    ("software_statement", true),
    ("software_version", false),
    ("subject_token", true),
    ("subject_token_type", true),
    ("subject_type", false),
    ("subject_types_supported", true),
    ("tls_client_certificate_bound_access_tokens", true),
    ("token_endpoint", true),
    ("token_endpoint_auth_method", true),
    ("token_endpoint_auth_methods_supported", true),
    ("token_endpoint_auth_signing_alg", true),
    ("token_endpoint_auth_signing_alg_values_supported", true),
    ("token_type", true),
    ("token_type_hint", true),
    ("tos_uri", true),
    ("ui_locales", true),
    ("ui_locales_supported", true),
    ("updated_at", false),
    ("user_code", false),
    ("userinfo_encrypted_response_alg", true),
    ("userinfo_encrypted_response_enc", true),
    ("userinfo_encryption_alg_values_supported", true),
    ("userinfo_encryption_enc_values_supported", true),
    ("userinfo_endpoint", true),
    ("userinfo_signed_response_alg", true),
    ("userinfo_signing_alg_values_supported", true),
    ("verification_uri", true),
    ("verification_uri_complete", true),
    ("zoneinfo", true),
];

/// How often `name` (its words joined by `_`) is used for anything else: [`None`] where no standard fixes it.
fn registered(name: &str) -> Option<bool> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, telling)| *telling)
}

/// Which of the names of several words of one object shows that it is a message of a standard. `names` are spelled with
/// `_`.
pub(crate) fn telling(names: &[String]) -> Option<usize> {
    let known: Option<Vec<bool>> = names.iter().map(|name| registered(name)).collect();
    let known = known.filter(|known| known.len() > 1)?;
    // Claims of a person are telling together: a profile of one's own would have more than these.
    let claims = ["given_name", "family_name", "email_verified", "preferred_username"];
    let person = names.iter().filter(|name| claims.contains(&name.as_str())).count() >= 3;
    known.iter().position(|&telling| telling).or(person.then_some(0))
}

#[cfg(test)]
mod tests {
    use crate::read::page::standards::{NAMES, telling};

    #[test]
    fn messages_of_standards_are_known_by_all_of_their_names() {
        let telling = |names: &[&str]| telling(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(telling(&["access_token", "token_type", "expires_in"]), Some(1));
        assert_eq!(telling(&["access_token", "refresh_token"]), None);
        assert_eq!(telling(&["access_token", "token_type", "next_step"]), None);
        assert_eq!(telling(&["token_type"]), None);
        assert_eq!(telling(&["given_name", "family_name", "email_verified", "updated_at"]), Some(0));
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
