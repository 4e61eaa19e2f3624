//! What is said of documents whose reader is switched off by a feature of this crate.

use crate::diagnostic::{Code, Sink};
use crate::source::{SourceId, Span};

/// Reports a document that only another choice of features reads. `kind` says what it is: "an OpenAPI document".
pub(crate) fn report(id: SourceId, kind: &str, feature: &str, sink: &mut Sink) {
    sink.report(Code::UnknownDocument, Span::start_of(id))
        .message(format!("{kind} is read only with the feature `{feature}` of `typeloom-build`"))
        .label("the reader of this document is switched off")
        .help(format!("add `{feature}` to the features of `typeloom-build` in `[build-dependencies]`"));
}
