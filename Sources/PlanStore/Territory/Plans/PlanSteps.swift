/// Plans of a day by number, the days that they were made from, and the states that a day went through.
///
/// Which state may follow which stands in the file itself, so that no program that opens it can let a day skip one; a
/// version is never changed, its documents go when they are purged, and transitions can only be added.
let plansStep1 = """
  CREATE TABLE scenario (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    document TEXT NOT NULL
  ) STRICT;

  CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day = strftime('%Y-%m-%d', day)),
    number INTEGER NOT NULL CHECK (number > 0),
    made_at TEXT NOT NULL CHECK (made_at = strftime('%Y-%m-%dT%H:%M:%SZ', made_at)),
    plan_hash TEXT NOT NULL CHECK (length(plan_hash) = 64 AND plan_hash NOT GLOB '*[^0-9a-f]*'),
    scenario_hash TEXT NOT NULL
      CHECK (length(scenario_hash) = 64 AND scenario_hash NOT GLOB '*[^0-9a-f]*'),
    document TEXT,
    UNIQUE (day, number)
  ) STRICT;
  CREATE INDEX version_by_scenario ON version (scenario_hash);

  CREATE TABLE allowed_transition (
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (before, after)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO allowed_transition (before, after) VALUES
    ('', 'draft'), ('draft', 'draft'), ('proposed', 'draft'), ('confirmed', 'draft'),
    ('draft', 'proposed'), ('proposed', 'confirmed'), ('confirmed', 'published'),
    ('published', 'amended'), ('amended', 'amended'), ('published', 'done'), ('amended', 'done');

  CREATE TABLE transition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    number INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    role TEXT NOT NULL CHECK (length(role) > 0),
    at TEXT NOT NULL CHECK (at = strftime('%Y-%m-%dT%H:%M:%SZ', at)),
    note TEXT NOT NULL,
    FOREIGN KEY (day, number) REFERENCES version (day, number)
  ) STRICT;
  CREATE INDEX transition_by_day ON transition (day, number);

  CREATE TRIGGER version_in_order BEFORE INSERT ON version
  WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM version WHERE day = NEW.day)
    OR EXISTS (SELECT 1 FROM version WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;

  CREATE TRIGGER version_not_changed BEFORE UPDATE ON version
  WHEN NEW.document IS NOT NULL OR NEW.id <> OLD.id OR NEW.day <> OLD.day
    OR NEW.number <> OLD.number OR NEW.made_at <> OLD.made_at
    OR NEW.plan_hash <> OLD.plan_hash OR NEW.scenario_hash <> OLD.scenario_hash
  BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;

  CREATE TRIGGER version_not_deleted BEFORE DELETE ON version
  BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;

  CREATE TRIGGER transition_allowed BEFORE INSERT ON transition
  WHEN EXISTS (SELECT 1 FROM transition WHERE id = NEW.id)
    OR NEW.before <> coalesce(
      (SELECT after FROM transition WHERE day = NEW.day ORDER BY id DESC LIMIT 1), '')
    OR NEW.number <> (SELECT max(number) FROM version WHERE day = NEW.day)
    OR (NEW.after IN ('draft', 'amended')) = EXISTS (
      SELECT 1 FROM transition WHERE day = NEW.day AND number = NEW.number)
    OR NOT EXISTS (
      SELECT 1 FROM allowed_transition WHERE before = NEW.before AND after = NEW.after)
  BEGIN SELECT RAISE(ABORT, 'transition not allowed'); END;

  CREATE TRIGGER transition_not_changed BEFORE UPDATE ON transition
  BEGIN SELECT RAISE(ABORT, 'append-only: transition'); END;

  CREATE TRIGGER transition_not_deleted BEFORE DELETE ON transition
  BEGIN SELECT RAISE(ABORT, 'append-only: transition'); END;

  CREATE TRIGGER allowed_transition_fixed BEFORE INSERT ON allowed_transition
  BEGIN SELECT RAISE(ABORT, 'fixed: allowed_transition'); END;

  CREATE TRIGGER allowed_transition_not_changed BEFORE UPDATE ON allowed_transition
  BEGIN SELECT RAISE(ABORT, 'fixed: allowed_transition'); END;

  CREATE TRIGGER allowed_transition_not_deleted BEFORE DELETE ON allowed_transition
  BEGIN SELECT RAISE(ABORT, 'fixed: allowed_transition'); END;

  CREATE TABLE driven (
    volunteer TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day = strftime('%Y-%m-%d', day)),
    source TEXT NOT NULL CHECK (source IN ('opening', 'plan', 'actual')),
    kilometres REAL NOT NULL CHECK (kilometres >= 0),
    trips INTEGER NOT NULL CHECK (trips >= 0),
    duty INTEGER NOT NULL CHECK (duty >= 0),
    PRIMARY KEY (volunteer, day, source)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX driven_by_day ON driven (day);
  """
