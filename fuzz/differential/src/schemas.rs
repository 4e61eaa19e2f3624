//! Random schemas, small enough that instances come near the border of valid: of draft 2020-12, and some of them said
//! again in draft 7's words.

mod draft7;

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Names of members: few, so that schemas and instances meet.
pub const NAMES: [&str; 6] = ["a", "b", "c", "ab", "x1", "ü"];
/// Strings that values and constants are made of.
pub const TEXTS: [&str; 8] = ["", "a", "ab", "abc", "x1", "ü", "\u{1F600}", "a\n"];
/// Patterns, for values and for names.
const PATTERNS: [&str; 8] = ["^a", "b$", "^[a-c]+$", "^.$", "\\d", "^(?!ab)", "a|x", "^\\w{1,2}$"];
/// Names of definitions.
const DEFINITIONS: [&str; 3] = ["d0", "d1", "d2"];

/// A root schema with definitions that it may refer to.
pub fn schema(random: &mut Rng) -> Value {
    // Most small: many of them show more than few large ones, for the same time of the compiler.
    let depth = *pick(random, &[1, 1, 1, 1, 2, 2, 3]);
    let mut root = match node(random, depth) {
        Value::Object(keywords) => keywords,
        other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
    };
    if root.is_empty() {
        // A root that asserts nothing is no type.
        root.insert("not".to_owned(), json!(false));
    }
    let definitions: Map<String, Value> =
        DEFINITIONS.iter().map(|name| ((*name).to_owned(), definition(random))).collect();
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("$defs".to_owned(), Value::Object(definitions));
    let root = Value::Object(root);
    if random.u8(..4) == 0 { draft7::schema(root) } else { root }
}

/// A definition that consumes something of the instance before it refers on: others would never end.
fn definition(random: &mut Rng) -> Value {
    let depth = *pick(random, &[0, 1, 1, 2]);
    let kind = *pick(random, &["object", "array", "string", "number", "any"]);
    let mut keywords = Map::new();
    match kind {
        "object" => object(random, depth, &mut keywords),
        "array" => array(random, depth, &mut keywords),
        "string" => string(random, &mut keywords),
        "number" => number(random, &mut keywords),
        _ => return json!(random.bool()),
    }
    if random.bool() {
        keywords.insert("type".to_owned(), json!(kind));
    }
    Value::Object(keywords)
}

fn node(random: &mut Rng, depth: usize) -> Value {
    if random.u8(..20) == 0 {
        return json!(random.bool());
    }
    let mut keywords = Map::new();
    let kinds = ["object", "array", "string", "integer", "number", "boolean", "null"];
    match random.u8(..8) {
        0 | 1 => {}
        2 => {
            let mut some: Vec<&str> = kinds.iter().copied().filter(|_| random.u8(..3) == 0).collect();
            if some.is_empty() {
                some.push("string");
            }
            keywords.insert("type".to_owned(), json!(some));
        }
        _ => drop(keywords.insert("type".to_owned(), json!(pick(random, &kinds)))),
    }
    let kind = keywords.get("type").and_then(Value::as_str).map(str::to_owned);
    let about = |name: &str, random: &mut Rng| match &kind {
        Some(kind) => kind == name || random.u8(..12) == 0,
        None => random.u8(..3) == 0,
    };
    if about("object", random) {
        object(random, depth, &mut keywords);
    }
    if about("array", random) {
        array(random, depth, &mut keywords);
    }
    if about("string", random) {
        string(random, &mut keywords);
    }
    if about("number", random) || kind.as_deref() == Some("integer") {
        number(random, &mut keywords);
    }
    if random.u8(..8) == 0 {
        keywords
            .insert("enum".to_owned(), Value::Array((0..random.usize(1..4)).map(|_| constant(random, 1)).collect()));
    }
    if random.u8(..12) == 0 {
        keywords.insert("const".to_owned(), constant(random, 1));
    }
    if random.u8(..8) == 0 {
        keywords.insert("$ref".to_owned(), json!(format!("#/$defs/{}", pick(random, &DEFINITIONS))));
    }
    if depth > 0 {
        applicators(random, depth - 1, &mut keywords);
    }
    Value::Object(keywords)
}

