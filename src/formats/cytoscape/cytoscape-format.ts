import type { Format } from "../format.ts";
import { cytoscapeReader } from "./read.ts";
import { cytoscapeWriter } from "./write.ts";

export const cytoscapeFormat: Format = {
  id: "cytoscape",
  label: "Cytoscape JSON",
  extensions: [".cyjs"],
  mediaType: "application/json",
  idSpace: "file",
  reader: cytoscapeReader,
  writer: cytoscapeWriter,
};
