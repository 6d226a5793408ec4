/** What the tests use of n3, which brings no types of its own. */
declare module "n3" {
  export type Term =
    | { readonly termType: "NamedNode" | "BlankNode"; readonly value: string }
    | { readonly termType: "Literal"; readonly value: string; readonly datatype: { readonly value: string } };

  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }

  export class Parser {
    constructor(options: { format: string });
    parse(text: string): Quad[];
  }

  export class Store {
    constructor(quads: readonly Quad[]);
    readonly size: number;
    getObjects(subject: Term | string | null, predicate: string | null, graph: null): Term[];
    getSubjects(predicate: string | null, object: string | null, graph: null): Term[];
    countQuads(subject: string | null, predicate: string | null, object: string | null, graph: null): number;
  }
}
