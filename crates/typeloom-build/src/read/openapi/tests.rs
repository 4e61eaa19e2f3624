//! Small documents in, the names of types and what is said of them out.

use crate::read::sample::files;

fn types(text: &str) -> Vec<String> {
    let sample = files(&[("api.yaml", text)]);
    assert_eq!(sample.said(), [""; 0], "{text}");
    sample.types().into_iter().map(str::to_owned).collect()
}

fn said(text: &str) -> Vec<String> {
    files(&[("api.yaml", text)]).said()
}

#[test]
fn bodies_are_named_after_their_operation() {
    let text = "
openapi: 3.0.3
info: {title: Acme, version: '1'}
paths:
  /sessions:
    post:
      operationId: createSession
      requestBody:
        content:
          application/json: {schema: {type: object, properties: {email: {type: string}}}}
          application/x-www-form-urlencoded: {schema: {type: object, properties: {mail: {type: string}}}}
          application/xml: {schema: {type: object, properties: {email: {type: string}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Session'}}}}
        '201': {description: ok, content: {application/json: {schema: {type: object}}}}
        202: {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}
        '404': {description: no, content: {application/json: {schema: {type: object}}}}
        5XX: {$ref: '#/components/responses/Oops'}
        default: {description: no, content: {application/json: {schema: {type: object}}}}
    get:
      responses:
        default: {description: any, content: {application/json: {schema: {type: string}}}}
components:
  schemas: {Session: {type: object}}
  responses:
    Oops: {description: no, content: {application/json: {schema: {type: object}}}}
  requestBodies:
    Login: {content: {application/json: {schema: {type: object}}}}
  parameters:
    Sort: {in: query, name: sort, schema: {type: string, enum: [up, down]}}
";
    assert_eq!(
        types(text),
        [
            "CreateSessionRequest",
            "CreateSessionRequestForm",
            "CreateSessionResponse201",
            "CreateSessionResponse202",
            "CreateSessionError404",
            "CreateSessionError",
            "GetSessionsResponse",
            "Session",
            "OopsResponse",
            "LoginRequest",
            "SortParameter",
        ]
    );
}

#[test]
fn swagger_has_bodies_among_its_parameters() {
    let text = "
swagger: 2.0
paths:
  /users:
    post:
      parameters:
        - {in: body, name: user, schema: {type: object, properties: {a: {type: string, x-nullable: true}}}}
      responses:
        200: {description: ok, schema: {type: array, items: {$ref: '#/definitions/User'}}}
  /upload:
    post:
      operationId: upload
      parameters:
        - {in: formData, name: name, type: string, required: true}
        - {in: formData, name: what, type: file}
      responses: {204: {description: ok}}
definitions:
  User: {type: object, discriminator: kind, properties: {kind: {type: string}, n: {type: integer, minimum: 0, exclusiveMinimum: true}}}
";
    assert_eq!(types(text), ["PostUsersRequest", "PostUsersResponse", "UploadRequest", "User"]);
    let sample = files(&[("api.yaml", text)]);
    assert_eq!(
        sample.shown("UploadRequest").lines().skip(1).map(str::trim).collect::<Vec<_>>(),
        ["note: The body of a request: `POST /upload`.", "* name: string", "what: string"],
        "{}",
        sample.shown("UploadRequest")
    );
}

/// The kinds that the fields of a type `T` allow, in a document of OpenAPI 3.0.
fn kinds_in_3_0(exact: bool, fields: &str) -> (Vec<String>, Vec<String>) {
    let text = format!(
        "openapi: 3.0.3\ncomponents:\n  schemas:\n    A: {{type: object}}\n    T: {{type: object, properties: {fields}}}\n"
    );
    let sample = crate::read::sample::with(exact, &[("api.yaml", &text)], &[]);
    let shown = sample.shown("T").lines().skip(1).map(|line| line.trim().to_owned()).collect();
    (shown, sample.said())
}

#[test]
fn nullable_adds_null_to_the_type_beside_it() {
    let fields = "{a: {type: string, nullable: true}, b: {type: string, nullable: false}}";
    let (shown, said) = kinds_in_3_0(false, fields);
    assert_eq!(shown, ["a: string|null", "b: string"]);
    assert_eq!(said, [""; 0]);
}

#[test]
fn nullable_without_type_is_read_as_meant_or_by_the_letter() {
    let fields = "{a: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}, b: {type: string, nullable: true, enum: [x]}}";
    let (meant, said) = kinds_in_3_0(false, fields);
    assert_eq!(
        meant.join(" "),
        "a: anything with any of - anything with all of - A - null b: string|null, one of - \"x\" - null"
    );
    let expected = [
        "nullable 5:50 `nullable` without `type` has no effect in OpenAPI 3.0",
        "nullable 5:128 what stands beside `nullable` excludes `null` in OpenAPI 3.0",
    ];
    assert_eq!(said, expected);
    let (literal, said) = kinds_in_3_0(true, fields);
    assert_eq!(literal.join(" "), "a: anything with all of - A b: string|null, one of - \"x\"");
    assert_eq!(said, expected);
}

#[test]
fn what_stands_beside_a_reference_is_ignored_and_told() {
    let fields = "{a: {$ref: '#/components/schemas/A', nullable: true, description: text, minProperties: 1}}";
    let (shown, said) = kinds_in_3_0(false, fields);
    assert_eq!(shown.join(" "), "a: A \"text\" nullable: true minProperties: 1");
    assert_eq!(
        said,
        [
            "unknown-keyword 5:72 `nullable` beside `$ref` enforces nothing in OpenAPI 3.0",
            "unknown-keyword 5:107 `minProperties` beside `$ref` enforces nothing in OpenAPI 3.0",
        ]
    );
}

#[test]
fn typos_and_wrong_kinds_are_told() {
    let text = "
openapi: 3.1.0
paths:
  /a:
    gett: {}
    get: {respones: {}, responses: {ok: {description: x}, '200': []}, operationId: 1}
    put: {operationId: a, requestBody: {content: []}}
    post: {operationId: a, parameters: {}, responses: {'200': {$ref: '#/components/responses/None'}}}
  b: {$ref: nowhere.yaml}
  /c: {$ref: ../c.yaml}
components:
  schemas: []
  shemas: {}
";
    assert_eq!(
        said(text),
        [
            "openapi 5:5 `gett` is not known here",
            "openapi 6:11 `respones` is not known here",
            "openapi 6:37 `ok` is no status",
            "openapi 6:66 `200` is an array, not an object",
            "openapi 6:84 `operationId` is a number, not a string",
            "openapi 7:50 `content` is an array, not an object",
            "openapi 8:25 `a` is the identifier of two operations",
            "openapi 8:40 `parameters` is an object, not an array",
            "missing-reference 8:70 nothing here is `#/components/responses/None`",
            "openapi 9:3 `b` is no path",
            "missing-reference 9:13 nothing here is `nowhere.yaml`",
            "outside-reference 10:14 reference leads out of the vendor's folder",
            "openapi 12:12 `schemas` is an array, not an object",
            "openapi 13:3 `shemas` is not known here",
        ]
    );
}

#[test]
fn files_refer_to_each_other_in_any_spelling() {
    let sample = files(&[
        (
            "api/openapi.yaml",
            "
openapi: 3.0.3
paths:
  /users: {$ref: '../paths/users%20list.yaml'}
  /a:
    get:
      responses:
        404: {$ref: './common.yaml#/responses/NotFound'}
        405: {$ref: './common.yaml#/responses/NotFound'}
        406: {$ref: '../errors/gone.yaml'}
        200: {description: ok, content: {application/json: {schema: {$ref: '../schemas/Order.yml'}}}}
components:
  schemas:
    User: {$ref: './common.yaml#/schemas/User'}
    Deep: {$ref: '../defs.json#/Thing/properties/%61'}
",
        ),
        (
            "api/common.yaml",
            "
responses:
  NotFound: {description: no, content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
schemas:
  User: {type: object, properties: {id: {type: string, nullable: true}, next: {$ref: '#/schemas/User'}}}
",
        ),
        (
            "defs.json",
            r##"{"Thing": {"type": "object", "properties": {"a": {"$ref": "#/Other"}}}, "Other": {"type": "string"}}"##,
        ),
        ("errors/gone.yaml", "{description: no, content: {application/json: {schema: {type: string}}}}"),
        (
            "paths/users list.yaml",
            "get: {responses: {200: {description: ok, content: {application/json: {schema: {type: array, items: {$ref: ../api/openapi.yaml#/components/schemas/User}}}}}}}",
        ),
        (
            "schemas/Order.yml",
            "{type: object, properties: {by: {$ref: ../api/openapi.yaml#/components/schemas/User}}, nullable: true}",
        ),
    ]);
    assert_eq!(sample.said(), [""; 0]);
    assert_eq!(
        sample.types(),
        ["NotFoundResponse", "User", "Deep", "Thing", "Other", "GoneResponse", "GetUsersResponse", "Order"]
    );
    // Files without a dialect of their own are written in that of the document.
    assert_eq!(sample.shown("Order").lines().next(), Some("Order: object|null"));
}

#[test]
fn names_in_a_mapping_lead_to_no_files() {
    let api = "
openapi: 3.0.0
components:
  schemas:
    Pet:
      type: object
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind, mapping: {dog: Hound, cat: Cat.json}}
    Hound: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    Cat.json: {allOf: [{$ref: '#/components/schemas/Pet'}]}
";
    // OpenAPI 3.0 has no lists of types, and no `const`: nothing is said, for these are schemas of 2020-12.
    let other = r#"{"title": "Kennel", "type": ["string", "null"], "const": "x"}"#;
    let sample = files(&[("api.yaml", api), ("Hound.json", other), ("Cat.json", other)]);
    assert!(sample.said().iter().all(|said| !said.contains("OpenAPI 3.0")), "{:?}", sample.said());
    assert!(sample.types().contains(&"Kennel"), "{:?}", sample.types());
}

#[test]
fn extensions_among_schemas_are_none_unless_something_says_so() {
    let text = "
openapi: 3.0.0
components:
  schemas:
    x-rate: {limit: 5, per: minute}
    x-token: {type: string}
    x-any: {}
    x-nothing: {}
    A: {type: object, properties: {any: {$ref: '#/components/schemas/x-any'}}}
";
    assert_eq!(types(text), ["x-token", "x-any", "A"]);
}
