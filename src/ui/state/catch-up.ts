import { type ChangedPart, changedParts } from "../../claims/revision.ts";
import type { PageEnv } from "./page-env.ts";

interface Reading {
  /** Reads everything anew; false when that failed. */
  readonly everything: () => Promise<boolean>;
  readonly chart: () => Promise<boolean>;
  /** The case as a whole, without its graph. */
  readonly caseView: () => Promise<boolean>;
}

interface Change {
  readonly revision: number;
  readonly what: readonly ChangedPart[];
}

/**
 * Brings the page to a revision that it heard of, by the change that it made itself or by another's. Each is read once: what
 * is heard while something is being read waits, and is passed over when that has brought it along. Of a change whose
 * predecessor was not heard everything is read.
 */
export function catchUp({ store }: Pick<PageEnv, "store">, { everything, chart, caseView }: Reading) {
  let waiting: Change[] = [];
  let running: Promise<void> | null = null;
  const known = () => store.getState().case?.revision ?? 0;

  function upTo(change: Change): Promise<void> {
    waiting.push(change);
    running ??= readAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function readAll(): Promise<void> {
    for (let next = take(); next !== null; next = take()) {
      const read = await readOnce(next.what);
      // Whoever finds the server again begins anew.
      if (!read) {
        waiting = [];
        return;
      }
      const { case: view } = store.getState();
      if (view !== null && view.revision < next.revision) store.setState({ case: { ...view, revision: next.revision } });
    }
  }

  /** What waits, as one change; null when nothing is left to read. */
  function take(): Change | null {
    const fresh = waiting.filter(({ revision }) => revision > known());
    waiting = [];
    const revision = Math.max(...fresh.map((change) => change.revision));
    if (fresh.length === 0) return null;
    const heard = new Set(fresh.map((change) => change.revision));
    const gap = heard.size < revision - known();
    return { revision, what: gap ? changedParts : changedParts.filter((part) => fresh.some(({ what }) => what.includes(part))) };
  }

  async function readOnce(what: readonly ChangedPart[]): Promise<boolean> {
    if (what.includes("graph")) return everything();
    const done = await Promise.all([what.includes("charts") ? chart() : true, what.includes("questions") ? caseView() : true]);
    return done.every(Boolean);
  }

  return { upTo };
}
