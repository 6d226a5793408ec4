import { addressOf, type Page } from "../state/create-page.ts";

/** Keeps the part after `#` in step with what is shown, both ways. Runs until the page closes. */
export function followAddress({ store, actions }: Page): void {
  const shown = () => location.hash.replace(/^#/, "");
  if (shown() !== "") actions.goTo(shown());
  store.subscribe((state) => {
    // While a question runs, the address still asks it.
    if (state.asking) return;
    const address = addressOf(state);
    if (address !== shown()) history.replaceState(null, "", address === "" ? location.pathname : `#${address}`);
  });
  window.addEventListener("hashchange", () => {
    if (shown() !== addressOf(store.getState())) actions.goTo(shown());
  });
}
