import type Sigma from "sigma";
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { edgeFragmentShader, edgeVertexShader } from "./edge-shader.ts";
import { type EdgeLook, type NodeLook, ringGap } from "./looks.ts";
import type { Palette } from "./palette.ts";
import { lineScale } from "./zoom.ts";

const uniforms = ["u_matrix", "u_view", "u_scale", "u_lineScale", "u_pixel", "u_ground"] as const;

/** Links as lines or arcs with dashes, arrowheads and the ≠ of the contested: one instanced quad each. */
export function createEdgeProgram(palette: () => Palette): EdgeProgramType<NodeLook, EdgeLook> {
  return class extends EdgeProgram<(typeof uniforms)[number], NodeLook, EdgeLook> {
    /** No second pass for picking: see pointer.ts. */
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma<NodeLook, EdgeLook>) {
      super(gl, null, renderer);
    }

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: edgeVertexShader,
        FRAGMENT_SHADER_SOURCE: edgeFragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_from", size: 3, type: FLOAT },
          { name: "a_to", size: 3, type: FLOAT },
          { name: "a_line", size: 4, type: FLOAT },
          { name: "a_marks", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(
      _id: number,
      start: number,
      from: NodeDisplayData & Partial<NodeLook>,
      to: NodeDisplayData & Partial<NodeLook>,
      data: EdgeDisplayData & Partial<EdgeLook>,
    ) {
      const { array } = this;
      let at = start;
      array[at++] = from.x;
      array[at++] = from.y;
      array[at++] = to.x;
      array[at++] = to.y;
      for (const end of [from, to]) {
        array[at++] = end.size;
        array[at++] = end.shape ?? 0;
        array[at++] = ringGap(end.rings ?? 0);
      }
      array[at++] = data.size;
      array[at++] = data.dash ?? 0;
      array[at++] = data.gap ?? 0;
      array[at++] = data.bend ?? 0;
      array[at++] = data.arrow ?? 0;
      array[at++] = data.mark ?? 0;
      array[at++] = floatColor(data.color);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo) {
      const [r, g, b] = palette().ground;
      const scale = 1 / params.sizeRatio;
      gl.uniformMatrix3fv(at.u_matrix ?? null, false, params.matrix);
      gl.uniform2f(at.u_view ?? null, params.width, params.height);
      gl.uniform1f(at.u_scale ?? null, scale);
      gl.uniform1f(at.u_lineScale ?? null, lineScale(scale));
      gl.uniform1f(at.u_pixel ?? null, 1 / params.pixelRatio);
      gl.uniform3f(at.u_ground ?? null, r / 255, g / 255, b / 255);
    }
  };
}
