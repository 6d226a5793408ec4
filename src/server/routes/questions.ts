import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { AskedQuestion } from "../../case/asked-question.ts";
import { stances } from "../../claims/claim.ts";
import { standings } from "../../claims/standing.ts";
import { asks } from "../../query/question-field.ts";
import * as answers from "../schemas/answers.ts";
import { askedQuestions } from "../schemas/asked.ts";
import { countParameter, fromParameter, given, oneOf, word } from "../schemas/fields.ts";
import * as overviews from "../schemas/overviews.ts";
import { questionAnswers } from "../schemas/question-answers.ts";
import type { Ask, ServerEnv } from "./ask.ts";
import { gives, takes } from "./described.ts";

const whatItGives: Readonly<Record<(typeof asks)[number], string>> = {
  path: "Paths with their verdicts, or why there are none",
  around: "What lies within some hops",
  connect: "The smallest network that joins the entities",
  common: "What is one step from each of the entities",
  bearing: "What alone would cut the two sides from one another",
  pattern: "Every way to fill the pattern",
};

const byId = { query: z.strictObject({ id: word }) };

/** What is asked of the whole case, or looked up in it. */
export function questionRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask): void {
  lookUpRoutes(app, ask);
  overviewRoutes(app, ask);
  app.openapi(createRoute({ method: "get", path: "/api/case", responses: gives("The case as a whole", answers.caseView) }), (c) =>
    ask(c, { ask: "case" }),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/graph",
      request: { query: z.strictObject({ limit: countParameter.optional() }) },
      responses: gives("What goes on the canvas; its most linked entities when the case is larger", answers.graphView),
    }),
    (c) => ask(c, { ask: "graph", ...given(c.req.valid("query")) }),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/links",
      request: {
        query: z.strictObject({
          relation: z.union([word, z.array(word)], { error: "a relation, or several" }).optional(),
          standing: oneOf(standings).optional(),
          stance: oneOf(stances).optional(),
          of: word.optional(),
          limit: countParameter.optional(),
        }),
      },
      responses: gives("Links with who says what", answers.linkList),
    }),
    (c) => {
      const { relation, ...filter } = given(c.req.valid("query"));
      return ask(c, { ask: "links", filter: { ...filter, relations: relation === undefined ? [] : [relation].flat() } });
    },
  );
  for (const question of asks)
    app.openapi(
      createRoute({
        method: "post",
        path: `/api/${question}`,
        request: takes(askedQuestions[question]),
        responses: gives(whatItGives[question], questionAnswers[question]),
      }),
      // The schema and the case judge the fields by the same table; the case has the last word.
      (c) => ask(c, { ask: "question", asked: { ...(c.req.valid("json") as object), ask: question } as AskedQuestion }),
    );
  for (const [what, description, schema] of [
    ["stats", "What the case holds, counted", answers.stats],
    ["check", "Whether the file, its ids and its quotes are sound", answers.check],
    ["formats", "What can be read and written", answers.formats],
  ] as const)
    app.openapi(createRoute({ method: "get", path: `/api/${what}`, responses: gives(description, schema) }), (c) =>
      ask(c, { ask: what }),
    );
}

function lookUpRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/search",
      request: {
        query: z.strictObject({ q: z.string({ error: "one text" }), type: word.optional(), limit: countParameter.optional() }),
      },
      responses: gives("Entities by name or alias, best first", answers.searchHits),
    }),
    (c) => ask(c, { ask: "search", ...given(c.req.valid("query")) }),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/entity",
      request: { query: z.strictObject({ id: word, limit: countParameter.optional() }) },
      responses: gives(
        "An entity by id or name, with what is said of it; of many links the first, 200 or so many",
        answers.entityView,
      ),
    }),
    (c) => ask(c, { ask: "entity", ...given(c.req.valid("query")) }),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/entity/links",
      request: {
        query: z.strictObject({
          id: word,
          relation: word,
          side: oneOf(["out", "in"]),
          after: word.optional(),
          limit: countParameter.optional(),
        }),
      },
      responses: gives("Further links of one group of an entity's, after the other end that is named", answers.linkGroupPage),
    }),
    (c) => {
      const { id, ...group } = given(c.req.valid("query"));
      return ask(c, { ask: "entity-links", id, group });
    },
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/source",
      request: { query: z.strictObject({ id: word, limit: countParameter.optional(), claim: word.optional() }) },
      responses: gives(
        "A source by id or title, with its text and claims: all, or so many and the one that is named",
        answers.sourceView,
      ),
    }),
    (c) => ask(c, { ask: "source", ...given(c.req.valid("query")) }),
  );
  for (const [what, description, schema] of [
    ["link", "A link by id, with every claim behind it", answers.linkView],
    ["chart", "A saved arrangement", answers.chartView],
  ] as const)
    app.openapi(createRoute({ method: "get", path: `/api/${what}`, request: byId, responses: gives(description, schema) }), (c) =>
      ask(c, { ask: what, id: c.req.valid("query").id }),
    );
}

/** A case that is too large to be drawn, and the parts of it that are. */
function overviewRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/overview",
      responses: gives("Types, hubs, communities, time and sources of the case", overviews.overviewView),
    }),
    (c) => ask(c, { ask: "overview" }),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/part",
      request: {
        query: z.strictObject({
          around: word.optional(),
          community: word.optional(),
          held: word.optional(),
          said: word.optional(),
          published: word.optional(),
          chart: word.optional(),
          limit: countParameter.optional(),
        }),
      },
      responses: gives(
        "As much of the case as can be drawn: around an entity, of a community, of a time, or of a chart",
        overviews.partView,
      ),
    }),
    (c) => ask(c, { ask: "part", part: given(c.req.valid("query")) }),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/entities",
      request: {
        query: z.strictObject({ type: word.optional(), from: fromParameter.optional(), limit: countParameter.optional() }),
      },
      responses: gives("A page of the entities, the most linked first", overviews.entityList),
    }),
    (c) => ask(c, { ask: "entities", list: given(c.req.valid("query")) }),
  );
}
