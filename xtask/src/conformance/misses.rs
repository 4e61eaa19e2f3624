//! `xtask/misses.toml`: the tests that miss, each with its reason. The required tests of the suite have no such list.

use serde::Deserialize;

/// The listed misses of one run.
#[derive(Debug, Default)]
pub struct Misses {
    miss: Vec<Miss>,
}

/// Which list a run has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// None: every test passes.
    None,
    /// The suite's optional tests.
    Optional,
    /// The small schemas.
    Minimal,
}

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    optional: Vec<Miss>,
    minimal: Vec<Miss>,
}

/// Tests that miss for one reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Miss {
    /// The column: `draft7`; every one where it is missing.
    draft: Option<String>,
    /// `optional/bignum`
    file: String,
    /// The description of the group; every group where it is missing.
    group: Option<String>,
    /// The description of the test; every test where it is missing.
    test: Option<String>,
    /// Why it misses.
    because: String,
}

impl Misses {
    /// What a run lists.
    pub fn read(list: List) -> Result<Misses, String> {
        let path = crate::root().join("xtask/misses.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let file: File = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let miss = match list {
            List::None => Vec::new(),
            List::Optional => file.optional,
            List::Minimal => file.minimal,
        };
        Ok(Misses { miss })
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.miss.len()
    }

    /// The entry for a test.
    pub fn find(&self, draft: &str, file: &str, group: &str, test: &str) -> Option<usize> {
        let same = |listed: &Option<String>, found: &str| listed.as_ref().is_none_or(|listed| listed == found);
        self.miss.iter().position(|miss| {
            miss.file == file && same(&miss.draft, draft) && same(&miss.group, group) && same(&miss.test, test)
        })
    }

    /// An entry in words.
    pub fn text(&self, index: usize) -> String {
        let Some(Miss { draft, file, group, test, because }) = self.miss.get(index) else { return String::new() };
        let or = |part: &Option<String>| part.clone().unwrap_or_else(|| "every".to_owned());
        format!("{} {file}: {}: {} ({because})", or(draft), or(group), or(test))
    }
}
