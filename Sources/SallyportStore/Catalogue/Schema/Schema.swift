import GRDB

/// The tables of the record, version by version (docs/formats/database.md).
///
/// A migration that has been released is never changed; a change is a new one after it.
enum Schema {
    /// `SLPT`: the number by which SQLite files of this kind are known (sqlite.org/fileformat2.html, offset 68).
    static let applicationID: Int32 = 0x534C_5054

    /// All migrations, in order.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: artifacts)
            try database.execute(sql: judgements)
            try database.execute(sql: appended)
        }
        migrator.registerMigration("v2") { database in
            try database.execute(sql: reportsByArtifact)
        }
        migrator.registerMigration("v3") { database in
            try database.execute(sql: countedSightings)
        }
        migrator.registerMigration("v4") { database in
            try database.execute(sql: sightingsOfBytes)
        }
        return migrator
    }

    private static let artifacts = """
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
        """

    private static let judgements = """
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
        """

    /// Version 2: a report belongs to an artifact, because it also says what surrounds it. The same bytes under another name
    /// had the report of whichever was judged last; they have none now, and are read again when theirs is wanted.
    private static let reportsByArtifact = """
        CREATE TABLE report_by_artifact (
            artifact INTEGER NOT NULL REFERENCES artifact (id),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            engine TEXT NOT NULL,
            judgement INTEGER NOT NULL REFERENCES judgement (id),
            body BLOB NOT NULL,
            PRIMARY KEY (artifact, digest, engine)
        ) STRICT;
        INSERT OR IGNORE INTO report_by_artifact (artifact, digest, engine, judgement, body)
            SELECT judgement.artifact, report.digest, judgement.engine, report.judgement, report.body
            FROM report JOIN judgement ON judgement.id = report.judgement ORDER BY report.judgement DESC;
        DROP TABLE report;
        ALTER TABLE report_by_artifact RENAME TO report;
        """

    /// Version 3: sightings are counted, of each package and of all, because there is a bound on them.
    private static let countedSightings = """
        ALTER TABLE package ADD COLUMN sightings INTEGER NOT NULL DEFAULT 0;
        UPDATE package SET sightings = (SELECT count(*) FROM sighting WHERE sighting.package = package.id);
        CREATE TABLE tally (sightings INTEGER NOT NULL) STRICT;
        INSERT INTO tally (sightings) SELECT count(*) FROM sighting;
        """

    /// Version 4: a sighting is one of certain bytes, with the publish time that was stated first. What the next look shows of an
    /// older sighting is added to it.
    private static let sightingsOfBytes = """
        ALTER TABLE sighting ADD COLUMN stated_at INTEGER;
        ALTER TABLE sighting ADD COLUMN digests BLOB;
        """

    /// What is only ever appended to. The triggers refuse everything else, from whichever program it comes.
    private static let appended = """
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
}
