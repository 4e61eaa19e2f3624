//! What the operating system says of a process: the time it has had a processor, the most memory that it has held.
//!
//! Linux says so in `/proc`. Elsewhere time is that of the clock, and memory is not known.

use std::fs;
use std::time::Instant;

/// Bytes of memory that this process has held at most.
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// A moment to measure time from.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    processor: Option<f64>,
    clock: Instant,
    whose: Whose,
}

/// Whose time is measured.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// That of this process.
    Own,
    /// That of the processes that it has started and that have ended.
    Children,
}

impl Moment {
    /// Now.
    pub fn now(whose: Whose) -> Moment {
        Moment { processor: processor(whose), clock: Instant::now(), whose }
    }

    /// Seconds of processor since then, which other work on the machine disturbs less than those of the clock.
    pub fn seconds(self) -> f64 {
        match (self.processor, processor(self.whose)) {
            (Some(then), Some(now)) => now - then,
            (None, _) | (_, None) => self.clock.elapsed().as_secs_f64(),
        }
    }
}

/// Ticks of this length are what Linux counts in for users, on every machine that Rust runs on.
const TICKS_PER_SECOND: f64 = 100.0;

/// Fields 14 to 17 of `/proc/self/stat` (proc(5)): user and system time, own and of children.
fn processor(whose: Whose) -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the name of the program, in parentheses, and may hold blanks.
    let (_, behind) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = behind.split_whitespace().collect();
    let first = match whose {
        Whose::Own => 11,
        Whose::Children => 13,
    };
    let ticks = |index: usize| fields.get(index)?.parse::<f64>().ok();
    Some((ticks(first)? + ticks(first + 1)?) / TICKS_PER_SECOND)
}
