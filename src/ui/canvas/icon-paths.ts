import { iconIndex, iconSvgs } from "./icon-sources.ts";

/** Side of the square that lucide draws its icons in. */
export const iconSide = 24;

const known = new Map<number, Path2D>();

/** An icon as one path, to be stroked. */
export function iconPath(index: number): Path2D {
  const path = known.get(index) ?? readPath(iconSvgs[index] ?? "");
  known.set(index, path);
  return path;
}

export function iconPathNamed(name: string): Path2D {
  return iconPath(iconIndex(name));
}

/** The icons are texts of our own bundle, one element a line: no parser of the browser is handed a text, as the policy wants. */
function readPath(svg: string): Path2D {
  const path = new Path2D();
  for (const [, name = "", attributes = ""] of svg.matchAll(/<(\w+)\s([^<>]*)\/>/g)) path.addPath(partPath(name, attributes));
  return path;
}

/** The kinds of element that lucide uses. */
function partPath(name: string, attributes: string): Path2D {
  const given = new Map([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
  const number = (key: string) => Number(given.get(key) ?? 0);
  const part = new Path2D();
  switch (name) {
    case "path":
      return new Path2D(given.get("d"));
    case "circle":
      part.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
      return part;
    case "ellipse":
      part.ellipse(number("cx"), number("cy"), number("rx"), number("ry"), 0, 0, 2 * Math.PI);
      return part;
    case "rect":
      part.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
      return part;
    case "line":
      part.moveTo(number("x1"), number("y1"));
      part.lineTo(number("x2"), number("y2"));
      return part;
    case "polyline":
    case "polygon":
      return new Path2D(`M${given.get("points")}${name === "polygon" ? "Z" : ""}`);
    default:
      throw new Error(`icon: wanted a shape that lucide uses, got <${name}>`);
  }
}
