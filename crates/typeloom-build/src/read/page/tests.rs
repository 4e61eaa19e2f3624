//! Whole pages in, facts and diagnostics out: one small page of our own for each layout and each trap.

mod compositions;
mod pages_of_people;
mod schema_pages;
mod values_of_fields;

use crate::diagnostic::{Severity, Sink};
use crate::read::{Input, read_input};
use crate::source::Sources;
use crate::spec::{Evidence, Keyword, Kind, Kinds, SchemaId, Spec, Stated};

/// What was read, as one line for each type and field: `Pet.name* string` is required and no `null` is told of.
struct Found {
    lines: Vec<String>,
    told: Vec<String>,
    sources: Sources,
    spec: Spec,
}

fn read(pages: &[(&str, &str)]) -> Found {
    let mut sources = Sources::default();
    let documents: Vec<_> = pages.iter().map(|(path, text)| sources.add(*path, *text)).collect();
    let mut sink = Sink::new();
    let spec =
        read_input(Input { vendor: "zoo", documents: &documents, remotes: vec![], exact: false }, &sources, &mut sink);
    let mut lines = Vec::new();
    for named in &spec.types {
        lines.push(format!("{}: {}", named.name, kind(&spec, named.schema)));
        members(&spec, named.schema, &named.name, &mut lines);
    }
    let told = sink.into_sorted(&sources).into_iter().filter(|diagnostic| diagnostic.severity > Severity::Note);
    let told = told.map(|diagnostic| {
        let text = diagnostic.span.map_or("", |span| sources.text(span));
        format!("{}: {} @ {}", diagnostic.code.name(), diagnostic.message, text.lines().next().unwrap_or(""))
    });
    Found { lines, told: told.collect(), spec, sources }
}

fn members(spec: &Spec, id: SchemaId, path: &str, lines: &mut Vec<String>) {
    let schema = spec.schema(id);
    for field in schema.fields() {
        let required = schema.required().iter().any(|name| name.value == field.name);
        let mark = match (field.required, required) {
            (Stated::Yes, true) => "*",
            (Stated::Yes, false) => "",
            (Stated::Unknown, _) => "~",
        };
        let also = field.spelling.as_ref().filter(|spelling| spelling.accepted).map(|spelling| &spelling.page);
        let also = also.map_or(String::new(), |page| format!(" (or {page})"));
        let name = format!("{path}.{}", field.name);
        lines.push(format!("{name}{mark}{also} {}", kind(spec, field.schema)));
        members(spec, field.schema, &name, lines);
    }
}

/// Kinds, references and what is in them: `array of -> Pet`, `string|null "a" "b"`.
fn kind(spec: &Spec, id: SchemaId) -> String {
    let mut words = Vec::new();
    for keyword in &spec.schema(id).keywords {
        match &keyword.value {
            Keyword::Type(kinds) => words.push(names(*kinds)),
            Keyword::Format(format) => words.push(format!("({format})")),
            Keyword::Items(items) => words.push(format!("of {}", kind(spec, *items))),
            Keyword::AdditionalProperties(values) => words.push(format!("to {}", kind(spec, *values))),
            Keyword::Ref(reference) => {
                let name = spec.types.iter().find(|named| named.schema == reference.target).map(|named| &named.name);
                words.push(format!("-> {}", name.map_or("?", String::as_str)));
            }
            Keyword::AnyOf(branches) => {
                words.push(branches.iter().map(|branch| kind(spec, *branch)).collect::<Vec<_>>().join(" or "));
            }
            Keyword::Enum(values) => words.extend(values.iter().map(|value| format!("{:?}", value.value))),
            Keyword::MaxLength(length) => words.push(format!("max {length}")),
            Keyword::MinLength(length) => words.push(format!("min {length}")),
            Keyword::Pattern(pattern) => words.push(format!("like {pattern}")),
            Keyword::MinItems(count) => words.push(format!("at least {count}")),
            Keyword::UniqueItems => words.push("unique".to_owned()),
            Keyword::Properties(_) | Keyword::Required(_) => {}
            other => words.push(format!("{other:?}")), // nothing else is expected of pages
        }
    }
    if words.is_empty() { "any".to_owned() } else { words.join(" ") }
}

/// `string|null`
fn names(kinds: Kinds) -> String {
    let names = Kind::ALL.into_iter().rev().filter(|&kind| kinds.has(kind)).map(Kind::name);
    names.collect::<Vec<_>>().join("|")
}

