/// The bytes of a road graph while they are put together.
struct GraphImage {
  private(set) var bytes = [UInt8](repeating: 0, count: GraphLayout.headerSize)

  mutating func add<Element: BitwiseCopyable>(
    _ elements: [Element], as section: GraphLayout.Section
  ) {
    while bytes.count % 16 != 0 { bytes.append(0) }
    set(GraphLayout.word(section), UInt64(bytes.count))
    set(GraphLayout.word(section) + 1, UInt64(elements.count))
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ grid: GridShape) {
    let words = [
      UInt64(bitPattern: Int64(grid.south)), UInt64(bitPattern: Int64(grid.west)),
      UInt64(grid.height), UInt64(grid.width), UInt64(grid.rows), UInt64(grid.columns),
    ]
    for (offset, word) in words.enumerated() { set(GraphLayout.gridWord + offset, word) }
  }

  /// Sets size and checksum; nothing may be added afterwards.
  mutating func seal() { GraphLayout.header.seal(&bytes) }

  private mutating func set(_ word: Int, _ value: UInt64) { FileHeader.set(&bytes, word, value) }
}
