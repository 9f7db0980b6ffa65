extension Schema {
  /// The run journal's schema.
  static let journal = Schema(application: 0x4361_6D4A, steps: [journalStep1])
}

/// Runs and their tiers, what was purged, and how long runs are kept.
///
/// The triggers hold against any program that opens the file: a row can be added, never changed, and a run
/// goes only together with a row of `purge` that says so. `INSERT OR REPLACE` would delete without calling
/// a trigger, hence the checks before each insertion.
let journalStep1 = """
  CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at = strftime('%Y-%m-%dT%H:%M:%SZ', at)),
    command TEXT NOT NULL,
    engine TEXT NOT NULL,
    scenario_hash TEXT
      CHECK (length(scenario_hash) = 64 AND scenario_hash NOT GLOB '*[^0-9a-f]*'),
    plan_hash TEXT CHECK (length(plan_hash) = 64 AND plan_hash NOT GLOB '*[^0-9a-f]*'),
    territory TEXT,
    date TEXT CHECK (date = strftime('%Y-%m-%d', date)),
    profiles TEXT NOT NULL CHECK (json_type(profiles) = 'array'),
    seed TEXT NOT NULL CHECK (length(seed) > 0 AND seed NOT GLOB '*[^0-9]*'),
    iterations INTEGER CHECK (iterations >= 0),
    time_limit REAL CHECK (time_limit >= 0),
    served INTEGER NOT NULL CHECK (served >= 0),
    unserved INTEGER NOT NULL CHECK (unserved >= 0),
    locks INTEGER NOT NULL CHECK (locks >= 0),
    exit_status INTEGER NOT NULL CHECK (exit_status BETWEEN 0 AND 255),
    tier_count INTEGER NOT NULL CHECK (tier_count >= 0)
  ) STRICT;

  CREATE TABLE tier (
    run INTEGER NOT NULL REFERENCES run (id),
    rank INTEGER NOT NULL CHECK (rank >= 0),
    id TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (run, rank)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE retention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at = strftime('%Y-%m-%dT%H:%M:%SZ', at)),
    months INTEGER NOT NULL CHECK (months BETWEEN 6 AND 12)
  ) STRICT;

  CREATE TABLE purge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at = strftime('%Y-%m-%dT%H:%M:%SZ', at)),
    before TEXT NOT NULL CHECK (before = strftime('%Y-%m-%dT%H:%M:%SZ', before)),
    last_run INTEGER NOT NULL,
    removed INTEGER NOT NULL
  ) STRICT;

  CREATE TRIGGER run_not_replaced BEFORE INSERT ON run
  WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'append-only: run'); END;

  CREATE TRIGGER run_not_changed BEFORE UPDATE ON run
  BEGIN SELECT RAISE(ABORT, 'append-only: run'); END;

  CREATE TRIGGER run_not_deleted BEFORE DELETE ON run
  WHEN NOT EXISTS (SELECT 1 FROM purge WHERE OLD.at < before AND OLD.id <= last_run)
  BEGIN SELECT RAISE(ABORT, 'append-only: run'); END;

  CREATE TRIGGER tier_sealed BEFORE INSERT ON tier
  WHEN EXISTS (SELECT 1 FROM tier WHERE run = NEW.run AND rank = NEW.rank)
    OR (SELECT count(*) FROM tier WHERE run = NEW.run)
      >= (SELECT tier_count FROM run WHERE id = NEW.run)
  BEGIN SELECT RAISE(ABORT, 'append-only: tier'); END;

  CREATE TRIGGER tier_not_changed BEFORE UPDATE ON tier
  BEGIN SELECT RAISE(ABORT, 'append-only: tier'); END;

  CREATE TRIGGER tier_not_deleted BEFORE DELETE ON tier
  WHEN NOT EXISTS (
    SELECT 1 FROM purge JOIN run ON run.at < purge.before AND run.id <= purge.last_run
    WHERE run.id = OLD.run)
  BEGIN SELECT RAISE(ABORT, 'append-only: tier'); END;

  CREATE TRIGGER retention_not_replaced BEFORE INSERT ON retention
  WHEN EXISTS (SELECT 1 FROM retention WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'append-only: retention'); END;

  CREATE TRIGGER retention_not_changed BEFORE UPDATE ON retention
  BEGIN SELECT RAISE(ABORT, 'append-only: retention'); END;

  CREATE TRIGGER retention_not_deleted BEFORE DELETE ON retention
  BEGIN SELECT RAISE(ABORT, 'append-only: retention'); END;

  CREATE TRIGGER purge_honest BEFORE INSERT ON purge
  WHEN EXISTS (SELECT 1 FROM purge WHERE id = NEW.id)
    OR NEW.removed <> (SELECT count(*) FROM run WHERE at < NEW.before)
    OR NEW.last_run <> (SELECT coalesce(max(id), 0) FROM run)
    OR NEW.before > strftime('%Y-%m-%dT%H:%M:%SZ', NEW.at,
      '-' || coalesce((SELECT months FROM retention ORDER BY id DESC LIMIT 1), 12) || ' months')
  BEGIN SELECT RAISE(ABORT, 'purge refused'); END;

  CREATE TRIGGER purge_removes AFTER INSERT ON purge
  BEGIN
    DELETE FROM tier WHERE run IN (SELECT id FROM run WHERE at < NEW.before);
    DELETE FROM run WHERE at < NEW.before;
  END;

  CREATE TRIGGER purge_not_changed BEFORE UPDATE ON purge
  BEGIN SELECT RAISE(ABORT, 'append-only: purge'); END;

  CREATE TRIGGER purge_not_deleted BEFORE DELETE ON purge
  BEGIN SELECT RAISE(ABORT, 'append-only: purge'); END;
  """
