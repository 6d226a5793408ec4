import { expect, test } from "vitest";
import { endOfDate } from "../../src/base/end-of-date.ts";

test("dates end with their last day, moments with themselves", () => {
  const ends = ["2023", "2024-12", "2024-02", "2024-02-29", "2024-03-25T10:00:00Z", "2024-03-25T10:00:00+02:00"];
  expect(ends.map((text) => endOfDate("date", text))).toEqual([
    "2024-01-01T00:00:00.000Z",
    "2025-01-01T00:00:00.000Z",
    "2024-03-01T00:00:00.000Z",
    "2024-03-01T00:00:00.000Z",
    "2024-03-25T10:00:00.001Z",
    "2024-03-25T08:00:00.001Z",
  ]);
});

test("anything else is refused in one line", () => {
  for (const wrong of ["", "0099", "2024-00", "2023-02-29", "2024-3-5", "2024-03-25T99:00:00Z", "today"])
    expect(() => endOfDate("date", wrong), wrong).toThrow(/^date: wanted a date/);
});
