import type { EntityList } from "../../case/overview/overview-views.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";

/** Entities of a large case as a list, page after page. */
export interface Listing {
  /** Of this type; null for all. */
  readonly type: string | null;
  readonly total: number;
  readonly entities: EntityList["entities"];
  readonly busy: boolean;
}

const pageLength = 100;

/** The list of a large case: it is read from the server as far as the reader looks. */
export function listingActions(env: PageEnv) {
  const { store, api } = env;

  async function read(type: string | null, from: number): Promise<void> {
    const query: Record<string, string> = { from: String(from), limit: String(pageLength), ...(type === null ? {} : { type }) };
    const isWanted = () => store.getState().listing?.type === type;
    try {
      const { total, entities } = await api.entities(query);
      const before = from === 0 ? [] : (store.getState().listing?.entities ?? []);
      if (isWanted()) store.setState({ listing: { type, total, entities: [...before, ...entities], busy: false } });
    } catch (error) {
      if (isWanted()) store.setState(({ listing }) => ({ listing: listing && { ...listing, busy: false } }));
      tell(env, failureLine(env, error), "failed");
    }
  }

  return {
    /** Shows the entities of a type, or all, most linked first. */
    listEntities: (type: string | null): void => {
      store.setState({ listing: { type, total: 0, entities: [], busy: true }, leftTab: "list" });
      void read(type, 0);
    },
    listMore: (): void => {
      const { listing } = store.getState();
      if (listing === null || listing.busy || listing.entities.length >= listing.total) return;
      store.setState({ listing: { ...listing, busy: true } });
      void read(listing.type, listing.entities.length);
    },
    /** Back to what is on the canvas. */
    listCanvas: () => store.setState({ listing: null }),
  };
}
