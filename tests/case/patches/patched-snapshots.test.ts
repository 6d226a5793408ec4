import { expect, test } from "vitest";
import { patchRun } from "./patch-run.ts";

test.each([1, 21, 27])(
  "a snapshot brought up to date says and answers what one built anew does, whatever changed (seed %i)",
  (seed) => {
    const { patched, relaid, built, asked } = patchRun({ seed, steps: 50, questions: 1 });
    expect(asked).toBeGreaterThan(30);
    expect(Math.min(patched, relaid, built)).toBeGreaterThan(0);
    expect(patched).toBeGreaterThan(built);
  },
);
