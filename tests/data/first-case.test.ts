import { describe, expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { checkCitation } from "../../src/claims/check-citation.ts";
import { isKindOf, typeOf } from "../../src/claims/ontology.ts";
import {
  behind,
  charts,
  claims,
  entities,
  judgements,
  linkClaims,
  namesOf,
  origins,
  problems,
  sources,
  standing,
  values,
} from "./first-case.ts";

const attack = "attack-moscow-2024";

describe("the file", () => {
  test("is read without a problem", () => {
    expect(problems).toEqual([]);
  });

  test("quotes, for every claim, words that stand in a briefing", () => {
    for (const { id, citation, source } of claims) {
      expect(citation?.kind, id).toBe("quote");
      expect(checkCitation(citation, sources.get(source)!.text), id).toBeNull();
    }
  });

  test("has the news analysis as its first source, catalogued without its text", () => {
    expect([...sources.values()][0]).toMatchObject({ id: "analysis", author: null, published: "2024-03", text: null });
    expect([...sources.values()].filter(({ text }) => text !== null).length).toBeGreaterThanOrEqual(2);
  });

  test("names no entity that it does not declare, and leaves none unmentioned", () => {
    const named = new Set(
      claims.flatMap((claim) => [claim.subject, claim.speaker, claim.about, "object" in claim ? claim.object : null]),
    );
    named.delete(null);
    expect([...named].sort()).toEqual([...entities.keys()].sort());
  });

  test("speaks only in types, relations and properties that Clew knows, between ends that they allow", () => {
    for (const { id, type } of entities.values()) expect(builtInOntology.types.has(type), id).toBe(true);
    for (const { id, relation, subject, object } of linkClaims) {
      const { subjects, objects } = builtInOntology.relations.get(relation)!;
      const fits = (allowed: typeof subjects, end: typeof subject) =>
        allowed.length === 0 || allowed.some((kind) => isKindOf(builtInOntology, entities.get(end)!.type, kind));
      expect([fits(subjects, subject), fits(objects, object)], id).toEqual([true, true]);
    }
    for (const claim of claims) if (claim.kind === "attribute") expect(builtInOntology.properties.has(claim.property)).toBe(true);
  });
});

describe("entities", () => {
  test.each([
    ["isis-k", "organization", ["ISIS-K", "Islamic State Khorasan"]],
    ["islamic-state", "organization", ["Islamic State group", "IS", "ISIS"]],
    [attack, "event", ["theatre massacre"]],
    ["moscow", "city", ["Moscow"]],
    ["russia", "country", ["Russia"]],
    ["ukraine", "country", ["Ukraine", "Kyiv"]],
    ["tajikistan", "country", ["Tajikistan"]],
    ["syria", "country", ["Syria"]],
    ["afghanistan", "country", ["Afghanistan"]],
    ["united-states", "country", ["United States"]],
    ["vladimir-putin", "person", ["Vladimir Putin"]],
    ["murat-aslan", "person", ["Murat Aslan"]],
    ["sdf", "organization", ["Syrian Democratic Forces", "SDF"]],
    ["al-hol", "camp", ["al-Hol"]],
    ["fall-of-caliphate", "event", ["Fall of the IS caliphate"]],
    ["tajik-civil-war", "event", ["Tajikistan's civil war"]],
    ["hard-line-islamists", "group", ["Hard-line Islamists"]],
    ["perpetrators", "group", ["the perpetrators"]],
    ["four-tajik-nationals", "group", ["Four Tajik nationals", "the suspects"]],
    ["is-fighters-in-custody", "group", ["IS fighters in custody"]],
    ["family-members", "group", ["Family members of IS fighters"]],
    ["is-branch-afghanistan", "organization", ["IS branch in Afghanistan"]],
  ])("%s is a kind of %s that goes by %j", (id, kind, names) => {
    const entity = entities.get(id as never)!;
    expect(isKindOf(builtInOntology, entity.type, typeOf(builtInOntology, kind as never).id)).toBe(true);
    expect(namesOf(id)).toEqual(expect.arrayContaining(names));
  });
});

describe("ISIS-K and the attack", () => {
  test("ISIS-K is an affiliate of the Islamic State group (stated)", () => {
    expect(standing("isis-k affiliate-of islamic-state")).toBe("stated");
  });

  test("ISIS-K perpetrated the attack: two briefings say so, neither from the other", () => {
    expect(standing(`isis-k perpetrated ${attack}`)).toBe("corroborated");
    expect(origins(`isis-k perpetrated ${attack}`)).toBe(2);
  });

  test("ISIS-K threatens other capitals, as an assessment (stated): the briefing that repeats it is no second origin", () => {
    expect(standing("isis-k threatens other-capitals")).toBe("stated");
    expect(behind("isis-k threatens other-capitals")).toHaveLength(2);
    for (const { note } of behind("isis-k threatens other-capitals")) expect(note).toBe("identified as a potential threat");
  });

  test("the attack took place in Moscow, at a rock concert, in March 2024", () => {
    expect(standing(`${attack} took-place-in moscow`)).toBe("corroborated");
    expect(behind(`${attack} took-place-in moscow`)[0]?.note).toBe("at a rock concert");
    expect(values(attack, "date")).toEqual(["2024-03"]);
  });

  test("it caused 133 casualties", () => {
    expect(values(attack, "casualties")).toEqual(["133"]);
  });
});

describe("perpetrators and suspects", () => {
  test("the perpetrators are 11 men from Tajikistan, and participated in the attack", () => {
    expect(values("perpetrators", "count")).toEqual(["11"]);
    expect(standing("perpetrators originates-from tajikistan")).toBe("stated");
    expect(standing(`perpetrators participated-in ${attack}`)).toBe("stated");
  });

  test("four Tajik nationals were charged by Russia with terrorism over the attack (stated)", () => {
    expect(standing("russia charged four-tajik-nationals")).toBe("stated");
    expect(behind("russia charged four-tajik-nationals")[0]).toMatchObject({ note: "terrorism", about: attack });
    expect(values("four-tajik-nationals", "count")).toEqual(["4"]);
    expect(standing("four-tajik-nationals national-of tajikistan")).toBe("stated");
  });

  test("charged is not did: that the four took part rests on Russia's word", () => {
    expect(standing(`four-tajik-nationals participated-in ${attack}`)).toBe("alleged");
    expect(behind(`four-tajik-nationals participated-in ${attack}`)[0]?.speaker).toBe("russia");
  });

  test("the suspects were recruited by an IS branch in Afghanistan (alleged)", () => {
    expect(standing("is-branch-afghanistan recruited four-tajik-nationals")).toBe("alleged");
    expect(standing("is-branch-afghanistan located-in afghanistan")).toBe("stated");
  });

  test("eleven against four is shown, not resolved: nobody judged them the same", () => {
    const about = judgements.find(({ a, b }) => a === "perpetrators" && b === "four-tajik-nationals");
    expect(about?.verdict).toBe("different");
    expect(judgements.every(({ verdict }) => verdict !== "same")).toBe(true);
  });

  test("the IS branch in Afghanistan is perhaps ISIS-K: a suggestion, not a merge", () => {
    expect(judgements).toContainEqual(expect.objectContaining({ a: "is-branch-afghanistan", b: "isis-k", verdict: "unsure" }));
  });
});

describe("Russia and Ukraine", () => {
  test("Russia fights the Islamic State group", () => {
    expect(standing("russia fights islamic-state")).toBe("stated");
  });

  test("Russia was militarily involved in Syria and in Afghanistan", () => {
    expect(standing("russia intervened-in syria")).toBe("stated");
    expect(standing("russia intervened-in afghanistan")).toBe("stated");
  });

  test("that Russia's foreign policy made it a target is said by experts, among them Murat Aslan, and by no source itself", () => {
    expect(standing(`${attack} targeted russia`)).toBe("alleged");
    expect(behind(`${attack} targeted russia`).map(({ speaker, stance }) => [speaker, stance])).toEqual([
      [null, "alleges"],
      ["murat-aslan", "asserts"],
    ]);
    expect(behind("murat-aslan said russia")[0]?.note).toBe("its foreign policy made it a target");
    expect(values("murat-aslan", "office")).toEqual(["military analyst"]);
  });

  test("Putin accused Ukraine, about the attack, of a role in facilitating the attackers (stated)", () => {
    expect(standing("vladimir-putin accused ukraine")).toBe("stated");
    expect(behind("vladimir-putin accused ukraine")[0]).toMatchObject({
      about: attack,
      note: "a role in facilitating the attackers",
    });
  });

  test("that Ukraine assisted the attack is contested: alleged by Putin, denied by Ukraine", () => {
    expect(standing(`ukraine assisted ${attack}`)).toBe("contested");
    expect(behind(`ukraine assisted ${attack}`).map(({ stance, speaker }) => [stance, speaker])).toEqual([
      ["alleges", "vladimir-putin"],
      ["denies", "ukraine"],
    ]);
  });

  test("tension between Russia and Ukraine rose (stated)", () => {
    expect(standing("russia tension-with ukraine")).toBe("stated");
    expect(behind("russia tension-with ukraine")[0]?.note).toBe("rose");
  });
});

describe("the Syrian Democratic Forces", () => {
  test("the United States backs them", () => {
    expect(standing("united-states backs sdf")).toBe("corroborated");
  });

  test("they hold about 10,000 IS fighters, 2,000 of them foreigners", () => {
    expect(standing("sdf holds is-fighters-in-custody")).toBe("corroborated");
    expect(values("is-fighters-in-custody", "count")).toEqual(["about 10000"]);
    expect(values("is-fighters-in-custody", "foreigners")).toEqual(["2000"]);
  });

  test("repatriation is contentious", () => {
    expect(values("is-fighters-in-custody", "concern")).toEqual(["repatriation is contentious"]);
  });

  test("they manage camps like al-Hol, which houses about 45,000 family members of IS fighters", () => {
    expect(standing("sdf manages al-hol")).toBe("stated");
    expect(standing("al-hol houses family-members")).toBe("stated");
    expect(values("family-members", "count")).toEqual(["about 45000"]);
  });

  test("radicalization in al-Hol is a concern", () => {
    expect(values("al-hol", "concern")).toEqual(["radicalization"]);
  });

  test("they warned of the Islamic State group on the fifth anniversary of the caliphate's fall", () => {
    expect(standing("sdf warned-of islamic-state")).toBe("stated");
    expect(behind("sdf warned-of islamic-state")[0]).toMatchObject({
      about: "fall-of-caliphate",
      note: "a sustained international threat; sleeper cells and affiliates across continents",
      said: "2024-03",
    });
    expect(values("fall-of-caliphate", "date")).toEqual(["2019-03"]);
    expect(standing("fall-of-caliphate involved islamic-state")).toBe("stated");
  });
});

describe("Tajikistan", () => {
  test("it is one of the poorest former Soviet republics", () => {
    expect(values("tajikistan", "background")).toEqual(["one of the poorest former Soviet republics"]);
  });

  test("it went through a civil war involving hard-line Islamists", () => {
    expect(standing("tajik-civil-war took-place-in tajikistan")).toBe("stated");
    expect(standing("tajik-civil-war involved hard-line-islamists")).toBe("stated");
  });

  test("it grapples with terrorism and radicalization", () => {
    expect(values("tajikistan", "concern")).toEqual(["terrorism and radicalization"]);
  });
});

describe("the first view", () => {
  const [chart] = charts;
  const at = new Map(chart?.nodes.map(({ entity, x, y }) => [entity, { x, y }]));
  const segments = [...new Set(linkClaims.map(({ subject, object }) => JSON.stringify([subject, object].sort())))]
    .map((pair) => JSON.parse(pair) as [string, string])
    .map(([a, b]) => ({ ends: [a, b], a: at.get(a as never)!, b: at.get(b as never)! }));

  test("shows every entity once, in the frame", () => {
    expect(charts).toHaveLength(1);
    expect([...at.keys()].sort()).toEqual([...entities.keys()].sort());
    for (const { x, y } of at.values()) expect(Math.abs(x) <= 10 && Math.abs(y) <= 7).toBe(true);
  });

  test("leaves room for the names: a line keeps off the entities that it does not link", () => {
    for (const { ends, a, b } of segments) {
      for (const [entity, place] of at) {
        if (!ends.includes(entity)) expect(distanceToSegment(place, a, b), `${ends.join(" ")}: ${entity}`).toBeGreaterThan(0.7);
      }
    }
  });

  test("has few crossings", () => {
    const crossings = segments.flatMap((one, index) =>
      segments.slice(index + 1).filter((other) => !one.ends.some((end) => other.ends.includes(end)) && cross(one, other)),
    );
    expect(crossings.length).toBeLessThanOrEqual(2);
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

function cross(one: { a: Point; b: Point }, other: { a: Point; b: Point }): boolean {
  const side = (a: Point, b: Point, p: Point) => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
  const apart = (a: Point, b: Point, p: Point, q: Point) => side(a, b, p) !== side(a, b, q);
  return apart(one.a, one.b, other.a, other.b) && apart(other.a, other.b, one.a, one.b);
}
