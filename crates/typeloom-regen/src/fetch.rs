//! An address to what is there: asks, follows redirects, tries again what may pass.
//!
//! Knows HTTP and its limits, nothing of documents.

mod attempt;
mod patience;

use crate::address::Address;
use crate::limits::Limits;
use attempt::attempt;
use patience::{Trouble, waits};
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// Who asks.
pub(crate) struct Client {
    agent: Agent,
    /// For this machine, which no proxy knows the way to.
    direct: Agent,
    limits: Limits,
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
    /// A client with these limits that trusts the usual certificates, or only those of a file.
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
        Ok(Client { agent: usual().build().new_agent(), direct, limits: limits.clone() })
    }

    /// Gets what is at an address. Says in how many tries, too.
    ///
    /// # Errors
    /// Says what went wrong the last time.
    pub fn get(&self, address: &Address, known: Option<&Known>, watch: &dyn Watch) -> (Result<Answer, String>, u32) {
        let mut waits = waits(&self.limits);
        let mut tries = 1;
        loop {
            let agent = if address.is_loopback() { &self.direct } else { &self.agent };
            match attempt(agent, address, known, &self.limits, watch) {
                Ok(answer) => return (Ok(answer), tries),
                Err(Trouble::Lasting(why)) => return (Err(why), tries),
                Err(Trouble::Passing { why, after }) => match waits.next() {
                    Some(_) if after.is_some_and(|after| after > self.limits.longest_pause) => {
                        let seconds = after.unwrap_or_default().as_secs();
                        return (Err(format!("{why}, and asks to be left alone for {seconds} s")), tries);
                    }
                    Some(wait) => {
                        watch.again(&why);
                        sleep(after.unwrap_or(wait));
                        tries += 1;
                    }
                    None if tries > 1 => return (Err(format!("{why} ({tries} tries)")), tries),
                    None => return (Err(why), tries),
                },
            }
        }
    }
}

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
