import type { Format } from "../format.ts";
import { graphmlReader } from "./read.ts";
import { graphmlWriter } from "./write.ts";

export const graphmlFormat: Format = {
  id: "graphml",
  label: "GraphML",
  extensions: [".graphml"],
  mediaType: "application/graphml+xml",
  idSpace: "file",
  reader: graphmlReader,
  writer: graphmlWriter,
};
