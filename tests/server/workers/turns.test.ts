import { expect, test } from "vitest";
import { Turns } from "../../../src/server/workers/turns.ts";

/** Jobs of one kind on so many threads; each is over when it is told so. */
class Jobs {
  readonly begun: string[] = [];
  readonly #turns: Turns;
  readonly #waiting: { readonly ticket: number; readonly name: string }[] = [];
  readonly #ends = new Map<string, () => void>();
  #free: number;

  constructor(turns: Turns, threads: number) {
    this.#turns = turns;
    this.#free = threads;
    turns.join({
      first: () => (this.#free > 0 ? (this.#waiting[0]?.ticket ?? null) : null),
      begin: () => {
        const { name } = this.#waiting.shift()!;
        this.begun.push(name);
        this.#free--;
        return new Promise<void>((end) => this.#ends.set(name, end));
      },
    });
  }

  come(name: string): void {
    this.#waiting.push({ ticket: this.#turns.ticket(), name });
    this.#turns.next();
  }

  async end(name: string): Promise<void> {
    this.#free++;
    this.#ends.get(name)?.();
    await Promise.resolve();
    await Promise.resolve();
  }
}

test("jobs of two lanes begin in the order in which they came, so many at once", async () => {
  const turns = new Turns(2);
  const [quick, long] = [new Jobs(turns, 2), new Jobs(turns, 2)];
  quick.come("q1");
  long.come("l1");
  quick.come("q2");
  long.come("l2");
  expect([quick.begun, long.begun]).toEqual([["q1"], ["l1"]]);
  await quick.end("q1");
  expect([quick.begun, long.begun]).toEqual([["q1", "q2"], ["l1"]]);
  await long.end("l1");
  expect([quick.begun, long.begun]).toEqual([
    ["q1", "q2"],
    ["l1", "l2"],
  ]);
});

test("a job whose lane has no thread free lets those of the other pass", async () => {
  const turns = new Turns(3);
  const [quick, long] = [new Jobs(turns, 2), new Jobs(turns, 1)];
  long.come("l1");
  long.come("l2");
  quick.come("q1");
  expect([quick.begun, long.begun]).toEqual([["q1"], ["l1"]]);
  await long.end("l1");
  expect(long.begun).toEqual(["l1", "l2"]);
});

test("jobs that are not over in a moment keep nobody waiting", async () => {
  const turns = new Turns(1);
  const [quick, long] = [new Jobs(turns, 2), new Jobs(turns, 2)];
  long.come("l1");
  quick.come("q1");
  expect(quick.begun).toEqual([]);
  await new Promise((later) => setTimeout(later, 150));
  expect(quick.begun).toEqual(["q1"]);
});
