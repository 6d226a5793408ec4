import type { Format } from "../format.ts";
import { ogmaReader } from "./read.ts";
import { ogmaWriter } from "./write.ts";

export const ogmaFormat: Format = {
  id: "ogma",
  label: "Ogma and Linkurious JSON",
  extensions: [".ogma.json"],
  mediaType: "application/json",
  idSpace: "file",
  reader: ogmaReader,
  writer: ogmaWriter,
};