fn applicators(random: &mut Rng, depth: usize, keywords: &mut Map<String, Value>) {
    if random.u8(..10) == 0 {
        let keyword = *pick(random, &["anyOf", "oneOf"]);
        keywords.insert(keyword.to_owned(), tagged(random, depth));
    }
    for name in ["allOf", "anyOf", "oneOf"] {
        if !keywords.contains_key(name) && random.u8(..7) == 0 {
            let branches = (0..random.usize(1..4)).map(|_| node(random, depth)).collect();
            keywords.insert(name.to_owned(), Value::Array(branches));
        }
    }
    if random.u8(..10) == 0 {
        keywords.insert("not".to_owned(), node(random, depth));
    }
    if random.u8(..10) == 0 {
        for name in ["if", "then", "else"] {
            if name == "if" || random.u8(..3) > 0 {
                keywords.insert(name.to_owned(), node(random, depth));
            }
        }
    }
}

/// Branches that a member tells apart, nearly always.
fn tagged(random: &mut Rng, depth: usize) -> Value {
    let branch = |random: &mut Rng, tag: &str| {
        let mut branch = Map::new();
        object(random, depth, &mut branch);
        branch.insert("type".to_owned(), json!("object"));
        let tag = if random.u8(..4) == 0 { json!({"enum": [tag, "other"]}) } else { json!({ "const": tag }) };
        let fields = branch.entry("properties").or_insert_with(|| json!({}));
        if let Value::Object(fields) = fields {
            fields.insert(NAMES[0].to_owned(), tag);
        }
        if random.u8(..5) > 0 {
            branch.insert("required".to_owned(), json!([NAMES[0]]));
        }
        Value::Object(branch)
    };
    let tags = ["a", "ab", "ü"];
    let count = random.usize(2..=tags.len());
    Value::Array(tags[..count].iter().map(|tag| branch(random, tag)).collect())
}

fn object(random: &mut Rng, depth: usize, keywords: &mut Map<String, Value>) {
    let below = depth.saturating_sub(1);
    let sub = |random: &mut Rng| if depth == 0 { leaf(random) } else { node(random, below) };
    if random.u8(..4) > 0 {
        let fields = some_names(random).into_iter().map(|name| (name.to_owned(), sub(random))).collect();
        keywords.insert("properties".to_owned(), Value::Object(fields));
    }
    if random.bool() {
        keywords.insert("required".to_owned(), json!(some_names(random)));
    }
    if random.u8(..4) == 0 {
        let patterns = (0..random.usize(1..3)).map(|_| ((*pick(random, &PATTERNS)).to_owned(), sub(random))).collect();
        keywords.insert("patternProperties".to_owned(), Value::Object(patterns));
    }
    if random.u8(..3) == 0 {
        let value = if random.bool() { json!(false) } else { sub(random) };
        keywords.insert("additionalProperties".to_owned(), value);
    }
    if random.u8(..8) == 0 {
        let mut names = Map::new();
        string(random, &mut names);
        keywords.insert("propertyNames".to_owned(), Value::Object(names));
    }
    counts(random, keywords, "minProperties", "maxProperties");
    if random.u8(..8) == 0 {
        let pairs = some_names(random).into_iter().map(|name| (name.to_owned(), json!(some_names(random)))).collect();
        keywords.insert("dependentRequired".to_owned(), Value::Object(pairs));
    }
    if random.u8(..10) == 0 {
        let pairs = some_names(random).into_iter().map(|name| (name.to_owned(), sub(random))).collect();
        keywords.insert("dependentSchemas".to_owned(), Value::Object(pairs));
    }
    if random.u8(..8) == 0 {
        let value = if random.bool() { json!(false) } else { sub(random) };
        keywords.insert("unevaluatedProperties".to_owned(), value);
    }
}

