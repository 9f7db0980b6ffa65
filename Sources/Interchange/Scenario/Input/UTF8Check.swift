/// Finds the byte at which a text stops being UTF-8.
enum UTF8Check {
  /// Offset of the first byte that is not UTF-8; `nil` where all are.
  static func firstInvalid(_ bytes: some Collection<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let units): offset += units.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
