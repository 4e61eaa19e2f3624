//! What may pass, and how long to wait for it.

use crate::limits::Limits;
use chrono::{DateTime, Utc};
use std::io;
use std::time::{Duration, SystemTime};
use ureq::Error;

/// Why there is no text.
pub(super) enum Trouble {
    /// It may be over later; the server may have said when.
    Passing { why: String, after: Option<Duration> },
    /// Asking again would not help.
    Lasting(String),
}

impl Trouble {
    pub fn passing(why: impl Into<String>) -> Trouble {
        Trouble::Passing { why: why.into(), after: None }
    }
}

/// How long to wait before each further try.
pub(super) fn waits(limits: &Limits) -> impl Iterator<Item = Duration> + use<> {
    let (pause, longest) = (limits.pause, limits.longest_pause);
    let further = limits.tries.saturating_sub(1);
    (0..further).map(move |done| pause.saturating_mul(1u32.checked_shl(done).unwrap_or(u32::MAX)).min(longest))
}

/// What a status says that is no success: timeouts, too many requests, and what servers blame on themselves may pass.
pub(super) fn of_status(status: u16, retry_after: Option<&str>) -> Trouble {
    let why = format!("the server answers {status}{}", name(status));
    match status {
        408 | 425 | 429 | 500..=599 => Trouble::Passing { why, after: retry_after.and_then(delay) },
        _ => Trouble::Lasting(why),
    }
}

fn name(status: u16) -> String {
    let status = ureq::http::StatusCode::from_u16(status).ok();
    status.and_then(|status| status.canonical_reason()).map(|name| format!(" ({name})")).unwrap_or_default()
}

/// `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
fn delay(text: &str) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = DateTime::parse_from_rfc2822(text.trim()).ok()?;
    let wait = then.with_timezone(&Utc) - DateTime::<Utc>::from(SystemTime::now());
    Some(wait.to_std().unwrap_or_default())
}

/// What kept a request from being answered.
pub(super) fn of_error(error: Error, limits: &Limits) -> Trouble {
    match error {
        Error::Timeout(which) => {
            let limit = match which {
                ureq::Timeout::Connect | ureq::Timeout::Resolve => limits.connect,
                // The enum is not ours; all others are parts of the whole.
                _ => limits.time,
            };
            Trouble::passing(format!("it takes longer than {} s", limit.as_secs_f64()))
        }
        Error::HostNotFound => Trouble::passing("the host is not found"),
        Error::ConnectionFailed => Trouble::passing("there is no connection"),
        Error::Io(error) => of_io(&error),
        Error::Decompress(_, error) => Trouble::passing(format!("it cannot be unpacked: {error}")),
        // Of our own resolver.
        Error::Other(why) => Trouble::Lasting(why.to_string()),
        // The enum is not ours. What is left are wrong answers and certificates, which do not pass.
        other => Trouble::Lasting(other.to_string()),
    }
}

fn of_io(error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Trouble::passing("the text is cut off"),
        // A certificate that is not trusted comes as one of these.
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Trouble::Lasting(error.to_string()),
        // The enum is not ours: resets, refusals, whatever else the network says.
        _ => Trouble::passing(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{delay, waits};
    use crate::limits::Limits;
    use std::time::Duration;

    #[test]
    fn each_wait_is_twice_the_one_before_up_to_the_longest() {
        let limits = Limits { tries: 5, longest_pause: Duration::from_secs(3), ..Limits::default() };
        assert_eq!(waits(&limits).map(|wait| wait.as_millis()).collect::<Vec<_>>(), [500, 1000, 2000, 3000]);
        assert_eq!(waits(&Limits { tries: 0, ..limits }).count(), 0);
    }

    #[test]
    fn a_server_says_how_long_to_wait_in_seconds_or_as_a_date() {
        assert_eq!(delay(" 7 "), Some(Duration::from_secs(7)));
        assert_eq!(delay("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert!(delay("Tue, 31 Dec 2199 23:59:59 GMT").is_some_and(|wait| wait > Duration::from_secs(1 << 31)));
        assert_eq!(delay("soon"), None);
        assert_eq!(delay("-1"), None);
    }
}
