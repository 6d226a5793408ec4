import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { BadInput } from "../../src/base/problem.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { randomFrom } from "../formats/random-from.ts";
import { entityOf, linkClaim, sourceOf } from "../store/records.ts";
import { type Outcome, ran } from "./outcome.ts";
import { pictureOf } from "./picture-of.ts";
import { inScratch } from "./scratch.ts";

const entriesInFile = 8;
const entriesInLog = 24;
/** Of so many images one has its damage in the database file and not in the log. */
const perFileImage = 6;
const author = { by: "tester", at: "2024-04-01T00:00:00.000Z", label: "test" };

/** A case whose last entries stand in the log alone, and what a reader saw after each entry. */
interface Written {
  readonly path: string;
  readonly pictures: readonly string[];
}

const damages = ["cut", "zeroed page", "flipped bit"] as const;

/**
 * Damages copies of a case and its write-ahead log as a power cut or a bad disk would. With damage in the log the case
 * opens and is what it was after one of its entries, none of them half. With damage in the file itself it opens or is refused in one line.
 */
export async function tornLog({ images, seed }: { images: number; seed: number }): Promise<Outcome> {
  const random = randomFrom(seed);
  const broken: string[] = [];
  const seen = { prefixes: 0, refused: 0, opened: 0 };
  await inScratch((folder) => {
    const written = writeCase(folder);
    for (let image = 0; image < images; image++) {
      const copy = join(folder, "image", "case.clew");
      mkdirSync(join(folder, "image"));
      copyFileSync(written.path, copy);
      copyFileSync(`${written.path}-wal`, `${copy}-wal`);
      const inFile = image % perFileImage === 0;
      const damage = damages[Math.floor(image / perFileImage) % damages.length]!;
      damageFile(inFile ? copy : `${copy}-wal`, damage, random);
      const fault = inFile ? openDamagedFile(copy, seen) : openTorn(copy, written, seen);
      if (fault !== null) broken.push(`image ${image}, ${damage} in the ${inFile ? "file" : "log"}: ${fault}`);
      rmSync(join(folder, "image"), { recursive: true });
    }
  }, "memory");
  const { prefixes, refused, opened } = seen;
  return ran(
    `${images} images: ${prefixes} of the log opened, each a prefix; ${refused + opened} of the file: ${refused} refused in a line, ${opened} opened`,
    broken,
  );
}

/** The case is copied while it is open: closing it would move the log into the file. */
function writeCase(folder: string): Written {
  const path = join(folder, "written.clew");
  let store = openSqliteStore(path, { mode: "create" });
  const pictures = [pictureOf(store)];
  for (let entry = 0; entry < entriesInFile + entriesInLog; entry++) {
    if (entry === entriesInFile) {
      store.close();
      store = openSqliteStore(path, { mode: "write" });
    }
    store.apply(
      [
        { kind: "put-entity", before: null, after: entityOf(`a${entry}`) },
        { kind: "put-entity", before: null, after: entityOf(`b${entry}`) },
        { kind: "put-source", before: null, after: sourceOf(`s${entry}`) },
        {
          kind: "record-claim",
          claim: { ...linkClaim(`c${entry}`, `a${entry} owns b${entry}`), source: sourceOf(`s${entry}`).id },
        },
      ],
      author,
    );
    pictures.push(pictureOf(store));
  }
  const kept = join(folder, "kept.clew");
  copyFileSync(path, kept);
  copyFileSync(`${path}-wal`, `${kept}-wal`);
  store.close();
  return { path: kept, pictures };
}

function damageFile(path: string, damage: (typeof damages)[number], random: () => number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(random() * bytes.length);
  if (damage === "cut") truncateSync(path, at);
  else {
    if (damage === "flipped bit") bytes[at]! ^= 1 << Math.floor(random() * 8);
    else bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
    writeFileSync(path, bytes);
  }
}

function openTorn(path: string, { pictures }: Written, seen: { prefixes: number }): string | null {
  try {
    const store = openSqliteStore(path, { mode: "write" });
    const [revision, picture, problems] = [store.revision(), pictureOf(store), store.check()];
    store.close();
    if (problems.length > 0) return `opened with ${problems[0]?.message}`;
    if (revision < entriesInFile) return `wanted at least the ${entriesInFile} entries of the file, got ${revision}`;
    if (pictures[revision] !== picture) return `wanted what was there after entry ${revision}, got something else`;
    if (existsSync(`${path}-wal`)) return "the log is left behind";
    seen.prefixes++;
    return null;
  } catch (error) {
    return `wanted it to open, got ${String(error)}`;
  }
}

/** SQLite keeps no checksum of a page: what is changed inside a text may go unseen. It never goes unseen as a crash. */
function openDamagedFile(path: string, seen: { refused: number; opened: number }): string | null {
  try {
    const store = openSqliteStore(path, { mode: "write" });
    try {
      store.check();
      store.reading(() => pictureOf(store));
    } finally {
      store.close();
    }
    seen.opened++;
    return null;
  } catch (error) {
    seen.refused++;
    const isOneLine = error instanceof BadInput && !error.message.includes("\n");
    return isOneLine ? null : `${basename(path)}: wanted a refusal in one line, got ${String(error)}`;
  }
}
