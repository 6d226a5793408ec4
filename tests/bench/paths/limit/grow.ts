import type { Grow, TwoSides } from "./two-sides.ts";

/** Walks every slot. */
export function growOverAll({ rows: { start, node }, seen }: TwoSides): Grow {
  return (side, own, others) => {
    const { queue, tail: end } = side;
    let tail = end;
    let weight = 0;
    side.level++;
    for (let at = side.head; at < end; at++) {
      const here = queue[at]!;
      const last = start[here + 1]!;
      for (let slot = start[here]!; slot < last; slot++) {
        const other = node[slot]!;
        const was = seen[other]!;
        if (was === own) continue;
        if (was === others) return true;
        seen[other] = own;
        queue[tail++] = other;
        weight += start[other + 1]! - start[other]!;
      }
    }
    side.head = end;
    side.tail = tail;
    side.weight = weight;
    return false;
  };
}

/** Walks the slots of some relations: `walked` has a 1 for each. */
export function growOverRelations({ rows: { start, node, relation }, seen }: TwoSides, walked: Uint8Array): Grow {
  return (side, own, others) => {
    const { queue, tail: end } = side;
    let tail = end;
    let weight = 0;
    side.level++;
    for (let at = side.head; at < end; at++) {
      const here = queue[at]!;
      const last = start[here + 1]!;
      for (let slot = start[here]!; slot < last; slot++) {
        if (walked[relation[slot]!] === 0) continue;
        const other = node[slot]!;
        const was = seen[other]!;
        if (was === own) continue;
        if (was === others) return true;
        seen[other] = own;
        queue[tail++] = other;
        weight += start[other + 1]! - start[other]!;
      }
    }
    side.head = end;
    side.tail = tail;
    side.weight = weight;
    return false;
  };
}

/** Walks the slots of some relations whose link passes a judge, asked last. */
export function growOverJudged(
  { rows: { start, node, relation, link }, seen }: TwoSides,
  walked: Uint8Array,
  passes: (link: number) => boolean,
): Grow {
  return (side, own, others) => {
    const { queue, tail: end } = side;
    let tail = end;
    let weight = 0;
    side.level++;
    for (let at = side.head; at < end; at++) {
      const here = queue[at]!;
      const last = start[here + 1]!;
      for (let slot = start[here]!; slot < last; slot++) {
        if (walked[relation[slot]!] === 0) continue;
        const other = node[slot]!;
        const was = seen[other]!;
        if (was === own || !passes(link[slot]!)) continue;
        if (was === others) return true;
        seen[other] = own;
        queue[tail++] = other;
        weight += start[other + 1]! - start[other]!;
      }
    }
    side.head = end;
    side.tail = tail;
    side.weight = weight;
    return false;
  };
}
