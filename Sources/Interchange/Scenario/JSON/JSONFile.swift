import Planning

/// Reads a JSON file, telling the log why where it cannot.
enum JSONFile {
  /// - Parameter file: the name to show in faults.
  static func read(_ path: String, as file: String, _ log: InputLog) -> JSONNode? {
    do throws(InputRefusal) {
      let bytes = try ByteSource.open(path, limit: InputLimits.file).takeAll()
      return parse(bytes, as: file, log)
    } catch {
      log.fault(.refused(error, file: file), at: FaultPlace(file: file))
      return nil
    }
  }

  /// Reads JSON bytes.
  static func parse(_ bytes: [UInt8], as file: String, _ log: InputLog) -> JSONNode? {
    guard bytes.contains(where: { $0 > 32 }) else {
      log.fault(.emptyDocument(file), at: FaultPlace(file: file))
      return nil
    }
    do throws(JSONParser.Failure) {
      return try JSONParser.parse(bytes)
    } catch {
      log.fault(error.complaint, at: FaultPlace(file: file, line: error.line))
      return nil
    }
  }
}
