import type { Format } from "../format.ts";
import { graphsonReader } from "./read.ts";
import { graphsonWriter } from "./write.ts";

export const graphsonFormat: Format = {
  id: "graphson",
  label: "GraphSON",
  extensions: [".graphson"],
  mediaType: "application/json",
  idSpace: "file",
  reader: graphsonReader,
  writer: graphsonWriter,
};
