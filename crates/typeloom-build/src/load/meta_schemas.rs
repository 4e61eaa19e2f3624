//! The meta-schemas of JSON Schema, which documents may refer to without bringing them along.

use super::{Input, Remote};

macro_rules! texts {
    ($($uri:literal $file:literal)*) => {
        &[$(($uri, include_str!(concat!("../../meta-schemas/", $file))),)*]
    };
}

/// Where they are published.
const AUTHORITY: &str = "json-schema.org";

/// By URI.
const META_SCHEMAS: &[(&str, &str)] = texts! {
    "https://json-schema.org/draft/2019-09/meta/applicator" "draft2019-09/meta/applicator.json"
    "https://json-schema.org/draft/2019-09/meta/content" "draft2019-09/meta/content.json"
    "https://json-schema.org/draft/2019-09/meta/core" "draft2019-09/meta/core.json"
    "https://json-schema.org/draft/2019-09/meta/format" "draft2019-09/meta/format.json"
    "https://json-schema.org/draft/2019-09/meta/meta-data" "draft2019-09/meta/meta-data.json"
    "https://json-schema.org/draft/2019-09/meta/validation" "draft2019-09/meta/validation.json"
    "https://json-schema.org/draft/2019-09/schema" "draft2019-09/schema.json"
    "https://json-schema.org/draft/2020-12/meta/applicator" "draft2020-12/meta/applicator.json"
    "https://json-schema.org/draft/2020-12/meta/content" "draft2020-12/meta/content.json"
    "https://json-schema.org/draft/2020-12/meta/core" "draft2020-12/meta/core.json"
    "https://json-schema.org/draft/2020-12/meta/format-annotation" "draft2020-12/meta/format-annotation.json"
    "https://json-schema.org/draft/2020-12/meta/format-assertion" "draft2020-12/meta/format-assertion.json"
    "https://json-schema.org/draft/2020-12/meta/meta-data" "draft2020-12/meta/meta-data.json"
    "https://json-schema.org/draft/2020-12/meta/unevaluated" "draft2020-12/meta/unevaluated.json"
    "https://json-schema.org/draft/2020-12/meta/validation" "draft2020-12/meta/validation.json"
    "https://json-schema.org/draft/2020-12/schema" "draft2020-12/schema.json"
    "http://json-schema.org/draft-04/schema" "draft4.json"
    "http://json-schema.org/draft-06/schema" "draft6.json"
    "http://json-schema.org/draft-07/schema" "draft7.json"
};

/// Adds them, behind the remotes of its own, to each vendor that speaks of them.
pub(super) fn add(input: &mut Input) {
    let Input { sources, vendors, .. } = input;
    let mut added: Vec<Remote> = Vec::new();
    for vendor in vendors {
        let remotes = vendor.remotes.iter().map(|remote| remote.source);
        let mut texts = vendor.documents.iter().copied().chain(remotes);
        if !texts.any(|id| sources.get(id).text.contains(AUTHORITY)) {
            continue;
        }
        if added.is_empty() {
            let add = |(uri, text): &(&str, &str)| Remote { uri: (*uri).to_owned(), source: sources.add(*uri, *text) };
            added = META_SCHEMAS.iter().map(add).collect();
        }
        vendor.remotes.extend(added.iter().cloned());
    }
}
