//! Spelling conventions: which words a name is made of, how a convention spells them, which one a name follows.
//!
//! Pure functions over names, for whoever has to find or change the name of a field in the JSON.

pub(crate) mod mangled;

use crate::spec::Convention;

/// Whether a text consists of such bytes. A loop by index, as every name, pointer and description is asked, by code that
/// is not optimised in a build script: iterators take three times as long there.
pub(crate) fn consists_of(text: &str, such: fn(u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && such(bytes[at]) {
        at += 1;
    }
    at == bytes.len()
}

/// The name without case and punctuation: `nextStep`, `next_step` and `NextStep` fold to one.
pub(crate) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a name, in lower case: `access_token`, `accessToken` and `AccessToken` have two, `IDToken` as well, and
/// so has `userIDs`.
pub(crate) fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (index, &c) in chars.iter().enumerate() {
        if !c.is_alphanumeric() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            continue;
        }
        let previous = index.checked_sub(1).map(|index| chars[index]);
        let next = chars.get(index + 1);
        let begins = begins_number(&chars, index)
            || c.is_uppercase()
                && previous.is_some_and(|previous| {
                    // `nextStep`, and the last capital of `IDToken`.
                    previous.is_lowercase()
                        || previous.is_numeric()
                        || (previous.is_uppercase()
                            && next.is_some_and(|next| next.is_lowercase())
                            && !ends_plural(&chars, index))
                });
        if begins && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        word.extend(c.to_lowercase());
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// What numbers belong to in terms of the trade: `sha256`, `base64`, `utf16`, `iso8601`. Behind all other words, a number
/// of several digits is a word of its own, as `custom404` is `custom_404` with those who write it apart.
const NUMBERED: &[&str] = &[
    "sha", "md", "base", "utf", "ucs", "iso", "rfc", "bcp", "int", "uint", "float", "crc", "aes", "rsa", "pkcs",
    "secp", "curve", "ed", "rs", "es", "hs", "ps", "arm", "amd", "win", "oauth", "ipv", "erc", "eip", "bip",
];

/// Whether a number that is a word of its own begins at `index`.
fn begins_number(chars: &[char], index: usize) -> bool {
    let digit = |index: usize| chars.get(index).is_some_and(char::is_ascii_digit);
    let starts = digit(index) && digit(index + 1) && index > 0 && chars[index - 1].is_lowercase();
    if !starts {
        return false;
    }
    let head: String = chars[..index].iter().rev().take_while(|c| c.is_lowercase()).collect();
    let word: String = head.chars().rev().collect();
    let first = chars[..index].iter().rev().nth(word.chars().count()).filter(|c| c.is_uppercase());
    let word: String = first.into_iter().flat_map(|c| c.to_lowercase()).chain(word.chars()).collect();
    // `x509`, `p256`, `h264`, `e164`, `i18n`: a letter is no word by itself.
    word.chars().count() > 1 && !NUMBERED.contains(&word.as_str())
}

/// Whether the capital at `index` is the last one of an abbreviation in the plural, as in `URLs` and `URLsSeen`.
fn ends_plural(chars: &[char], index: usize) -> bool {
    chars.get(index + 1) == Some(&'s') && chars.get(index + 2).is_none_or(|c| !c.is_lowercase())
}

/// Whether capitals stand together in `name` as they only do where JSON is written in camelCase and an abbreviation
/// keeps its capitals: `hostIP`, `targetCPUUsage`. Two that are followed by a small letter may be `is_a_list`.
pub(crate) fn keeps_abbreviations(name: &str) -> bool {
    let name = name.strip_suffix('s').unwrap_or(name);
    // The first run begins the name.
    let runs: Vec<usize> = name.split(|c: char| !c.is_uppercase()).skip(1).map(|run| run.chars().count()).collect();
    let at_the_end = runs.last().is_some_and(|last| *last > 1);
    !name.contains(['_', '-']) && (at_the_end || runs.iter().any(|run| *run > 2))
}

/// The name without the capital at its beginning that the language puts there: `hostIP` for `HostIP`. Several capitals
/// are no such sign: `URLPath` stays.
pub(crate) fn uncapitalised(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(chars).collect()
        }
        (_, _) => name.to_owned(),
    }
}

/// The name with a capital at its beginning: `HostIP` for `hostIP`.
pub(crate) fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Spells `name` as `convention` does, unless it is spelled so already: nobody knows better which letters are capitals.
pub(crate) fn respell(name: &str, convention: Convention) -> String {
    match of(name) == Some(convention) {
        true => name.to_owned(),
        false => spell(name, convention),
    }
}

/// Spells `name` as `convention` does. Letters in front of the first word (`_id`, `$ref`, `@type`) stay.
pub(crate) fn spell(name: &str, convention: Convention) -> String {
    let sign: String = name.chars().take_while(|c| !c.is_alphanumeric()).collect();
    let words = words(name);
    let capital = |word: &String| capitalised(word);
    let spelled = match convention {
        Convention::Snake => words.join("_"),
        Convention::Kebab => words.join("-"),
        Convention::Pascal => words.iter().map(capital).collect(),
        Convention::Camel => words.first().cloned().into_iter().chain(words.iter().skip(1).map(capital)).collect(),
    };
    sign + &spelled
}

