/** Steps that paths apart from one another use: a flow of one unit on each. Steps are few beside those of the graph. */
export class UnitFlow {
  readonly #next = new Map<number, number[]>();
  readonly #before = new Map<number, number[]>();

  /** Whether a path passes the node, or begins or ends there. */
  touches(node: number): boolean {
    return this.#next.has(node) || this.#before.has(node);
  }

  has(node: number, other: number): boolean {
    return this.#next.get(node)?.includes(other) === true;
  }

  /** The nodes to which paths go on from the node, in the order in which they were added. */
  next(node: number): readonly number[] {
    return this.#next.get(node) ?? [];
  }

  before(node: number): readonly number[] {
    return this.#before.get(node) ?? [];
  }

  add(node: number, other: number): void {
    append(this.#next, node, other);
    append(this.#before, other, node);
  }

  remove(node: number, other: number): void {
    takeOut(this.#next, node, other);
    takeOut(this.#before, other, node);
  }
}

function append(lists: Map<number, number[]>, node: number, other: number): void {
  const list = lists.get(node);
  if (list === undefined) lists.set(node, [other]);
  else list.push(other);
}

function takeOut(lists: Map<number, number[]>, node: number, other: number): void {
  const left = lists.get(node)!.filter((each) => each !== other);
  if (left.length === 0) lists.delete(node);
  else lists.set(node, left);
}
