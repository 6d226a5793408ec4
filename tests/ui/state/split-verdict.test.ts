import { expect, test } from "vitest";
import { splitVerdict } from "../../../src/ui/state/split-verdict.ts";

test.each([
  ["1 hop: stated. A leads B (one origin).", "1 hop: stated.", "A leads B (one origin)."],
  ["2 hops; weight 4.5. J. Doe leads B.", "2 hops; weight 4.5.", "J. Doe leads B."],
  ["1 hop; on the claims of “Rep. of Ruritania” alone. Then.", "1 hop; on the claims of “Rep. of Ruritania” alone.", "Then."],
  ["No path.", "No path.", ""],
  ["nothing to stop at", "nothing to stop at", ""],
])("%s", (sentence, lead, rest) => {
  expect(splitVerdict(sentence)).toEqual({ lead, rest });
});
