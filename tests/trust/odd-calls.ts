/** A description of the server's routes, as far as odd calls are made from it. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}

export interface OddCall {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: string | null;
}

/** Texts that have made programs stumble; ids and names of the small case among them. */
export const oddTexts: readonly string[] = [
  ...["ada", "Ada", "bolt", "cyr", "s1", "Briefing", "person", "owns", "c1", "ada>owns>bolt", "count", "main"],
  ...[
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\u202Eada",
    "\u200F",
    "\uFEFF",
    "\u2028",
    "\uD800",
    "\uDFFF\uD800",
    "🧶",
    "é",
    "e\u0301",
    "İ",
    "ß",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "null",
    "undefined",
    "NaN",
    "true",
    "0",
    "-1",
    "1e999",
    "[object Object]",
  ],
  ...[
    "..",
    "../../etc/passwd",
    "/",
    "\\",
    "%00",
    "%",
    "a&b=c",
    "?",
    "#",
    "'; DROP TABLE entity; --",
    '"',
    "*",
    "%_",
    "NEAR(",
    "^",
    "a*",
  ],
  ...["2024", "2024-13", "2024-02-31", "~2024", "2019/..", "../2019", "9999-99-99", "-0001", "2024/2019", "y".repeat(10_000)],
  ...[
    "person:*",
    "*:*",
    ":*",
    "person -> ",
    "a -owns-> b",
    "( -- )",
    "* -- * -- *",
    "a:person{",
    "-".repeat(500),
    "(".repeat(5_000),
  ],
];

const oddNumbers: readonly unknown[] = [0, -0, -1, 1, 2, 1.5, 1e-9, 1e9, 2 ** 31, 2 ** 53, 1e308, -1e308, "1", null];
const oddValues: readonly unknown[] = [null, true, false, [], {}, [[]], [null], { __proto__: null }, "", 0, [{}], ["ada", 1]];

/** Longer headers than a server takes are refused before they are whole; another test has them. */
const mostOfParameter = 12_000;

/** Calls of every route with fields as the description has them, here and there another value; the same for the same random numbers. */
export class OddCalls {
  readonly #routes: readonly { readonly method: string; readonly path: string; readonly operation: Operation }[];
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #random: () => number;

  constructor({ paths, components }: Description, random: () => number) {
    this.#routes = Object.entries(paths).flatMap(([path, byMethod]) =>
      Object.entries(byMethod).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
    this.#schemas = components.schemas;
    this.#random = random;
  }

  next(): OddCall {
    const { method, path, operation } = this.#one(this.#routes);
    const query = new URLSearchParams();
    for (const { name, required, schema } of operation.parameters ?? [])
      if (this.#chance(required === true ? 0.95 : 0.4))
        query.append(name, this.#text(this.#value(schema, 0)).slice(0, mostOfParameter));
    if (this.#chance(0.05)) query.append(this.#one(oddTexts), this.#one(oddTexts));
    const [[type = "", content] = []] = Object.entries(operation.requestBody?.content ?? {});
    const asked = query.size === 0 ? path : `${path}?${query}`;
    const contentType = this.#chance(0.03) ? "text/plain" : type === "*/*" ? "application/octet-stream" : type;
    if (content === undefined) return { method, path: asked, contentType, body: null };
    return { method, path: asked, contentType, body: type === "*/*" ? this.#file() : this.#json(content.schema) };
  }

  #json(schema: Schema): string {
    const text = JSON.stringify(this.#value(schema, 0)) ?? "";
    if (this.#chance(0.03)) return text.slice(0, Math.floor(this.#random() * text.length));
    if (this.#chance(0.02)) return `${"[".repeat(50_000)}${text}`;
    return this.#chance(0.03) ? text.replace("{", `{"__proto__":{"x":1},${this.#chance(0.5) ? '"from":"cyr",' : ""}`) : text;
  }

  #file(): string {
    const rows = Array.from({ length: 5 }, () =>
      [this.#one(oddTexts), this.#one(oddTexts), "knows"].map((cell) => JSON.stringify(cell)),
    );
    const lines = Array.from({ length: 5 }, () =>
      JSON.stringify({ kind: this.#one(["entity", "claim", "source"]), id: this.#one(oddTexts) }),
    );
    const files = [
      `source,target,type\n${rows.join("\n")}`,
      `{"clew":1}\n${lines.join("\n")}`,
      "<gexf><graph>",
      '{"nodes":[',
      "",
    ];
    return this.#one(files);
  }

  #value(schema: Schema, depth: number): unknown {
    if (depth > 8 || this.#chance(0.06)) return this.#one([...oddValues, ...oddNumbers, ...oddTexts]);
    if (schema.$ref !== undefined) return this.#value(this.#schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}, depth + 1);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return this.#one(schema.enum);
    const choices = [schema.anyOf, schema.oneOf].flatMap((all) => all ?? []);
    return choices.length > 0 ? this.#value(this.#one(choices), depth + 1) : this.#plain(schema, depth);
  }

  #plain(schema: Schema, depth: number): unknown {
    switch (schema.properties === undefined ? this.#one([schema.type].flat()) : "object") {
      case "array":
        return this.#list(schema.items ?? {}, depth);
      case "object":
        return Object.assign({}, ...[schema, ...(schema.allOf ?? [])].map((part) => this.#record(part, depth)));
      case "boolean":
        return this.#chance(0.5);
      case "number":
      case "integer":
        return this.#one(oddNumbers);
      default:
        return this.#one(oddTexts);
    }
  }

  #list(items: Schema, depth: number): unknown[] {
    const length = this.#chance(0.02) ? 2_000 : Math.floor(this.#random() * 4);
    return Array.from({ length }, () => this.#value(items, depth + 1));
  }

  #record({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> {
    const kept = Object.entries(properties).filter(([name]) => this.#chance(required.includes(name) ? 0.97 : 0.25));
    return Object.fromEntries(kept.map(([name, each]) => [name, name === "budgetMs" ? 200 : this.#value(each, depth + 1)]));
  }

  #text(value: unknown): string {
    return typeof value === "string" ? value.toWellFormed() : (JSON.stringify(value) ?? "");
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #one<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)]!;
  }
}
