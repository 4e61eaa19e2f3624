//! The pages that an index leads to: an HTML page, a Markdown page, a sitemap, a listing in JSON, or plain lines.
//!
//! Whatever in it could be an address is taken for one; what does not fit the pattern is left out.

use crate::address::Address;
use crate::sources::document_name;
use crate::wildcard::fits;
use std::collections::BTreeMap;

/// The pages by the names of the files they are to become.
///
/// # Errors
/// Says what is wrong: no page fits, two would become one file, or there are too many.
pub(crate) fn pages(
    text: &str,
    index: &Address,
    pattern: &str,
    most: usize,
) -> Result<BTreeMap<String, Address>, String> {
    let mut pages: BTreeMap<String, Address> = BTreeMap::new();
    // As JSON and HTML write what would end a string.
    let text = text.replace("\\/", "/").replace("&amp;", "&");
    let ends = |c: char| c.is_whitespace() || c.is_control() || "\"'`<>()[]{}|\\^".contains(c);
    for word in text.split(ends) {
        let word = word.trim_end_matches([',', ';', '.', ':']);
        let Ok(address) = index.join(word) else { continue };
        if word.is_empty() || &address == index || !wanted(&address, index, pattern) {
            continue;
        }
        let name = address.file_name().to_owned();
        document_name(&name).map_err(|why| format!("`{address}` cannot become a file: {why}"))?;
        match pages.get(&name) {
            Some(other) if other != &address => {
                return Err(format!("`{other}` and `{address}` would both become `{name}`"));
            }
            Some(_) => {}
            None => drop(pages.insert(name, address)),
        }
        if pages.len() > most {
            return Err(format!("it leads to more than {most} pages that fit `{pattern}`"));
        }
    }
    if pages.is_empty() { Err(format!("it leads to no page that fits `{pattern}`")) } else { Ok(pages) }
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
    use crate::index::pages;

    fn found(text: &str, pattern: &str) -> Result<Vec<String>, String> {
        let index = Address::parse("https://example.com/docs/README.md").expect("an address");
        let pages = pages(text, &index, pattern, 3)?;
        Ok(pages.into_iter().map(|(name, address)| format!("{name} {address}")).collect())
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
    fn what_cannot_become_files_is_refused() {
        let two =
            "`https://example.com/docs/a/user.md` and `https://example.com/docs/b/user.md` would both become `user.md`";
        assert_eq!(found("a/user.md b/user.md", "**.md"), Err(two.to_owned()));
        assert_eq!(
            found("1.md 2.md 3.md 4.md", "*.md"),
            Err("it leads to more than 3 pages that fit `*.md`".to_owned())
        );
        assert!(found("vendor.toml", "*").is_err_and(|why| why.contains("cannot become a file")));
    }
}
