import type { StoreApi } from "zustand/vanilla";
import type { Api } from "./api.ts";
import { ApiError } from "./api.ts";
import type { PageState, Toast, ToastAction } from "./page-state.ts";

/** What actions work with: the state, the server, and a clock to wait on. */
export interface PageEnv {
  readonly store: StoreApi<PageState>;
  readonly api: Api;
  /** Runs `task` after `ms`; the returned function calls it off. */
  readonly later: (task: () => void, ms: number) => () => void;
}

let lastToast = 0;

/** Tells the reader one line for a few seconds; failures stay longer. */
export function tell({ store, later }: PageEnv, text: string, kind?: Toast["kind"]): void {
  say({ store, later }, { text, kind: kind ?? "done", action: null });
}

/** Likewise, with something that can be done about it: there is time to read it. */
export function tellWith(env: PageEnv, text: string, action: ToastAction): void {
  say(env, { text, kind: "done", action });
}

function say({ store, later }: Pick<PageEnv, "store" | "later">, toast: Omit<Toast, "id">): void {
  const id = ++lastToast;
  store.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, ...toast }] }));
  later(() => dismiss({ store }, id), toast.kind === "done" && toast.action === null ? 5000 : 12_000);
}

export function dismiss({ store }: Pick<PageEnv, "store">, id: number): void {
  store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** One line for the reader; an ended session changes the page's phase instead. */
export function failureLine({ store }: Pick<PageEnv, "store">, error: unknown): string {
  if (error instanceof ApiError && error.status === 401) store.setState({ phase: "signed-out" });
  return error instanceof Error ? error.message : String(error);
}
