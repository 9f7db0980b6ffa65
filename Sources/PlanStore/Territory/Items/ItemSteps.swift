/// What a territory knows, kind by kind: a row an object, its published JSON fields, and as columns what queries and
/// references need.
///
/// `rank` keeps the order in which objects came, so that a day read back is the day that was put in.
let itemsStep1 = """
  CREATE TABLE territory (
    rank INTEGER PRIMARY KEY CHECK (rank = 1),
    id TEXT NOT NULL UNIQUE,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE profile (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE place (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE alias (
    key TEXT PRIMARY KEY CHECK (length(key) > 0),
    name TEXT NOT NULL,
    place TEXT NOT NULL REFERENCES place (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE rider (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    home TEXT NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX rider_by_home ON rider (home);

  CREATE TABLE volunteer (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    home TEXT NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX volunteer_by_home ON volunteer (home);

  CREATE TABLE vehicle (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    start TEXT NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX vehicle_by_start ON vehicle (start);

  CREATE TABLE availability (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    resource TEXT NOT NULL,
    day TEXT CHECK (day = strftime('%Y-%m-%d', day)),
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX availability_by_resource ON availability (resource, day);
  CREATE INDEX availability_by_day ON availability (day);

  CREATE TABLE line (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    vehicle TEXT NOT NULL REFERENCES vehicle (id) DEFERRABLE INITIALLY DEFERRED,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE standing (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    rider TEXT NOT NULL REFERENCES rider (id) DEFERRABLE INITIALLY DEFERRED,
    first_day TEXT CHECK (first_day = strftime('%Y-%m-%d', first_day)),
    last_day TEXT CHECK (last_day = strftime('%Y-%m-%d', last_day)),
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX standing_by_rider ON standing (rider);

  CREATE TABLE booking (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day = strftime('%Y-%m-%d', day)),
    rider TEXT NOT NULL REFERENCES rider (id) DEFERRABLE INITIALLY DEFERRED,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL,
    UNIQUE (day, id)
  ) STRICT;
  CREATE INDEX booking_by_rider ON booking (rider);

  CREATE TABLE lock (
    rank INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day = strftime('%Y-%m-%d', day)),
    trip TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    changed_at TEXT NOT NULL,
    UNIQUE (day, id)
  ) STRICT;
  """
