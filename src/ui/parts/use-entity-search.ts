import { useEffect, useState } from "react";
import type { SearchHit } from "../../store/case-store.ts";
import { useActions } from "../state/use-page.ts";

export interface EntitySearch {
  readonly hits: readonly SearchHit[];
  readonly state: "idle" | "searching" | "done" | "failed";
}

const waitMs = 90;
const nothingAsked: EntitySearch = { hits: [], state: "idle" };

/** Entities that match what is typed; a search that is overtaken by the next one is called off. */
export function useEntitySearch(text: string, enabled = true): EntitySearch {
  const { search } = useActions();
  const [found, setFound] = useState<EntitySearch>({ hits: [], state: "idle" });
  const asked = text.trim();
  useEffect(() => {
    if (asked === "" || !enabled) {
      setFound(nothingAsked);
      return;
    }
    const stop = new AbortController();
    setFound(({ hits }) => ({ hits, state: "searching" }));
    const timer = setTimeout(() => {
      search(asked, stop.signal).then(
        (hits) => setFound({ hits, state: "done" }),
        () => stop.signal.aborted || setFound({ hits: [], state: "failed" }),
      );
    }, waitMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, enabled, search]);
  return asked === "" || !enabled ? nothingAsked : found;
}
