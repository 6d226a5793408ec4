import type { EntityId, LinkId } from "../../base/ids.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";
import { nothingLoaded } from "./page-state.ts";

/** Choosing entities, links and quotes, and fetching what the inspector shows of them. */
export function inspectActions(env: PageEnv) {
  const { store, api } = env;

  async function loadEntity(id: EntityId): Promise<void> {
    const current = () => store.getState().selected.at(-1) === id;
    try {
      const view = await api.entity(id);
      if (current()) store.setState({ entity: { state: "ready", view } });
    } catch (error) {
      const message = failureLine(env, error);
      if (current()) store.setState({ entity: { state: "failed", message } });
    }
  }

  async function loadLink(id: LinkId): Promise<void> {
    const current = () => store.getState().selectedLink === id;
    try {
      const view = await api.link(id);
      if (!current()) return;
      store.setState({ link: { state: "ready", view } });
      for (const source of new Set(view.claims.map((claim) => claim.source))) void needSource(source);
    } catch (error) {
      const message = failureLine(env, error);
      if (current()) store.setState({ link: { state: "failed", message } });
    }
  }

  function selectEntity(id: EntityId, { add = false, tab = true } = {}): void {
    const { selected } = store.getState();
    const kept = add ? selected.filter((one) => one !== id) : [];
    const dropped = add && selected.includes(id);
    const next = dropped ? kept : [...kept, id];
    const last = next.at(-1);
    store.setState({
      selected: next,
      selectedLink: null,
      entity: last === undefined ? nothingLoaded : { state: "loading" },
      ...(tab ? { rightTab: "entity" as const } : {}),
    });
    if (last !== undefined) void loadEntity(last);
  }

  function selectLink(id: LinkId): void {
    store.setState({ selectedLink: id, selected: [], link: { state: "loading" }, rightTab: "link" });
    void loadLink(id);
  }

  async function openSource(source: string, claim: string | null = null): Promise<void> {
    store.setState({ dialog: { kind: "source", source, claim } });
    await needSource(source, claim);
  }

  /** Fetches a source's text unless it is there, and the claim that is looked for with it. */
  async function needSource(source: string, claim: string | null = null): Promise<void> {
    const known = store.getState().sources.get(source);
    const isThere =
      claim === null || known === undefined || known.claims.length === known.total || known.claims.some(({ id }) => id === claim);
    if (known !== undefined && isThere) return;
    try {
      const view = await api.source(source, claim);
      store.setState(({ sources }) => ({ sources: new Map(sources).set(source, view) }));
    } catch (error) {
      const message = failureLine(env, error);
      const { dialog } = store.getState();
      if (dialog?.kind === "source" && dialog.source === source) store.setState({ dialog: null });
      tell(env, message, "failed");
    }
  }

  /** Reads anew what the inspector shows, after a change. */
  function refresh(): void {
    const { selected, selectedLink } = store.getState();
    const last = selected.at(-1);
    if (last !== undefined) void loadEntity(last);
    if (selectedLink !== null) void loadLink(selectedLink);
  }

  return {
    selectEntity,
    selectLink,
    openSource,
    needSource,
    refresh,
    clearSelection: () => store.setState({ selected: [], selectedLink: null, entity: nothingLoaded, link: nothingLoaded }),
  };
}
