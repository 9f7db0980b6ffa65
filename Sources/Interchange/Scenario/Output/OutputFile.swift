/// A file to be written.
public struct OutputFile: Hashable, Sendable {
  /// Name inside the output folder; `/` separates subfolders.
  public var name: String
  public var bytes: [UInt8]

  public init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public init(_ name: String, text: String) {
    self.init(name, bytes: Array(text.utf8))
  }
}
