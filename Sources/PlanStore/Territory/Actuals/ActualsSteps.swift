/// What was noted of days after they were over, a document a day, replaced as a whole.
let actualsStep1 = """
  CREATE TABLE actuals (
    day TEXT PRIMARY KEY CHECK (day = strftime('%Y-%m-%d', day)),
    noted_at TEXT NOT NULL CHECK (noted_at = strftime('%Y-%m-%dT%H:%M:%SZ', noted_at)),
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  """
