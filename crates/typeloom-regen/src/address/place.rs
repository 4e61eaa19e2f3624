//! Where a host is: on this machine, in a network that is nobody else's business, or anywhere.

use fluent_uri::Uri;
use fluent_uri::component::{Authority, Host};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A host as an address names it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Place {
    /// By its IP address.
    Ip(IpAddr),
    /// `localhost`
    Localhost,
    /// By another name, in lower case: only whoever resolves it knows where that is.
    Name(String),
}

impl Place {
    pub fn of(authority: Authority<'_>) -> Place {
        match authority.host_parsed() {
            Host::Ipv4(address) => Place::Ip(address.into()),
            Host::Ipv6(address) => Place::Ip(address.into()),
            Host::RegName(name) if name.as_str().eq_ignore_ascii_case("localhost") => Place::Localhost,
            // `IpvFuture`, which nobody has, is a name that nobody can resolve.
            _ => Place::Name(authority.host().to_ascii_lowercase()),
        }
    }

    /// A host as `private` in `vendor.toml` names it: without scheme, port and path.
    pub fn parse(text: &str) -> Option<Place> {
        if let Ok(address) = text.parse() {
            return Some(Place::Ip(address));
        }
        let uri = Uri::parse(format!("https://{text}")).ok()?;
        let authority = uri.authority().filter(|authority| !text.is_empty() && authority.as_str() == text)?;
        (authority.host() == text).then(|| Place::of(authority))
    }

    /// Whether it names this machine.
    pub fn is_loopback(&self) -> bool {
        match self {
            Place::Ip(address) => address.is_loopback(),
            Place::Localhost => true,
            Place::Name(_) => false,
        }
    }

    /// Whether it says by itself that it is not public.
    pub fn is_inside(&self) -> bool {
        match self {
            Place::Ip(address) => !is_public(*address),
            Place::Localhost => true,
            Place::Name(_) => false,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Ip(address) => address.fmt(f),
            Place::Localhost => f.write_str("localhost"),
            Place::Name(name) => f.write_str(name),
        }
    }
}

/// Whether an address is one that the whole internet can reach, by the registries of special-purpose addresses
/// (RFC 6890 and what came after). IPv6 addresses that stand for IPv4 addresses are what those are.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    match address.octets() {
        // This network, private networks, this machine, multicast and what is reserved.
        [0 | 10 | 127 | 224..=255, _, _, _] | [172, 16..=31, _, _] | [192, 168, _, _] => false,
        // Carriers' networks, link-local, measurements.
        [100, 64..=127, _, _] | [169, 254, _, _] | [198, 18 | 19, _, _] => false,
        // Protocols and documentation.
        [192, 0, 0 | 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => false,
        [_, _, _, _] => true,
    }
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let v4 = |high: u16, low: u16| is_public_v4(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)));
    match address.segments() {
        // Mapped, and translated (NAT64).
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        // 6to4
        [0x2002, high, low, _, _, _, _, _] => v4(high, low),
        // Protocols (Teredo among them) and documentation.
        [0x2001, 0..=0x1ff | 0xdb8, _, _, _, _, _, _] | [0x3fff, 0..=0xfff, _, _, _, _, _, _] => false,
        // All others that were ever given to anybody; what is left is this machine, link-local, unique local, multicast.
        [first, _, _, _, _, _, _, _] => first >> 13 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, is_public};

    #[test]
    fn what_is_public_and_what_is_not() {
        for public in
            ["1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "198.20.0.1", "223.255.255.255"]
        {
            assert!(is_public(public.parse().expect("an address")), "{public}");
        }
        for public in
            ["2606:4700::1111", "2001:4860:4860::8888", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::1"]
        {
            assert!(is_public(public.parse().expect("an address")), "{public}");
        }
        for inside in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:a00:1::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(inside.parse().expect("an address")), "{inside}");
        }
    }

    #[test]
    fn a_host_has_no_scheme_no_port_and_no_path() {
        for host in ["example.com", "LOCALHOST", "10.0.0.1", "::1", "[::1]"] {
            assert!(Place::parse(host).is_some(), "{host}");
        }
        for other in
            ["", "example.com:80", "https://example.com", "example.com/", "a b", "me@example.com", "[::1", "*?"]
        {
            assert_eq!(Place::parse(other), None, "{other}");
        }
        assert_eq!(Place::parse("[::1]"), Place::parse("::1"));
        assert_eq!(Place::parse("Example.com"), Some(Place::Name("example.com".to_owned())));
    }
}
