import type { Shape } from "../../claims/ontology.ts";
import type { Legend } from "../../view/legend.ts";
import type { LineForm } from "../../view/scene.ts";
import { shortName } from "../state/words.ts";
import { iconPathNamed, iconSide } from "./icon-paths.ts";
import { hex, type Palette } from "./palette.ts";
import { shapePath } from "./shape-path.ts";

interface Entry {
  /** Pixels that the mark takes, without the word. */
  readonly mark: number;
  readonly words: string;
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

const rowHeight = 26;
const padding = 16;
const between = 20;

/** Pixels that the strip takes under a picture of that width; 0 when there is nothing to explain. */
export function legendHeight(legend: Legend, width: number, palette: Palette): number {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return 0;
  const rows = [typeEntries(legend, palette), standingEntries(legend, palette)].reduce(
    (sum, entries) => sum + rowsOf(context, entries, { width, palette }).length,
    0,
  );
  return rows === 0 ? 0 : rows * rowHeight + padding;
}

interface StripOptions {
  readonly width: number;
  readonly palette: Palette;
}

/** Draws the strip with its upper left corner at the origin. */
export function drawLegend(context: CanvasRenderingContext2D, legend: Legend, options: StripOptions): void {
  const { palette, width } = options;
  const rows = [typeEntries(legend, palette), standingEntries(legend, palette)].flatMap((entries) =>
    rowsOf(context, entries, options),
  );
  if (rows.length === 0) return;
  context.fillStyle = hex(palette.hairline);
  context.fillRect(0, 0, width, 1);
  context.textAlign = "left";
  context.textBaseline = "middle";
  rows.forEach((row, at) => {
    for (const { entry, x } of row) {
      context.save();
      context.translate(x, padding / 2 + at * rowHeight + rowHeight / 2);
      entry.draw(context);
      context.fillStyle = hex(palette.ink);
      context.font = fontOf(palette);
      context.fillText(entry.words, entry.mark + 7, 0.5);
      context.restore();
    }
  });
}

function fontOf({ font }: Palette): string {
  return `450 12px ${font}`;
}

/** Entries one after another, broken into rows where the width ends. */
function rowsOf(
  context: CanvasRenderingContext2D,
  entries: readonly Entry[],
  { width, palette }: StripOptions,
): { entry: Entry; x: number }[][] {
  context.font = fontOf(palette);
  const rows: { entry: Entry; x: number }[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const wide = entry.mark + 7 + context.measureText(entry.words).width;
    if (x + wide > width - padding) {
      rows.push([]);
      x = padding;
    }
    rows.at(-1)?.push({ entry, x });
    x += wide + between;
  }
  return rows;
}

function typeEntries({ types }: Legend, { panel }: Palette): Entry[] {
  return types.map(({ label, count, shape, icon, color }) => ({
    mark: 18,
    words: `${shortName(label, 40)} ${count.toLocaleString("en")}`,
    draw: (context) => drawGlyph(context, { shape, icon, color, lines: hex(panel) }),
  }));
}

interface Glyph {
  readonly shape: Shape;
  readonly icon: string;
  readonly color: string;
  readonly lines: string;
}

function drawGlyph(context: CanvasRenderingContext2D, { shape, icon, color, lines }: Glyph): void {
  const scale = 10 / iconSide;
  context.save();
  context.translate(9, 0);
  context.fillStyle = color;
  context.fill(shapePath(shape, 8.5));
  context.scale(scale, scale);
  context.translate(-iconSide / 2, -iconSide / 2);
  context.strokeStyle = lines;
  context.lineWidth = 2.6;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.stroke(iconPathNamed(icon));
  context.restore();
}

function standingEntries({ standings }: Legend, palette: Palette): Entry[] {
  return standings.map(({ form, count }) => ({
    mark: 34,
    words: `${form.label} ${count.toLocaleString("en")}`,
    draw: (context) => drawLine(context, form, palette),
  }));
}

function drawLine(context: CanvasRenderingContext2D, { width, dash, mark }: LineForm, { ink, ground, font }: Palette): void {
  context.strokeStyle = hex(ink);
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(34, 0);
  context.stroke();
  context.setLineDash([]);
  if (mark === "") return;
  context.beginPath();
  context.arc(17, 0, 6.5, 0, 2 * Math.PI);
  context.fillStyle = hex(ground);
  context.fill();
  context.lineWidth = 1.1;
  context.stroke();
  context.fillStyle = hex(ink);
  context.font = `600 11px ${font}`;
  context.textAlign = "center";
  context.fillText(mark, 17, 0.5);
  context.textAlign = "left";
}
