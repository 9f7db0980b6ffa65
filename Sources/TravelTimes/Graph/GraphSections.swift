/// An arc of the network as stored: the top bit of `head` tells that it runs against its stretch.
struct StoredArc: BitwiseCopyable {
  var tail: UInt32
  private var headAndDirection: UInt32

  init(tail: UInt32, head: UInt32, isBackward: Bool) {
    self.tail = tail
    headAndDirection = head | (isBackward ? 0x8000_0000 : 0)
  }

  var head: UInt32 { headAndDirection & 0x7FFF_FFFF }
  var isBackward: Bool { headAndDirection & 0x8000_0000 != 0 }
}

/// The sections of a graph file in place.
struct GraphSections: @unchecked Sendable {
  // Safe to share: all of it is immutable memory that the graph's file keeps.
  let attribution: UnsafeBufferPointer<UInt8>
  /// `pointFirst[stretch]..<pointFirst[stretch + 1]` are a stretch's places in `points`.
  let pointFirst: UnsafeBufferPointer<UInt32>
  let points: UnsafeBufferPointer<FixedPoint>
  /// Cost along a stretch; `unreachable` where closed.
  let forward: UnsafeBufferPointer<TravelCost>
  /// Cost against a stretch; `unreachable` where closed.
  let backward: UnsafeBufferPointer<TravelCost>
  /// 1 where trips may begin and end on a stretch.
  let stopping: UnsafeBufferPointer<UInt8>
  /// `arcFirst[stretch]..<arcFirst[stretch + 1]` are a stretch's places in `arcs`.
  let arcFirst: UnsafeBufferPointer<UInt32>
  let arcs: UnsafeBufferPointer<StoredArc>
  let upFirst: UnsafeBufferPointer<UInt32>
  let up: UnsafeBufferPointer<HierarchyArc>
  let downFirst: UnsafeBufferPointer<UInt32>
  let down: UnsafeBufferPointer<HierarchyArc>
  let cellFirst: UnsafeBufferPointer<UInt32>
  /// Stretches by cell of the grid.
  let cells: UnsafeBufferPointer<UInt32>
  let grid: GridShape
  let fingerprint: UInt64

  init(_ bytes: UnsafeRawBufferPointer, named name: String) throws(RoadError) {
    let reader = try SectionReader(bytes, named: name)
    attribution = try reader.section(.attribution)
    pointFirst = try reader.section(.pointFirst)
    points = try reader.section(.points)
    forward = try reader.section(.forward)
    backward = try reader.section(.backward)
    stopping = try reader.section(.stopping)
    arcFirst = try reader.section(.arcFirst)
    arcs = try reader.section(.arcs)
    upFirst = try reader.section(.upFirst)
    up = try reader.section(.up)
    downFirst = try reader.section(.downFirst)
    down = try reader.section(.down)
    cellFirst = try reader.section(.cellFirst)
    cells = try reader.section(.cells)
    grid = reader.grid
    fingerprint = reader.checksum
    let stretches = forward.count
    guard stretches > 0, backward.count == stretches, stopping.count == stretches,
      pointFirst.count == stretches + 1, arcFirst.count == stretches + 1,
      upFirst.count == downFirst.count, cellFirst.count == grid.rows * grid.columns + 1
    else { throw .corrupt(name) }
  }
}

/// Checks a graph's header and hands out its sections.
private struct SectionReader {
  let bytes: UnsafeRawBufferPointer
  let name: String
  let checksum: UInt64

  init(_ bytes: UnsafeRawBufferPointer, named name: String) throws(RoadError) {
    (self.bytes, self.name) = (bytes, name)
    checksum = try GraphLayout.header.check(
      bytes, named: name, least: GraphLayout.headerSize, stranger: .notAGraph(name))
  }

  private func word(_ index: Int) -> UInt64 { FileHeader.word(bytes, index) }

  func section<Element: BitwiseCopyable>(
    _ section: GraphLayout.Section
  ) throws(RoadError) -> UnsafeBufferPointer<Element> {
    let offset = Int(clamping: word(GraphLayout.word(section)))
    let count = Int(clamping: word(GraphLayout.word(section) + 1))
    let size = MemoryLayout<Element>.stride
    guard offset >= GraphLayout.headerSize, offset % 16 == 0, offset <= bytes.count,
      count <= (bytes.count - offset) / size, let base = bytes.baseAddress
    else { throw .corrupt(name) }
    return UnsafeBufferPointer(
      start: (base + offset).assumingMemoryBound(to: Element.self), count: count)
  }

  var grid: GridShape {
    let first = GraphLayout.gridWord
    return GridShape(
      south: Int(Int64(bitPattern: word(first))), west: Int(Int64(bitPattern: word(first + 1))),
      height: Int(clamping: word(first + 2)), width: Int(clamping: word(first + 3)),
      rows: Int(clamping: word(first + 4)), columns: Int(clamping: word(first + 5)))
  }
}
