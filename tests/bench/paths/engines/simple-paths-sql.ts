/**
 * Counts the paths of one to four hops between two nodes over `pair`, one join per number of hops, written from both ends:
 * the first two steps and the last two meet, so that no step leads away for nothing.
 */
export function simplePathsSql(from: string, to: string): string {
  return `
    SELECT
      (SELECT count(*) FROM pair WHERE a = ${from} AND b = ${to})
      + (SELECT count(*) FROM pair AS p CROSS JOIN pair AS q ON q.a = p.b AND q.b = ${to} WHERE p.a = ${from})
      + (SELECT count(*) FROM pair AS p CROSS JOIN pair AS r CROSS JOIN pair AS q ON q.a = p.b AND q.b = r.b
          WHERE p.a = ${from} AND r.a = ${to} AND p.b <> ${to} AND r.b <> ${from})
      + (SELECT count(*) FROM pair AS p JOIN pair AS q ON q.a = p.b JOIN pair AS r ON r.b = q.b JOIN pair AS s ON s.b = r.a
          WHERE p.a = ${from} AND s.a = ${to} AND p.b <> ${to} AND s.b <> ${from}
          AND q.b <> ${from} AND q.b <> ${to} AND p.b <> s.b)
      AS paths`;
}
