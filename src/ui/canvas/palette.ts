export type Rgb = readonly [number, number, number];

/** The theme's colours as the canvas needs them: 0 to 255 each. */
export interface Palette {
  readonly ground: Rgb;
  readonly panel: Rgb;
  readonly ink: Rgb;
  readonly muted: Rgb;
  readonly hairline: Rgb;
  readonly thread: Rgb;
  readonly focus: Rgb;
  /** Of the program's own words: a CSS font family list. */
  readonly font: string;
}

const names = ["ground", "panel", "ink", "muted", "hairline", "thread", "focus"] as const;

/** Reads the style sheet's custom properties for one theme, whichever the page shows at the moment. */
export function readPalette(root: HTMLElement, theme: "light" | "dark"): Palette {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.colorScheme = theme;
  root.append(probe);
  const style = getComputedStyle(probe);
  const colors = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, parseRgb(style.color)] as const;
  });
  probe.style.fontFamily = "var(--sans)";
  const font = style.fontFamily;
  probe.remove();
  return { ...(Object.fromEntries(colors) as Record<(typeof names)[number], Rgb>), font };
}

function parseRgb(text: string): Rgb {
  const [r, g, b] = [...text.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
  if (r === undefined || g === undefined || b === undefined) throw new Error(`colour: wanted rgb(r, g, b), got ${text}`);
  return [r, g, b];
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((at) => Math.round((from[at] ?? 0) + ((to[at] ?? 0) - (from[at] ?? 0)) * share)) as [
    number,
    number,
    number,
  ];
}

export function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
