import { createStore } from "zustand/vanilla";
import { entityId, linkId } from "../../base/ids.ts";
import type { Api } from "./api.ts";
import { caseActions } from "./case-actions.ts";
import { chartActions } from "./chart-actions.ts";
import { readFragment, writeFragment } from "./fragment.ts";
import { inspectActions } from "./inspect-actions.ts";
import { lookActions } from "./look-actions.ts";
import type { PageEnv } from "./page-env.ts";
import { firstState, type PageState, type Theme } from "./page-state.ts";
import { pathActions } from "./path-actions.ts";

export interface PageOptions {
  readonly theme: Theme;
  readonly rememberTheme: (theme: Theme) => void;
  readonly later: PageEnv["later"];
}

export type Page = ReturnType<typeof createPage>;
export type PageActions = Page["actions"];

/** The page without React: one store, and the actions that change it. */
export function createPage(api: Api, { theme, rememberTheme, later }: PageOptions) {
  const store = createStore<PageState>(() => firstState(theme));
  const env: PageEnv = { store, api, later };
  const inspect = inspectActions(env);
  const paths = pathActions(env, inspect.needSource);
  const refresh = () => {
    inspect.refresh();
    paths.refresh();
  };
  const actions = {
    ...lookActions(env, rememberTheme),
    ...inspect,
    ...paths,
    ...chartActions(env),
    ...caseActions(env, refresh),
    search: (text: string, signal?: AbortSignal) => api.search(text, 12, signal).then(({ hits }) => hits),
    exportFile: api.exportFile,
    /** Goes where an address says: what is selected, and the question that was asked. */
    goTo: (hash: string) => {
      const { entity, link, path } = readFragment(hash);
      if (path !== null) void paths.ask(path);
      if (link !== null) inspect.selectLink(linkId(link));
      else if (entity !== null) inspect.selectEntity(entityId(entity), { tab: path === null });
    },
    /** Esc on the canvas: the selection first, then the path. True when there was something to leave. */
    leave: (): boolean => {
      const { selected, selectedLink, asked } = store.getState();
      if (selected.length > 0 || selectedLink !== null) inspect.clearSelection();
      else if (asked.state !== "none") paths.clearPath();
      else return false;
      return true;
    },
  };
  return { store, actions };
}

/** The part of the address after `#` that leads back to what is shown. */
export function addressOf({ selected, selectedLink, asked }: Pick<PageState, "selected" | "selectedLink" | "asked">): string {
  return writeFragment({
    entity: selected.at(-1) ?? null,
    link: selectedLink,
    path: asked.state === "answered" ? asked.answer.question : null,
  });
}
