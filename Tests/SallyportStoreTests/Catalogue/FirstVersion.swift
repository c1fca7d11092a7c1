/// The first version's database as SQL: its schema, never to be changed, and a few rows.
enum FirstVersion {
    static var sql: String { header + schema + "\n" + rows }

    /// What SQLite and GRDB know of it.
    static let header = """
        PRAGMA application_id = 1397510228;
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('v1');

        """

    /// The tables, indexes and triggers.
    static let schema = """
        CREATE TABLE package (
            id INTEGER PRIMARY KEY,
            ecosystem TEXT NOT NULL,
            name TEXT NOT NULL,
            looked_at INTEGER,
            UNIQUE (ecosystem, name)
        ) STRICT;
        CREATE TABLE sighting (
            package INTEGER NOT NULL REFERENCES package (id),
            version TEXT NOT NULL,
            filename TEXT NOT NULL,
            first_seen INTEGER NOT NULL,
            previous_look INTEGER,
            PRIMARY KEY (package, version, filename)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE artifact (
            id INTEGER PRIMARY KEY,
            package INTEGER NOT NULL REFERENCES package (id),
            version TEXT NOT NULL,
            filename TEXT NOT NULL,
            judgement INTEGER REFERENCES judgement (id),
            UNIQUE (package, version, filename)
        ) STRICT;
        CREATE TABLE pending (
            id INTEGER PRIMARY KEY,
            artifact INTEGER NOT NULL UNIQUE REFERENCES artifact (id)
        ) STRICT;
        CREATE TABLE judgement (
            id INTEGER PRIMARY KEY,
            artifact INTEGER NOT NULL REFERENCES artifact (id),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            digests BLOB NOT NULL,
            size INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('admit', 'hold', 'deny')),
            reasons BLOB,
            predecessor INTEGER REFERENCES artifact (id),
            policy TEXT NOT NULL,
            engine TEXT NOT NULL,
            judged_at INTEGER NOT NULL,
            companion_digest BLOB,
            companion_size INTEGER
        ) STRICT;
        CREATE INDEX judgement_refused ON judgement (id) WHERE outcome <> 'admit';
        CREATE TABLE report (
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            engine TEXT NOT NULL,
            judgement INTEGER NOT NULL REFERENCES judgement (id),
            body BLOB NOT NULL,
            PRIMARY KEY (digest, engine)
        ) STRICT;
        CREATE TABLE decision (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            subject TEXT,
            actor TEXT NOT NULL,
            at INTEGER NOT NULL,
            reason TEXT NOT NULL,
            expires INTEGER,
            as_of INTEGER
        ) STRICT;
        CREATE TABLE download (
            id INTEGER PRIMARY KEY,
            artifact INTEGER NOT NULL REFERENCES artifact (id),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            recipient TEXT NOT NULL,
            client TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX download_by_artifact ON download (artifact);
        CREATE TRIGGER decision_kept BEFORE DELETE ON decision
        BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
        CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision
        BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
        CREATE TRIGGER download_kept BEFORE DELETE ON download
        BEGIN SELECT RAISE(ABORT, 'downloads are never deleted'); END;
        CREATE TRIGGER download_unchanged BEFORE UPDATE ON download
        BEGIN SELECT RAISE(ABORT, 'downloads are never changed'); END;
        CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement
        BEGIN SELECT RAISE(ABORT, 'judgements are never deleted'); END;
        CREATE TRIGGER judgement_unchanged BEFORE UPDATE ON judgement
        BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END;
        """

    /// One row of each kind at least.
    static let rows = """
        INSERT INTO package VALUES (1, 'npm', '@scope/a', 5);
        INSERT INTO sighting VALUES (1, '1.1.0', 'a-1.1.0.tgz', 1, NULL);
        INSERT INTO artifact VALUES (1, 1, '1.0.0', 'a-1.0.0.tgz', NULL);
        INSERT INTO artifact VALUES (2, 1, '1.1.0', 'a-1.1.0.tgz', NULL);
        INSERT INTO judgement VALUES (1, 2, X'277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9',
            X'01daf529a73101c2be626b99fc6938163e7a27620b02277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9', 5, 'hold',
            CAST('[{"code":"hook-added","outcome":"hold","review":"Look.","sentence":"adds a hook","severity":"high"}]'
                AS BLOB),
            1, 'policy-1', '1', 1000, X'45447b7afbd5e544f7d0f1df0fccd26014d9850130abd3f020b89ff96b82079f', 12);
        UPDATE artifact SET judgement = 1 WHERE id = 2;
        INSERT INTO report VALUES (X'277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9', '1', 1,
            CAST('{"dependencies":[],"engine":"1","facts":[],"files":[{"content":"text","digest":
        "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881","isExecutable":false,"path":"x",
        "size":1}],"hooks":[],"kind":"npm","unpackedBytes":1}' AS BLOB));
        INSERT INTO pending VALUES (1, 1);
        INSERT INTO decision VALUES (1, 'deny', 'pkg:npm/%40scope/a', 'kim', 2000, 'read it', NULL, NULL);
        INSERT INTO decision VALUES (2, 'freeze', NULL, 'kim', 3000, 'incident', NULL, 1000);
        INSERT INTO download VALUES (1, 2, X'277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9', 'ci', 'npm/10.9.2', 4000);
        """
}
