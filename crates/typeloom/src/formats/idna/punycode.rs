//! Punycode (RFC 3492), without the prefix `xn--`.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_POINT: u32 = 0x80;

/// RFC 3492, section 6.3. Nothing where a label is too long for its arithmetic.
pub(in crate::formats) fn encode(label: &str) -> Option<String> {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let total = u32::try_from(label.chars().count()).ok()?;
    let (mut point, mut delta, mut bias, mut handled) = (FIRST_POINT, 0u32, FIRST_BIAS, basic);
    while handled < total {
        let next = label.chars().map(u32::from).filter(|character| *character >= point).min()?;
        delta = delta.checked_add((next - point).checked_mul(handled + 1)?)?;
        point = next;
        for character in label.chars().map(u32::from) {
            if character < point {
                delta = delta.checked_add(1)?;
            }
            if character == point {
                push_integer(&mut out, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        point += 1;
    }
    Some(out)
}

fn push_integer(out: &mut String, mut value: u32, bias: u32) {
    let mut k = BASE;
    loop {
        let t = threshold(k, bias);
        if value < t {
            out.push(digit(value));
            return;
        }
        out.push(digit(t + (value - t) % (BASE - t)));
        value = (value - t) / (BASE - t);
        k += BASE;
    }
}

/// RFC 3492, section 6.2, of lower case letters, digits and hyphens.
pub(super) fn decode(text: &str) -> Option<String> {
    let (basic, encoded) = text.rsplit_once('-').unwrap_or(("", text));
    let mut out: Vec<char> = basic.chars().collect();
    let (mut point, mut index, mut bias) = (FIRST_POINT, 0u32, FIRST_BIAS);
    let mut digits = encoded.bytes().peekable();
    while digits.peek().is_some() {
        let (start, mut weight, mut k) = (index, 1u32, BASE);
        loop {
            let value = digit_value(digits.next()?)?;
            index = index.checked_add(value.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if value < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
            k += BASE;
        }
        let length = u32::try_from(out.len()).ok()? + 1;
        bias = adapt(index - start, length, start == 0);
        point = point.checked_add(index / length)?;
        index %= length;
        out.insert(usize::try_from(index).ok()?, char::from_u32(point)?);
        index += 1;
    }
    Some(out.into_iter().collect())
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

fn digit(value: u32) -> char {
    // From 0 to 35: letters first.
    char::from_digit(if value < 26 { value + 10 } else { value - 26 }, BASE).unwrap_or('0')
}

fn digit_value(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some(u32::from(byte - b'a')),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 26),
        _ => None,
    }
}
