import type { GraphAttribute } from "../graph-records.ts";
import { numberOrText } from "../values.ts";
import type { DotText } from "./statements.ts";

/** What a value says: a number or a truth that stands without quotes, else its text; of HTML the text alone. */
export function dotValue({ text, form }: DotText): GraphAttribute["value"] {
  if (form === "html") return htmlText(text);
  if (form === "plain" && (text === "true" || text === "false")) return text === "true";
  return form === "plain" ? numberOrText(text) : text;
}

/**
 * What a label says, in which a backslash means something before `n`, `l` and `r` (the end of a line) and `N` (the node itself); before
 * others it is left out. `lines`: whether the end of a line stays one, or is a blank.
 */
export function dotLabel({ text, form }: DotText, id: string, lines: "kept" | "joined"): string {
  const end = lines === "kept" ? "\n" : " ";
  const plain =
    form === "html"
      ? htmlText(text)
      : text.replaceAll(/\\([\s\S])/g, (_, char: string) => (char === "N" ? id : "nlr".includes(char) ? end : char));
  return lines === "kept" ? plain : plain.replaceAll(/\s+/g, " ").trim();
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** The text of a label in HTML, without what is drawn. */
function htmlText(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replaceAll(/<\/?(br|tr|td|table)\b[^<>]*>/gi, " ")
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities.get(String(name).toLowerCase()) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Attributes that say how something is drawn and laid out, and nothing about it (Graphviz, "Attributes"). */
export const dotLooks: ReadonlySet<string> = new Set(
  `area arrowhead arrowsize arrowtail bb bgcolor center clusterrank color colorscheme compound concentrate constraint decorate dim dir
  distortion dpi edgehref fillcolor fixedsize fontcolor fontname fontnames fontpath fontsize forcelabels gradientangle group
  head_lp headclip height image imagepath imagepos imagescale k label_scheme labelangle labeldistance labelfloat labelfontcolor
  labelfontname labelfontsize labeljust labelloc landscape layer layers layout len levels lhead lheight lp ltail lwidth margin maxiter
  minlen mode model mosek newrank nodesep nojustify normalize nslimit nslimit1 ordering orientation outputorder overlap overlap_scaling
  pack packmode pad page pagedir pencolor penwidth peripheries pin pos quadtree quantum rank rankdir ranksep ratio rects
  regular remincross resolution root rotate rotation samehead samplepoints sametail scale searchsize sep shape shapefile showboxes sides size
  skew smoothing sortv splines start style stylesheet tail_lp tailclip target truecolor vertices viewport voro_margin width xlp z`.split(
    /\s+/,
  ),
);
