import { BadInput } from "../../base/problem.ts";
import type { DotToken } from "./tokens.ts";

type IdToken = Extract<DotToken, { kind: "id" }>;

/** A text of DOT as it is written: what it means depends on where it stands. */
export type DotText = Pick<IdToken, "text" | "form">;
export type DotAttributes = readonly (readonly [key: string, value: DotText])[];

/** One end of an edge statement: a node, or all nodes of a group. */
export interface DotEnd {
  readonly nodes: Iterable<string>;
  /** A group has none. */
  readonly port: string;
  readonly isGroup: boolean;
}

/** What the statements of a DOT text say, as each of them ends. */
export interface DotHandler<Gives> {
  graph(graph: { readonly strict: boolean; readonly directed: boolean }): void;
  /** A subgraph begins; "" for one without a name. */
  open(name: string, line: number): void;
  /** It ends: its nodes, also those of the groups in it. */
  close(): { readonly nodes: Iterable<string>; readonly gives: Iterable<Gives> };
  /** `key = value` of the graph or subgraph that is open. */
  set(key: string, value: DotText): void;
  defaults(of: "graph" | "node" | "edge", attributes: DotAttributes): void;
  node(id: string, attributes: DotAttributes, line: number): Iterable<Gives>;
  /** `a -> b -- c`: one edge between each two ends that follow one another. */
  edges(ends: readonly DotEnd[], ways: readonly string[], said: { attributes: DotAttributes; line: number }): Iterable<Gives>;
}

const limits = { depth: 64, ends: 100_000, attributes: 1000 };

/** What may come next in a statement. */
type Phase =
  | "statement"
  | "after-id"
  | "port"
  | "value"
  | "next-end"
  | "subgraph"
  | "subgraph-named"
  | "after-end"
  | "key"
  | "after-key"
  | "attribute-value"
  | "after-list";

/** A statement under way, of the graph or of a subgraph that is open. */
interface Statement {
  phase: Phase;
  line: number;
  /** The node, edge or graph keyword that it began with. */
  defaults: "graph" | "node" | "edge" | null;
  ends: DotEnd[];
  ways: string[];
  attributes: [string, DotText][];
}

function statement(): Statement {
  return { phase: "statement", line: 0, defaults: null, ends: [], ways: [], attributes: [] };
}

/**
 * The statements of a DOT text, word by word; nothing is held but the one under way in each graph and subgraph that is open. Throws
 * BadInput with the line for what DOT does not know, for more than 64 subgraphs within one another, and for a statement without measure.
 */
export class DotStatements<Gives> {
  readonly #file: string;
  readonly #handler: DotHandler<Gives>;
  readonly #open: Statement[] = [];
  /** Words before the `{` of a graph. */
  #head: DotToken[] = [];
  #hasGraph = false;
  #key = "";
  #subgraph: IdToken | null = null;

  constructor(file: string, handler: DotHandler<Gives>) {
    this.#file = file;
    this.#handler = handler;
  }

  *take(tokens: readonly DotToken[]): Generator<Gives> {
    for (const token of tokens) {
      const under = this.#open.at(-1);
      if (under === undefined) this.#outside(token);
      else yield* this.#within(under, token);
    }
  }

  end(): void {
    if (this.#open.length > 0) throw new BadInput(`${this.#file}: wanted a } for each {, got the end of the file`);
    if (!this.#hasGraph || this.#head.length > 0)
      throw new BadInput(
        `${this.#file}: wanted a graph or digraph { … }, got ${this.#hasGraph ? "the end of the file" : "none"}`,
      );
  }

  #outside(token: DotToken): void {
    if (!isMark(token, "{")) {
      this.#head.push(token);
      if (token.kind === "mark" || this.#head.length > 3) this.#refuse("graph or digraph, a name and a {", token);
      return;
    }
    const words = this.#head.map((each) => (isPlain(each) ? each.text.toLowerCase() : ""));
    const strict = words[0] === "strict";
    const kind = words[strict ? 1 : 0];
    if ((kind !== "graph" && kind !== "digraph") || words.length > (strict ? 3 : 2))
      this.#refuse("graph or digraph, a name and a {", this.#head[0] ?? token);
    this.#head = [];
    this.#hasGraph = true;
    this.#handler.graph({ strict, directed: kind === "digraph" });
    this.#open.push(statement());
  }

  *#within(under: Statement, token: DotToken): Generator<Gives> {
    switch (under.phase) {
      case "statement":
        return yield* this.#begin(under, token);
      case "after-id":
        return yield* this.#afterId(under, token);
      case "port":
        return this.#port(under, this.#id(token, "a port"));
      case "value":
        return this.#value(under, this.#id(token, "a value"));
      case "next-end":
      case "subgraph":
      case "subgraph-named":
        return this.#end(under, token);
      case "after-end":
        return yield* this.#afterEnd(under, token);
      case "key":
      case "after-key":
      case "attribute-value":
        return this.#list(under, token);
      case "after-list":
        return yield* this.#afterList(under, token);
    }
  }

  *#begin(under: Statement, token: DotToken): Generator<Gives> {
    under.line = token.line;
    if (isMark(token, ";") || isMark(token, ",")) return;
    if (isMark(token, "}")) return yield* this.#close();
    const word = isPlain(token) ? token.text.toLowerCase() : "";
    if (word === "graph" || word === "node" || word === "edge") {
      under.defaults = word;
      under.phase = "after-list";
    } else this.#end(under, token);
  }

