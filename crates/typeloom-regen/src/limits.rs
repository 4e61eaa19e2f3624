//! How much may come, how long it may take, and how often it is tried.

use std::time::Duration;

/// How much may come, how long it may take, and how often it is tried.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The largest text, in bytes, after it was unpacked.
    pub size: u64,
    /// The most redirects of one request.
    pub redirects: u32,
    /// Until a connection is there.
    pub connect: Duration,
    /// For one try as a whole, redirects and the text included.
    pub time: Duration,
    /// For all tries of one file, the waits between them included.
    pub file: Duration,
    /// For fetching as a whole: what has not come by then is not waited for, nor asked for.
    pub run: Duration,
    /// How often a request is tried that may succeed later.
    pub tries: u32,
    /// How long to wait before the second try; twice as long before each further one.
    pub pause: Duration,
    /// The longest wait that a server may ask for with `Retry-After`.
    pub longest_pause: Duration,
    /// How many requests are under way at a time.
    pub jobs: usize,
    /// The most pages that an index may lead to.
    pub pages: usize,
    /// How long to wait for another run over the same folder to end.
    pub wait: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            size: 64 << 20,
            redirects: 5,
            connect: Duration::from_secs(10),
            time: Duration::from_secs(60),
            file: Duration::from_secs(120),
            run: Duration::from_secs(900),
            tries: 4,
            pause: Duration::from_millis(500),
            longest_pause: Duration::from_secs(60),
            jobs: 6,
            pages: 2000,
            wait: Duration::from_secs(60),
        }
    }
}
