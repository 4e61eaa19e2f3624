//! A vendor's folder to a module of code: the one place that decides how an instance goes through what is generated.

use typeloom_build::Outcome;
use typeloom_build::diagnostic::Severity;
use typeloom_build::model::Item;

/// The code of a group, or why there is none.
pub type Module = Result<String, String>;

/// The document of a vendor that instances are judged by.
pub const ROOT: &str = "root.json";

/// A module with `pub fn check(text: &str) -> Result<String, String>`, which yields the instance as it was written
/// back, or why it was refused; else the errors of the generator.
pub fn module(outcome: &Outcome) -> Module {
    let Some(code) = outcome.code() else {
        let errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        return Err(errors.map(|error| error.to_text(&outcome.sources)).collect::<Vec<_>>().join("\n"));
    };
    Ok(through_types(&code, &root(outcome)))
}

/// The path to the type of the document's root. A document that only holds definitions has none.
fn root(outcome: &Outcome) -> String {
    let module = outcome.model.modules.first();
    let place = format!("{ROOT}#");
    let is_root = |item: &&Item| item.location.ends_with(&place);
    match module.and_then(|module| module.items.iter().find(is_root).zip(module.name.as_ref())) {
        Some((item, module)) => format!("{module}::{}", item.name),
        None => "typeloom::Value".to_owned(),
    }
}

/// Through `Valid` of the root's type, by way of serde and by our own reader and writer, which must agree.
fn through_types(code: &str, root: &str) -> String {
    format!(
        "{code}
type Root = typeloom::Valid<{root}>;
pub fn check(text: &str) -> Result<String, String> {{
    let read = serde_json::from_str::<Root>(text).map_err(|error| error.to_string());
    let own = typeloom::from_str::<Root>(text).map_err(|error| error.to_string());
    assert_eq!(read.is_ok(), own.is_ok(), \"serde and from_str differ: {{:?}} {{:?}}\", read.as_ref().err(), own.as_ref().err());
    let of_value = typeloom::from_value::<Root>(&crate::value(text)).map_err(|error| error.to_string());
    assert_eq!(read.is_ok(), of_value.is_ok(), \"from_str and from_value differ: {{:?}} {{:?}}\", own.as_ref().err(), of_value.as_ref().err());
    let read = read?;
    let written = typeloom::to_string(&own?).map_err(|error| error.to_string())?;
    match serde_json::to_string(&read) {{
        Ok(by_serde) => assert_eq!(crate::value(&written), crate::value(&by_serde), \"serde and to_string differ\"),
        // serde has no way to say it.
        Err(error) => assert!(error.to_string().contains(\"cannot be written exactly through serde\"), \"{{error}}\"),
    }}
    Ok(written)
}}
"
    )
}
