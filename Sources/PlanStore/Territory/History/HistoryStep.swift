/// Second step of the store's layout: early and late trips beside all trips (R38). Of what was counted before, nobody knows
/// how many there were. Kilometres of an opening are `carried` where they are no statement, but what they had come to when
/// trips alone were stated.
let earlyLateStep2 = """
  ALTER TABLE driven ADD COLUMN early_late INTEGER NOT NULL DEFAULT 0 CHECK (early_late >= 0);
  ALTER TABLE driven ADD COLUMN carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1));
  """
