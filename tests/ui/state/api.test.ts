import { expect, test } from "vitest";
import { createApi, fileNameOf } from "../../../src/ui/state/api.ts";
import { guessedTerms } from "../../../src/ui/state/import-state.ts";

test.each([
  ['attachment; filename="moscow-2024.gexf"', "moscow-2024.gexf"],
  ["attachment; filename=case.csv", "case.csv"],
  [`attachment; filename="x.csv"; filename*=UTF-8''F%C3%A4lle%20%F0%9F%A7%B6.csv`, "Fälle 🧶.csv"],
  [`attachment; filename="x.csv"; filename*=UTF-8''%E0%A4`, "x.csv"],
  [null, "clew-export"],
])("the header %s names the file %s", (header, name) => {
  expect(fileNameOf(header)).toBe(name);
});

test("of a large file the beginning is looked at; a zip goes whole, as its end says what is in it", async () => {
  let sent = new FormData();
  const api = createApi(async (_, init) => {
    sent = init?.body as FormData;
    return new Response("{}", { headers: { "Content-Type": "application/json" } });
  });
  const size = 3 * 1024 ** 2;
  const zip = new Uint8Array(size);
  zip.set([0x50, 0x4b, 3, 4]);
  const files = [new File([new Uint8Array(size)], "a.csv"), new File([zip], "data.bin"), new File(["a"], "small.csv")];
  await api.previewImport(files, guessedTerms, new AbortController().signal);
  expect(sent.getAll("file").map((file) => (file as File).size)).toEqual([2 * 1024 ** 2, size, 1]);
  expect(JSON.parse(String(sent.get("options")))).toEqual({ mappings: {}, cut: ["a.csv"] });
});
