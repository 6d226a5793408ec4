import assert from "node:assert/strict";
import type { Answer } from "../../src/query/answer.ts";
import type { DrawnRows } from "./drawing.ts";

/** Every entity, link and claim that the answer shows, wherever in it, is as it was drawn. */
export function checkDressed(rows: DrawnRows, answer: Answer): void {
  const links = new Map<unknown, object>(rows.links.map(({ link }) => [link.id, link]));
  const claims = new Map<unknown, object>(rows.links.flatMap((link) => link.claims.map((claim) => [claim.id, claim] as const)));
  const look = (shown: unknown): void => {
    if (typeof shown !== "object" || shown === null) return;
    if ("type" in shown && "name" in shown) assert.deepEqual([shown.type, shown.name], entity(rows, shown));
    if ("relation" in shown) assertDrawn(shown, links, ["id", "relation", "from", "to"]);
    if ("stance" in shown) assertDrawn(shown, claims, ["id", "source", "speaker", "stance", "said", "during"]);
    for (const part of Object.values(shown)) look(part);
  };
  for (const [name, part] of Object.entries(answer)) if (name !== "question" && name !== "why") look(part);
}

function entity({ types }: DrawnRows, shown: object): unknown[] {
  const id = "id" in shown ? String(shown.id) : "";
  const [, type] = [...types].find(([drawn]) => drawn === id) ?? [];
  return [type, id.toUpperCase()];
}

function assertDrawn(shown: object, drawn: ReadonlyMap<unknown, object>, fields: readonly string[]): void {
  const part = (whole: object) => Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name)));
  const found = "id" in shown ? drawn.get(shown.id) : undefined;
  assert.ok(found !== undefined, `wanted what is drawn, got ${JSON.stringify(shown)}`);
  assert.deepEqual(part(shown), part(found));
}
