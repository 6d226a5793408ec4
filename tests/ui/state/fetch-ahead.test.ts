import { expect, test } from "vitest";
import { fetchAhead } from "../../../src/ui/state/fetch-ahead.ts";

function slowly() {
  const asked: string[] = [];
  const finish: (() => void)[] = [];
  const fetch = (item: string) =>
    new Promise<void>((done) => {
      asked.push(item);
      finish.push(done);
    });
  const finishOne = async () => {
    finish.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asked, fetch, finishOne };
}

test("two are fetched at a time, in the order given", async () => {
  const { asked, fetch, finishOne } = slowly();
  fetchAhead(fetch)(["a", "b", "c", "d"]);
  expect(asked).toEqual(["a", "b"]);
  await finishOne();
  expect(asked).toEqual(["a", "b", "c"]);
  await finishOne();
  expect(asked).toEqual(["a", "b", "c", "d"]);
});

test("what is wanted anew takes the place of what still waits; what is on its way is not asked for again", async () => {
  const { asked, fetch, finishOne } = slowly();
  const want = fetchAhead(fetch);
  want(["a", "b", "c"]);
  want(["b", "d"]);
  expect(asked).toEqual(["a", "b"]);
  await finishOne();
  await finishOne();
  expect(asked).toEqual(["a", "b", "d"]);
});
