import type { Format } from "../format.ts";
import { stixReader } from "./read.ts";
import { stixWriter } from "./write.ts";

export const stixFormat: Format = {
  id: "stix",
  label: "STIX",
  extensions: [".stix", ".stix.json", ".stix2"],
  mediaType: "application/stix+json",
  idSpace: "world",
  reader: stixReader,
  writer: stixWriter,
};
