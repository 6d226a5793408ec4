import type Sigma from "sigma";
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { atlasTexture } from "./icon-atlas.ts";
import type { EdgeLook, NodeLook } from "./looks.ts";
import { nodeFragmentShader, nodeVertexShader } from "./node-shader.ts";
import type { Palette, Rgb } from "./palette.ts";

const uniforms = ["u_matrix", "u_view", "u_scale", "u_icons", "u_pixel", "u_ground", "u_ink", "u_thread", "u_icon"] as const;

/** Nodes in the shape and colour of their type, its icon inside, rings around: one instanced quad each. The palette is read at every frame. */
export function createNodeProgram(palette: () => Palette): NodeProgramType<NodeLook, EdgeLook> {
  return class extends NodeProgram<(typeof uniforms)[number], NodeLook, EdgeLook> {
    private texture: WebGLTexture | null = null;

    /** No second pass for picking: see pointer.ts. */
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma<NodeLook, EdgeLook>) {
      super(gl, null, renderer);
    }

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: nodeVertexShader,
        FRAGMENT_SHADER_SOURCE: nodeFragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_look", size: 4, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(_id: number, start: number, data: NodeDisplayData & Partial<NodeLook>) {
      const values = [data.x, data.y, data.size, floatColor(data.color), data.shape, data.icon, data.strength, data.rings];
      values.forEach((value, at) => {
        this.array[start + at] = value ?? 0;
      });
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo) {
      const colors = palette();
      gl.uniformMatrix3fv(at.u_matrix ?? null, false, params.matrix);
      gl.uniform2f(at.u_view ?? null, params.width, params.height);
      gl.uniform1f(at.u_scale ?? null, 1 / params.sizeRatio);
      gl.uniform1f(at.u_pixel ?? null, 1 / params.pixelRatio);
      const set = (name: string, [r, g, b]: Rgb) => gl.uniform3f(at[name] ?? null, r / 255, g / 255, b / 255);
      set("u_ground", colors.ground);
      set("u_ink", colors.ink);
      set("u_thread", colors.thread);
      set("u_icon", colors.panel);
      this.texture ??= atlasTexture(gl);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.texture);
      gl.uniform1i(at.u_icons ?? null, 0);
    }
  };
}
