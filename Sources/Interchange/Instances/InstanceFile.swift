import Foundation
public import Planning

/// Reads instances in every format that the engine knows.
public enum InstanceFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: path of the file; pipes are fine.
  ///   - format: what the file holds; `nil`: told from its content.
  ///   - options: how the instance is stated as a problem.
  /// - Throws: all faults of the file at once.
  public static func read(
    path: String, format: InstanceFormat? = nil, options: ReadingOptions = ReadingOptions()
  ) throws(InstanceFaults) -> Instance {
    try read(text: contents(path), file: path, format: format, options: options)
  }

  /// Reads an instance from the text of a file.
  ///
  /// - Parameters:
  ///   - text: the whole content.
  ///   - file: name of the file, for messages; without folders and extension it names the instance.
  ///   - format: what the text holds; `nil`: told from its content.
  ///   - options: how the instance is stated as a problem.
  /// - Throws: all faults of the text at once.
  public static func read(
    text: String, file: String, format: InstanceFormat? = nil,
    options: ReadingOptions = ReadingOptions()
  ) throws(InstanceFaults) -> Instance {
    let text = InstanceText(text, file: file)
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    guard let layout = InstanceLayout.choose(text, format: format) else {
      var log = FaultLog(file: file)
      log.add(
        text.rows.isEmpty ? .empty : .unknownLayout, line: text.rows.first?.line,
        value: text.rows.first?.text ?? "")
      throw InstanceFaults(log.faults)
    }
    switch layout {
    case .cordeau: return try CordeauReader(text: text, name: name, options: options).read()
    case .malheiros: return try MalheirosReader(text: text, name: name, options: options).read()
    case .liLim: return try LiLimReader(text: text, name: name).read()
    case .sartoriBuriol: return try SartoriBuriolReader(text: text, name: name).read()
    case .draft: return try DraftReader(text: text, name: name).read()
    }
  }

  /// The format that a text seems to be in; `nil` where none fits.
  public static func detect(_ text: String) -> InstanceFormat? {
    InstanceLayout.detect(InstanceText(text, file: ""))?.format
  }

  /// The text of a file or pipe, read no further than the limit: some never end.
  static func contents(_ path: String) throws(InstanceFaults) -> String {
    var log = FaultLog(file: path)
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      let bytes = try handle.read(upToCount: InstanceLimits.bytes + 1) ?? Data()
      if bytes.count <= InstanceLimits.bytes { return String(decoding: bytes, as: UTF8.self) }
      log.add(.tooLarge)
    } catch {
      log.add(.unreadable(error.localizedDescription))
    }
    throw InstanceFaults(log.faults)
  }
}
