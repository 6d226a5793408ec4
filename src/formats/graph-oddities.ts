import type { Outcome } from "../base/problem.ts";
import type { ReadRecord } from "./format.ts";

/** What a file of nodes and edges has beside them, noted as it comes and told once at its end. */
export class GraphOddities {
  readonly #file: string;
  readonly #undeclared = new Set<string>();
  #looks = 0;
  #firstLook = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** An attribute that no declaration names. */
  undeclared(name: string): void {
    this.#undeclared.add(name);
  }

  /** A colour, a size, a shape. */
  look(line: number): void {
    if (this.#looks++ === 0) this.#firstLook = line;
  }

  /** `called`: what the format calls its attributes. `looks`: whether what is drawn is told of, too. */
  *problems(called: string, looks: "told" | "kept quiet" = "told"): Generator<ReadRecord> {
    if (this.#undeclared.size > 0) {
      const names = [...this.#undeclared].slice(0, 5).map((name) => JSON.stringify(name.slice(0, 60)));
      const more = this.#undeclared.size > 5 ? " and others" : "";
      const message = `wanted ${called} that are declared, got ${names.join(", ")}${more}; kept as text`;
      yield this.#problem(called, "undeclared-attribute", message, "kept");
    }
    if (this.#looks === 0 || looks === "kept quiet") return;
    const message = `wanted what the graph says, got ${this.#looks} colours, sizes and shapes; they are left out`;
    yield this.#problem(`line ${this.#firstLook}`, "left-out", message, "dropped");
  }

  #problem(where: string, kind: string, message: string, outcome: Outcome): ReadRecord {
    return { kind: "problem", problem: { file: this.#file, where, kind, message }, outcome };
  }
}
