//! Addresses: which may be asked, and where a redirect or a link leads. Text in, [`Address`] out; asks nobody.

use fluent_uri::component::Host;
use fluent_uri::{Uri, UriRef};
use std::fmt;

/// An absolute `http` or `https` address that may be asked. It has no fragment.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Address {
    uri: String,
    loopback: bool,
}

impl Address {
    /// An address as it stands in `vendor.toml`.
    ///
    /// # Errors
    /// Says why it must not be asked: it is none, or it is neither `https` nor on this machine.
    pub fn parse(text: &str) -> Result<Address, String> {
        let uri = Uri::parse(text).map_err(|error| format!("`{text}` is no address: {error}"))?;
        Address::new(&uri.strip_fragment().normalize())
    }

    fn new(uri: &Uri<String>) -> Result<Address, String> {
        let scheme = uri.scheme().as_str().to_ascii_lowercase();
        let Some(authority) = uri.authority().filter(|authority| !authority.host().is_empty()) else {
            return Err(format!("`{uri}` names no host"));
        };
        if authority.userinfo().is_some() {
            // It would end up in the lock and in the report.
            return Err("the address holds a user name or a password".to_owned());
        }
        let loopback = match authority.host_parsed() {
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
            Host::RegName(name) => name.as_str().eq_ignore_ascii_case("localhost"),
            // `IpvFuture`, which nobody has.
            _ => false,
        };
        match scheme.as_str() {
            "https" => {}
            "http" if loopback => {}
            "http" => return Err(format!("`{uri}` is not https, and its host is not this machine")),
            _ => return Err(format!("`{uri}` is neither https nor http")),
        }
        Ok(Address { uri: uri.to_string(), loopback })
    }

    /// The address that a redirect or a link from here leads to.
    ///
    /// # Errors
    /// As [`Address::parse`]; and what comes from elsewhere must not lead to this machine.
    pub fn join(&self, reference: &str) -> Result<Address, String> {
        let wrong = |error: &dyn fmt::Display| format!("`{reference}` is no address: {error}");
        let base = Uri::parse(self.uri.as_str()).map_err(|error| wrong(&error))?;
        let reference = UriRef::parse(reference).map_err(|error| wrong(&error))?;
        let joined = reference.strip_fragment().resolve_against(&base).map_err(|error| wrong(&error))?;
        let joined = Address::new(&joined.normalize())?;
        if joined.loopback && !self.loopback {
            return Err(format!("`{self}` leads to this machine, `{joined}`"));
        }
        Ok(joined)
    }

    /// Whether the host is this machine.
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }

    pub fn as_str(&self) -> &str {
        &self.uri
    }

    /// The folder that it lies in, with the `/` at the end and without a query.
    pub fn folder(&self) -> &str {
        let path = self.without_query();
        path.rfind('/').map_or(path, |slash| &path[..=slash])
    }

    /// The last part of its path.
    pub fn file_name(&self) -> &str {
        &self.without_query()[self.folder().len()..]
    }

    fn without_query(&self) -> &str {
        self.uri.split('?').next().unwrap_or(&self.uri)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.uri)
    }
}

#[cfg(test)]
mod tests {
    use crate::address::Address;

    fn refused(text: &str) -> String {
        Address::parse(text).expect_err(text)
    }

    #[test]
    fn only_https_and_this_machine_may_be_asked() {
        for good in [
            "https://example.com/a",
            "http://127.0.0.1:80/a",
            "http://127.8.9.1/",
            "http://[::1]:1/",
            "http://LOCALHOST/a",
        ] {
            assert!(Address::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "http://example.com/a",
            "http://localhost.example.com/",
            "http://0.0.0.0/",
            "ftp://example.com/a",
            "file:///etc/passwd",
            "a.json",
            "",
            "https:///a",
            "http://127.0.0.1@example.com/",
        ] {
            refused(bad);
        }
        assert_eq!(
            refused("http://example.com/a"),
            "`http://example.com/a` is not https, and its host is not this machine"
        );
        assert!(!refused("https://me:secret@example.com/").contains("secret"));
    }

    #[test]
    fn a_redirect_is_an_address_like_any_other() {
        let base = Address::parse("https://example.com/docs/README.md?x#y").expect("an address");
        assert_eq!(base.as_str(), "https://example.com/docs/README.md?x");
        assert_eq!((base.folder(), base.file_name()), ("https://example.com/docs/", "README.md"));
        assert_eq!(base.join("../a/b.md#c").expect("an address").as_str(), "https://example.com/a/b.md");
        assert_eq!(base.join("//example.org/b").expect("an address").as_str(), "https://example.org/b");
        assert!(base.join("http://example.com/").is_err());
        let leads_here = "`https://example.com/docs/README.md?x` leads to this machine, `http://localhost/`";
        assert_eq!(base.join("http://localhost/"), Err(leads_here.to_owned()));
        assert!(Address::parse("http://127.0.0.1/").and_then(|local| local.join("https://[::1]/")).is_ok());
    }
}