fn array(random: &mut Rng, depth: usize, keywords: &mut Map<String, Value>) {
    let below = depth.saturating_sub(1);
    let sub = |random: &mut Rng| if depth == 0 { leaf(random) } else { node(random, below) };
    if random.u8(..3) == 0 {
        let prefix = (0..random.usize(1..3)).map(|_| sub(random)).collect();
        keywords.insert("prefixItems".to_owned(), Value::Array(prefix));
    }
    if random.bool() {
        keywords.insert("items".to_owned(), sub(random));
    }
    if random.u8(..4) == 0 {
        keywords.insert("contains".to_owned(), sub(random));
        if random.bool() {
            keywords.insert("minContains".to_owned(), json!(random.u8(..3)));
        }
        if random.bool() {
            keywords.insert("maxContains".to_owned(), json!(random.u8(1..3)));
        }
    }
    counts(random, keywords, "minItems", "maxItems");
    if random.u8(..4) == 0 {
        keywords.insert("uniqueItems".to_owned(), json!(true));
    }
    if random.u8(..8) == 0 {
        let value = if random.bool() { json!(false) } else { sub(random) };
        keywords.insert("unevaluatedItems".to_owned(), value);
    }
}

fn string(random: &mut Rng, keywords: &mut Map<String, Value>) {
    counts(random, keywords, "minLength", "maxLength");
    if random.u8(..3) == 0 {
        keywords.insert("pattern".to_owned(), json!(pick(random, &PATTERNS)));
    }
}

fn number(random: &mut Rng, keywords: &mut Map<String, Value>) {
    for name in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
        if random.u8(..5) == 0 {
            let limit = if random.bool() { json!(random.i8(-3..4)) } else { json!(f64::from(random.i8(-6..7)) / 2.0) };
            keywords.insert(name.to_owned(), limit);
        }
    }
    if random.u8(..5) == 0 {
        keywords.insert(
            "multipleOf".to_owned(),
            pick(random, &[json!(2), json!(3), json!(0.5), json!(0.01), json!(1)]).clone(),
        );
    }
}

fn counts(random: &mut Rng, keywords: &mut Map<String, Value>, min: &str, max: &str) {
    if random.u8(..6) == 0 {
        keywords.insert(min.to_owned(), json!(random.u8(..3)));
    }
    if random.u8(..6) == 0 {
        keywords.insert(max.to_owned(), json!(random.u8(..4)));
    }
}

fn leaf(random: &mut Rng) -> Value {
    match random.u8(..5) {
        0 => json!(random.bool()),
        1 => json!({"type": "string"}),
        2 => json!({"type": "integer"}),
        3 => json!({"$ref": format!("#/$defs/{}", pick(random, &DEFINITIONS))}),
        _ => json!({"type": ["null", "boolean", "number"]}),
    }
}

/// A value for `const` and `enum`.
fn constant(random: &mut Rng, depth: usize) -> Value {
    match random.u8(..if depth == 0 { 5 } else { 7 }) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(random.i8(-2..3)),
        3 => json!(f64::from(random.i8(-4..5)) / 2.0),
        4 => json!(pick(random, &TEXTS)),
        5 => Value::Array((0..random.usize(..3)).map(|_| constant(random, 0)).collect()),
        _ => Value::Object(
            some_names(random).into_iter().take(2).map(|name| (name.to_owned(), constant(random, 0))).collect(),
        ),
    }
}

fn some_names(random: &mut Rng) -> Vec<&'static str> {
    NAMES.into_iter().filter(|_| random.u8(..3) == 0).collect()
}

/// One of them.
pub fn pick<'a, T>(random: &mut Rng, from: &'a [T]) -> &'a T {
    &from[random.usize(..from.len())]
}
