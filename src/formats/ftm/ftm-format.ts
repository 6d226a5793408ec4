import type { Format } from "../format.ts";
import { ftmReader } from "./read.ts";
import { ftmWriter } from "./write.ts";

export const ftmFormat: Format = {
  id: "ftm",
  label: "FollowTheMoney",
  extensions: [".ftm", ".ftm.json", ".ijson"],
  mediaType: "application/json+ftm",
  idSpace: "world",
  reader: ftmReader,
  writer: ftmWriter,
};
