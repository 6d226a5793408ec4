import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  chartId,
  claimId,
  entityId,
  entityTypeId,
  judgementId,
  linkId,
  questionId,
  relationId,
  sourceId,
} from "../../src/base/ids.ts";
import { BadInput } from "../../src/base/problem.ts";
import { type Change, inverseOfAll } from "../../src/claims/change.ts";
import type { Chart } from "../../src/claims/chart.ts";
import type { Relation } from "../../src/claims/ontology.ts";
import type { SavedQuestion } from "../../src/claims/saved-question.ts";
import type { CaseStore } from "../../src/store/case-store.ts";
import { linksAddedUp, step } from "./random-histories.ts";
import { attributeClaim, author, entityOf, judgementOf, linkClaim, putting, recording, sourceOf, three } from "./records.ts";

/** How a suite gets an engine: a new, empty case; the same case opened again; its clean-up. */
export interface Engine {
  create(): CaseStore;
  /** Closes and opens again: what was acknowledged is there. */
  reopen(store: CaseStore): CaseStore;
  /** A second, read-only view of the case while it is open. */
  readBeside(store: CaseStore): CaseStore;
  dispose(): void;
}

/** What every engine of `CaseStore` does. */
export function caseStoreContract(name: string, engine: () => Engine): void {
  describe(`${name} keeps the contract of CaseStore`, () => {
    let at: Engine;
    let store: CaseStore;
    beforeEach(() => {
      at = engine();
      store = at.create();
    });
    afterEach(() => {
      store.close();
      at.dispose();
    });
    const apply = (...changes: readonly Change[]) => store.apply(changes, author);
    const standing = (ends: string) => {
      const [from = "", relation = "", to = ""] = ends.split(" ");
      return store.link(linkId(`${from}>${relation}>${to}`))?.standing;
    };
    const refused = (...changes: readonly Change[]): string => {
      const before = store.revision();
      try {
        apply(...changes);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
        expect((error as BadInput).kind).toBe("conflict");
        expect((error as BadInput).message).not.toContain("\n");
        expect(store.revision()).toBe(before);
        expect(store.check()).toEqual([]);
        return (error as BadInput).message;
      }
      throw new Error("wanted a refusal, got none");
    };

    test("an empty case has nothing, and unknown ids give nothing", () => {
      expect(store.revision()).toBe(0);
      expect([...store.entities(), ...store.claims(), ...store.links(), ...store.charts(), ...store.savedQuestions()]).toEqual(
        [],
      );
      expect(store.entity(entityId("__proto__"))).toBeUndefined();
      expect(store.linksOf(entityId("nobody"))).toEqual([]);
      expect(store.representative(entityId("nobody"))).toBe("nobody");
      expect(store.stats()).toMatchObject({ entities: 0, links: 0, components: 0, largestComponent: 0, isolated: 0 });
    });

    test("what is applied is there after the case is closed and opened again, with its history", () => {
      apply(...three);
      const claims = [linkClaim("c1", "a funds b"), attributeClaim("c2", "a", 7)];
      const entry = apply(...recording(...claims));
      store = at.reopen(store);
      expect(store.revision()).toBe(2);
      expect([...store.claims()]).toEqual(claims);
      expect(store.history({ after: 1 })).toEqual([entry]);
      expect(store.link(linkId("a>funds>b"))).toMatchObject({ standing: "stated", claims: 1, origins: 1 });
    });

    test("standing follows the claims: stated, corroborated, contested, and back", () => {
      apply(...three, ...recording(linkClaim("c1", "a funds b")));
      expect(standing("a funds b")).toBe("stated");
      apply(...recording(linkClaim("c2", "a funds b", { source: sourceId("s2") })));
      expect(standing("a funds b")).toBe("corroborated");
      apply(...recording(linkClaim("c3", "a funds b", { stance: "denies", speaker: entityId("b") })));
      expect(standing("a funds b")).toBe("contested");
      const withdrawing = apply({ kind: "withdraw-claim", claim: claimId("c3"), reason: "misread" });
      expect(standing("a funds b")).toBe("corroborated");
      expect(store.claim(claimId("c3"))?.withdrawn).toEqual({ reason: "misread", seq: withdrawing.seq });
      expect(store.withdrawnBetween(entityId("a"), entityId("b")).map(({ id }) => id)).toEqual(["c3"]);
      expect(store.withdrawnBetween(entityId("b"), entityId("a"))).toEqual([]);
      apply(
        { kind: "withdraw-claim", claim: claimId("c1"), reason: "" },
        { kind: "withdraw-claim", claim: claimId("c2"), reason: "" },
      );
      expect(store.link(linkId("a>funds>b"))).toBeUndefined();
      expect(store.check()).toEqual([]);
    });

    test("a source that turns out to repeat another makes its links weaker at once", () => {
      apply(...three, ...recording(linkClaim("c1", "a funds b"), linkClaim("c2", "a funds b", { source: sourceId("s2") })));
      expect(standing("a funds b")).toBe("corroborated");
      const before = store.source(sourceId("s2"));
      apply({ kind: "put-source", before: before ?? null, after: sourceOf("s2", { derivedFrom: sourceId("s1") }) });
      expect(standing("a funds b")).toBe("stated");
      expect(store.check()).toEqual([]);
    });

    test("an echo that comes before what it echoes is no second origin once that is there", () => {
      apply(...three, ...recording(linkClaim("c2", "a funds b", { source: sourceId("s2"), relays: claimId("c1") })));
      apply(...recording(linkClaim("c1", "a funds b")));
      expect(store.link(linkId("a>funds>b"))).toMatchObject({ standing: "stated", claims: 2, origins: 1 });
      expect(store.check()).toEqual([]);
    });

    test("a same judgement joins links, its withdrawal parts them; claims keep the entity they named", () => {
      apply(...three, ...recording(linkClaim("c1", "a funds c"), linkClaim("c2", "b funds c", { source: sourceId("s2") })));
      apply({ kind: "record-judgement", judgement: judgementOf("j1", "a", "b") });
      expect(store.linksOf(entityId("b")).map(({ id, standing: s }) => [id, s])).toEqual([["a>funds>c", "corroborated"]]);
      expect(store.mergedInto(entityId("a"))).toEqual(["a", "b"]);
      expect(store.claim(claimId("c2"))?.subject).toBe("b");
      expect(store.stats()).toMatchObject({ entities: 2, links: 1 });
      apply({ kind: "withdraw-judgement", judgement: judgementId("j1"), reason: "two people" });
      expect([...store.links()].map(({ id }) => id)).toEqual(["a>funds>c", "b>funds>c"]);
      expect(store.judgements()).toEqual([]);
      expect(store.allJudgements()).toHaveLength(1);
      apply({ kind: "restore-judgement", judgement: judgementId("j1"), reason: "two people" });
      expect(store.representative(entityId("b"))).toBe("a");
      expect(store.check()).toEqual([]);
    });

    test("a relation that a case declares symmetric after the fact makes one link of two", () => {
      apply(...three, ...recording(linkClaim("c1", "a knows-of b"), linkClaim("c2", "b knows-of a", { source: sourceId("s2") })));
      expect(store.stats().links).toBe(2);
      const relation: Relation = {
        ...{ id: relationId("knows-of"), family: "other" as const, label: "knows of", inverse: "known by", symmetric: true },
        ...{ subjects: [], objects: [], ftm: null, stix: null },
      };
      apply({ kind: "put-relation", before: null, after: relation });
      expect([...store.links()].map(({ id, standing: s }) => [id, s])).toEqual([["a>knows-of>b", "corroborated"]]);
      expect(store.ontology().relations.get(relation.id)).toEqual(relation);
      expect(store.check()).toEqual([]);
    });

    test("what does not fit is refused in one line, and nothing of its entry stays", () => {
      apply(...three, ...recording(linkClaim("c1", "a funds b")));
      const more = putting(entityOf("d"));
      expect(refused(...more, ...recording(linkClaim("c1", "a funds b")))).toContain("recorded already");
      expect(refused(...more, ...recording(linkClaim("c9", "a funds nobody")))).toContain('"nobody"');
      expect(refused(...more, ...recording(linkClaim("c9", "a funds b", { source: sourceId("none") })))).toContain('"none"');
      expect(refused(...more, { kind: "put-entity", before: null, after: entityOf("a") })).toContain("somebody else changed it");
      expect(refused(...more, { kind: "put-entity", before: entityOf("a"), after: null })).toContain("claims");
      expect(refused({ kind: "put-source", before: sourceOf("s1"), after: null })).toContain("claims");
      expect(refused({ kind: "withdraw-claim", claim: claimId("c7"), reason: "" })).toContain('"c7"');
      expect(refused({ kind: "restore-claim", claim: claimId("c1"), reason: "" })).toContain("withdrawn");
      expect(refused({ kind: "record-judgement", judgement: judgementOf("j", "a", "nobody") })).toContain('"nobody"');
      expect(store.entity(entityId("d"))).toBeUndefined();
      expect(() => store.apply([], author)).toThrow(/at least one change/);
    });

    test("search: whole names first, then beginnings of words, then parts; accents, case and aliases", () => {
      apply(
        ...putting(
          entityOf("hol", { type: entityTypeId("camp"), name: "al-Ḥōl", aliases: ["مخيم الهول"] }),
          entityOf("holder", { name: "Holder of keys" }),
          entityOf("alcohol", { name: "The alcohol board" }),
          entityOf("x", { name: "Holm", aliases: ["al-hol road"] }),
          entityOf("__proto__", { name: "constructor" }),
        ),
      );
      const found = (text: string, options = {}) => store.search(text, options).map(({ entity }) => entity.id);
      expect(found("AL HOL")).toEqual(["hol", "x", "alcohol"]);
      expect(found("hol")).toEqual(["hol", "x", "holder", "alcohol"]);
      expect(found("الهول")).toEqual(["hol"]);
      expect(found("coho")).toEqual(["alcohol"]);
      expect(found("lc")).toEqual(["alcohol"]);
      expect(found("hol", { limit: 2 })).toEqual(["hol", "x"]);
      expect(found("hol", { type: entityTypeId("place") })).toEqual(["hol"]);
      expect(found("constructor")).toEqual(["__proto__"]);
      for (const nothing of ["", "  ", '"', "*", "NEAR(", "a OR b", "'); DROP TABLE entity; --", "\u0000"]) found(nothing);
      expect(store.search("al-hol road")[0]?.matched).toBe("al-hol road");
      expect(store.entitiesNamed("AL-HŌL").map(({ id }) => id)).toEqual(["hol"]);
      apply({ kind: "put-entity", before: store.entity(entityId("x")) ?? null, after: entityOf("x", { name: "Other" }) });
      expect(found("al-hol")).toEqual(["hol", "alcohol"]);
      expect(found("other")).toEqual(["x"]);
    });

    test("hostile ids and names go in and come out unharmed, and lists keep the order of code units", () => {
      const ids = [
        "__proto__",
        "constructor",
        "toString",
        "a'b",
        'q"q',
        "<b>",
        "\u{1F9F6}",
        "\uFFFD",
        "x".repeat(10_000),
        "\n",
        "%25>a",
      ];
      apply(...putting(sourceOf("s1"), ...ids.map((id) => entityOf(id, { name: `name of ${id}`, aliases: [id] }))));
      apply(
        ...recording(
          ...ids.map((id, n) => ({
            ...linkClaim(`c${n}`, "a b c"),
            subject: entityId(id),
            object: entityId(ids[(n + 1) % ids.length] ?? id),
            relation: relationId("__proto__"),
          })),
        ),
      );
      expect([...store.entities()].map(({ id }) => id)).toEqual([...ids].sort());
      const links = [...store.links()].map(({ id }) => id);
      expect(links).toEqual([...links].sort());
      for (const id of ids) {
        expect(store.linksOf(entityId(id))).toHaveLength(2);
        expect(store.entitiesNamed(`name of ${id}`).map((entity) => entity.id)).toEqual([id]);
      }
      expect(Object.keys(store.stats().relations)).toEqual(["__proto__"]);
      expect([...store.forSnapshot().entities].map(({ id }) => id)).toEqual([...ids].sort());
      expect([...store.forSnapshot().links].map(({ link }) => link.id)).toEqual(links);
      expect(store.check()).toEqual([]);
    });

    test("a snapshot's rows name representatives and origins", () => {
      apply(...three, { kind: "record-judgement", judgement: judgementOf("j1", "a", "b") });
      apply({ kind: "put-source", before: sourceOf("s2"), after: sourceOf("s2", { derivedFrom: sourceId("s1") }) });
      apply(...recording(linkClaim("c1", "c funds b", { source: sourceId("s2"), speaker: entityId("b") })));
      const rows = store.forSnapshot();
      expect([...rows.entities].map(({ id }) => id)).toEqual(["a", "c"]);
      const [only] = [...rows.links];
      expect(only?.link.id).toBe("c>funds>a");
      expect(only?.claims).toMatchObject([{ id: "c1", source: "s2", origin: "s1", speaker: "a", stance: "asserts" }]);
    });

    test("saved questions are kept by id, and one that somebody else's change overtook is refused", () => {
      const question = (id: string, name: string): SavedQuestion => ({
        ...{ id: questionId(id), name, ask: "path" },
        asked: { from: ["a"], to: ["b"], standing: null, maxHops: 3, viaOrdered: true },
      });
      const [one, two] = [question("q2", "Who paid"), question("__proto__", "Who paid")];
      apply({ kind: "put-question", before: null, after: one }, { kind: "put-question", before: null, after: two });
      expect(store.savedQuestions()).toEqual([two, one]);
      expect(store.savedQuestion(one.id)).toEqual(one);
      expect(store.savedQuestion(questionId("q3"))).toBeUndefined();
      expect(refused({ kind: "put-question", before: null, after: one })).toContain("somebody else");
      const renamed = { ...one, name: "Who was paid" };
      apply({ kind: "put-question", before: one, after: renamed });
      store = at.reopen(store);
      expect(store.savedQuestion(one.id)).toEqual(renamed);
      store.apply(inverseOfAll(store.history().at(-1)?.changes ?? []), author);
      expect(store.savedQuestion(one.id)).toEqual(one);
      apply({ kind: "put-question", before: one, after: null }, { kind: "put-question", before: two, after: null });
      expect(store.savedQuestions()).toEqual([]);
    });

    test("the words in use are those of claims and entities, whatever the ontology knows", () => {
      expect(store.wordsUsed()).toMatchObject({ relations: [], types: [] });
      apply(...three, ...putting(entityOf("d", { type: entityTypeId("__proto__") })));
      apply(...recording(linkClaim("c1", "a owns b"), linkClaim("c2", "a zzz b"), linkClaim("c3", "b owns c")));
      apply(...recording(linkClaim("c4", "b constructor c"), attributeClaim("c5", "a", 1)));
      expect(store.wordsUsed()).toMatchObject({ relations: ["constructor", "owns", "zzz"], types: ["__proto__", "person"] });
    });

    test("charts and saved questions leave the graph as it is", () => {
      expect(store.graphChangedSince(0)).toBe(false);
      apply(...three);
      expect([store.graphChangedSince(0), store.graphChangedSince(1)]).toEqual([true, false]);
      const chart: Chart = { id: chartId("main"), name: "Main", nodes: [] };
      const question: SavedQuestion = { id: questionId("q"), name: "Q", ask: "around", asked: { center: "a" } };
      apply({ kind: "put-chart", before: null, after: chart });
      apply({ kind: "put-question", before: null, after: question });
      expect([store.revision(), store.graphChangedSince(1), store.graphChangedSince(0)]).toEqual([3, false, true]);
      apply({ kind: "put-chart", before: chart, after: null }, ...recording(linkClaim("c1", "a owns b")));
      expect([store.graphChangedSince(3), store.graphChangedSince(4)]).toEqual([true, false]);
      expect(at.readBeside(store).graphChangedSince(1)).toBe(true);
    });

    test("charts are kept, and a change that somebody else's overtook is refused", () => {
      const chart: Chart = { id: chartId("main"), name: "Main", nodes: [{ entity: entityId("a"), x: 1.5, y: -2, pinned: true }] };
      apply({ kind: "put-chart", before: null, after: chart });
      expect(store.chart(chart.id)).toEqual(chart);
      expect(refused({ kind: "put-chart", before: null, after: chart })).toContain("somebody else");
      apply({ kind: "put-chart", before: chart, after: null });
      expect(store.charts()).toEqual([]);
    });

    test("a quote that does not stand in its source is found by check", () => {
      const citation = { kind: "quote", quote: "never said", start: 0, end: 10 } as const;
      apply(...putting(entityOf("a"), entityOf("b"), sourceOf("s1", { text: "Something else." })));
      apply(...recording(linkClaim("c1", "a funds b", { citation })));
      expect(store.check()).toMatchObject([{ where: "claim c1", kind: "quote-not-found" }]);
      expect(store.sources()[0]?.text).toBeNull();
      expect(store.source(sourceId("s1"))?.text).toBe("Something else.");
    });

    test("a reader beside the writer sees whole entries, and one revision inside reading()", () => {
      apply(...three, ...recording(linkClaim("c1", "a funds b")));
      const reader = at.readBeside(store);
      expect(reader.link(linkId("a>funds>b"))?.standing).toBe("stated");
      reader.reading(() => {
        expect(reader.revision()).toBe(1);
        apply(...recording(linkClaim("c2", "a funds b", { stance: "denies" })));
        expect(reader.revision()).toBe(1);
        expect(reader.link(linkId("a>funds>b"))?.standing).toBe("stated");
      });
      expect(reader.link(linkId("a>funds>b"))?.standing).toBe("contested");
      expect(() => reader.apply(recording(linkClaim("c3", "a funds b")), author)).toThrow(/reading/);
      reader.close();
    });

    test("whatever is recorded, withdrawn, merged and undone, links are what their claims add up to (seed 20240322)", () => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
          const fresh = engine();
          const tried = fresh.create();
          tried.apply(
            putting(..."abcd".split("").map((id) => entityOf(id)), sourceOf("s1"), sourceOf("s2"), sourceOf("s3")),
            author,
          );
          const made = new Map<string, Change[]>();
          steps.forEach((change, n) => {
            const changes = change(n);
            try {
              made.set(`${n}`, [...tried.apply(changes, author).changes]);
            } catch (error) {
              expect(error).toBeInstanceOf(BadInput);
            }
          });
          expect(tried.check().filter(({ kind }) => kind !== "dangling-claim")).toEqual([]);
          expect([...tried.links()].map(({ id, standing: s, claims, origins }) => [id, s, claims, origins])).toEqual(
            linksAddedUp(tried),
          );
          for (const changes of [...made.values()].reverse()) tried.apply(inverseOfAll(changes), author);
          expect([...tried.links(), ...tried.judgements()]).toEqual([]);
          expect(tried.check()).toEqual([]);
          tried.close();
          fresh.dispose();
        }),
        { numRuns: 40, seed: 20240322 },
      );
    });
  });
}
