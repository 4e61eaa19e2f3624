//! What changes mean for a version.

use std::fmt;

/// What a change means for the version of a crate that holds the types, by the rules of cargo for Rust code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Verdict {
    /// Nothing changed.
    #[default]
    Nothing,
    /// Nothing but docs.
    Patch,
    /// What compiled compiles: there is more, or values are judged otherwise.
    Minor,
    /// What compiled may not compile any more.
    Major,
}

impl Verdict {
    /// `nothing`, `patch`, `minor` or `major`.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Nothing => "nothing",
            Verdict::Patch => "patch",
            Verdict::Minor => "minor",
            Verdict::Major => "major",
        }
    }

    /// The version that follows `version`. Before 1.0.0 the number behind the first one that is not zero is what
    /// cargo takes for compatible, so that major is `0.2.0` after `0.1.4`, and minor and patch are `0.1.5`.
    ///
    /// [`None`] where `version` is not three numbers with dots between them.
    ///
    /// ```
    /// use typeloom_build::diff::Verdict;
    /// assert_eq!(Verdict::Major.after("0.1.4").as_deref(), Some("0.2.0"));
    /// assert_eq!(Verdict::Minor.after("1.2.3").as_deref(), Some("1.3.0"));
    /// ```
    pub fn after(self, version: &str) -> Option<String> {
        let numbers: Vec<u64> = version.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
        let [major, minor, patch] = numbers.as_slice() else { return None };
        let (major, minor, patch) = (*major, *minor, *patch);
        let next = |number: u64| number.checked_add(1);
        let (major, minor, patch) = match (self, major, minor) {
            (Verdict::Nothing, _, _) => (major, minor, patch),
            (Verdict::Patch, _, _) | (Verdict::Minor, 0, _) | (Verdict::Major, 0, 0) => (major, minor, next(patch)?),
            (Verdict::Minor, _, _) | (Verdict::Major, 0, _) => (major, next(minor)?, 0),
            (Verdict::Major, _, _) => (next(major)?, 0, 0),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict;

    #[test]
    fn versions_follow_as_cargo_reads_them() {
        let after = |version| {
            [Verdict::Nothing, Verdict::Patch, Verdict::Minor, Verdict::Major].map(|verdict| verdict.after(version))
        };
        let some = |versions: [&str; 4]| versions.map(|version| Some(version.to_owned()));
        assert_eq!(after("1.2.3"), some(["1.2.3", "1.2.4", "1.3.0", "2.0.0"]));
        assert_eq!(after("0.1.4"), some(["0.1.4", "0.1.5", "0.1.5", "0.2.0"]));
        assert_eq!(after("0.0.4"), some(["0.0.4", "0.0.5", "0.0.5", "0.0.5"]));
        assert_eq!(after("1.2"), [None, None, None, None]);
        assert_eq!(after("1.2.18446744073709551615")[1], None);
    }
}
