import type { StixField } from "./object-fields.ts";
import { typeInId } from "./own.ts";

export const stixTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The later of two times of STIX, which their letters order. */
export function later(a: string, b: string): string {
  return b > a ? b : a;
}

/** The fields of an object that is being written: values go where its type has a field for them. */
export class FieldSet {
  readonly #types: ReadonlyMap<string, StixField>;
  readonly #values = new Map<string, unknown>();

  constructor(types: ReadonlyMap<string, StixField>) {
    this.#types = types;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Whether the type has a field of that name. */
  knows(name: string): boolean {
    return this.#types.has(name);
  }

  /** False where the type has no such field, where it takes no such value, and where it has one already and takes no more. */
  add(name: string, value: string | number | boolean): boolean {
    const type = this.#types.get(name);
    const found = type === undefined ? undefined : valueFor(type.kind, value);
    if (type === undefined || found === undefined) return false;
    const before = this.#values.get(name);
    if (many.has(type.kind)) this.#values.set(name, [...(Array.isArray(before) ? before : []), found]);
    else if (before === undefined) this.#values.set(name, found);
    return many.has(type.kind) || before === undefined;
  }

  isWhole(): boolean {
    return [...this.#types].every(([name, { isRequired }]) => !isRequired || this.#values.has(name));
  }

  /** In the order in which they came. */
  fields(): Record<string, unknown> {
    return Object.fromEntries(this.#values);
  }
}

const many = new Set<StixField["kind"]>(["list", "objects", "phases", "refs"]);

/** Undefined for what a field of that kind does not take. */
function valueFor(kind: StixField["kind"], value: string | number | boolean): unknown {
  if (kind === "number" || kind === "flag") return typeof value === (kind === "flag" ? "boolean" : "number") ? value : undefined;
  return typeof value === "string" && value !== "" ? textFor(kind, value) : undefined;
}

function textFor(kind: StixField["kind"], value: string): unknown {
  switch (kind) {
    case "time":
      return stixTime.test(value) ? value : undefined;
    case "refs":
      return typeInId(value) === null ? undefined : value;
    case "object":
    case "objects":
      return objectIn(value);
    case "phases": {
      const [, kill_chain_name, phase_name] = /^(.+?): (.+)$/s.exec(value) ?? [];
      return phase_name === undefined ? undefined : { kill_chain_name, phase_name };
    }
    default:
      return value;
  }
}

function objectIn(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && !Array.isArray(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
