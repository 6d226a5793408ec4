import { entityId, relationId } from "../../../../src/base/ids.ts";
import type { LinkView } from "../../../../src/case/views.ts";
import { linkIdOf } from "../../../../src/claims/link.ts";
import { entityIdOf, sourceIdOf } from "../data/record-ids.ts";
import { askAgain } from "./ask-again.ts";
import { type Asking, jsonOf } from "./asking.ts";
import { shortestPath } from "./shortest-paths.ts";

/**
 * Adds a claim that joins two random entities, and asks at once for the path between them, which must be that link, and for the
 * link, which must be stated.
 */
export async function measureChanges(asking: Asking): Promise<void> {
  const { http, figures, questions, entity, draws, drawn } = asking;
  const seeing: number[] = [];
  const both: number[] = [];
  const adding = await askAgain(Math.min(questions, 200), async (nth) => {
    const [from, to] = [entityIdOf(entity()), entityIdOf(entity())];
    if (from === to) return null;
    const source = sourceIdOf(draws.below(drawn.sources.count));
    const claim = { id: `added-${nth}`, subject: from, relation: "warned-of", object: to, stance: "asserts", source };
    const answer = await http.send("POST", "/api/claims", { claim });
    jsonOf(answer);
    const { hops, ms } = await shortestPath(asking, from, to);
    figures.expect("hops once a claim joins the two", 1, hops);
    await expectClaim(asking, claim);
    seeing.push(ms);
    both.push(answer.ms + ms);
    return answer.ms;
  });
  figures.times("adding a claim", adding);
  figures.times("a path that must see it", seeing.slice(-adding.length));
  figures.times("adding a claim and seeing it", both.slice(-adding.length));
}

async function expectClaim({ http, figures }: Asking, claim: { id: string; subject: string; relation: string; object: string }) {
  const id = linkIdOf(entityId(claim.subject), relationId(claim.relation), entityId(claim.object));
  const { link, claims } = jsonOf<LinkView>(await http.get(`/api/link?id=${encodeURIComponent(id)}`));
  const isThere = claims.some((each) => each.id === claim.id);
  figures.expect("a link just claimed", [true, true], [isThere, link.standing === "stated" || claims.length > 1]);
}
