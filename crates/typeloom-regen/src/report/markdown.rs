//! A report as a pull request shows it.

use crate::report::{Report, State, text};

/// The text.
pub(super) fn markdown(report: &Report) -> String {
    let mut out = String::new();
    for problem in &report.problems {
        out.push_str(&format!("**error:** {}\n\n", escaped(problem)));
    }
    for vendor in &report.vendors {
        let told: Vec<_> = vendor.files.iter().filter(|file| file.state != State::Unchanged).collect();
        if told.is_empty() && vendor.problems.is_empty() {
            continue;
        }
        out.push_str(&format!("## {}\n\n", vendor.vendor));
        for problem in &vendor.problems {
            fenced(problem, "text", &mut out);
        }
        if !told.is_empty() {
            out.push_str("| | file | |\n| --- | --- | --- |\n");
            for file in &told {
                let summary = escaped(&text::summary(file));
                out.push_str(&format!("| {} | `{}` | {summary} |\n", file.state.name(), file.file));
            }
            out.push('\n');
        }
        for file in told {
            if let Some(detail) = file.detail.as_ref().filter(|detail| detail.contains('\n')) {
                out.push_str(&format!("`{}`:\n\n", file.file));
                fenced(detail, "text", &mut out);
            }
        }
    }
    let changes = report.changes();
    if !changes.is_empty() {
        out.push_str(&format!("## What changed in the types\n\n{}\n", changes.to_markdown().trim_end()));
        out.push_str("\n<details><summary>For the changelog</summary>\n\n");
        fenced(&changes.to_changelog(), "markdown", &mut out);
        out.push_str("</details>\n");
    }
    if out.is_empty() { "Nothing changed.\n".to_owned() } else { format!("{}\n", out.trim_end()) }
}

/// What came from outside must not become markup.
fn escaped(text: &str) -> String {
    let special = |c: char| "\\`*_[]<>|&#".contains(c);
    let escape = |c: char| {
        if special(c) {
            vec!['\\', c]
        } else if c == '\n' {
            vec![' ']
        } else {
            vec![c]
        }
    };
    text.chars().flat_map(escape).collect()
}

/// As it is, in a fence longer than any in it.
fn fenced(text: &str, kind: &str, out: &mut String) {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    out.push_str(&format!("{fence}{kind}\n{}\n{fence}\n\n", text.trim_end()));
}
