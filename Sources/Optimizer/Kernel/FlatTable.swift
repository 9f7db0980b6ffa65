import Foundation

/// A block of trivial values that lives as long as its owner: read in hot loops through a raw pointer, so
/// without bounds checks, reference counts or exclusivity checks. Indices are proven by `Problem`.
final class FlatTable<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = Self.allocate(elements.count)
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
    }
  }

  /// All bytes zero. The system hands out the pages when they are first touched, so that a large table of
  /// which little is used costs little.
  init(zeroed count: Int) {
    self.count = count
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    guard let block = calloc(1, bytes) else { fatalError("out of memory") }
    base = block.bindMemory(to: Element.self, capacity: max(1, count))
  }

  init(repeating element: Element, count: Int) {
    self.count = count
    base = Self.allocate(count)
    base.initialize(repeating: element, count: count)
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    guard let block = malloc(bytes) else { fatalError("out of memory") }
    return block.bindMemory(to: Element.self, capacity: max(1, count))
  }

  deinit { free(base) }
}
