import { rounded, table } from "./markdown-table.ts";

export interface Goal {
  readonly text: string;
  /** Null where the run measured nothing for it. */
  readonly figure: number | null;
  readonly unit: "times" | "ms" | "bytes" | "MB" | "of them";
  readonly bound: "at least" | "at most";
  readonly wanted: number;
}

export function isMet({ figure, bound, wanted }: Goal): boolean {
  return figure !== null && (bound === "at least" ? figure >= wanted : figure <= wanted);
}

/** A line for each goal that something was measured for. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals
    .filter(({ figure }) => figure !== null)
    .map((goal) => [
      isMet(goal) ? "✓" : "✗",
      goal.text,
      `${goal.bound} ${goal.wanted}${unitOf(goal)}`,
      `${rounded(goal.figure!)}${unitOf(goal)}`,
    ]);
  return table(["", "goal", "wanted", "measured"], rows);
}

function unitOf({ unit }: Goal): string {
  return unit === "times" ? " ×" : ` ${unit}`;
}
