import type { AroundAnswer } from "../../../../src/query/answer.ts";
import { HUB } from "../data/network.ts";
import { entityIdOf } from "../data/record-ids.ts";
import { askAgain } from "./ask-again.ts";
import { type Asking, jsonOf } from "./asking.ts";

const PAGE = 100;

/** The first page of the neighbours of random entities and of the biggest hub, and everything said of a random entity. */
export async function measureNeighbours(asking: Asking): Promise<void> {
  const { figures, questions, entity, drawn } = asking;
  figures.times("neighbours, first page", await askAgain(questions, () => firstPage(asking, entityIdOf(entity()))));
  const hub = await askAgain(Math.min(questions, 50), () => firstPage(asking, entityIdOf(HUB)));
  figures.times("neighbours of the hub, first page", hub);
  figures.times("entity", await askAgain(questions, () => everythingOf(asking, entityIdOf(entity()))));
  figures.expect("a page of the hub", Math.min(PAGE, drawn.facts.hub.neighbours + 1), await firstPageLength(asking));
}

async function firstPage({ http, figures }: Asking, center: string): Promise<number> {
  const answer = await http.send("POST", "/api/around", { center, hops: 1, limit: PAGE });
  const { entities } = jsonOf<AroundAnswer>(answer);
  if (entities.length === 0 || entities.length > PAGE)
    figures.wrong.push(`a page around ${center} has ${entities.length} entities`);
  return answer.ms;
}

async function firstPageLength({ http }: Asking): Promise<number> {
  const answer = await http.send("POST", "/api/around", { center: entityIdOf(HUB), hops: 1, limit: PAGE });
  return jsonOf<AroundAnswer>(answer).entities.length;
}

async function everythingOf({ http, figures }: Asking, id: string): Promise<number> {
  const answer = await http.get(`/api/entity?id=${id}`);
  figures.expect("entity", id, jsonOf<{ entity: { id: string } }>(answer).entity.id);
  return answer.ms;
}
