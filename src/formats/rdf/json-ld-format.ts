import type { Format } from "../format.ts";
import { jsonLdWriter } from "./write-json-ld.ts";

export const jsonLdFormat: Format = {
  id: "json-ld",
  label: "RDF (JSON-LD)",
  extensions: [".jsonld"],
  mediaType: "application/ld+json",
  idSpace: "file",
  reader: null,
  writer: jsonLdWriter,
};
