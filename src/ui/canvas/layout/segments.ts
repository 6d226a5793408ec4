/** Whether two straight pieces that share no end cross. A piece: x and y of one end, x and y of the other. */
export function segmentsCross(a: Float64Array, b: Float64Array): boolean {
  return side(a, b, 0) * side(a, b, 2) < 0 && side(b, a, 0) * side(b, a, 2) < 0;
}

/** On which side of a piece an end of another lies; `end`: 0 or 2. */
function side(piece: Float64Array, other: Float64Array, end: 0 | 2): number {
  const x1 = piece[0] as number;
  const y1 = piece[1] as number;
  const x2 = piece[2] as number;
  const y2 = piece[3] as number;
  return (x2 - x1) * ((other[end + 1] as number) - y1) - (y2 - y1) * ((other[end] as number) - x1);
}
