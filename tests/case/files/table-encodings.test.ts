import { expect, it } from "vitest";
import { ofKind } from "../../formats/read-all.ts";
import { namesIn, readFiles } from "./read-files.ts";

const text = "Quelle;Ziel;Betrag\nMüller;Zoë;1,5\nZoë;Łódź;2,5\n";
const western = text.replace("Łódź", "Århus");

it.each<[string, Uint8Array, string]>([
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), "Łódź"],
  ["UTF-16, little end first", Buffer.from(`\uFEFF${text}`, "utf16le"), "Łódź"],
  ["UTF-16, big end first", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), "Łódź"],
  ["Windows-1252", Buffer.from(western, "latin1"), "Århus"],
])("a table in %s is read as it is in UTF-8", async (_, bytes, last) => {
  const [file] = await readFiles([{ name: "links.csv", bytes }]);
  expect(namesIn(file!.records)).toEqual(["Müller", "Zoë", last]);
  const claims = ofKind(file!.records, "claim").map(({ claim }) => (claim.kind === "link" ? claim.attributes : []));
  expect(claims).toEqual([[["Betrag", 1.5]], [["Betrag", 2.5]]]);
});
