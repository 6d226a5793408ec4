import { smallLines } from "../case/small-case.ts";

const chart = {
  id: "main",
  name: "Main",
  nodes: [
    { entity: "ada", x: 1.5, y: -2, pinned: true },
    { entity: "bolt", x: 0, y: 0, pinned: false },
  ],
};
const judgement = {
  kind: "judgement",
  id: "j1",
  a: "twin",
  b: "cyr",
  verdict: "unsure",
  reason: "same face",
  by: "tester",
  at: "2024-04-01T00:00:00Z",
};
const questions = [
  { kind: "question", id: "q1", name: "Who", ask: "path", asked: { from: ["cyr"], to: ["bolt"], standing: "alleged" } },
  {
    ...{ kind: "question", id: "q2", name: "Pattern", ask: "pattern" },
    asked: { nodes: [{ name: "a", entity: null, types: ["person"] }], edges: [{ from: 0, to: 0, relations: [] }] },
  },
  { kind: "question", id: "q3", name: "Gone", ask: "around", asked: { center: "nobody" } },
];

/** The small case with a chart, a judgement and saved questions, of which one can no longer be asked. */
export const richLines = [...smallLines, { kind: "chart", ...chart }, judgement, ...questions];
