// @vitest-environment jsdom
import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { followAddress } from "../../../src/ui/frame/follow-address.ts";
import { pageOf } from "../state/served.ts";

test("an address that the reader typed is followed, also when the page changes before it hears of it", async () => {
  const { page, stop } = await pageOf(() => ({ body: {} }));
  followAddress(page);
  page.store.setState({ selected: [entityId("ada")] });
  expect(location.hash).toBe("#entity=ada");
  location.hash = "#entity=bolt";
  page.store.setState({ phase: "ready" });
  expect(location.hash).toBe("#entity=bolt");
  await new Promise((heard) => setTimeout(heard, 50));
  expect(page.store.getState().selected).toEqual(["bolt"]);
  expect(location.hash).toBe("#entity=bolt");
  await stop();
});
