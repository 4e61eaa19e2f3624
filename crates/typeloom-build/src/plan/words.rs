//! Names of vendors to words, and words to the two ways in which Rust writes names.
//!
//! Knows nothing of keywords or collisions: see [`names`](super::names).

/// `UpperCamelCase`: `api_user_v1_User` is `ApiUserV1User`, `SSORegistration` stays as it is, `MFA_REQUIRED` is
/// `MfaRequired`.
pub(super) fn camel(name: &str) -> String {
    let pieces = pieces(name);
    let shouted = !name.chars().any(char::is_lowercase);
    let mut out = String::new();
    for piece in pieces {
        let joint = out.ends_with(|c: char| c.is_numeric()) && piece.starts_with(|c: char| c.is_numeric());
        if joint {
            out.push('_');
        }
        let mut chars = piece.chars();
        let Some(first) = chars.next() else { continue };
        out.extend(first.to_uppercase());
        if shouted {
            out.extend(chars.flat_map(char::to_lowercase));
        } else {
            out.push_str(chars.as_str());
        }
    }
    out
}

/// `snake_case`: `nextStep` is `next_step`, `x5t#S256` is `x5t_s256`, `SSOToken` is `sso_token`.
pub(super) fn snake(name: &str) -> String {
    if is_snake(name) {
        return name.to_owned();
    }
    let words: Vec<String> =
        pieces(name).iter().flat_map(|piece| humps(piece)).map(|word| word.to_lowercase()).collect();
    words.join("_")
}

/// Whether a name is `snake_case` already, as most names of members are.
fn is_snake(name: &str) -> bool {
    let mut before = b'_';
    for &byte in name.as_bytes() {
        if !(byte.is_ascii_lowercase() || byte.is_ascii_digit() || (byte == b'_' && before != b'_')) {
            return false;
        }
        before = byte;
    }
    before != b'_'
}

/// The text between what separates words. Symbols that mean something become words: `@type` is `at`, `type`.
fn pieces(name: &str) -> Vec<String> {
    let only_symbols = !name.chars().any(char::is_alphanumeric);
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let arguments = has_arguments(name);
    let chars: Vec<char> = name.chars().collect();
    for (index, &c) in chars.iter().enumerate() {
        if c.is_alphanumeric() {
            piece.push(c);
            continue;
        }
        if !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        let leads = pieces.is_empty();
        let signs = leads && chars.get(index + 1).is_some_and(char::is_ascii_digit) && matches!(c, '+' | '-');
        if only_symbols
            || signs
            || (leads && !matches!(c, '_' | '-' | '.' | '/' | ' ' | ':'))
            || (speaks(c) && !(arguments && matches!(c, '<' | '>')))
        {
            pieces.extend(symbol(c, signs).map(str::to_owned));
        }
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// Symbols that are read aloud wherever they stand.
fn speaks(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '+' | '&' | '%' | '$' | '@' | '*' | '!' | '?' | '~' | '^')
}

/// Whether a name ends in arguments: `Page<User>`, `Dictionary<string,number[]>`. Their brackets separate words.
fn has_arguments(name: &str) -> bool {
    if !name.ends_with('>') {
        return false;
    }
    let mut open = 0_usize;
    for (index, c) in name.char_indices() {
        match c {
            '<' if index == 0 => return false,
            '<' => open += 1,
            '>' if open == 0 => return false,
            '>' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// Whether a name is letters and digits only, so that nothing of it is dropped.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(char::is_alphanumeric)
}

/// Whether a name holds symbols that words were made of.
pub(super) fn is_spoken(name: &str) -> bool {
    let separators = |c: char| matches!(c, '_' | '-' | '.' | '/' | ' ' | ':');
    name.is_empty() || name.chars().any(|c| !c.is_alphanumeric() && !separators(c))
}

/// The word for a symbol.
pub(super) fn symbol(c: char, sign: bool) -> Option<&'static str> {
    Some(match c {
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '+' => "plus",
        '-' if sign => "minus",
        '-' => "hyphen",
        '_' => "underscore",
        '.' => "dot",
        '/' => "slash",
        '\\' => "backslash",
        ':' => "colon",
        ';' => "semicolon",
        ',' => "comma",
        '&' => "and",
        '%' => "percent",
        '$' => "dollar",
        '@' => "at",
        '#' => "hash",
        '*' => "star",
        '!' => "bang",
        '?' => "question",
        '~' => "tilde",
        '^' => "caret",
        '|' => "bar",
        '\'' => "quote",
        '"' => "quotes",
        '`' => "backtick",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' => "space",
        _ => return None,
    })
}

/// Splits `nextStep`, `SSOToken` and `userIDs` where a capital begins a word.
fn humps(piece: &str) -> Vec<String> {
    let chars: Vec<char> = piece.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (index, &c) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| chars.get(before)).copied();
        let after = chars.get(index + 1).copied();
        let starts = c.is_uppercase()
            && before.is_some_and(|before| {
                // `nextStep`, and the `T` of `SSOToken`; but the `Ds` of `IDs` is a plural.
                !before.is_uppercase() || (after.is_some_and(char::is_lowercase) && !is_plural(&chars, index))
            });
        if starts {
            words.push(std::mem::take(&mut word));
        }
        word.push(c);
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// Whether the capital at `index` and the `s` behind it end a run of capitals: `IDs`.
fn is_plural(chars: &[char], index: usize) -> bool {
    chars.get(index + 1) == Some(&'s') && !chars.get(index + 2).is_some_and(|c| c.is_lowercase())
}

/// A name with every symbol put into words, capitals left as they are: `user-id` is `user_hyphen_id`. In arguments,
/// `[]` and `|` are what they mean: `Page<User[]|null>` is `Page_User_array_or_null`.
pub(super) fn symbols(name: &str) -> String {
    let arguments = has_arguments(name);
    let name = if arguments { name.replace("[]", " array ").replace('|', " or ") } else { name.to_owned() };
    let mut out = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if arguments && matches!(c, '<' | '>' | '(' | ')' | ',' | ' ') {
            out.push('_');
        } else {
            out.push('_');
            out.push_str(&symbol(c, false).map_or_else(|| format!("u{:x}", u32::from(c)), str::to_owned));
            out.push('_');
        }
    }
    out
}

/// A name with every difference that [`camel`] and [`snake`] drop put into words: `userID` is
/// `user_capital_i_capital_d`, `user-id` is `user_hyphen_id`.
pub(super) fn spelled(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() && !c.is_uppercase() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_uppercase() {
            words.push("capital".to_owned());
            word.extend(c.to_lowercase());
        } else {
            words.push(symbol(c, false).map_or_else(|| format!("u{:x}", u32::from(c)), str::to_owned));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.join("_")
}
