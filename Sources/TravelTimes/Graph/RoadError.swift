internal import Foundation

/// Why a road file could not be used.
public enum RoadError: Error, Hashable, Sendable {
  /// The file could not be opened or read; the system's reason, a value of `errno`.
  case file(String, code: Int32)
  /// The file is no road graph of ours.
  case notAGraph(String)
  /// The file is no matrix of ours.
  case notAMatrix(String)
  /// A road graph or matrix of another version of the format.
  case otherVersion(String, found: Int, known: Int)
  /// The file is shorter or longer than it says of itself, e.g. a broken download.
  case truncated(String, bytes: Int, expected: Int)
  /// The content does not match its checksum.
  case corrupt(String)
  /// OpenStreetMap data that could not be decoded; the decoder's reason.
  case undecodable(String, reason: String)
  /// The roads read form no network: there is nothing to drive on.
  case noRoads(String)
  /// Faults of a text file, all at once.
  case rows([RowFault])
  /// A routing server that is named in a way that cannot be understood; without credentials.
  case badAddress(String)
  /// A routing server that was of no use.
  case server(ServerError)
  /// Places that a matrix file does not know, by name.
  case notInMatrix(String, places: [String])
}

extension RoadError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let path, let code): "\(path): \(String(cString: strerror(code)))"
    case .notAGraph(let path): "\(path): not a road graph; build one from road data"
    case .notAMatrix(let path): "\(path): not a binary matrix"
    case .otherVersion(let path, let found, let known):
      "\(path): of format version \(found), known here: \(known); build it anew"
    case .truncated(let path, let bytes, let expected):
      "\(path): \(bytes) bytes where \(expected) are announced; copy or build it anew"
    case .corrupt(let path): "\(path): content does not match its checksum; copy or build it anew"
    case .undecodable(let path, let reason):
      "\(path): not readable as OpenStreetMap data: \(reason)"
    case .noRoads(let path): "\(path): holds no road open to cars"
    case .rows(let faults):
      faults.map { "\($0.file):\($0.line): \($0.field) = \"\($0.value)\": \($0.cause.rawValue)" }
        .joined(separator: "\n")
    case .badAddress(let text):
      "\(text): not the address of a routing server, such as osrm:http://127.0.0.1:5000"
    case .server(let error): "\(error)"
    case .notInMatrix(let path, let places):
      "\(path): knows no place \(places.joined(separator: ", "))"
    }
  }
}
