//! The pages that an index leads to: an HTML page, a Markdown page, a sitemap, a listing in JSON, or plain lines.
//!
//! Whatever in it could be an address is taken for one; what does not fit the pattern is left out.

use crate::address::Address;
use crate::sources::document_name;
use crate::wildcard::fits;
use std::collections::BTreeMap;

/// What an index leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pages {
    /// By the names of the files they are to become.
    pub good: BTreeMap<String, Address>,
    /// The links that cannot become files, by the names that those would have had, and why.
    pub bad: BTreeMap<String, String>,
}

/// The pages.
///
/// # Errors
/// Says what is wrong: no page fits, or there are too many.
pub(crate) fn pages(text: &str, index: &Address, pattern: &str, most: usize) -> Result<Pages, String> {
    let mut pages = Pages { good: BTreeMap::new(), bad: BTreeMap::new() };
    // As JSON and HTML write what would end a string.
    let text = text.replace("\\/", "/").replace("&amp;", "&");
    let ends = |c: char| c.is_whitespace() || c.is_control() || "\"'`<>()[]{}|\\^".contains(c);
    for word in text.split(ends) {
        let word = word.trim_end_matches([',', ';', '.', ':']);
        let Ok(address) = index.join(word) else { continue };
        if word.is_empty() || &address == index || !wanted(&address, index, pattern) {
            continue;
        }
        add(address, &mut pages);
        if pages.good.len() + pages.bad.len() > most {
            return Err(format!("it leads to more than {most} pages that fit `{pattern}`"));
        }
    }
    match pages.good.is_empty() && pages.bad.is_empty() {
        true => Err(format!("it leads to no page that fits `{pattern}`")),
        false => Ok(pages),
    }
}

/// One bad link costs that link alone. Of two that would become one file neither does: which is meant nobody knows.
fn add(address: Address, pages: &mut Pages) {
    let name = address.file_name().to_owned();
    if let Err(why) = document_name(&name) {
        let name = if name.is_empty() { address.to_string() } else { name };
        pages.bad.insert(name, format!("`{address}` cannot become a file: {why}"));
        return;
    }
    match pages.good.get(&name) {
        Some(other) if other != &address => {
            let why = format!("`{other}` and `{address}` would both become `{name}`");
            pages.good.remove(&name);
            pages.bad.insert(name, why);
        }
        Some(_) => {}
        None if pages.bad.contains_key(&name) => {}
        None => drop(pages.good.insert(name, address)),
    }
}

fn wanted(address: &Address, index: &Address, pattern: &str) -> bool {
    if pattern.contains("://") {
        return fits(pattern, address.as_str());
    }
    address.as_str().strip_prefix(index.folder()).is_some_and(|rest| fits(pattern, rest))
}

#[cfg(test)]
mod tests {
    use crate::address::Address;
    use crate::index::{Pages, pages};
    use std::collections::{BTreeMap, BTreeSet};

    fn all(text: &str, pattern: &str) -> Result<Pages, String> {
        let index = Address::parse("https://example.com/docs/README.md", BTreeSet::new()).expect("an address");
        pages(text, &index, pattern, 3)
    }

    fn found(text: &str, pattern: &str) -> Result<Vec<String>, String> {
        let pages = all(text, pattern)?;
        assert_eq!(pages.bad, BTreeMap::new());
        Ok(pages.good.into_iter().map(|(name, address)| format!("{name} {address}")).collect())
    }

    #[test]
    fn links_are_found_in_every_kind_of_index() {
        let user = Ok(vec!["user.md https://example.com/docs/models/user.md".to_owned()]);
        for index in [
            "- [User](models/user.md#fields) and [Api](apis/user.md)",
            "[User]: <models/user.md>",
            "<a class=x href=\"/docs/models/user.md\">User</a> <a href='models/user.html'>",
            "<loc>https://example.com/docs/models/user.md</loc>",
            "{\"download_url\": \"https:\\/\\/example.com\\/docs\\/models\\/user.md\"}",
            "models/user.md\nmodels/deep/team.md\n",
        ] {
            assert_eq!(found(index, "models/*.md"), user, "{index}");
        }
    }

    #[test]
    fn another_host_must_be_named_by_the_pattern() {
        let index = "https://example.org/docs/models/user.md http://example.com/docs/models/plain.md";
        assert_eq!(found(index, "models/*.md"), Err("it leads to no page that fits `models/*.md`".to_owned()));
        let user = "user.md https://example.org/docs/models/user.md";
        assert_eq!(found(index, "https://example.org/**.md"), Ok(vec![user.to_owned()]));
    }

    #[test]
    fn a_link_that_cannot_become_a_file_costs_that_link() {
        let two =
            "`https://example.com/docs/a/user.md` and `https://example.com/docs/b/user.md` would both become `user.md`";
        let found = all("a/user.md b/user.md a/user.md team.md", "**.md").expect("pages");
        assert_eq!(found.good.into_keys().collect::<Vec<_>>(), ["team.md"]);
        assert_eq!(found.bad, [("user.md".to_owned(), two.to_owned())].into());
        let found = all("..%2f..%2fx.md vendor.toml models/", "**").expect("pages");
        let names: Vec<_> = found.bad.keys().map(String::as_str).collect();
        assert_eq!(names, ["..%2F..%2Fx.md", "https://example.com/docs/models/", "vendor.toml"]);
        assert!(found.bad.values().all(|why| why.contains("cannot become a file: ")));
        let many = "it leads to more than 3 pages that fit `*.md`";
        assert_eq!(all("1.md 2.md 3.md 4.md", "*.md"), Err(many.to_owned()));
        assert_eq!(all("1%25.md 2%25.md 3%25.md 4%25.md", "*.md"), all("1.md 2.md 3.md 4.md", "*.md"));
    }
}