/// The convention that a name of several words follows. [`None`] for one word, for constants (`MFA_REQUIRED`) and for
/// what mixes conventions.
pub(crate) fn of(name: &str) -> Option<Convention> {
    let inner = name.trim_matches(|c: char| !c.is_alphanumeric());
    let upper = inner.contains(char::is_uppercase);
    let lower = inner.contains(char::is_lowercase);
    if words(inner).len() < 2 || !lower {
        return None;
    }
    let only = |sign: char| inner.chars().all(|c| c.is_alphanumeric() || c == sign);
    match (inner.contains('_'), inner.contains('-'), upper) {
        (true, false, false) if only('_') => Some(Convention::Snake),
        (false, true, false) if only('-') => Some(Convention::Kebab),
        (false, false, true) if !only(' ') || inner.contains(' ') => None,
        (false, false, true) if inner.starts_with(char::is_uppercase) => Some(Convention::Pascal),
        (false, false, true) => Some(Convention::Camel),
        (true | false, true | false, true | false) => None,
    }
}

/// What people call a convention.
pub(crate) fn name(convention: Convention) -> &'static str {
    match convention {
        Convention::Camel => "camelCase",
        Convention::Snake => "snake_case",
        Convention::Pascal => "PascalCase",
        Convention::Kebab => "kebab-case",
    }
}

#[cfg(test)]
mod tests {
    use crate::convention::{capitalised, fold, keeps_abbreviations, of, respell, spell, uncapitalised, words};
    use crate::spec::Convention;

    #[test]
    fn names_fold_and_fall_into_words() {
        assert_eq!(fold("next_step"), fold("nextStep"));
        assert_eq!(words("accessTokenExpiresAt"), ["access", "token", "expires", "at"]);
        assert_eq!(words("IDToken"), ["id", "token"]);
        assert_eq!(words("nonResourceURLs"), ["non", "resource", "urls"]);
        assert_eq!(words("URLsSeen"), ["urls", "seen"]);
        assert_eq!(words("userIdsList"), ["user", "ids", "list"]);
        assert_eq!(words("OAuth2Client"), ["o", "auth2", "client"]);
        assert_eq!(words("_id"), ["id"]);
        assert_eq!(words("brand100"), ["brand", "100"]);
        assert_eq!(words("Custom404Page"), ["custom", "404", "page"]);
        assert_eq!(words("HashSha256"), ["hash", "sha256"]);
        assert_eq!(words("x509Certificate"), ["x509", "certificate"]);
        assert_eq!(words("i18nKey"), ["i18n", "key"]);
        assert_eq!(words("oauth2Client"), ["oauth2", "client"]);
        assert_eq!(words("x-api-key"), ["x", "api", "key"]);
        assert!(words("").is_empty());
    }

    #[test]
    fn conventions_spell_the_same_words() {
        assert_eq!(spell("next_step", Convention::Camel), "nextStep");
        assert_eq!(spell("NextStep", Convention::Snake), "next_step");
        assert_eq!(spell("next_step", Convention::Pascal), "NextStep");
        assert_eq!(spell("nextStep", Convention::Kebab), "next-step");
        assert_eq!(spell("_next_step", Convention::Camel), "_nextStep");
        assert_eq!(spell("", Convention::Camel), "");
    }

    #[test]
    fn abbreviations_show_that_names_are_in_camel_case() {
        for name in ["hostIP", "HostIP", "targetCPUUsage", "nonResourceURLs", "podCIDRs"] {
            assert!(keeps_abbreviations(name), "{name}");
        }
        for name in ["isAList", "IDToken", "hostIp", "ID", "URL", "x_IP", "aB", "status", ""] {
            assert!(!keeps_abbreviations(name), "{name}");
        }
    }

    #[test]
    fn capitals_of_the_language_come_off() {
        assert_eq!(uncapitalised("HostIP"), "hostIP");
        assert_eq!(uncapitalised("Id"), "id");
        assert_eq!(uncapitalised("ID"), "ID");
        assert_eq!(uncapitalised("URLPath"), "URLPath");
        assert_eq!(uncapitalised(""), "");
        assert_eq!(capitalised("hostIP"), "HostIP");
        assert_eq!(respell("hostIP", Convention::Camel), "hostIP");
        assert_eq!(respell("HostIP", Convention::Camel), "hostIp");
    }

    #[test]
    fn a_name_shows_its_convention_or_none() {
        assert_eq!(of("nextStep"), Some(Convention::Camel));
        assert_eq!(of("next_step"), Some(Convention::Snake));
        assert_eq!(of("NextStep"), Some(Convention::Pascal));
        assert_eq!(of("next-step"), Some(Convention::Kebab));
        for none in ["status", "MFA_REQUIRED", "Next_Step", "ID", "", "a b", "x-apiKey"] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
