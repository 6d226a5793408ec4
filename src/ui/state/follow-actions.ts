import type { Heard } from "./heard.ts";
import type { PageEnv } from "./page-env.ts";
import { firstState } from "./page-state.ts";

interface Following {
  readonly upTo: (change: Extract<Heard, { kind: "change" }>) => Promise<void>;
  /** Reads everything anew, and what the reader looks at. */
  readonly reload: () => Promise<unknown>;
}

/** What the page does with the server's events: what changed is read anew; what is selected and asked stays. */
export function followActions({ store }: Pick<PageEnv, "store">, { upTo, reload }: Following) {
  let server: string | null = null;

  function stands({ revision, server: now }: Extract<Heard, { kind: "at" }>): void {
    const { phase, case: view } = store.getState();
    const same = view !== null && view.revision === revision && (server === null || server === now);
    server = now;
    store.setState({ server: "here", ...(phase === "signed-out" ? { phase: view === null ? "loading" : "ready" } : {}) });
    if (!same) void anew(view?.name ?? null);
  }

  /** After a start of the server another case may be there: then nothing of this one is kept. */
  async function anew(name: string | null): Promise<void> {
    await reload();
    const { case: view, theme } = store.getState();
    if (name === null || view === null || view.name === name) return;
    store.setState(firstState(theme));
    await reload();
  }

  return {
    hear: (heard: Heard): void => {
      if (heard.kind === "at") stands(heard);
      else if (heard.kind === "change") void upTo(heard);
      else if (heard.kind === "progress") store.setState({ importing: heard.progress });
      else if (heard.kind === "gone") store.setState(({ server: now }) => ({ server: now === "stopping" ? now : heard.why }));
      else store.setState({ server: "here", phase: "signed-out" });
    },
    /** The revision that the page shows. */
    seen: (): number => store.getState().case?.revision ?? 0,
  };
}
