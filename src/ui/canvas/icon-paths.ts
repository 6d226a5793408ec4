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

function readPath(svg: string): Path2D {
  const path = new Path2D();
  for (const element of new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.children) {
    path.addPath(partPath(element));
  }
  return path;
}

/** The kinds of element that lucide uses. */
function partPath(element: Element): Path2D {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  const part = new Path2D();
  switch (element.tagName) {
    case "path":
      return new Path2D(element.getAttribute("d") ?? "");
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
      return new Path2D(`M${element.getAttribute("points")}${element.tagName === "polygon" ? "Z" : ""}`);
    default:
      throw new Error(`icon: wanted a shape that lucide uses, got <${element.tagName}>`);
  }
}
