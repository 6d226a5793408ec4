import type { Standing } from "../../claims/standing.ts";
import { nothingHidden } from "./graph-index.ts";
import { dismiss, failureLine, type PageEnv, tell } from "./page-env.ts";
import type { Dialog, LeftTab, RightTab, Theme } from "./page-state.ts";

/** How the page looks: what is hidden, which tab, which dialog, light or dark. */
export function lookActions(env: PageEnv, remember: (theme: Theme) => void) {
  const { store, api } = env;
  const order: readonly Theme[] = ["system", "light", "dark"];
  return {
    toggleType: (type: string) => store.setState(({ hidden }) => ({ hidden: { ...hidden, types: toggled(hidden.types, type) } })),
    toggleStanding: (standing: Standing) =>
      store.setState(({ hidden }) => ({ hidden: { ...hidden, standings: toggled(hidden.standings, standing) } })),
    showAll: () => store.setState({ hidden: nothingHidden }),
    setLeftTab: (leftTab: LeftTab) => store.setState({ leftTab }),
    setRightTab: (rightTab: RightTab) => store.setState({ rightTab }),
    fold: (side: "left" | "right", folded?: boolean) =>
      store.setState((state) => {
        const next = folded ?? !state.folded[side];
        const other = side === "left" ? "right" : "left";
        return { folded: { ...state.folded, ...(state.small && !next ? { [other]: true } : {}), [side]: next } };
      }),
    /** On a small screen the canvas comes first: both panels are put away. */
    setSmall: (small: boolean) => store.setState({ small, folded: { left: small, right: small } }),
    nextTheme: () => {
      const theme = order[(order.indexOf(store.getState().theme) + 1) % order.length] ?? "system";
      remember(theme);
      store.setState({ theme });
    },
    openDialog: (dialog: Dialog) => {
      store.setState({ dialog });
      if (dialog.kind === "export") void loadFormats();
    },
    closeDialog: () => store.setState({ dialog: null }),
    dismissToast: (id: number) => dismiss(env, id),
    tell: (text: string, kind?: "done" | "failed") => tell(env, text, kind),
    loadFormats,
  };

  async function loadFormats(): Promise<void> {
    if (store.getState().formats.length > 0) return;
    try {
      const told = await api.formats();
      store.setState({ formats: "formats" in told ? told.formats : told });
    } catch (error) {
      tell(env, failureLine(env, error), "failed");
    }
  }
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
