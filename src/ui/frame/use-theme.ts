import { useLayoutEffect } from "react";
import { usePage } from "../state/use-page.ts";
import { useMedia } from "./use-media.ts";

/** The theme that is drawn; the root element says so to the style sheets. */
export function useTheme(): "light" | "dark" {
  const theme = usePage((state) => state.theme);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  useLayoutEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme === "system" ? (systemDark ? "dark" : "light") : theme;
}
