import { expect, test } from "vitest";
import { showingCheck } from "../../src/cli/check-progress.ts";

function terminal(isTTY: boolean) {
  let said = "";
  return { isTTY, write: (text: string) => (said += text), said: () => said };
}

test("on a terminal a check says what it is at, on one line that is empty in the end, also where it fails", () => {
  const shown = terminal(true);
  expect(
    showingCheck(shown, (onStep) => {
      onStep("pages");
      onStep("sums");
      return 7;
    }),
  ).toBe(7);
  const lines = shown
    .said()
    .split("\r")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  expect(lines).toEqual(["checking the pages of the file (1 of 7) …", "checking its sums (7 of 7) …"]);
  expect(shown.said()).toMatch(/\r {60}\r$/);
  expect(() =>
    showingCheck(shown, () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(shown.said()).not.toContain("\n");
});

test("elsewhere it says nothing", () => {
  const piped = terminal(false);
  showingCheck(piped, (onStep) => onStep("links"));
  expect(piped.said()).toBe("");
});
