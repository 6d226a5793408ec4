export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface BoxGrid {
  add(box: Box): void;
  /** Whether the box overlaps one that was added. */
  hits(box: Box): boolean;
}

/** Boxes by the cells they touch; looking one up costs what lies near it. Keys are integers, so no box can collide by name. */
export function createBoxGrid(cell: number): BoxGrid {
  const cells = new Map<number, Box[]>();
  const each = (box: Box, visit: (key: number) => boolean): boolean => {
    const right = Math.floor(box.right / cell);
    const bottom = Math.floor(box.bottom / cell);
    for (let column = Math.floor(box.left / cell); column <= right; column++)
      for (let row = Math.floor(box.top / cell); row <= bottom; row++) if (visit(column * 65_536 + row)) return true;
    return false;
  };
  return {
    add(box) {
      each(box, (key) => {
        const known = cells.get(key);
        if (known === undefined) cells.set(key, [box]);
        else known.push(box);
        return false;
      });
    },
    hits: (box) => each(box, (key) => cells.get(key)?.some((other) => overlap(box, other)) === true),
  };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxAround(x: number, y: number, { width, height }: { readonly width: number; readonly height: number }): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}
