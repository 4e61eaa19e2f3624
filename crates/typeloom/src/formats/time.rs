//! Dates, times and durations (RFC 3339).

/// `full-date` of RFC 3339, section 5.6: `2024-02-29`.
pub fn date(text: &str) -> bool {
    parse_date(text.as_bytes()).is_some()
}

/// `full-time` of RFC 3339, section 5.6: `23:20:50.52Z`, `15:59:60-08:00`.
///
/// A leap second must be the last one of a day in UTC (section 5.7).
pub fn time(text: &str) -> bool {
    parse_time(text.as_bytes()).is_some()
}

/// `date-time` of RFC 3339, section 5.6: `1985-04-12T23:20:50.52Z`.
///
/// A leap second must be the last one of a month in UTC (section 5.7).
pub fn date_time(text: &str) -> bool {
    let text = text.as_bytes();
    let Some((date, [b'T' | b't', time @ ..])) = text.split_at_checked(DATE_LENGTH) else { return false };
    let (Some(date), Some(time)) = (parse_date(date), parse_time(time)) else { return false };
    match time {
        Seconds::Plain => true,
        Seconds::Leap { days } => date.after(days).is_some_and(|date| date.day == days_in(date.year, date.month)),
    }
}

const DATE_LENGTH: usize = "2024-02-29".len();

struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// The date of the same moment in UTC, which is at most one day away.
    fn after(self, days: i32) -> Option<Date> {
        let Date { year, month, day } = self;
        let last = days_in(year, month);
        match days {
            0 => Some(self),
            1 if day < last => Some(Date { day: day + 1, ..self }),
            1 => Some(if month == 12 {
                Date { year: year + 1, month: 1, day: 1 }
            } else {
                Date { year, month: month + 1, day: 1 }
            }),
            _ if day > 1 => Some(Date { day: day - 1, ..self }),
            _ if month > 1 => Some(Date { year, month: month - 1, day: days_in(year, month - 1) }),
            _ => Some(Date { year: year.checked_sub(1)?, month: 12, day: 31 }),
        }
    }
}

fn parse_date(text: &[u8]) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = two_digits(*y1, *y2)? * 100 + two_digits(*y3, *y4)?;
    let (month, day) = (two_digits(*m1, *m2)?, two_digits(*d1, *d2)?);
    ((1..=12).contains(&month) && day >= 1 && day <= days_in(year, month)).then_some(Date { year, month, day })
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) => 29,
        2 => 28,
        _ => 31,
    }
}

enum Seconds {
    Plain,
    /// The last second of a day in UTC, which is so many days after the local date.
    Leap {
        days: i32,
    },
}

const DAY: i32 = 24 * 60;

fn parse_time(text: &[u8]) -> Option<Seconds> {
    let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = text else { return None };
    let (hour, minute, second) = (two_digits(*h1, *h2)?, two_digits(*m1, *m2)?, two_digits(*s1, *s2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = match rest {
        [b'.', fraction @ ..] => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            parse_offset(fraction.get(digits..).filter(|_| digits > 0)?)?
        }
        rest => parse_offset(rest)?,
    };
    if second < 60 {
        return Some(Seconds::Plain);
    }
    let utc = (hour * 60 + minute) as i32 - offset;
    (utc.rem_euclid(DAY) == DAY - 1).then_some(Seconds::Leap { days: utc.div_euclid(DAY) })
}

/// Minutes east of UTC.
fn parse_offset(text: &[u8]) -> Option<i32> {
    match text {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hour, minute) = (two_digits(*h1, *h2)?, two_digits(*m1, *m2)?);
            let offset = (hour * 60 + minute) as i32;
            (hour <= 23 && minute <= 59).then_some(if *sign == b'-' { -offset } else { offset })
        }
        _ => None,
    }
}

fn two_digits(tens: u8, ones: u8) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// `duration` of RFC 3339, appendix A: `P1Y2M3DT4H5M6S`, `P2W`. No unit may be left out between two others, and
/// there are no fractions.
pub fn duration(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else { return false };
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    match time {
        Some(time) => (date.is_empty() || units(date, "YMD")) && units(time, "HMS"),
        None => units(date, "YMD") || units(date, "W"),
    }
}

/// Numbers, each with one of `known`, which follow each other without a gap.
fn units(text: &str, known: &str) -> bool {
    let mut expected: Option<&str> = None;
    let mut digits = 0usize;
    for character in text.chars() {
        if character.is_ascii_digit() {
            digits += 1;
            continue;
        }
        let rest = match expected {
            None => known.split_once(character).map(|(_, rest)| rest),
            Some(next) => next.strip_prefix(character),
        };
        if digits == 0 || rest.is_none() {
            return false;
        }
        (expected, digits) = (rest, 0);
    }
    expected.is_some() && digits == 0
}
