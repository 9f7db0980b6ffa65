/// Second step of the store's layout: early and late trips beside all trips (R38). Of what was counted before, nobody knows
/// how many there were.
let earlyLateStep2 = """
  ALTER TABLE driven ADD COLUMN early_late INTEGER NOT NULL DEFAULT 0 CHECK (early_late >= 0);
  """
