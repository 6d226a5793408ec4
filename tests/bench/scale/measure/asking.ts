import { type HttpAnswer, HttpClient } from "../../../trust/load/http-client.ts";
import { type RealServer, realServer, serverToken } from "../../../trust/real-server.ts";
import { Draws } from "../data/draws.ts";
import { type NamesOf, namesOfCase, typeNamed } from "../data/entity-names.ts";
import { HUB } from "../data/network.ts";
import type { DrawnCase } from "../data/reckoning.ts";
import type { Figures } from "../figures.ts";

/** A server that is asked one question at a time, over one connection. */
export interface Asking {
  readonly server: RealServer;
  readonly http: HttpClient;
  readonly drawn: DrawnCase;
  readonly draws: Draws;
  readonly figures: Figures;
  /** Of each kind. */
  readonly questions: number;
  readonly namesOf: NamesOf;
  /** Any entity but the hub and those that are merged with another. */
  readonly entity: () => number;
  readonly nameOf: (entity: number) => string;
}

export async function startAsking(
  casePath: string,
  { drawn, figures, questions }: Pick<Asking, "drawn" | "figures" | "questions">,
): Promise<Asking> {
  const server = await realServer(casePath);
  if (server.origin === null) throw new Error(`clew open failed: ${server.said.trim()}`);
  const draws = new Draws(drawn.size.seed + 1000).key(0, 0);
  const namesOf = namesOfCase(drawn.size);
  return {
    server,
    http: new HttpClient(server.origin, serverToken),
    ...{ drawn, draws, figures, questions, namesOf },
    entity: () => {
      for (;;) {
        const found = draws.below(drawn.size.entities);
        if (found !== HUB && !drawn.merged.has(found)) return found;
      }
    },
    nameOf: (entity) => namesOf(entity, typeNamed(drawn.network.types[entity]!)).name,
  };
}

/** What was answered, as JSON. Throws for anything but 200. */
export function jsonOf<T>({ status, text }: HttpAnswer): T {
  if (status !== 200) throw new Error(`wanted an answer, got ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}
