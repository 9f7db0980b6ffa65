import Foundation
import GRDB

/// What a server must not forget: accepted jobs with their requests and results, and API keys.
///
/// One SQLite file, readable by its owner alone. What a call has returned for is kept even if the process is killed
/// the moment after. All calls block; none belongs on a thread that must answer.
public struct ServerFile: Sendable {
  let file: StoreFile

  /// Opens the file, making it where there is none, in a folder that exists.
  ///
  /// - Throws: `StoreError`; a file that is not ours is then as it was.
  public static func open(
    _ path: String, access: StoreAccess = .writing, patience: Double = 5
  ) throws(StoreError) -> ServerFile {
    if access == .writing, !FileManager.default.fileExists(atPath: path) {
      // SQLite gives its log the rights of the file, so these are set before there is anything in it.
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    return ServerFile(
      file: try StoreFile(path: path, access: access, layout: Schema.server, patience: patience))
  }
}

extension Schema {
  static let server = Schema(application: 0x4361_5356, steps: [serverStep1, serverStep2])
}

private let serverStep1 = """
  CREATE TABLE job (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    tenant TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL
      CHECK (state IN ('queued', 'solving', 'complete', 'stopped', 'failed', 'erased')),
    idempotency_key TEXT,
    fingerprint TEXT NOT NULL,
    legs INTEGER NOT NULL CHECK (legs >= 0),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    submitted_at REAL NOT NULL,
    started_at REAL,
    ended_at REAL,
    request BLOB,
    result BLOB,
    outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome)),
    result_hash TEXT,
    CHECK ((ended_at IS NULL) = (state IN ('queued', 'solving')))
  ) STRICT;

  CREATE UNIQUE INDEX job_by_key ON job (tenant, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

  CREATE INDEX job_by_end ON job (ended_at);

  CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
      CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    scopes TEXT NOT NULL CHECK (json_type(scopes) = 'array'),
    rate REAL NOT NULL CHECK (rate > 0),
    most_bytes INTEGER NOT NULL CHECK (most_bytes > 0),
    created_at REAL NOT NULL,
    expires_at REAL NOT NULL,
    revoked_at REAL
  ) STRICT, WITHOUT ROWID;
  """

/// By which key a job came: jobs wait in one lane a key, also after a restart.
private let serverStep2 = "ALTER TABLE job ADD COLUMN api_key TEXT"
