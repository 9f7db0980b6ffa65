/// What people have changed (R64): added to, never changed, and gone only with a row of `purge`, as runs are.
///
/// A change dated before a purge that was done could be added and deleted unseen: it is refused.
let auditStep1 = """
  CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at = strftime('%Y-%m-%dT%H:%M:%SZ', at)),
    role TEXT NOT NULL CHECK (length(role) > 0),
    action TEXT NOT NULL CHECK (length(action) > 0),
    day TEXT CHECK (day = strftime('%Y-%m-%d', day)),
    subject TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX change_by_day ON change (day);

  CREATE TRIGGER change_added BEFORE INSERT ON change
  WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM purge WHERE NEW.at < before)
  BEGIN SELECT RAISE(ABORT, 'append-only: change'); END;

  CREATE TRIGGER change_not_changed BEFORE UPDATE ON change
  BEGIN SELECT RAISE(ABORT, 'append-only: change'); END;

  CREATE TRIGGER change_not_deleted BEFORE DELETE ON change
  WHEN NOT EXISTS (SELECT 1 FROM purge WHERE OLD.at < before)
  BEGIN SELECT RAISE(ABORT, 'append-only: change'); END;

  CREATE TRIGGER purge_removes_changes AFTER INSERT ON purge
  BEGIN DELETE FROM change WHERE at < NEW.before; END;
  """
