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
    Page: {in: query, name: page, schema: {type: integer}}
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
        ["type object", "required name", "properties", "name", "type string", "what", "type string"],
        "{}",
        sample.shown("UploadRequest")
    );
}
