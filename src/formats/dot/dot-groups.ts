import type { DotAttributes, DotText } from "./statements.ts";

interface Frame {
  readonly name: string;
  readonly line: number;
  readonly nodes: Set<string>;
  /** Groups that lie in it and in none of its own. */
  readonly groups: string[];
  readonly attributes: Map<string, DotText>;
  defaults: { node: DotAttributes; edge: DotAttributes };
}

/** A subgraph that is a group. */
export interface DotGroup {
  readonly id: string;
  readonly line: number;
  readonly attributes: DotAttributes;
  /** The first time: a subgraph may go on later, under its name. */
  readonly isNew: boolean;
  /** Nodes and groups that were in no group before. */
  readonly members: readonly string[];
}

/** The graph and subgraphs that are open, what they set, and which nodes lie in them; ids alone. */
export class DotGroups {
  readonly #open: Frame[] = [];
  /** Nodes of the subgraphs that have a name. */
  readonly #nodes = new Map<string, Set<string>>();
  readonly #known = new Set<string>();
  readonly #placed = new Set<string>();

  begin(): void {
    this.#nodes.clear();
    this.#open.length = 0;
    this.open("", 1);
  }

  open(name: string, line: number): void {
    const nodes = (name === "" ? undefined : this.#nodes.get(name)) ?? new Set();
    if (name !== "") this.#nodes.set(name, nodes);
    const defaults = this.#open.at(-1)?.defaults ?? { node: [], edge: [] };
    this.#open.push({ name, line, nodes, groups: [], attributes: new Map(), defaults });
  }

  add(node: string): void {
    this.#open.at(-1)?.nodes.add(node);
  }

  set(key: string, value: DotText): void {
    this.#open.at(-1)?.attributes.set(key, value);
  }

  defaults(of: "node" | "edge"): DotAttributes {
    return this.#open.at(-1)?.defaults[of] ?? [];
  }

  setDefaults(of: "node" | "edge", attributes: DotAttributes): void {
    const frame = this.#open.at(-1);
    if (frame !== undefined)
      frame.defaults = { ...frame.defaults, [of]: [...new Map([...frame.defaults[of], ...attributes])].slice(0, 1000) };
  }

  close(): { readonly nodes: Iterable<string>; readonly group: DotGroup | null } {
    const frame = this.#open.pop();
    const outer = this.#open.at(-1);
    if (frame === undefined || outer === undefined) return { nodes: [], group: null };
    for (const node of frame.nodes) outer.nodes.add(node);
    if (!isGroup(frame)) {
      outer.groups.push(...frame.groups);
      return { nodes: frame.nodes, group: null };
    }
    outer.groups.push(frame.name);
    return { nodes: frame.nodes, group: this.#groupOf(frame) };
  }

  #groupOf({ name: id, line, nodes, groups, attributes }: Frame): DotGroup {
    const members = [...groups, ...nodes].filter((member) => member !== id && !this.#placed.has(member));
    for (const member of members) this.#placed.add(member);
    const isNew = !this.#known.has(id);
    this.#known.add(id);
    return { id, line, attributes: [...attributes], isNew, members };
  }
}

function isGroup({ name, attributes }: Frame): boolean {
  if (name === "") return false;
  return name.startsWith("cluster") || attributes.get("cluster")?.text === "true" || attributes.has("label");
}
