//! Names to addresses of machines: only public ones.

use crate::address::PRIVATE;
use crate::address::place::is_public;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Resolves as usual, and refuses names that lead to this machine or into a private network. What was resolved here is
/// what is connected to, so that a name cannot lead elsewhere a moment later.
#[derive(Debug, Default)]
pub(super) struct PublicOnly(DefaultResolver);

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.0.resolve(uri, config, timeout)?;
        // The proxy is where its user has put it. It resolves what it is asked for itself.
        if config.proxy().is_some_and(|proxy| proxy.uri().authority() == uri.authority()) {
            return Ok(found);
        }
        // Of several machines, the one that is asked must not be a matter of chance.
        match found.iter().find(|socket| !is_public(socket.ip())) {
            None => Ok(found),
            Some(socket) => {
                let host = uri.host().unwrap_or_default();
                Err(Error::Other(format!("`{host}` is at {}, which is not public: {PRIVATE}", socket.ip()).into()))
            }
        }
    }
}
