import { describe, expect, test } from "vitest";
import { parseArrow } from "../../../src/ui/state/parse-arrow.ts";

describe("two names with an arrow between them", () => {
  test.each(["ISIS-K → Ukraine", "ISIS-K -> Ukraine", "ISIS-K->Ukraine", "  ISIS-K  =>  Ukraine "])(
    "%s asks for a path",
    (text) => {
      expect(parseArrow(text)).toEqual({ from: "ISIS-K", to: "Ukraine" });
    },
  );

  test.each(["ISIS-K", "ISIS-K - Ukraine", "→ Ukraine", "ISIS-K →", "a → b → c", ""])("%s does not", (text) => {
    expect(parseArrow(text)).toBeNull();
  });
});
