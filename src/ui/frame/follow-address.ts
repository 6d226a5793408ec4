import { addressOf, type Page } from "../state/create-page.ts";

/** Keeps the part after `#` in step with what is shown, both ways. Runs until the page closes. */
export function followAddress({ store, actions }: Page): void {
  const shown = () => location.hash.replace(/^#/, "");
  /** The address that was followed or written last. */
  let known = shown();
  if (known !== "") actions.goTo(known);
  store.subscribe((state) => {
    // While a question runs, the address still asks it. One that is new is the reader's, and will be followed in a moment.
    if (state.asking || shown() !== known) return;
    const address = addressOf(state);
    if (address === known) return;
    history.replaceState(null, "", address === "" ? location.pathname : `#${address}`);
    known = shown();
  });
  window.addEventListener("hashchange", () => {
    known = shown();
    if (shown() !== addressOf(store.getState())) actions.goTo(shown());
  });
}
