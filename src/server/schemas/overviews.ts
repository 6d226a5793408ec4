import { z } from "@hono/zod-openapi";
import * as part from "./answer-parts.ts";
import { count, id, list, namedEntity, record } from "./answer-parts.ts";

/** The shapes of src/case/overview/overview-views.ts. */
const typeCounts = list(record({ type: id, entities: count }));
const standingCounts = list(record({ standing: part.standing, links: count }));

const time = z.nullable(
  record({
    step: z.enum(["month", "year", "5 years", "10 years", "50 years", "100 years"]),
    stretches: list(record({ when: z.string(), claims: count })),
    before: count,
    after: count,
  }),
);

const communities = record({
  revision: count,
  at: z.string(),
  changesSince: count,
  count,
  entitiesOff: count,
  largest: list(record({ id, entities: count, links: count, members: list(namedEntity), types: typeCounts })),
  bundles: list(record({ a: id, b: id, links: count, standings: standingCounts })),
});

export const overviewView = record({
  revision: count,
  entities: count,
  links: count,
  claims: count,
  isolated: count,
  types: typeCounts,
  relations: list(record({ relation: id, links: count })),
  standings: standingCounts,
  hubs: list(record({ ...namedEntity.shape, links: count })),
  time: record({ held: time, said: time, published: time }),
  sources: record({ count, largest: list(record({ id, title: z.string(), claims: count })) }),
  communities: z.nullable(communities),
}).openapi("OverviewView");

const drawn = list(record({ ...namedEntity.shape, degree: count }));

export const partView = record({ revision: count, total: count, entities: drawn, links: list(part.link) }).openapi("PartView");

export const entityList = record({ revision: count, total: count, entities: drawn }).openapi("EntityList");
