//! Addresses: which may be asked, and where a redirect or a link leads. Text in, [`Address`] out; asks nobody.

pub(crate) mod place;

use fluent_uri::{Uri, UriRef};
use place::Place;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// An absolute `http` or `https` address that may be asked. It has no fragment.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Address {
    uri: String,
    place: Place,
    /// The hosts that need not be public: those that `vendor.toml` names for this source.
    private: Arc<BTreeSet<Place>>,
}

impl Address {
    /// An address as it stands in `vendor.toml`, and the hosts that it may lead to although they are not public. An IP
    /// address and `localhost` say where they are, so that one of those in the address itself needs no mention.
    ///
    /// # Errors
    /// Says why it must not be asked: it is none, or it is neither `https` nor on this machine.
    pub fn parse(text: &str, mut private: BTreeSet<Place>) -> Result<Address, String> {
        let uri = Uri::parse(text).map_err(|error| format!("`{text}` is no address: {error}"))?;
        let address = Address::new(&uri.strip_fragment().normalize(), Arc::default())?;
        if address.place.is_inside() {
            private.insert(address.place.clone());
        }
        Ok(Address { private: Arc::new(private), ..address })
    }

    fn new(uri: &Uri<String>, private: Arc<BTreeSet<Place>>) -> Result<Address, String> {
        let scheme = uri.scheme().as_str().to_ascii_lowercase();
        let Some(authority) = uri.authority().filter(|authority| !authority.host().is_empty()) else {
            return Err(format!("`{uri}` names no host"));
        };
        if authority.userinfo().is_some() {
            // It would end up in the lock and in the report.
            return Err("the address holds a user name or a password".to_owned());
        }
        let place = Place::of(authority);
        match scheme.as_str() {
            "https" => {}
            "http" if place.is_loopback() => {}
            "http" => return Err(format!("`{uri}` is not https, and its host is not this machine")),
            _ => return Err(format!("`{uri}` is neither https nor http")),
        }
        Ok(Address { uri: uri.to_string(), place, private })
    }

    /// The address that a redirect or a link from here leads to.
    ///
    /// # Errors
    /// As [`Address::parse`]; and it must not lead to this machine or into a private network, unless that was said.
    pub fn join(&self, reference: &str) -> Result<Address, String> {
        let wrong = |error: &dyn fmt::Display| format!("`{reference}` is no address: {error}");
        let base = Uri::parse(self.uri.as_str()).map_err(|error| wrong(&error))?;
        let reference = UriRef::parse(reference).map_err(|error| wrong(&error))?;
        let joined = reference.strip_fragment().resolve_against(&base).map_err(|error| wrong(&error))?;
        let joined = Address::new(&joined.normalize(), self.private.clone())?;
        if joined.place.is_inside() && !joined.may_be_inside() {
            return Err(format!("`{self}` leads to `{joined}`, which is not public: {}", PRIVATE));
        }
        Ok(joined)
    }

    /// Whether the host says that it is this machine.
    pub fn is_loopback(&self) -> bool {
        self.place.is_loopback()
    }

    /// Whether the host need not be public, wherever its name leads to.
    pub fn may_be_inside(&self) -> bool {
        self.private.contains(&self.place)
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

/// What to write where a host is not public and may be asked all the same.
pub(crate) const PRIVATE: &str = "if that is meant, name the host under `private` in `vendor.toml`";

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.uri)
    }
}

#[cfg(test)]
mod tests {
    use crate::address::Address;
    use crate::address::place::Place;

    fn parse(text: &str, private: &[&str]) -> Result<Address, String> {
        Address::parse(text, private.iter().map(|host| Place::parse(host).expect("a host")).collect())
    }

    fn refused(text: &str) -> String {
        parse(text, &[]).expect_err(text)
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
            assert!(parse(good, &[]).is_ok(), "{good}");
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
        let base = parse("https://example.com/docs/README.md?x#y", &[]).expect("an address");
        assert_eq!(base.as_str(), "https://example.com/docs/README.md?x");
        assert_eq!((base.folder(), base.file_name()), ("https://example.com/docs/", "README.md"));
        assert_eq!(base.join("../a/b.md#c").expect("an address").as_str(), "https://example.com/a/b.md");
        assert_eq!(base.join("//example.org/b").expect("an address").as_str(), "https://example.org/b");
        assert!(base.join("http://example.com/").is_err());
    }

    #[test]
    fn what_comes_from_elsewhere_leads_inside_only_where_that_was_said() {
        let base = parse("https://example.com/a", &[]).expect("an address");
        let leads_here = "`https://example.com/a` leads to `http://localhost/`, which is not public: if that is meant, \
                          name the host under `private` in `vendor.toml`";
        assert_eq!(base.join("http://localhost/"), Err(leads_here.to_owned()));
        let inside = [
            "https://localhost/",
            "https://127.0.0.1/",
            "https://10.0.0.1:8443/",
            "https://169.254.169.254/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[::ffff:a9fe:a9fe]/",
            "https://[fd00::1]/",
            "https://[fe80::1]/",
            "https://[64:ff9b::10.0.0.1]/",
        ];
        for to in inside {
            assert!(base.join(to).is_err_and(|why| why.contains("not public")), "{to}");
        }
        // To itself, yes; to a neighbour, no.
        let local = parse("http://127.0.0.1:80/a", &[]).expect("an address");
        assert!(local.may_be_inside() && local.join("b").is_ok_and(|b| b.may_be_inside()));
        assert!(local.join("http://127.0.0.1:81/").is_ok());
        assert!(local.join("http://127.0.0.2/").is_err() && local.join("https://10.0.0.1/").is_err());
        let told = parse("https://example.com/a", &["10.0.0.1", "::1", "intranet.example"]).expect("an address");
        assert!(!told.may_be_inside());
        for to in ["https://10.0.0.1/", "http://[::1]/", "https://Intranet.Example/", "https://intranet.example:8443/"]
        {
            assert!(told.join(to).is_ok_and(|to| to.may_be_inside()), "{to}");
        }
        assert!(told.join("https://10.0.0.2/").is_err());
        // What a name leads to is seen when it is resolved.
        assert!(told.join("https://2130706433/").is_ok_and(|to| !to.may_be_inside()));
    }
}
