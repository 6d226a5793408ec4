import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { serving } from "./serving.ts";

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes: object };
  readonly security: readonly object[];
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: unknown;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
  readonly security?: readonly object[];
}

const served = await serving();
const { json } = await served.call("GET /api/openapi.json");
const document = json as Document;
const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
  Object.entries(byMethod).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
);

/** docs/http.md lists the same routes; the page itself is no part of the interface. */
const routes = [
  ...[
    "GET /api/health",
    "GET /api/openapi.json",
    "GET /login",
    "GET /api/case",
    "GET /api/graph",
    "GET /api/overview",
    "GET /api/part",
    "GET /api/entities",
    "GET /api/search",
    "GET /api/entity",
    "GET /api/entity/links",
  ],
  ...[
    "GET /api/link",
    "GET /api/links",
    "GET /api/source",
    "POST /api/path",
    "POST /api/around",
    "POST /api/connect",
    "POST /api/common",
    "POST /api/bearing",
    "POST /api/pattern",
    "POST /api/export",
    "POST /api/import",
    "POST /api/import/cancel",
    "POST /api/import/preview",
    "GET /api/metrics",
  ],
  ...[
    "GET /api/chart",
    "PUT /api/chart",
    "PUT /api/question",
    "POST /api/question/forget",
    "POST /api/claims",
    "POST /api/claims/withdraw",
    "POST /api/judgements",
  ],
  ...[
    "POST /api/judgements/withdraw",
    "POST /api/undo",
    "POST /api/redo",
    "GET /api/stats",
    "GET /api/check",
    "GET /api/formats",
    "GET /api/events",
  ],
];

test("the description names every route, and no other", () => {
  expect(operations.map(({ route }) => route).sort()).toEqual([...routes].sort());
});

test("docs/http.md names every route too", () => {
  const page = readFileSync("docs/http.md", "utf8");
  for (const route of routes) expect(page, route).toContain(`\`${route}`);
});

test("it is OpenAPI 3.1 with a title, a version and the way in", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toEqual({ title: "Clew", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  expect(document.security).toEqual([{ token: [] }]);
  expect(document.components.securitySchemes).toMatchObject({ token: { type: "http", scheme: "bearer" } });
});

test("only health and login need no session", () => {
  const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ route }) => route);
  expect(open.sort()).toEqual(["GET /api/health", "GET /login"]);
});

for (const { route, operation } of operations)
  test(`${route}: answers with descriptions, parameters with schemas, and a body where one is taken`, () => {
    const [method = "", path = ""] = route.split(" ");
    expect(path).toMatch(/^\/[a-z./]+$/);
    expect(Object.keys(operation.responses).length).toBeGreaterThanOrEqual(2);
    for (const [status, { description }] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^([1-5]\d\d|default)$/);
      expect(description.length).toBeGreaterThan(0);
    }
    for (const parameter of operation.parameters ?? []) {
      const isHeader = ["if-match", "idempotency-key"].includes(parameter.name);
      expect(parameter).toMatchObject({ in: isHeader ? "header" : "query", name: expect.stringMatching(/^[a-z-]+$/) });
      expect(Object.keys(parameter.schema as object).length).toBeGreaterThan(0);
    }
    if (method === "GET") expect(operation.requestBody).toBeUndefined();
    for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
      expect(Object.keys(schema as object).length).toBeGreaterThan(0);
  });

test("optional parameters and fields are not required, needed ones are", () => {
  const parametersOf = (route: string) =>
    operations.find((each) => each.route === route)?.operation.parameters?.map(({ name, required }) => [name, required === true]);
  expect(parametersOf("GET /api/search")).toEqual([
    ["q", true],
    ["type", false],
    ["limit", false],
  ]);
  expect(document.components.schemas.PathQuestion).toMatchObject({
    type: "object",
    required: ["from", "to"],
    additionalProperties: false,
  });
  expect(document.components.schemas.ClaimDraft).toMatchObject({ required: ["subject", "stance", "source"] });
});

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
}

const types = ["object", "array", "string", "number", "integer", "boolean", "null"];

/** Places in a schema that say nothing, or name a type that there is not. */
function faultsOf(schema: Schema, at: string): string[] {
  const { anyOf = [], oneOf = [], allOf = [], properties = {}, items } = schema;
  const inside = [...anyOf, ...oneOf, ...allOf, ...(items === undefined ? [] : [items])].map((each) => [at, each] as const);
  const named = Object.entries(properties).map(([name, each]) => [`${at}.${name}`, each] as const);
  const says = inside.length > 0 || schema.type !== undefined || schema.$ref !== undefined || schema.enum !== undefined;
  const typed = [schema.type ?? []].flat().every((type) => types.includes(type));
  return [...(says && typed ? [] : [at]), ...[...inside, ...named].flatMap(([where, each]) => faultsOf(each, where))];
}

test("every schema says what it takes", () => {
  const schemas = Object.entries(document.components.schemas);
  expect(schemas.length).toBeGreaterThan(25);
  expect(schemas.flatMap(([name, schema]) => faultsOf(schema as Schema, name))).toEqual([]);
});

test("every reference leads to a schema", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(new Set(references).size).toBeGreaterThan(15);
  for (const reference of references) expect(known).toContain(reference);
});
