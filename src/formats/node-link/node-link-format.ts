import type { Format } from "../format.ts";
import { nodeLinkReader } from "./read.ts";
import { nodeLinkWriter } from "./write.ts";

export const nodeLinkFormat: Format = {
  id: "node-link",
  label: "Node-link JSON",
  extensions: [".json"],
  mediaType: "application/json",
  idSpace: "file",
  reader: nodeLinkReader,
  writer: nodeLinkWriter,
};
