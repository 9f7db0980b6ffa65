import Planning

/// Turns what the JSON decoder throws into a fault with a JSON pointer.
enum JSONFault {
  static func faults(_ error: any Error, file: String) -> Faults {
    var log = FaultLog(file: file)
    guard let error = error as? DecodingError else {
      log.add(.json("\(error)"))
      return Faults(log.faults)
    }
    switch error {
    case .keyNotFound(let key, let context):
      log.add(.missingKey(key.stringValue), pointer: pointer(context), field: key.stringValue)
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      log.add(
        .json(context.debugDescription), pointer: pointer(context),
        field: context.codingPath.last?.stringValue ?? "")
    @unknown default:
      log.add(.json("\(error)"))
    }
    return Faults(log.faults)
  }

  /// RFC 6901: members by name, elements by index.
  private static func pointer(_ context: DecodingError.Context) -> String {
    context.codingPath.map { key in
      "/" + (key.intValue.map(String.init) ?? escape(key.stringValue))
    }.joined()
  }

  private static func escape(_ name: String) -> String {
    var escaped = ""
    for character in name {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