  /** A node, or the beginning of a subgraph, as the next end. */
  #end(under: Statement, token: DotToken): void {
    if (isMark(token, "{")) this.#openGroup(token.line);
    else if (under.phase === "subgraph") {
      this.#subgraph = this.#id(token, "the name of a subgraph or a {");
      under.phase = "subgraph-named";
    } else if (under.phase === "subgraph-named") this.#refuse("a {", token);
    else if (isPlain(token) && token.text.toLowerCase() === "subgraph") under.phase = "subgraph";
    else {
      const id = this.#id(token, "a node, an edge or a subgraph");
      this.#addEnd(under, { nodes: [id.text], port: "", isGroup: false });
      under.phase = "after-id";
    }
  }

  #addEnd(under: Statement, end: DotEnd): void {
    under.ends.push(end);
    if (under.ends.length > limits.ends)
      throw new BadInput(`${this.#file}: wanted at most ${limits.ends} ends of one edge, got more in line ${under.line}`);
  }

  #openGroup(line: number): void {
    if (this.#open.length > limits.depth)
      throw new BadInput(`${this.#file}: wanted at most ${limits.depth} subgraphs within one another, got more in line ${line}`);
    this.#handler.open(this.#subgraph?.text ?? "", line);
    this.#subgraph = null;
    this.#open.push(statement());
  }

  *#close(): Generator<Gives> {
    this.#open.pop();
    const outer = this.#open.at(-1);
    const { nodes, gives } = this.#handler.close();
    yield* gives;
    if (outer === undefined) return;
    this.#addEnd(outer, { nodes, port: "", isGroup: true });
    outer.phase = "after-end";
  }

  *#afterId(under: Statement, token: DotToken): Generator<Gives> {
    if (isMark(token, ":")) under.phase = "port";
    else if (isMark(token, "=") && under.ends.length === 1) under.phase = "value";
    else yield* this.#afterEnd(under, token);
  }

  /** `:port`, `:port:compass`. */
  #port(under: Statement, { text }: IdToken): void {
    const end = under.ends.pop()!;
    under.ends.push({ ...end, port: end.port === "" ? text : `${end.port}:${text}` });
    under.phase = "after-id";
  }

  #value(under: Statement, value: IdToken): void {
    const [key = ""] = under.ends[0]!.nodes;
    this.#handler.set(key, value);
    Object.assign(under, statement());
  }

  *#afterEnd(under: Statement, token: DotToken): Generator<Gives> {
    if (isMark(token, "->") || isMark(token, "--")) {
      under.ways.push(token.text);
      under.phase = "next-end";
    } else yield* this.#afterList(under, token);
  }

  *#afterList(under: Statement, token: DotToken): Generator<Gives> {
    if (isMark(token, "[")) {
      under.phase = "key";
      return;
    }
    yield* this.#finish(under);
    yield* this.#begin(under, token);
  }

  #list(under: Statement, token: DotToken): void {
    if (under.phase === "after-key" && isMark(token, "=")) under.phase = "attribute-value";
    else if (under.phase === "attribute-value") {
      this.#attribute(under, this.#id(token, "a value"));
      under.phase = "key";
    } else {
      if (under.phase === "after-key") this.#attribute(under, { text: "true", form: "plain" });
      under.phase = "key";
      if (isMark(token, "]")) under.phase = "after-list";
      else if (!isMark(token, ",") && !isMark(token, ";")) {
        this.#key = this.#id(token, "an attribute or a ]").text;
        under.phase = "after-key";
      }
    }
  }

  #attribute(under: Statement, { text, form }: DotText): void {
    under.attributes.push([this.#key, { text, form }]);
    if (under.attributes.length > limits.attributes)
      throw new BadInput(`${this.#file}: wanted at most ${limits.attributes} attributes, got more in line ${under.line}`);
  }

  *#finish(under: Statement): Generator<Gives> {
    const { line, defaults, ends, ways, attributes } = under;
    const [first] = ends;
    if (defaults !== null) this.#handler.defaults(defaults, attributes);
    else if (ways.length > 0) yield* this.#handler.edges(ends, ways, { attributes, line });
    else if (first !== undefined && !first.isGroup) for (const id of first.nodes) yield* this.#handler.node(id, attributes, line);
    Object.assign(under, statement());
  }

  #id(token: DotToken, wanted: string): IdToken {
    return token.kind === "id" ? token : this.#refuse(wanted, token);
  }

  #refuse(wanted: string, { text, line }: DotToken): never {
    throw new BadInput(`${this.#file}: wanted ${wanted}, got ${JSON.stringify(text.slice(0, 60))} in line ${line}`);
  }
}

function isMark(token: DotToken, text: string): boolean {
  return token.kind === "mark" && token.text === text;
}

function isPlain(token: DotToken): token is IdToken {
  return token.kind === "id" && token.form === "plain";
}
