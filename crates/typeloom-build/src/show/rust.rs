//! One type out of generated code.

/// The code, or only what belongs to the type `name`: its definition, and the rows of its implementation.
///
/// Empty where there is no such type.
pub fn rust_text(code: &str, name: Option<&str>) -> String {
    let Some(name) = name else { return code.to_owned() };
    // Definitions stand between empty lines and hold none.
    let definition = code.split("\n\n").find(|block| block.lines().any(|line| defines(line.trim_start(), name)));
    let Some(definition) = definition else { return String::new() };
    let mut parts = vec![dedented(definition)];
    parts.extend(implementation(code, name).as_deref().map(dedented));
    parts.join("\n")
}

/// Whether a line begins the definition of a type.
fn defines(line: &str, name: &str) -> bool {
    let kinds = ["pub struct ", "pub enum ", "pub type "];
    let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind)).and_then(|rest| rest.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with([' ', '(']))
}

/// The macro whose first row begins with the name of the type.
fn implementation(code: &str, name: &str) -> Option<String> {
    let lines: Vec<&str> = code.lines().collect();
    let rows = |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    let opens = |line: &str| line.trim_start().starts_with("rt::") && line.ends_with('{');
    let one = |line: &str| line.trim_start().strip_prefix("rt::newtype! { ").is_some_and(rows);
    for (index, line) in lines.iter().enumerate() {
        if one(line) {
            return Some((*line).to_owned());
        }
        if opens(line) && lines.get(index + 1).is_some_and(|next| rows(next)) {
            let rest = lines.get(index..)?;
            let end = rest.iter().position(|line| line.trim() == "}")?;
            return Some(rest.get(..=end)?.join("\n"));
        }
    }
    None
}

/// Lines without the indent that all of them have.
fn dedented(block: &str) -> String {
    let lines = || block.lines().filter(|line| !line.is_empty());
    let indent = lines().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    lines().map(|line| format!("{}\n", line.get(indent..).unwrap_or(line))).collect()
}
