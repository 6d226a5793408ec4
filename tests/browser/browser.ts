import { afterAll, afterEach, expect } from "vitest";
import { launchPage, type OpenedPage, type PageOptions } from "./launch-page.ts";

export type { OpenedPage };

const opened: OpenedPage[] = [];
const told = new Map<OpenedPage, number>();

/**
 * Opens `url` in a browser of its own. After each test of the file that uses it: no page has asked anything of another machine or
 * port, and none has had an error, a dialog or a breach of its policy.
 */
export async function openPage(url: string, options: PageOptions = {}): Promise<OpenedPage> {
  const page = await launchPage(url, options);
  opened.push(page);
  return page;
}

/** What went wrong since the last look. */
function news(): string[] {
  return opened.flatMap((page) => {
    const all = [...page.strayRequests.map((address) => `asked ${address}`), ...page.faults];
    const seen = told.get(page) ?? 0;
    told.set(page, all.length);
    return all.slice(seen);
  });
}

afterEach(() => expect(news()).toEqual([]));
afterAll(() => expect(news()).toEqual([]));
