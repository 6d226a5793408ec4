/** "CLEW" as SQLite's application_id: `file` and Clew know a case by it. */
export const applicationId = 0x434c4557;
export const schemaVersion = 3;

const appendOnly = (table: string): string =>
  ["UPDATE", "DELETE"]
    .map(
      (verb) =>
        `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`,
    )
    .join("\n");

const firstAppended = ["claim", "judgement", "history", "history_change"];
const appended = [...firstAppended, "history_run"];

export const appendOnlyTriggers = appended.map(appendOnly).join("\n");

/** For the one transaction of a redaction, which makes them again before it ends. */
export const dropAppendOnly = appended
  .flatMap((table) => ["update", "delete"].map((verb) => `DROP TRIGGER ${table}_no_${verb};`))
  .join("\n");

const questionTable = "CREATE TABLE question (id TEXT PRIMARY KEY, body TEXT NOT NULL);";

/** What was made from the case and is kept to be there at once; can be thrown away. `derived.ts` says what its rows are. */
const derivedTable = `CREATE TABLE derived (
  name TEXT NOT NULL, revision INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, revision, part)
);`;

/** What an entity's own attributes are read by: beside a hub's thousands of links they would be a needle each. */
const attributeIndex = "CREATE INDEX claim_attribute ON claim (subject) WHERE relation IS NULL;";

/** Indexes of the names, by name: away while all names are filled in. */
export const nameIndexes: Readonly<Record<string, string>> = {
  name_entity: "CREATE INDEX name_entity ON name (entity)",
  name_folded: "CREATE INDEX name_folded ON name (folded)",
};

export const nameTable =
  "CREATE TABLE name (key INTEGER PRIMARY KEY, entity TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL);";

/**
 * `fts_word` gives the names of a word or of a beginning of up to four letters, in order of the name's key, which starts with its
 * length (`name-index.ts`). `word` holds each word once: for longer beginnings, parts of words and typos. Words are made by
 * `nameWords`; the tokenizer only parts them at blanks.
 */
export const wordTables = `
CREATE VIRTUAL TABLE fts_word USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4', tokenize='ascii');
CREATE TABLE word (key INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);`;

/** Names are filled in after it (`fillNames`). */
const searchStep = `DROP TABLE fts_word;\nDROP TABLE fts_part;${wordTables}`;

/** A page of an entity's links by relation, counts by kind, an entity's judgements, the types there are: each from an index alone. */
const lookUpIndexes = `
DROP INDEX link_from;
DROP INDEX link_to;
CREATE INDEX link_from ON link (from_id, relation, to_id);
CREATE INDEX link_to ON link (to_id, relation, from_id);
CREATE INDEX link_kind ON link (relation, standing);
CREATE INDEX claim_stance ON claim (stance) WHERE stance <> 'asserts';
CREATE INDEX judgement_a ON judgement (a);
CREATE INDEX judgement_b ON judgement (b);
CREATE INDEX entity_type ON entity (type);`;

/** The first version whose names lie in order of length. */
export const searchVersion = 3;

/** Changes that may be sent again: which entry they made (`wrote`), or at which revision they had nothing to do. */
const operationTable = `CREATE TABLE operation (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, asked TEXT NOT NULL, seq INTEGER NOT NULL, wrote INTEGER NOT NULL, answer TEXT
);`;

/** Changes of the history that the table of claims tells: `history-runs.ts`. */
const runTable = `CREATE TABLE history_run (
  seq INTEGER NOT NULL REFERENCES history (seq), n INTEGER NOT NULL, kind TEXT NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (seq, n)
) WITHOUT ROWID;
${appendOnly("history_run")}`;

/** What makes a file of a version one of the next: `migrations[0]` leads from 1 to 2. */
export const migrations: readonly string[] = [
  questionTable,
  [derivedTable, operationTable, attributeIndex, searchStep, lookUpIndexes, runTable].join("\n"),
];

/**
 * The tables of version 1; later versions are these and the steps after them. `body` is the whole record as JSON; the columns beside it are what is looked up. Claims,
 * judgements and history are append-only; what is withdrawn now stands in `withdrawn`, derived from
 * the history. `link`, `link_claim`, `name`, `word` and the `fts_` tables are derived and can be rebuilt.
 */
const firstSchema = `
CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT NOT NULL, body TEXT NOT NULL);
${nameTable}
${Object.values(nameIndexes).join(";\n")};
CREATE VIRTUAL TABLE fts_word USING fts5 (folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE fts_part USING fts5 (folded, content='', contentless_delete=1, tokenize='trigram');
CREATE TABLE source (id TEXT PRIMARY KEY, derived_from TEXT, body TEXT NOT NULL);
CREATE TABLE source_text (source TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE, text TEXT NOT NULL);
CREATE TABLE claim (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, subject TEXT NOT NULL, relation TEXT, object TEXT,
  stance TEXT NOT NULL, speaker TEXT, about TEXT, source TEXT NOT NULL, relays TEXT, body TEXT NOT NULL
);
CREATE INDEX claim_subject ON claim (subject);
CREATE INDEX claim_object ON claim (object) WHERE object IS NOT NULL;
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX claim_about ON claim (about) WHERE about IS NOT NULL;
CREATE INDEX claim_source ON claim (source);
CREATE INDEX claim_relation ON claim (relation);
CREATE INDEX claim_relays ON claim (relays) WHERE relays IS NOT NULL;
CREATE TABLE judgement (id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE withdrawn (kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE chart (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE ontology (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE history (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, label TEXT NOT NULL, undoes INTEGER);
CREATE TABLE history_change (seq INTEGER NOT NULL REFERENCES history (seq), n INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (seq, n)) WITHOUT ROWID;
CREATE TABLE link (
  id TEXT PRIMARY KEY, relation TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
  standing TEXT NOT NULL, claims INTEGER NOT NULL, origins INTEGER NOT NULL
);
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);
CREATE TABLE link_claim (claim INTEGER PRIMARY KEY REFERENCES claim (key), link TEXT NOT NULL);
CREATE INDEX link_claim_link ON link_claim (link, claim);
${firstAppended.map(appendOnly).join("\n")}
`;

/** What makes an empty case of a version, as one script. */
export function schemaOf(version: number): string {
  const marks = `PRAGMA application_id = ${applicationId};\nPRAGMA user_version = ${version};`;
  return [firstSchema, ...migrations.slice(0, version - 1), marks].join("\n");
}

export const schema = schemaOf(schemaVersion);
