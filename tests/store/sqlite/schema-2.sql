CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE name (key INTEGER PRIMARY KEY, entity TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX name_entity ON name (entity);
CREATE INDEX name_folded ON name (folded);
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
CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_change_no_update BEFORE UPDATE ON history_change BEGIN SELECT RAISE(ABORT, 'history_change is append-only'); END;
CREATE TRIGGER history_change_no_delete BEFORE DELETE ON history_change BEGIN SELECT RAISE(ABORT, 'history_change is append-only'); END;

CREATE TABLE question (id TEXT PRIMARY KEY, body TEXT NOT NULL);
PRAGMA application_id = 1129071959;
PRAGMA user_version = 2;
