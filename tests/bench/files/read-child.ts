/** `read-child.ts FILE`: reads a file as an import does, keeps nothing, prints how much came. */
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { piecesOf } from "../../case/files/pieces-of.ts";

const [file = ""] = process.argv.slice(2);
const started = performance.now();
const counts = { entity: 0, claim: 0, problem: 0 };
const terms = { ontology: builtInOntology, author: { by: "bench", at: "2024-03-25T10:00:00Z" } };
for await (const piece of piecesOf(file, terms))
  for (const { kind } of piece) if (kind in counts) counts[kind as keyof typeof counts]++;
process.stdout.write(JSON.stringify({ ms: performance.now() - started, ...counts }));
