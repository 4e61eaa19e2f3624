//! An address to what is there: asks, follows redirects, tries again what may pass.
//!
//! Knows HTTP and its limits, nothing of documents.

mod attempt;
mod patience;
mod resolve;

use crate::address::Address;
use crate::limits::Limits;
use attempt::attempt;
use patience::{Trouble, waits};
use resolve::PublicOnly;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::unversioned::transport::DefaultConnector;

/// Who asks.
pub(crate) struct Client {
    /// For the whole world.
    public: Agent,
    /// For hosts that need not be public.
    private: Agent,
    /// For this machine, which no proxy knows the way to.
    direct: Agent,
    limits: Limits,
    /// When fetching must be over.
    until: Instant,
}

/// What is known of a text from the last time, so that it need not come again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// What a server said.
#[derive(Debug)]
pub(crate) enum Answer {
    /// The known text is still the one.
    Same,
    /// A text.
    Text(Fetched),
}

/// A text and what the server said about it.
#[derive(Debug)]
pub(crate) struct Fetched {
    pub bytes: Vec<u8>,
    pub known: Known,
    /// Where it was in the end, behind all redirects.
    pub address: Address,
    pub content_type: Option<String>,
}

/// How far a request has got.
pub(crate) trait Watch {
    /// So many bytes are there, of so many if that is known.
    fn received(&self, bytes: u64, of: Option<u64>);
    /// It did not succeed and will be tried again.
    fn again(&self, why: &str);
}

impl Client {
    /// A client with these limits, of which that of the run begins now, that trusts the usual certificates, or only those of a file.
    ///
    /// # Errors
    /// Says why the file with the certificates cannot be used.
    pub fn new(limits: &Limits, certificates: Option<&Path>) -> Result<Client, String> {
        let mut tls = TlsConfig::builder();
        if let Some(path) = certificates {
            tls = tls.root_certs(RootCerts::Specific(Arc::new(trusted(path)?)));
        }
        let tls = tls.build();
        let usual = || {
            Agent::config_builder()
                .tls_config(tls.clone())
                .user_agent(concat!("typeloom-regen/", env!("CARGO_PKG_VERSION")))
                // Redirects are followed one by one, as each may lead where nobody is to be asked.
                .max_redirects(0)
                .max_redirects_will_error(false)
                .http_status_as_error(false)
                .timeout_connect(Some(limits.connect))
        };
        let direct = usual().proxy(None).build().new_agent();
        let private = usual().build().new_agent();
        let public = Agent::with_parts(usual().build(), DefaultConnector::default(), PublicOnly::default());
        Ok(Client { public, private, direct, limits: limits.clone(), until: after(limits.run) })
    }

    /// Who asks there. Each redirect is looked at by itself.
    fn agent(&self, address: &Address) -> &Agent {
        match (address.is_loopback(), address.may_be_inside()) {
            (true, _) => &self.direct,
            (false, true) => &self.private,
            (false, false) => &self.public,
        }
    }

    /// When a request that is made now must be over, and because of which limit.
    fn until(&self) -> (Instant, String) {
        let file = after(self.limits.file);
        match file < self.until {
            true => (file, format!("one file may take {} s in all", self.limits.file.as_secs_f64())),
            false => (self.until, format!("fetching may take {} s in all", self.limits.run.as_secs_f64())),
        }
    }

    /// Gets what is at an address. Says in how many tries, too.
    ///
    /// # Errors
    /// Says what went wrong the last time.
    pub fn get(&self, address: &Address, known: Option<&Known>, watch: &dyn Watch) -> (Result<Answer, String>, u32) {
        let mut waits = waits(&self.limits);
        let (until, limit) = self.until();
        if until <= Instant::now() {
            return (Err(format!("it was not asked for: {limit}")), 0);
        }
        let mut tries = 1;
        loop {
            let (why, wait) = match attempt(self, address, known, until, watch) {
                Ok(answer) => return (Ok(answer), tries),
                Err(Trouble::Lasting(why)) => return (Err(why), tries),
                Err(Trouble::Passing { why, after }) => (why, after),
            };
            let made = if tries > 1 { format!(" ({tries} tries)") } else { String::new() };
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return (Err(format!("it takes too long{made}: {limit}")), tries);
            }
            let Some(usual) = waits.next() else { return (Err(format!("{why}{made}")), tries) };
            if let Some(wait) = wait.filter(|wait| *wait > self.limits.longest_pause) {
                return (Err(format!("{why}, and asks to be left alone for {} s", wait.as_secs())), tries);
            }
            let wait = wait.unwrap_or(usual);
            if left <= wait {
                return (Err(format!("{why}{made}, and there is no time to try it again: {limit}")), tries);
            }
            watch.again(&why);
            sleep(wait);
            tries += 1;
        }
    }
}

/// So much later; for ever, where that is later than a clock can tell.
fn after(time: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(time).or_else(|| now.checked_add(FOR_EVER)).unwrap_or(now)
}

/// A century.
const FOR_EVER: Duration = Duration::from_secs(3_155_760_000);

fn trusted(path: &Path) -> Result<Vec<Certificate<'static>>, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("cannot read certificates from `{}`: {error}", path.display());
    let text = std::fs::read(path).map_err(|error| wrong(&error))?;
    let mut certificates = Vec::new();
    for item in parse_pem(&text) {
        // Keys are nobody's business here.
        if let PemItem::Certificate(certificate) = item.map_err(|error| wrong(&error))? {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() { Err(wrong(&"there are none in it")) } else { Ok(certificates) }
}
