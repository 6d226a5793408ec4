import { iconPath, iconSide } from "./icon-paths.ts";
import { iconSvgs } from "./icon-sources.ts";

/** Cells of a row, and pixels of a cell; powers of two, so that the texture has mipmaps in WebGL 1 as well. */
export const atlasCells = 8;
const cell = 128;
const margin = 16;

let drawn: HTMLCanvasElement | null = null;

/** All icons, white on nothing; only the coverage is used. Drawn once per page. */
export function iconAtlas(): HTMLCanvasElement {
  drawn ??= drawAtlas();
  return drawn;
}

function drawAtlas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = atlasCells * cell;
  canvas.height = atlasCells * cell;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("icon atlas: wanted a 2d context, got none");
  context.strokeStyle = "#fff";
  context.lineWidth = 2.4;
  context.lineCap = "round";
  context.lineJoin = "round";
  const scale = (cell - 2 * margin) / iconSide;
  iconSvgs.forEach((_, index) => {
    const column = index % atlasCells;
    const row = Math.floor(index / atlasCells);
    context.setTransform(scale, 0, 0, scale, column * cell + margin, row * cell + margin);
    context.stroke(iconPath(index));
  });
  return canvas;
}

/** Share of a cell's side that the icon's own square takes. */
export const atlasFill = (cell - 2 * margin) / cell;

/** The atlas as a texture of one WebGL context. */
export function atlasTexture(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, iconAtlas());
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
