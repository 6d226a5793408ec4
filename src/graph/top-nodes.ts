/** The nodes of the highest scores, at most so many; ties by index. Kept sorted, so that a node that is not among them costs one comparison. */
export class TopNodes {
  readonly #nodes: Uint32Array;
  readonly #scores: Float64Array;
  #length = 0;

  constructor(most: number) {
    this.#nodes = new Uint32Array(most);
    this.#scores = new Float64Array(most);
  }

  /** Nodes come in ascending order. */
  add(node: number, score: number): void {
    const [nodes, scores, most] = [this.#nodes, this.#scores, this.#nodes.length];
    if (this.#length === most && !(score > scores[most - 1]!)) return;
    let at = this.#length < most ? this.#length++ : most - 1;
    for (; at > 0 && scores[at - 1]! < score; at--) {
      nodes[at] = nodes[at - 1]!;
      scores[at] = scores[at - 1]!;
    }
    nodes[at] = node;
    scores[at] = score;
  }

  /** Highest score first. */
  toArray(): Uint32Array {
    return this.#nodes.slice(0, this.#length);
  }
}
