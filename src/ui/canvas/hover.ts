import type { LinkId } from "../../base/ids.ts";
import type { DrawnScene } from "./graph-of-scene.ts";
import { edgeKey, edgeLook } from "./looks.ts";
import { hex, type Palette } from "./palette.ts";

/** Draws one link as under the pointer: in full ink (the thread stays red), a little wider. Returns the key of the link to draw again, or null. */
export function showUnderPointer(
  link: LinkId,
  drawn: DrawnScene,
  { palette, on }: { readonly palette: Palette; readonly on: "on" | "off" },
): string | null {
  const item = drawn.edges.find(({ edge }) => edge.id === link);
  if (item === undefined) return null;
  const usual = edgeLook(item.edge, palette);
  const { zIndex } = item.look;
  Object.assign(item.look, usual, { zIndex });
  if (on === "on") {
    item.look.size += 0.8;
    if (item.edge.emphasis !== "path") item.look.color = hex(palette.ink);
  }
  return edgeKey(link);
}
