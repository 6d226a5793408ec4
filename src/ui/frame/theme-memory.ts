import type { Theme } from "../state/page-state.ts";

const key = "clew-theme";

/** The theme chosen last in this browser; the system's where none was, or where nothing can be kept. */
export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that keeps nothing still shows the theme until the page closes.
  }
}