impl Found {
    fn notes(&self, name: &str) -> &crate::spec::Notes {
        let field = self.spec.schemas.iter().flat_map(|schema| schema.fields()).find(|field| field.name == name);
        &self.spec.schema(field.map(|field| field.schema).unwrap_or(SchemaId(0))).notes
    }

    fn evidence(&self, name: &str) -> Option<String> {
        let field = self.spec.schemas.iter().flat_map(|schema| schema.fields()).find(|field| field.name == name)?;
        Some(match field.spelling.as_ref()?.evidence {
            Evidence::OneWord => "one word".to_owned(),
            Evidence::Named(span) => format!("named: {}", self.sources.text(span)),
            Evidence::PageConvention(_, span) => format!("page: {}", self.sources.text(span)),
            Evidence::VendorConvention(_, span) => format!("vendor: {}", self.sources.text(span)),
            Evidence::ValueConvention(_, span) => format!("value: {}", self.sources.text(span)),
            Evidence::Capital => "capital".to_owned(),
            Evidence::Override(_) => "override".to_owned(),
            Evidence::Nothing => "nothing".to_owned(),
        })
    }
}

const SPEAKEASY: &str = "# Keeper

Who feeds whom. See `firstName` and `{ \"petIds\": [] }`.


## Fields

| Field         | Type                                              | Required            | Description      | Example   |
| ------------- | ------------------------------------------------- | ------------------- | ---------------- | --------- |
| `name`        | *str*                                             | :heavy_check_mark:  | Full name        | Ada       |
| `first_name`  | *OptionalNullable[str]*                           | :heavy_minus_sign:  | N/A              | <nil>     |
| `pet_ids`     | List[*int*]                                       | :heavy_minus_sign:  | a<br/>b          | [<br/>1,<br/>2<br/>] |
| `best_pet`    | [Optional[models.Pet]](../models/pet.md)          | :heavy_minus_sign:  | `a\\|b`          |           |
| `born`        | [date](https://docs.python.org/3/library/datetime.html#date-objects) | :heavy_minus_sign: | | 2020-01-01T00:00:00Z |
| `extra`       | Dict[str, *Any*]                                  | :heavy_minus_sign:  |                  |           |
| `shift`       | [models.Shift](../models/shift.md)                | :heavy_minus_sign:  |                  | night     |";

const SPEAKEASY_ENUM: &str =
    "# Shift\n\n\n## Values\n\n| Name    | Value |\n| ------- | ----- |\n| `DAY`   | day   |\n| `NIGHT` | night |\n";

const SPEAKEASY_UNION: &str = "# Pet\n\nA cat or a name.\n\n## Supported Types\n\n### `models.Cat`\n\n```python\nvalue: models.Cat = /* values here */\n```\n\n### `str`\n\n```python\nvalue: str = /* values here */\n```\n";

#[test]
fn speakeasy_pages_tell_presence_types_and_examples() {
    let found =
        read(&[("zoo/keeper.md", SPEAKEASY), ("zoo/shift.md", SPEAKEASY_ENUM), ("zoo/pet.md", SPEAKEASY_UNION)]);
    assert_eq!(
        found.lines,
        [
            "Keeper: object",
            "Keeper.name* string",
            "Keeper.firstName string|null",
            "Keeper.petIds array of integer",
            "Keeper.bestPet (or best_pet) -> Pet",
            "Keeper.born string",
            "Keeper.extra object",
            "Keeper.shift -> Shift",
            "Pet: -> Cat or string",
            "Cat: any",
            "Shift: string String(\"day\") String(\"night\")",
        ]
    );
    assert_eq!(found.told, ["missing-reference: nothing here is `Cat` @ models.Cat"]);
    assert_eq!(found.notes("petIds").description.as_deref(), Some("a\nb"));
    assert_eq!(format!("{:?}", found.notes("petIds").examples[0].value), "Array([Number(1), Number(2)])");
    assert_eq!(found.notes("bestPet").description.as_deref(), Some("`a|b`"));
    assert_eq!(found.notes("firstName").description, None);
    assert!(found.notes("firstName").examples.is_empty());
    assert_eq!(found.evidence("firstName").as_deref(), Some("named: firstName"));
    assert_eq!(found.evidence("petIds").as_deref(), Some("named: petIds"));
    assert_eq!(found.evidence("bestPet").as_deref(), Some("page: firstName"));
    assert_eq!(found.evidence("name").as_deref(), Some("one word"));
}

#[test]
fn pointers_are_those_of_the_exported_schema() {
    let found = read(&[("zoo/keeper.md", SPEAKEASY)]);
    let pointers: Vec<&str> = found.spec.schemas.iter().map(|schema| schema.pointer.as_str()).collect();
    assert!(pointers.contains(&"/properties/petIds/items"), "{pointers:?}");
    assert!(pointers.iter().all(|pointer| !pointer.contains("pet_ids")), "{pointers:?}");
}

const SWAGGER: &str = "# Visit

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**visitor_id** | **str** | The &#x60;visitorId&#x60;, not the header &#x60;visitor-id&#x60;. | [optional] 
**pets_seen** | [**list[Pet]**](Pet.md) | One of &#x60;MANY_PETS&#x60;, a | b | [optional] [readonly] 
**guide_name** | **str** |  | [optional] [default to &#39;Ada&#39;]
**count** | **int** |  | [default to 3]

[[Back to Model list]](../README.md#documentation-for-models)
";

#[test]
fn swagger_pages_mark_what_is_optional() {
    let found = read(&[("zoo/Visit.md", SWAGGER)]);
    assert_eq!(
        found.lines,
        [
            "Visit: object",
            "Visit.visitorId string",
            "Visit.petsSeen (or pets_seen) array of -> Pet",
            "Visit.guideName (or guide_name) string",
            "Visit.count* integer",
            "Pet: any",
        ]
    );
    assert!(found.told[0].starts_with("row-cells: row has 5 cells, its header has 4 @ **pets_seen**"));
    assert_eq!(found.told[1..], ["missing-reference: nothing here is `Pet` @ Pet"]);
    assert_eq!(found.notes("petsSeen").description.as_deref(), Some("One of `MANY_PETS`, a | b"));
    assert!(found.notes("petsSeen").read_only);
    let default = |name: &str| found.notes(name).default.as_ref().map(|at| format!("{:?}", at.value));
    assert_eq!(default("guideName").as_deref(), Some("String(\"Ada\")"));
    assert_eq!(default("count").as_deref(), Some("Number(3)"));
}

#[test]
fn java_pages_define_enumerations_beside_their_fields() {
    let page = "\n\n# Gate\n\n## Properties\n\n| Name | Type | Description | Notes |\n|------------ | ------------- | ------------- | -------------|\n|**gateState** | [**GateStateEnum**](#GateStateEnum) |  |  [optional] |\n|**tags** | **List&lt;String&gt;** |  |  |\n|**parts** | [**Map&lt;String, Part&gt;**](Part.md) |  |  |\n\n## Enum: GateStateEnum\n\n| Name | Value |\n|---- | -----|\n| OPEN | &quot;open&quot; |\n| SHUT | &quot;shut&quot; |\n";
    let part =
        "# Part\n\n## Enum\n\n* `BAR` (value: `\"bar\"`)\n\n* `UNKNOWN_DEFAULT_OPEN_API` (value: `\"11184809\"`)\n";
    let found = read(&[("zoo/Gate.md", page), ("zoo/Part.md", part)]);
    assert_eq!(
        found.lines,
        [
            "Gate: object",
            "Gate.gateState string String(\"open\") String(\"shut\")",
            "Gate.tags* array of string",
            "Gate.parts* object to -> Part",
            "Part: string String(\"bar\")",
        ]
    );
    assert_eq!(found.told, [] as [&str; 0]);
}

#[test]
fn other_languages_share_the_reader() {
    let go = "# Den\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n**DenId** | **string** | Also in `other_id`. | \n**OpenedAt** | Pointer to **time.Time** |  | [optional] \n**Owner** | Pointer to [**NullableKeeper**](Keeper.md) |  | [optional] \n**Raw** | **map[string]interface{}** |  | \n";
    let rust = "# Lid\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n**r#type** | Option<**String**> | `lid_size` | [optional]\n**any_thing** | Option<[**serde_json::Value**](.md)> |  | \n**note_text** | Option<**String**> |  | \n";
    let typescript = "# Map\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n| `byName` | Record<string, *string*> | :heavy_check_mark: | N/A |\n| `all` | [models.Pet](../models/pet.md)[] | :heavy_check_mark: | `byName` |\n";
    assert_eq!(
        read(&[("zoo/Den.md", go)]).lines,
        [
            "Den: object",
            "Den.den_id* (or DenId) string",
            "Den.opened_at (or OpenedAt) string (date-time)",
            "Den.owner -> Keeper or null",
            "Den.raw* object",
            "Keeper: any",
        ]
    );
    assert_eq!(
        read(&[("zoo/Lid.md", rust)]).lines,
        ["Lid: object", "Lid.type string", "Lid.any_thing* any", "Lid.note_text* string|null"]
    );
    assert_eq!(
        read(&[("zoo/map.md", typescript)]).lines,
        ["Map: object", "Map.byName* object to string", "Map.all* array of -> Pet", "Pet: any"]
    );
}

#[test]
fn the_vendors_other_pages_decide_where_a_page_is_silent() {
    let silent = "# Cage\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**cage_id** | **str** |  | \n**is_open** | **bool** |  | \n";
    let found = read(&[("zoo/Cage.md", silent), ("zoo/Visit.md", SWAGGER)]);
    assert_eq!(
        found.lines[..3],
        ["Cage: object", "Cage.cageId* (or cage_id) string", "Cage.isOpen* (or is_open) boolean"]
    );
    assert_eq!(found.evidence("isOpen").as_deref(), Some("vendor: visitorId"));
    let alone = read(&[("zoo/Cage.md", silent)]);
    assert_eq!(alone.lines[1], "Cage.cage_id* string");
    assert_eq!(alone.evidence("cage_id").as_deref(), Some("nothing"));
}

#[test]
fn messages_of_standards_keep_their_names() {
    let token = "# Token\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**access_token** | **str** |  | \n**token_type** | **str** |  | \n";
    let found = read(&[("zoo/Token.md", token), ("zoo/Visit.md", SWAGGER)]);
    assert_eq!(found.lines[1..3], ["Token.access_token* string", "Token.token_type* string"]);
}

#[test]
fn names_that_would_collide_stay_apart() {
    let page = "# Pair\n\nSee `aB`.\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**a_b** | **str** |  | \n**aB** | **str** |  | \n";
    assert_eq!(read(&[("zoo/Pair.md", page)]).lines[1..], ["Pair.a_b* string", "Pair.aB* string"]);
}

#[test]
fn what_is_wrong_has_a_place() {
    let page = |rows: &str| {
        format!("# Pet\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n{rows}")
    };
    let told = |rows: &str| read(&[("zoo/pet.md", &page(rows))]).told;
    assert_eq!(told("| `a` | *strin* | :heavy_check_mark: | |\n"), ["type-word: unknown type `strin` @ strin"]);
    assert_eq!(told("| `a` | List[*str* | yes | |\n"), ["type-word: type `List[str` cannot be read @ [*str"]);
    assert_eq!(told("| `a` | *str* | perhaps | |\n"), ["marker-word: unknown marker `perhaps` @ perhaps"]);
    assert_eq!(told("| `a` | | yes | |\n"), ["type-word: `a` has no type @ a"]);
    assert_eq!(
        told("| `a` | *str* | yes |\n"),
        ["row-cells: row has 3 cells, its header has 4 @ | `a` | *str* | yes |"]
    );
    assert_eq!(
        told("| `a` | *str* | yes | |\n| `a` | *int* | yes | |\n"),
        ["duplicate-field: two rows describe `a` @ a"]
    );
}

#[test]
fn pages_without_fields_are_refused() {
    let untyped = "# Pet\n\n| Field | Required |\n| - | - |\n| a | yes |\n";
    assert_eq!(
        read(&[("zoo/pet.md", untyped)]).told,
        ["no-type-column: table has no type column @ | Field | Required |"]
    );
    let methods = "# PetsApi\n\nMethod | HTTP request\n--- | ---\n[**get_pet**](PetsApi.md#get_pet) | **GET** /pets/{petId}\n\n# **get_pet**\n\n### Parameters\n\nName | Type | Description  | Notes\n--- | --- | --- | ---\n **pet_id** | **str**| The id. | \n";
    assert_eq!(read(&[("zoo/PetsApi.md", methods)]).told, ["no-table: page describes no type @ PetsApi"]);
    assert_eq!(read(&[("zoo/x.md", "# Zoo\n\nText.\n")]).told, ["no-table: page has no table of fields @ Zoo"]);
    assert_eq!(read(&[("zoo/x.md", "")]).told, ["no-table: page has no table of fields @ "]);
}

#[test]
fn hand_written_pages_name_the_json() {
    let page = "## Pet Object\n\n###### Pet Structure\n\n| Field | Type | Description |\n|---|---|---|\n| petName? | ?string | its name |\n| owner\\_id | integer | its owner |\n| tags | array of strings | |\n\n## Owner Object\n\n| 字段 | 类型 | 必选 | 说明 |\n|---|---|---|---|\n| id | string(uuid)¦null | 是 | a |\n| age | [integer] | 否 | b |\n";
    assert_eq!(
        read(&[("zoo/all.md", page)]).lines,
        [
            "Pet: object",
            "Pet.petName string|null",
            "Pet.owner_id* integer",
            "Pet.tags* array of string",
            "Owner: object",
            "Owner.id* string|null (uuid)",
            "Owner.age array of integer",
        ]
    );
}

#[test]
fn rows_may_be_nested_and_values_listed_below() {
    let page = "### Properties\n\n|Name|Type|Required|Restrictions|Description|\n|---|---|---|---|---|\n|» count|integer|false|none|none|\n|» items|[object]|true|none|none|\n|»» color|string|false|read-only|none|\n|» last|object|false|none|none|\n|»» on|string(date-time)|true|none|none|\n\n#### Enumerated Values\n\n|Property|Value|\n|---|---|\n|count|1|\n|count|2|\n";
    assert_eq!(
        read(&[("zoo/list.md", page)]).lines,
        [
            "list: object",
            "list.count integer Number(1) Number(2)",
            "list.items* array of object",
            "list.last object",
            "list.last.on* string (date-time)",
        ]
    );
}

#[test]
fn rules_of_constraints_columns_and_sentences_are_rules() {
    let page = "# Tag Name\n\n## Structure\n\n`TagName`\n\n## Fields\n\n| Name | Type | Tags | Description |\n| --- | --- | --- | --- |\n| `text` | `str` | Required, Read-only | Its text.<br>**Constraints**: *Minimum Length*: `1`, *Maximum Length*: `9`, *Pattern*: `^(a\\|b)+$` |\n| `all_tags` | `List[str]` | Optional | **Constraints**: *Maximum Length*: `4` |\n\n## Example (as JSON)\n\n```json\n{ \"text\": \"a\", \"allTags\": [] }\n```\n";
    let found = read(&[("zoo/tag-name.md", page)]);
    assert_eq!(
        found.lines,
        ["TagName: object", "TagName.text* string min 1 max 9 like ^(a|b)+$", "TagName.allTags array of string max 4"]
    );
    assert!(found.notes("text").read_only);
}

#[test]
fn a_prefix_of_all_names_is_taken_off() {
    let page = |name: &str, row: &str| {
        format!(
            "# Zoo.Client.Model.Client{name}\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n{row}\n"
        )
    };
    let pets = page("Pets", "**All** | [**List&lt;ClientPet&gt;**](ClientPet.md) | | ");
    let (pet, den) =
        (page("Pet", "**Id** | **long** | See `pet_id`. | [optional] "), page("Den", "**DenSize** | **int?** | | "));
    let found = read(&[("zoo/ClientPets.md", &pets), ("zoo/ClientPet.md", &pet), ("zoo/ClientDen.md", &den)]);
    assert_eq!(
        found.lines,
        [
            "Den: object",
            "Den.den_size* (or DenSize) integer",
            "Pet: object",
            "Pet.id integer (int64)",
            "Pets: object",
            "Pets.all* array of -> Pet",
        ]
    );
}

#[test]
fn unions_of_ruby_list_their_members_in_code() {
    let page = "# Zoo::Animal\n\n## Class instance methods\n\n### `openapi_one_of`\n\nReturns the list.\n\n#### Example\n\n```ruby\nZoo::Animal.openapi_one_of\n# [\n#   :'Cat',\n#   :'Dog'\n# ]\n```\n\n### `build`\n\n```ruby\n:'Nothing'\n```\n\n[[Back to Model list]](../README.md)\n";
    assert_eq!(read(&[("zoo/Animal.md", page)]).lines, ["Animal: -> Cat or -> Dog", "Cat: any", "Dog: any"]);
}

#[test]
fn type_cells_of_people_hold_phrases_values_and_remarks() {
    let table = "# Pet\n\n| Field | Type | Description |\n|-|-|-|\n";
    let rows = "| a | `RED`, `BLUE`, or `GREEN` | |\n| b | ?ISO8601 timestamp | |\n| c | array of [den color](#den-color) objects | |\n| d | array of [den color](#den-color) strings | |\n| e | string; joined by commas | |\n| f | `integer` `[1-*]` | |\n| g | integer \\| null | |\n";
    let found = read(&[("zoo/pet.md", &format!("{table}{rows}"))]);
    assert_eq!(
        found.lines[1..8],
        [
            "Pet.a~ string String(\"RED\") String(\"BLUE\") String(\"GREEN\")",
            "Pet.b~ string|null (date-time)",
            "Pet.c~ array of -> DenColor",
            "Pet.d~ array of string",
            "Pet.e~ string",
            "Pet.f~ array of integer at least 1",
            "Pet.g~ integer|null",
        ]
    );
    assert_eq!(found.notes("e").remarks, ["the page says of the type: joined by commas"]);
}

#[test]
fn types_may_stand_behind_names_and_scalars_in_a_row_of_their_own() {
    let page = "### Port\n\n| Field | Description | Default | Validation |\n| --- | --- | --- | --- |\n| `number` _integer_ | Its number. | 80 | Required: \\{\\} <br /> |\n| `names` _string array_ | | | MaxLength: 9 <br />Optional: \\{\\} <br /> |\n\n### Size\n\n| Name | Type | Description | Required |\n| - | - | - | - |\n| Size | integer | | |\n";
    assert_eq!(
        read(&[("zoo/all.md", page)]).lines,
        ["Port: object", "Port.number* integer", "Port.names array of string max 9", "Size: integer"]
    );
}

#[test]
fn pages_of_operations_among_others_are_passed_over() {
    let methods = "# PetsApi\n\n### Parameters\n\nName | Type | Description  | Notes\n--- | --- | --- | ---\n **pet_id** | **str**| The id. | \n";
    let found = read(&[("zoo/PetsApi.md", methods), ("zoo/shift.md", SPEAKEASY_ENUM)]);
    assert_eq!(found.lines, ["Shift: string String(\"day\") String(\"night\")"]);
    assert_eq!(found.told, [] as [&str; 0]);
    assert_eq!(read(&[("zoo/PetsApi.md", methods)]).told, ["no-table: page describes no type @ PetsApi"]);
}

#[test]
fn line_ends_do_not_matter() {
    let pages = [SPEAKEASY, SPEAKEASY_ENUM, SPEAKEASY_UNION, SWAGGER, SCHEMA_PAGE];
    for page in pages {
        let windows = page.replace('\n', "\r\n");
        assert_eq!(read(&[("zoo/a.md", &windows)]).lines, read(&[("zoo/a.md", page)]).lines);
    }
}

const SCHEMA_PAGE: &str = "Zoo · Schema

Animal

One animal.

AnimalsZoo

Properties

Name Type Description
name stringnull Its name.
email string How to write to it.
owner object Whose it is. A long story that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on a
age integer
View JSON Schema on GitHub

JSON Schema

zoo-animal-schema.json Raw ↑
{
  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",
  \"title\": \"Animal\",
  \"type\": \"object\",
  \"properties\": {
    \"name\": { \"type\": [\"string\", \"null\"], \"description\": \"Its  name.\" },
    \"email\": { \"type\": \"string\", \"description\": \"How to write to it.\" },
    \"owner\": { \"$ref\": \"#/components/schemas/Owner\", \"description\": \"Whose it is. A long story that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on.\" },
    \"age\": { \"type\": \"integer\" }
  },
  \"required\": [\"name\"]
}
";

#[test]
fn hostile_pages_are_read_to_their_end() {
    let deep =
        format!("# A\n\n## Fields\n\n| Field | Type | Required |\n|-|-|-|\n| a | {} | yes |\n", "List[".repeat(5_000));
    assert_eq!(read(&[("zoo/a.md", &deep)]).told.len(), 1);
    let entities = format!(
        "# A\n\n## Fields\n\n| Field | Type | Required | Description |\n|-|-|-|-|\n| a | str | yes | {} |\n",
        "&amp;amp;amp;lt;".repeat(2_000)
    );
    assert_eq!(read(&[("zoo/a.md", &entities)]).told, [] as [&str; 0]);
    let bars = format!("| Field | Type |\n|-|-|\n| a | {} |\n", "|".repeat(5_000));
    read(&[("zoo/a.md", &bars)]);
    let ticks = format!("| Field | Type |\n|-|-|\n| a | {} |\n", "`|``|".repeat(2_000));
    read(&[("zoo/a.md", &ticks)]);
}
