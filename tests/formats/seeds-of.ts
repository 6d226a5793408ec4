import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Format } from "../../src/formats/format.ts";
import { detectFormat } from "../../src/formats/list.ts";
import { corpusFolder } from "./corpus.ts";
import { hostileContent, hostileNames } from "./hostile-content.ts";
import { randomFrom } from "./random-from.ts";
import { sampleOf } from "./samples.ts";

/** A whole file of a format, as it would lie on a disk. */
export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const made = 30;
const mostBytes = 24_000;
/** Files that once broke something stay here, in a folder for each format. */
const keptFolder = "tests/formats/seeds";

/**
 * Files of a format to damage: thirty that are made, from names by the dozen; those that once broke something; and, where the corpus is
 * on this machine, its small ones of that format.
 */
export function seedsOf(format: Format, seed: number): SeedFile[] {
  const random = randomFrom(seed);
  const extension = format.extensions[0] ?? "";
  const { cannotHold = /^$/ } = sampleOf(format.id);
  const names = hostileNames.filter((name) => name.length < 100 && !cannotHold.test(name));
  const seeds = Array.from({ length: made }, (_, at): SeedFile => {
    const some = names.filter(() => random() < 0.25);
    return { name: `made-${at}${extension}`, bytes: bytesOf(format, some.length > 1 ? some : names.slice(0, 3)) };
  });
  return [...seeds, ...keptSeeds(format), ...corpusSeeds(format)];
}

function bytesOf(format: Format, names: readonly string[]): Uint8Array {
  const { sample, bytes, part } = sampleOf(format.id);
  const content = hostileContent(names);
  if (bytes !== undefined) return bytes(content);
  const text = sample?.(content) ?? [...format.writer!.write(content, part ?? format.writer!.parts[0]!)].join("");
  return new TextEncoder().encode(text);
}

function keptSeeds({ id }: Format): SeedFile[] {
  const folder = join(keptFolder, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

function corpusSeeds(format: Format): SeedFile[] {
  const folder = corpusFolder(".");
  if (folder === null) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const small = files
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size < mostBytes);
  return small.flatMap((file): SeedFile[] => {
    const bytes = extname(file) === ".gz" ? gunzipSync(readFileSync(file)) : readFileSync(file);
    const isOne = bytes.length < mostBytes && isOf(format, file.replace(/\.gz$/, ""), bytes);
    return isOne ? [{ name: `corpus${extname(file.replace(/\.gz$/, ""))}`, bytes }] : [];
  });
}

function isOf(format: Format, name: string, bytes: Uint8Array): boolean {
  try {
    return detectFormat(name, new TextDecoder().decode(bytes.subarray(0, 4096))).id === format.id;
  } catch {
    return false;
  }
}
