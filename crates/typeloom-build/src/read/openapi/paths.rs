//! `paths`, `webhooks` and callbacks: where operations stand.

use super::Reader;
use super::spot::Spot;
use crate::read::body_names as names;

const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
const BESIDE: [&str; 6] = ["$ref", "summary", "description", "servers", "parameters", "additionalOperations"];

/// How deeply callbacks may stand in operations of callbacks.
const NESTED: usize = 8;

impl Reader<'_> {
    /// Reads all operations.
    pub(super) fn paths(&mut self, paths: &Spot<'_>) {
        for entry in self.entries(paths) {
            if !entry.name.starts_with('/') {
                self.wrong(entry.name_span, format!("`{}` is no path", entry.name), "a path begins with `/`")
                    .help("write `/` in front of it")
                    .severity = crate::diagnostic::Severity::Warning;
            }
            self.path_item(&entry, entry.name);
        }
    }

    /// Reads what a vendor sends to others. A webhook without `operationId` is called by its name.
    pub(super) fn webhooks(&mut self, webhooks: &Spot<'_>) {
        for entry in self.map(webhooks) {
            self.operations(&entry, entry.name, Some(&names::pascal(entry.name)), 0);
        }
    }

    /// Reads the operations of a path.
    pub(super) fn path_item(&mut self, item: &Spot<'_>, path: &str) {
        self.operations(item, path, None, 0);
    }

    /// Reads the operations that a callback asks for: `name` is what they are called without `operationId`.
    pub(super) fn callback(&mut self, callback: &Spot<'_>, name: &str) {
        self.nested_callback(callback, name, 0);
    }

    fn nested_callback(&mut self, callback: &Spot<'_>, name: &str, depth: usize) {
        if callback.node.get("$ref").is_some() {
            // Those under `components` are read there.
            let Some(target) = self.follow(callback).filter(|target| !target.named) else { return };
            if let Some(spot) = target.spot().filter(|_| depth < NESTED) {
                self.nested_callback(&spot, name, depth + 1);
            }
            return;
        }
        for entry in self.entries(callback) {
            self.operations(&entry, entry.name, Some(name), depth + 1);
        }
    }

    fn operations(&mut self, item: &Spot<'_>, path: &str, name: Option<&str>, depth: usize) {
        let known: Vec<&str> = METHODS.iter().chain(&BESIDE).copied().collect();
        self.known(item, &known);
        if item.node.get("$ref").is_some()
            && let Some(target) = self.follow(item).filter(|target| !target.named)
            && let Some(spot) = target.spot().filter(|_| depth < NESTED)
        {
            self.operations(&spot, path, name, depth + 1);
        }
        let shared = item.member("parameters");
        for entry in self.entries(item) {
            match entry.name {
                "parameters" => self.parameters(&entry),
                "additionalOperations" => {
                    for operation in self.map(&entry) {
                        self.operation(&operation, shared.as_ref(), path, name, depth);
                    }
                }
                method if METHODS.contains(&method) => self.operation(&entry, shared.as_ref(), path, name, depth),
                _ => {} // texts, servers, or unknown and reported
            }
        }
    }

    /// Callbacks of an operation.
    pub(super) fn callbacks(&mut self, callbacks: &Spot<'_>, operation: &str, depth: usize) {
        if depth >= NESTED {
            self.sink.report(crate::diagnostic::Code::TooDeep, callbacks.name_span).label("callbacks of callbacks");
            return;
        }
        for entry in self.map(callbacks) {
            self.nested_callback(&entry, &format!("{operation}{}", names::pascal(entry.name)), depth + 1);
        }
    }
}
