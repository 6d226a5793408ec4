import { cutToWidth } from "./cut-to-width.ts";

export interface CutText {
  readonly text: string;
  readonly width: number;
}

export interface TextMeasure {
  /** A name on one line, cut to `widest` pixels, in that font; remembered. */
  cut(name: string, font: string, widest: number): CutText;
  /** Fonts came in: what was measured before no longer holds. */
  forget(): void;
}

export function createTextMeasure(): TextMeasure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("text measure: wanted a 2d context, got none");
  const known = new Map<string, Map<string, CutText>>();
  return {
    cut(name, font, widest) {
      const key = `${widest}/${font}`;
      const ofFont = known.get(key) ?? new Map<string, CutText>();
      known.set(key, ofFont);
      const found = ofFont.get(name);
      if (found !== undefined) return found;
      context.font = font;
      const measure = (text: string) => context.measureText(text).width;
      const text = cutToWidth(name, widest, measure);
      const cut = { text, width: measure(text) };
      ofFont.set(name, cut);
      return cut;
    },
    forget: () => known.clear(),
  };
}
