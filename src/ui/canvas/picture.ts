import type { Legend } from "../../view/legend.ts";
import { drawLegend, legendHeight } from "./legend-strip.ts";
import { hex, type Palette } from "./palette.ts";
import type { Size } from "./zoom.ts";

interface PictureOptions {
  /** What is drawn, from the back to the front. */
  readonly layers: readonly HTMLCanvasElement[];
  readonly size: Size;
  readonly palette: Palette;
  readonly legend: Legend;
}

/**
 * PNG of what the canvas shows, on the ground's colour, over a strip with what its marks mean. Call it right
 * after a frame was drawn: a WebGL layer is empty once the browser has shown it.
 */
export function takePicture({ layers, size, palette, legend }: PictureOptions): Promise<Blob> {
  const scale = (layers[0]?.width ?? size.width) / size.width;
  const strip = legendHeight(legend, size.width, palette);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round((size.height + strip) * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("picture: wanted a 2d context, got none");
  context.fillStyle = hex(palette.ground);
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of layers) context.drawImage(layer, 0, 0);
  context.setTransform(scale, 0, 0, scale, 0, size.height * scale);
  drawLegend(context, legend, { width: size.width, palette });
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob === null ? fail(new Error("The picture is too large for this browser.")) : done(blob)),
      "image/png",
    );
  });
}
