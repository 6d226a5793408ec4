/**
 * Counts the paths of one to four hops between two nodes over `pair`, one join per number of hops, written from both ends:
 * `p` is the first hop, `s` the last one backward, and those between lead from what `p` reaches to what `s` reaches.
 */
export function simplePathsSql(from: string, to: string): string {
  const ends = `p.a = ${from} AND s.a = ${to} AND p.b <> ${to} AND s.b <> ${from}`;
  return `
    SELECT
      (SELECT count(*) FROM pair AS p WHERE p.a = ${from} AND p.b = ${to})
      + (SELECT count(*) FROM pair AS p, pair AS s WHERE p.a = ${from} AND s.a = ${to} AND p.b = s.b)
      + (SELECT count(*) FROM pair AS p, pair AS s, pair AS q WHERE ${ends} AND q.a = p.b AND q.b = s.b)
      + (SELECT count(*) FROM pair AS p, pair AS s, pair AS q, pair AS r WHERE ${ends} AND p.b <> s.b
          AND q.a = p.b AND r.a = s.b AND q.b = r.b AND q.b <> ${from} AND q.b <> ${to})
      AS paths`;
}
