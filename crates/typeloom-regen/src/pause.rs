//! Points at which a test can stop a run, to end it there.
//!
//! They are there only with the feature `pause-points`, which nothing but a `[dev-dependencies]` table asks for: a
//! program that people install has no such code. With it, and with `TYPELOOM_REGEN_PAUSE` naming the point, the run
//! says that it has got there and waits for ever.

/// A point of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Point {
    /// All texts are there, nothing was tried.
    Fetched,
    /// A text that was refused lies aside, the reasons do not.
    KeptAside,
    /// The texts were tried, no file was replaced.
    Judged,
    /// The new texts lie beside the old ones, under other names.
    Staged,
    /// The lock says what each file is about to become.
    Announced,
    /// The first file was replaced.
    ReplacedOne,
    /// All files were replaced, the lock still speaks of old ones.
    Replaced,
    /// The lock was brought up to date.
    Locked,
}

/// Does nothing; waits for ever in a test that asks for it.
pub(crate) fn at(point: Point) {
    #[cfg(feature = "pause-points")]
    if std::env::var("TYPELOOM_REGEN_PAUSE").is_ok_and(|name| name == format!("{point:?}")) {
        eprintln!("paused at {point:?}");
        loop {
            std::thread::sleep(std::time::Duration::from_secs(3600));
        }
    }
    #[cfg(not(feature = "pause-points"))]
    let _ = point;
}
