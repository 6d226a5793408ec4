import type { Format } from "../format.ts";
import { dotReader } from "./read.ts";
import { dotWriter } from "./write.ts";

export const dotFormat: Format = {
  id: "dot",
  label: "DOT",
  extensions: [".dot", ".gv"],
  mediaType: "text/vnd.graphviz",
  idSpace: "file",
  reader: dotReader,
  writer: dotWriter,
};
