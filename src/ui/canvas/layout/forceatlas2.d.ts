/** One step of ForceAtlas2 on bare arrays, which the library keeps for its own worker: ten numbers a node, three a link. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
  export default function iterate(settings: Required<ForceAtlas2Settings>, nodes: Float32Array, links: Float32Array): unknown;
}
