import fc from "fast-check";
import { expect, test } from "vitest";
import { claimId, entityId, entityTypeId, judgementId, relationId, sourceId } from "../../src/base/ids.ts";
import type { Change } from "../../src/claims/change.ts";
import { inverseOf, inverseOfAll } from "../../src/claims/change.ts";
import type { LinkClaim } from "../../src/claims/claim.ts";
import type { Entity } from "../../src/claims/entity.ts";
import type { Judgement } from "../../src/claims/judgement.ts";

/** What a case holds, as far as entities, claims and judgements go: enough to see what a change does. */
interface Held {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly inForce: ReadonlySet<string>;
  /** Reasons of withdrawal. */
  readonly withdrawn: ReadonlyMap<string, string>;
}

const nothing: Held = { entities: new Map(), inForce: new Set(), withdrawn: new Map() };

function applied(held: Held, change: Change): Held {
  switch (change.kind) {
    case "put-entity": {
      const entities = new Map(held.entities);
      if (change.before !== null) entities.delete(change.before.id);
      if (change.after !== null) entities.set(change.after.id, change.after);
      return { ...held, entities };
    }
    case "record-claim":
      return withForce(held, change.claim.id);
    case "restore-claim":
      return withForce(held, change.claim);
    case "withdraw-claim":
      return withoutForce(held, change.claim, change.reason);
    case "record-judgement":
      return withForce(held, change.judgement.id);
    case "restore-judgement":
      return withForce(held, change.judgement);
    case "withdraw-judgement":
      return withoutForce(held, change.judgement, change.reason);
    default:
      throw new Error(`not in these tests: ${change.kind}`);
  }
}

function withForce(held: Held, id: string): Held {
  return {
    ...held,
    inForce: new Set(held.inForce).add(id),
    withdrawn: new Map([...held.withdrawn].filter(([other]) => other !== id)),
  };
}

function withoutForce(held: Held, id: string, reason: string): Held {
  return {
    ...held,
    inForce: new Set([...held.inForce].filter((other) => other !== id)),
    withdrawn: new Map(held.withdrawn).set(id, reason),
  };
}

const entity = (id: string, name: string): Entity => ({
  id: entityId(id),
  type: entityTypeId("person"),
  name,
  aliases: [],
  description: "",
  placeholder: false,
});
const claim = (id: string): LinkClaim => ({
  id: claimId(id),
  kind: "link",
  subject: entityId("a"),
  relation: relationId("owns"),
  object: entityId("b"),
  stance: "asserts",
  speaker: null,
  source: sourceId("s"),
  citation: null,
  during: null,
  said: null,
  about: null,
  note: "",
  credibility: null,
  relays: null,
  origin: { kind: "hand" },
  recordedBy: "tester",
  recordedAt: "2024-04-01T00:00:00Z",
  attributes: [],
});
const judgement = (id: string): Judgement => ({
  id: judgementId(id),
  a: entityId("a"),
  b: entityId("b"),
  verdict: "same",
  reason: "",
  by: "tester",
  at: "2024-04-01T00:00:00Z",
});

/** The changes that are possible on what is held now. */
function possible(held: Held): Change[] {
  const known = held.entities.get("a") ?? null;
  const reason = `because ${held.withdrawn.size}`;
  const changes: Change[] = [
    { kind: "put-entity", before: known, after: entity("a", "one") },
    { kind: "put-entity", before: known, after: entity("a", "two") },
    { kind: "put-entity", before: known, after: null },
  ];
  if (held.inForce.has("c")) changes.push({ kind: "withdraw-claim", claim: claimId("c"), reason });
  else if (held.withdrawn.has("c"))
    changes.push({ kind: "restore-claim", claim: claimId("c"), reason: held.withdrawn.get("c")! });
  else changes.push({ kind: "record-claim", claim: claim("c") });
  if (held.inForce.has("j")) changes.push({ kind: "withdraw-judgement", judgement: judgementId("j"), reason });
  else if (held.withdrawn.has("j")) {
    changes.push({ kind: "restore-judgement", judgement: judgementId("j"), reason: held.withdrawn.get("j")! });
  } else changes.push({ kind: "record-judgement", judgement: judgement("j") });
  return changes;
}

/** What is held after each of some possible changes, chosen one after another. */
const history = fc.array(fc.nat(), { maxLength: 12 }).map((picks) => {
  const states: Held[] = [nothing];
  const changes: Change[] = [];
  for (const pick of picks) {
    const held = states.at(-1)!;
    const choices = possible(held);
    const change = choices[pick % choices.length]!;
    changes.push(change);
    states.push(applied(held, change));
  }
  return { states, changes };
});

/** A claim that was recorded and withdrawn again is in the history, not in force. */
const effect = ({ entities, inForce }: Held) => ({ entities, inForce });

test("a change and its inverse leave in force what was in force", () => {
  fc.assert(
    fc.property(history, ({ states, changes }) => {
      for (const [at, change] of changes.entries()) {
        expect(effect(applied(states[at + 1]!, inverseOf(change)))).toEqual(effect(states[at]!));
      }
    }),
    { seed: 2024, numRuns: 300 },
  );
});

test("the inverse of the inverse has the effect of the change, reasons of withdrawal included", () => {
  fc.assert(
    fc.property(history, ({ states, changes }) => {
      for (const [at, change] of changes.entries()) {
        const undone = applied(states[at + 1]!, inverseOf(change));
        expect(applied(undone, inverseOf(inverseOf(change)))).toEqual(states[at + 1]);
      }
    }),
    { seed: 2024, numRuns: 300 },
  );
});

test("a list is taken back by the inverses, last first", () => {
  fc.assert(
    fc.property(history, ({ states, changes }) => {
      expect(effect(inverseOfAll(changes).reduce(applied, states.at(-1)!))).toEqual(effect(nothing));
    }),
    { seed: 2024, numRuns: 300 },
  );
});

test("put changes turn around: source, chart, saved question, type, relation and property alike", () => {
  for (const kind of ["put-source", "put-chart", "put-question", "put-type", "put-relation", "put-property"] as const) {
    const change = { kind, before: null, after: { id: "x" } } as unknown as Change;
    expect(inverseOf(change)).toEqual({ kind, before: { id: "x" }, after: null });
  }
});
