//! Plain serde derives of the same types: they validate nothing and drop unknown members.

pub mod stytch {
    #[allow(unused_imports)]
    use serde::{Deserialize, Serialize};
    #[allow(unused_imports)]
    use std::collections::BTreeMap;

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiAttributeV1Attributes {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_address: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_agent: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bMfaV1MemberOptions {
        pub mfa_phone_number: String,
        pub totp_registration_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bMfaV1MfaRequired {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub member_options: Option<ApiB2bMfaV1MemberOptions>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub secondary_auth_initiated: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bPasswordV1AuthenticateResponse {
        pub request_id: String,
        pub member_id: String,
        pub organization_id: String,
        pub member: ApiOrganizationV1Member,
        pub session_token: String,
        pub session_jwt: String,
        pub organization: ApiOrganizationV1Organization,
        pub intermediate_session_token: String,
        pub member_authenticated: bool,
        pub status_code: i32,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub member_session: Option<ApiB2bSessionV1MemberSession>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub mfa_required: Option<ApiB2bMfaV1MfaRequired>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub primary_required: Option<ApiB2bSessionV1PrimaryRequired>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub member_device: Option<ApiDeviceHistoryV1DeviceInfo>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Address {
        pub formatted: String,
        pub street_address: String,
        pub locality: String,
        pub region: String,
        pub postal_code: String,
        pub country: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Email {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1EnterpriseExtension {
        pub employee_number: String,
        pub cost_center: String,
        pub division: String,
        pub department: String,
        pub organization: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub manager: Option<ApiB2bScimV1Manager>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Entitlement {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Group {
        pub value: String,
        pub display: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1IMs {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Manager {
        pub value: String,
        pub r#ref: String,
        pub display_name: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Name {
        pub formatted: String,
        pub family_name: String,
        pub given_name: String,
        pub middle_name: String,
        pub honorific_prefix: String,
        pub honorific_suffix: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1PhoneNumber {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Photo {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1Role {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1SCIMAttributes {
        pub user_name: String,
        pub id: String,
        pub external_id: String,
        pub active: bool,
        pub groups: Vec<ApiB2bScimV1Group>,
        pub display_name: String,
        pub nick_name: String,
        pub profile_url: String,
        pub user_type: String,
        pub title: String,
        pub preferred_language: String,
        pub locale: String,
        pub timezone: String,
        pub emails: Vec<ApiB2bScimV1Email>,
        pub phone_numbers: Vec<ApiB2bScimV1PhoneNumber>,
        pub addresses: Vec<ApiB2bScimV1Address>,
        pub ims: Vec<ApiB2bScimV1IMs>,
        pub photos: Vec<ApiB2bScimV1Photo>,
        pub entitlements: Vec<ApiB2bScimV1Entitlement>,
        pub roles: Vec<ApiB2bScimV1Role>,
        pub x509certificates: Vec<ApiB2bScimV1X509Certificate>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<ApiB2bScimV1Name>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub enterprise_extension: Option<ApiB2bScimV1EnterpriseExtension>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bScimV1X509Certificate {
        pub value: String,
        pub r#type: String,
        pub primary: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bSessionV1MemberSession {
        pub member_session_id: String,
        pub member_id: String,
        pub started_at: String,
        pub last_accessed_at: String,
        pub expires_at: String,
        pub authentication_factors: Vec<ApiSessionV1AuthenticationFactor>,
        pub organization_id: String,
        pub roles: Vec<String>,
        pub organization_slug: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub custom_claims: Option<BTreeMap<String, serde_json::Value>>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiB2bSessionV1PrimaryRequired {
        pub allowed_auth_methods: Vec<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiDeviceHistoryV1DeviceAttributeDetails {
        pub is_new: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub first_seen_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_seen_at: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiDeviceHistoryV1DeviceInfo {
        pub visitor_id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub visitor_id_details: Option<ApiDeviceHistoryV1DeviceAttributeDetails>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_address: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_address_details: Option<ApiDeviceHistoryV1DeviceAttributeDetails>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_geo_city: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_geo_region: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_geo_country: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_geo_country_details: Option<ApiDeviceHistoryV1DeviceAttributeDetails>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1ActiveSCIMConnection {
        pub connection_id: String,
        pub display_name: String,
        pub bearer_token_last_four: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bearer_token_expires_at: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1ActiveSSOConnection {
        pub connection_id: String,
        pub display_name: String,
        pub identity_provider: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1CustomRole {
        pub role_id: String,
        pub description: String,
        pub permissions: Vec<ApiOrganizationV1CustomRolePermission>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1CustomRolePermission {
        pub resource_id: String,
        pub actions: Vec<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1EmailImplicitRoleAssignment {
        pub domain: String,
        pub role_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1Member {
        pub organization_id: String,
        pub member_id: String,
        pub email_address: String,
        pub status: String,
        pub name: String,
        pub sso_registrations: Vec<ApiOrganizationV1SSORegistration>,
        pub is_breakglass: bool,
        pub member_password_id: String,
        pub oauth_registrations: Vec<ApiOrganizationV1OAuthRegistration>,
        pub email_address_verified: bool,
        pub mfa_phone_number_verified: bool,
        pub is_admin: bool,
        pub totp_registration_id: String,
        pub retired_email_addresses: Vec<ApiOrganizationV1RetiredEmail>,
        pub is_locked: bool,
        pub mfa_enrolled: bool,
        pub mfa_phone_number: String,
        pub default_mfa_method: String,
        pub roles: Vec<ApiOrganizationV1MemberRole>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trusted_metadata: Option<BTreeMap<String, serde_json::Value>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub untrusted_metadata: Option<BTreeMap<String, serde_json::Value>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub created_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub updated_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scim_registration: Option<ApiOrganizationV1SCIMRegistration>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub external_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lock_created_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lock_expires_at: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1MemberRole {
        pub role_id: String,
        pub sources: Vec<ApiOrganizationV1MemberRoleSource>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1MemberRoleSource {
        pub r#type: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub details: Option<BTreeMap<String, serde_json::Value>>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1OAuthRegistration {
        pub provider_type: String,
        pub provider_subject: String,
        pub member_oauth_registration_id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub profile_picture_url: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub locale: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1Organization {
        pub organization_id: String,
        pub organization_name: String,
        pub organization_logo_url: String,
        pub organization_slug: String,
        pub sso_jit_provisioning: String,
        pub sso_jit_provisioning_allowed_connections: Vec<String>,
        pub sso_active_connections: Vec<ApiOrganizationV1ActiveSSOConnection>,
        pub email_allowed_domains: Vec<String>,
        pub email_jit_provisioning: String,
        pub email_invites: String,
        pub auth_methods: String,
        pub allowed_auth_methods: Vec<String>,
        pub mfa_policy: String,
        pub rbac_email_implicit_role_assignments: Vec<ApiOrganizationV1EmailImplicitRoleAssignment>,
        pub mfa_methods: String,
        pub allowed_mfa_methods: Vec<String>,
        pub oauth_tenant_jit_provisioning: String,
        pub claimed_email_domains: Vec<String>,
        pub first_party_connected_apps_allowed_type: String,
        pub allowed_first_party_connected_apps: Vec<String>,
        pub third_party_connected_apps_allowed_type: String,
        pub allowed_third_party_connected_apps: Vec<String>,
        pub custom_roles: Vec<ApiOrganizationV1CustomRole>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trusted_metadata: Option<BTreeMap<String, serde_json::Value>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub created_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub updated_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub organization_external_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sso_default_connection_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scim_active_connection: Option<ApiOrganizationV1ActiveSCIMConnection>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub allowed_oauth_tenants: Option<BTreeMap<String, serde_json::Value>>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1RetiredEmail {
        pub email_id: String,
        pub email_address: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1SCIMRegistration {
        pub connection_id: String,
        pub registration_id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub external_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scim_attributes: Option<ApiB2bScimV1SCIMAttributes>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOrganizationV1SSORegistration {
        pub connection_id: String,
        pub external_id: String,
        pub registration_id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sso_attributes: Option<BTreeMap<String, serde_json::Value>>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiOtpV1AuthenticateResponse {
        pub request_id: String,
        pub user_id: String,
        pub method_id: String,
        pub session_token: String,
        pub session_jwt: String,
        pub user: ApiUserV1User,
        pub reset_sessions: bool,
        pub status_code: i32,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub session: Option<ApiSessionV1Session>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_device: Option<ApiDeviceHistoryV1DeviceInfo>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1AmazonOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1AppleOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1AuthenticationFactor {
        pub r#type: ApiSessionV1AuthenticationFactorType,
        pub delivery_method: ApiSessionV1AuthenticationFactorDeliveryMethod,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_authenticated_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub created_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub updated_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_factor: Option<ApiSessionV1EmailFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phone_number_factor: Option<ApiSessionV1PhoneNumberFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub google_oauth_factor: Option<ApiSessionV1GoogleOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub microsoft_oauth_factor: Option<ApiSessionV1MicrosoftOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub apple_oauth_factor: Option<ApiSessionV1AppleOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub webauthn_factor: Option<ApiSessionV1WebAuthnFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub authenticator_app_factor: Option<ApiSessionV1AuthenticatorAppFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub github_oauth_factor: Option<ApiSessionV1GithubOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub recovery_code_factor: Option<ApiSessionV1RecoveryCodeFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub facebook_oauth_factor: Option<ApiSessionV1FacebookOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub crypto_wallet_factor: Option<ApiSessionV1CryptoWalletFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub amazon_oauth_factor: Option<ApiSessionV1AmazonOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bitbucket_oauth_factor: Option<ApiSessionV1BitbucketOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub coinbase_oauth_factor: Option<ApiSessionV1CoinbaseOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub discord_oauth_factor: Option<ApiSessionV1DiscordOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub figma_oauth_factor: Option<ApiSessionV1FigmaOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub git_lab_oauth_factor: Option<ApiSessionV1GitLabOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub instagram_oauth_factor: Option<ApiSessionV1InstagramOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub linked_in_oauth_factor: Option<ApiSessionV1LinkedInOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub shopify_oauth_factor: Option<ApiSessionV1ShopifyOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub slack_oauth_factor: Option<ApiSessionV1SlackOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub snapchat_oauth_factor: Option<ApiSessionV1SnapchatOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub spotify_oauth_factor: Option<ApiSessionV1SpotifyOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub steam_oauth_factor: Option<ApiSessionV1SteamOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tik_tok_oauth_factor: Option<ApiSessionV1TikTokOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub twitch_oauth_factor: Option<ApiSessionV1TwitchOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub twitter_oauth_factor: Option<ApiSessionV1TwitterOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub embeddable_magic_link_factor: Option<ApiSessionV1EmbeddableMagicLinkFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub biometric_factor: Option<ApiSessionV1BiometricFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub saml_sso_factor: Option<ApiSessionV1SAMLSSOFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub oidc_sso_factor: Option<ApiSessionV1OIDCSSOFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub salesforce_oauth_factor: Option<ApiSessionV1SalesforceOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub yahoo_oauth_factor: Option<ApiSessionV1YahooOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hubspot_oauth_factor: Option<ApiSessionV1HubspotOAuthFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub slack_oauth_exchange_factor: Option<ApiSessionV1SlackOAuthExchangeFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hubspot_oauth_exchange_factor: Option<ApiSessionV1HubspotOAuthExchangeFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub github_oauth_exchange_factor: Option<ApiSessionV1GithubOAuthExchangeFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub google_oauth_exchange_factor: Option<ApiSessionV1GoogleOAuthExchangeFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub impersonated_factor: Option<ApiSessionV1ImpersonatedFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub oauth_access_token_exchange_factor: Option<ApiSessionV1OAuthAccessTokenExchangeFactor>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trusted_auth_token_factor: Option<ApiSessionV1TrustedAuthTokenFactor>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub enum ApiSessionV1AuthenticationFactorDeliveryMethod {
        #[serde(rename = "email")]
        Email,
        #[serde(rename = "sms")]
        Sms,
        #[serde(rename = "whatsapp")]
        Whatsapp,
        #[serde(rename = "embedded")]
        Embedded,
        #[serde(rename = "oauth_google")]
        OauthGoogle,
        #[serde(rename = "oauth_microsoft")]
        OauthMicrosoft,
        #[serde(rename = "oauth_apple")]
        OauthApple,
        #[serde(rename = "webauthn_registration")]
        WebauthnRegistration,
        #[serde(rename = "authenticator_app")]
        AuthenticatorApp,
        #[serde(rename = "oauth_github")]
        OauthGithub,
        #[serde(rename = "recovery_code")]
        RecoveryCode,
        #[serde(rename = "oauth_facebook")]
        OauthFacebook,
        #[serde(rename = "crypto_wallet")]
        CryptoWallet,
        #[serde(rename = "oauth_amazon")]
        OauthAmazon,
        #[serde(rename = "oauth_bitbucket")]
        OauthBitbucket,
        #[serde(rename = "oauth_coinbase")]
        OauthCoinbase,
        #[serde(rename = "oauth_discord")]
        OauthDiscord,
        #[serde(rename = "oauth_figma")]
        OauthFigma,
        #[serde(rename = "oauth_gitlab")]
        OauthGitlab,
        #[serde(rename = "oauth_instagram")]
        OauthInstagram,
        #[serde(rename = "oauth_linkedin")]
        OauthLinkedin,
        #[serde(rename = "oauth_shopify")]
        OauthShopify,
        #[serde(rename = "oauth_slack")]
        OauthSlack,
        #[serde(rename = "oauth_snapchat")]
        OauthSnapchat,
        #[serde(rename = "oauth_spotify")]
        OauthSpotify,
        #[serde(rename = "oauth_steam")]
        OauthSteam,
        #[serde(rename = "oauth_tiktok")]
        OauthTiktok,
        #[serde(rename = "oauth_twitch")]
        OauthTwitch,
        #[serde(rename = "oauth_twitter")]
        OauthTwitter,
        #[serde(rename = "knowledge")]
        Knowledge,
        #[serde(rename = "biometric")]
        Biometric,
        #[serde(rename = "sso_saml")]
        SsoSaml,
        #[serde(rename = "sso_oidc")]
        SsoOidc,
        #[serde(rename = "oauth_salesforce")]
        OauthSalesforce,
        #[serde(rename = "oauth_yahoo")]
        OauthYahoo,
        #[serde(rename = "oauth_hubspot")]
        OauthHubspot,
        #[serde(rename = "imported_auth0")]
        ImportedAuth0,
        #[serde(rename = "oauth_exchange_slack")]
        OauthExchangeSlack,
        #[serde(rename = "oauth_exchange_hubspot")]
        OauthExchangeHubspot,
        #[serde(rename = "oauth_exchange_github")]
        OauthExchangeGithub,
        #[serde(rename = "oauth_exchange_google")]
        OauthExchangeGoogle,
        #[serde(rename = "impersonation")]
        Impersonation,
        #[serde(rename = "oauth_access_token_exchange")]
        OauthAccessTokenExchange,
        #[serde(rename = "trusted_token_exchange")]
        TrustedTokenExchange,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub enum ApiSessionV1AuthenticationFactorType {
        #[serde(rename = "magic_link")]
        MagicLink,
        #[serde(rename = "otp")]
        Otp,
        #[serde(rename = "oauth")]
        Oauth,
        #[serde(rename = "webauthn")]
        Webauthn,
        #[serde(rename = "totp")]
        Totp,
        #[serde(rename = "crypto")]
        Crypto,
        #[serde(rename = "password")]
        Password,
        #[serde(rename = "signature_challenge")]
        SignatureChallenge,
        #[serde(rename = "sso")]
        Sso,
        #[serde(rename = "imported")]
        Imported,
        #[serde(rename = "recovery_codes")]
        RecoveryCodes,
        #[serde(rename = "email_otp")]
        EmailOtp,
        #[serde(rename = "impersonated")]
        Impersonated,
        #[serde(rename = "trusted_auth_token")]
        TrustedAuthToken,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1AuthenticatorAppFactor {
        pub totp_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1BiometricFactor {
        pub biometric_registration_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1BitbucketOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1CoinbaseOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1CryptoWalletFactor {
        pub crypto_wallet_id: String,
        pub crypto_wallet_address: String,
        pub crypto_wallet_type: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1DiscordOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1EmailFactor {
        pub email_id: String,
        pub email_address: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1EmbeddableMagicLinkFactor {
        pub embedded_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1FacebookOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1FigmaOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1GithubOAuthExchangeFactor {
        pub email_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1GithubOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1GitLabOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1GoogleOAuthExchangeFactor {
        pub email_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1GoogleOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1HubspotOAuthExchangeFactor {
        pub email_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1HubspotOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1ImpersonatedFactor {
        pub impersonator_id: String,
        pub impersonator_email_address: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1InstagramOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1LinkedInOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1MicrosoftOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1OAuthAccessTokenExchangeFactor {
        pub client_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1OIDCSSOFactor {
        pub id: String,
        pub provider_id: String,
        pub external_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1PhoneNumberFactor {
        pub phone_id: String,
        pub phone_number: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1RecoveryCodeFactor {
        pub totp_recovery_code_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SalesforceOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SAMLSSOFactor {
        pub id: String,
        pub provider_id: String,
        pub external_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1Session {
        pub session_id: String,
        pub user_id: String,
        pub authentication_factors: Vec<ApiSessionV1AuthenticationFactor>,
        pub roles: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub started_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_accessed_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub expires_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub attributes: Option<ApiAttributeV1Attributes>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub custom_claims: Option<BTreeMap<String, serde_json::Value>>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1ShopifyOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SlackOAuthExchangeFactor {
        pub email_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SlackOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SnapchatOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SpotifyOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1SteamOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1TikTokOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1TrustedAuthTokenFactor {
        pub token_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1TwitchOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1TwitterOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1WebAuthnFactor {
        pub webauthn_registration_id: String,
        pub domain: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub user_agent: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiSessionV1YahooOAuthFactor {
        pub id: String,
        pub provider_subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1BiometricRegistration {
        pub biometric_registration_id: String,
        pub verified: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1CryptoWallet {
        pub crypto_wallet_id: String,
        pub crypto_wallet_address: String,
        pub crypto_wallet_type: String,
        pub verified: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1Email {
        pub email_id: String,
        pub email: String,
        pub verified: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1Name {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub first_name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub middle_name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_name: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1OAuthProvider {
        pub provider_type: String,
        pub provider_subject: String,
        pub profile_picture_url: String,
        pub locale: String,
        pub oauth_user_registration_id: String,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1Password {
        pub password_id: String,
        pub requires_reset: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1PhoneNumber {
        pub phone_id: String,
        pub phone_number: String,
        pub verified: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1TOTP {
        pub totp_id: String,
        pub verified: bool,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1User {
        pub user_id: String,
        pub emails: Vec<ApiUserV1Email>,
        pub status: String,
        pub phone_numbers: Vec<ApiUserV1PhoneNumber>,
        pub webauthn_registrations: Vec<ApiUserV1WebAuthnRegistration>,
        pub providers: Vec<ApiUserV1OAuthProvider>,
        pub totps: Vec<ApiUserV1TOTP>,
        pub crypto_wallets: Vec<ApiUserV1CryptoWallet>,
        pub biometric_registrations: Vec<ApiUserV1BiometricRegistration>,
        pub is_locked: bool,
        pub roles: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<ApiUserV1Name>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub created_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub password: Option<ApiUserV1Password>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trusted_metadata: Option<BTreeMap<String, serde_json::Value>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub untrusted_metadata: Option<BTreeMap<String, serde_json::Value>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub external_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lock_created_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lock_expires_at: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct ApiUserV1WebAuthnRegistration {
        pub webauthn_registration_id: String,
        pub domain: String,
        pub user_agent: String,
        pub verified: bool,
        pub authenticator_type: String,
        pub name: String,
    }
}

pub mod workos {
    #[allow(unused_imports)]
    use serde::{Deserialize, Serialize};
    #[allow(unused_imports)]
    use std::collections::BTreeMap;

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub enum UserlandAuthenticateResponseAuthenticationMethod {
        #[serde(rename = "SSO")]
        SSO,
        #[serde(rename = "Password")]
        Password,
        #[serde(rename = "Passkey")]
        Passkey,
        #[serde(rename = "AppleOAuth")]
        AppleOAuth,
        #[serde(rename = "BitbucketOAuth")]
        BitbucketOAuth,
        #[serde(rename = "CrossAppAuth")]
        CrossAppAuth,
        #[serde(rename = "DiscordOAuth")]
        DiscordOAuth,
        #[serde(rename = "ExternalAuth")]
        ExternalAuth,
        #[serde(rename = "GitHubOAuth")]
        GitHubOAuth,
        #[serde(rename = "GitLabOAuth")]
        GitLabOAuth,
        #[serde(rename = "GoogleOAuth")]
        GoogleOAuth,
        #[serde(rename = "IntuitOAuth")]
        IntuitOAuth,
        #[serde(rename = "LinkedInOAuth")]
        LinkedInOAuth,
        #[serde(rename = "MicrosoftOAuth")]
        MicrosoftOAuth,
        #[serde(rename = "SalesforceOAuth")]
        SalesforceOAuth,
        #[serde(rename = "SlackOAuth")]
        SlackOAuth,
        #[serde(rename = "VercelMarketplaceOAuth")]
        VercelMarketplaceOAuth,
        #[serde(rename = "VercelOAuth")]
        VercelOAuth,
        #[serde(rename = "XeroOAuth")]
        XeroOAuth,
        #[serde(rename = "MagicAuth")]
        MagicAuth,
        #[serde(rename = "Impersonation")]
        Impersonation,
        #[serde(rename = "MigratedSession")]
        MigratedSession,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct UserlandAuthenticateResponseImpersonator {
        pub email: String,
        pub reason: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct UserlandAuthenticateResponseOauthTokens {
        pub provider: String,
        pub refresh_token: String,
        pub access_token: String,
        pub expires_at: i64,
        pub scopes: Vec<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct UserlandAuthenticateResponse {
        pub user: UserlandUser,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub organization_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub authkit_authorization_code: Option<String>,
        pub access_token: String,
        pub refresh_token: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub authentication_method: Option<UserlandAuthenticateResponseAuthenticationMethod>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub impersonator: Option<UserlandAuthenticateResponseImpersonator>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub oauth_tokens: Option<UserlandAuthenticateResponseOauthTokens>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct UserlandUser {
        pub object: String,
        pub id: String,
        pub first_name: Option<String>,
        pub last_name: Option<String>,
        pub profile_picture_url: Option<String>,
        pub email: String,
        pub email_verified: bool,
        pub external_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub metadata: Option<BTreeMap<String, String>>,
        pub last_sign_in_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub locale: Option<String>,
        pub created_at: String,
        pub updated_at: String,
    }
}

pub mod pipeshub {
    #[allow(unused_imports)]
    use serde::{Deserialize, Serialize};
    #[allow(unused_imports)]
    use std::collections::BTreeMap;

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub enum AuthenticateResponseStatus {
        #[serde(rename = "success")]
        Success,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub enum AuthenticateResponseAllowedMethodsItem {
        #[serde(rename = "samlSso")]
        SamlSso,
        #[serde(rename = "otp")]
        Otp,
        #[serde(rename = "password")]
        Password,
        #[serde(rename = "google")]
        Google,
        #[serde(rename = "microsoft")]
        Microsoft,
        #[serde(rename = "azureAd")]
        AzureAd,
        #[serde(rename = "oauth")]
        Oauth,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct AuthenticateResponse {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status: Option<AuthenticateResponseStatus>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub message: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "nextStep")]
        pub next_step: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "allowedMethods")]
        pub allowed_methods: Option<Vec<AuthenticateResponseAllowedMethodsItem>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "authProviders")]
        pub auth_providers: Option<AuthProviders>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "accessToken")]
        pub access_token: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "refreshToken")]
        pub refresh_token: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct AuthProviders {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub google: Option<Google>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub microsoft: Option<Microsoft>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub azuread: Option<Azuread>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub oauth: Option<Oauth>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct Google {
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "clientId")]
        pub client_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct Microsoft {
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "tenantId")]
        pub tenant_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "clientId")]
        pub client_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct Azuread {
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "tenantId")]
        pub tenant_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "clientId")]
        pub client_id: Option<String>,
    }

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct Oauth {
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "providerName")]
        pub provider_name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "clientId")]
        pub client_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "authorizationUrl")]
        pub authorization_url: Option<String>,
    }
}

pub mod riffyn {
    #[allow(unused_imports)]
    use serde::{Deserialize, Serialize};
    #[allow(unused_imports)]
    use std::collections::BTreeMap;

    #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
    pub struct AuthResponse {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub username: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "userId")]
        pub user_id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "apiKey")]
        pub api_key: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub message: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "accessToken")]
        pub access_token: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "accessTokenExpiresAt")]
        pub access_token_expires_at: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "stateToken")]
        pub state_token: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub factors: Option<Vec<serde_json::Value>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(rename = "expiresAt")]
        pub expires_at: Option<String>,
    }
}
