import type { Format } from "../format.ts";
import { gdfReader } from "./read.ts";

export const gdfFormat: Format = {
  id: "gdf",
  label: "GDF",
  extensions: [".gdf"],
  mediaType: "text/plain",
  idSpace: "file",
  reader: gdfReader,
  writer: null,
};
