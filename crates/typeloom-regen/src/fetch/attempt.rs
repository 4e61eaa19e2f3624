//! One try: the request, its redirects, and the text as far as the limits allow.

use crate::address::Address;
use crate::fetch::patience::{Trouble, of_error, of_status};
use crate::fetch::{Answer, Client, Fetched, Known, Watch, after};
use crate::limits::Limits;
use std::io::Read;
use std::time::{Duration, Instant};
use ureq::http::{HeaderMap, Response, header};
use ureq::{Agent, Body, Error};

/// Asks once, and waits no longer than until then.
pub(super) fn attempt(
    client: &Client,
    address: &Address,
    known: Option<&Known>,
    until: Instant,
    watch: &dyn Watch,
) -> Result<Answer, Trouble> {
    let limits = &client.limits;
    let deadline = until.min(after(limits.time));
    let mut address = address.clone();
    for _ in 0..=limits.redirects {
        let response =
            ask(client.agent(&address), &address, known, deadline).map_err(|error| of_error(error, limits))?;
        let status = response.status().as_u16();
        let header = |name| text_of(response.headers(), name);
        match status {
            200 | 203 => return text(response, address, limits, watch).map(Answer::Text),
            304 if known.is_some() => return Ok(Answer::Same),
            301 | 302 | 303 | 307 | 308 => {
                let Some(location) = header(header::LOCATION) else {
                    return Err(Trouble::Lasting(format!("the server answers {status} and does not say where to go")));
                };
                let wrong = |why| Trouble::Lasting(format!("it is redirected, but {why}"));
                address = address.join(&location).map_err(wrong)?;
            }
            _ => return Err(of_status(status, header(header::RETRY_AFTER).as_deref())),
        }
    }
    Err(Trouble::Lasting(format!("it is redirected more than {} times", limits.redirects)))
}

fn ask(agent: &Agent, address: &Address, known: Option<&Known>, deadline: Instant) -> Result<Response<Body>, Error> {
    // Nothing at all would mean no limit.
    let left = deadline.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
    let mut request = agent.get(address.as_str());
    if let Some(known) = known {
        let conditions = [(header::IF_NONE_MATCH, &known.etag), (header::IF_MODIFIED_SINCE, &known.last_modified)];
        for (name, value) in conditions {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
    }
    request.config().timeout_global(Some(left)).build().call()
}

fn text(
    mut response: Response<Body>,
    address: Address,
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Fetched, Trouble> {
    let header = |name| text_of(response.headers(), name);
    let known = Known { etag: header(header::ETAG), last_modified: header(header::LAST_MODIFIED) };
    let content_type = header(header::CONTENT_TYPE);
    let of = response.body().content_length();
    let too_large = || Trouble::Lasting(format!("it is larger than {} bytes", limits.size));
    if of.is_some_and(|length| length > limits.size) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // What was packed may be much larger than what came.
    let mut reader = response.body_mut().with_config().reader().take(limits.size.saturating_add(1));
    let mut piece = vec![0; 16 << 10];
    loop {
        match reader.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => {
                bytes.extend_from_slice(piece.get(..count).unwrap_or_default());
                watch.received(bytes.len() as u64, of);
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(of_error(Error::from(error), limits)),
        }
    }
    if bytes.len() as u64 > limits.size {
        return Err(too_large());
    }
    Ok(Fetched { bytes, known, address, content_type })
}

/// The text of a header; nothing where it is longer than anyone would want to keep.
fn text_of(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty() && value.len() <= 2000).then(|| value.to_owned())
}
