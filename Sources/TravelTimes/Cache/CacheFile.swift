/// How known pairs lie in a file: the header (`FileHeader`), numbers of bytes of the source's fingerprint, of points
/// and of pairs, then these, each on a multiple of 8 bytes.
enum CacheFile {
  private static let header = FileHeader(magic: 0x3143_4143_4D41_4321, version: 1)  // "!CAMCAC1"
  private static let words = FileHeader.size / 8 + 3

  static func bytes(_ pairs: CachedPairs, of fingerprint: String) -> [UInt8] {
    let name = Array(fingerprint.utf8)
    var bytes = [UInt8](repeating: 0, count: FileHeader.size)
    bytes.reserveCapacity(8 * words + name.count + 16 * pairs.points.count + 24 * pairs.pairs.count)
    for count in [name.count, pairs.points.count, pairs.pairs.count] {
      FileHeader.append(UInt64(count), to: &bytes)
    }
    bytes += name
    while bytes.count % 8 != 0 { bytes.append(0) }
    for point in pairs.points {
      let at = point.at
      FileHeader.append(
        UInt64(UInt32(bitPattern: at.latitude)) << 32 | UInt64(UInt32(bitPattern: at.longitude)),
        to: &bytes)
      FileHeader.append(UInt64(point.decimetresOff), to: &bytes)
    }
    for pair in pairs.pairs {
      FileHeader.append(UInt64(pair.from) << 32 | UInt64(pair.to), to: &bytes)
      FileHeader.append(pair.cost.packed, to: &bytes)
      FileHeader.append(UInt64(pair.day), to: &bytes)
    }
    header.seal(&bytes)
    return bytes
  }

  /// - Throws: `RoadError.corrupt` also where the file is of another source.
  static func pairs(
    _ file: FileBytes, of fingerprint: String, named name: String
  ) throws(RoadError) -> CachedPairs {
    let bytes = file.bytes
    // The bytes are there only as long as the file is held.
    defer { withExtendedLifetime(file) {} }
    _ = try header.check(bytes, named: name, least: 8 * words, stranger: .corrupt(name))
    let counts = (FileHeader.size / 8..<words).map { Int(clamping: FileHeader.word(bytes, $0)) }
    guard counts.allSatisfy({ $0 <= bytes.count }) else { throw .corrupt(name) }
    let points = words + (counts[0] + 7) / 8
    let first = points + 2 * counts[1]
    guard bytes.count == 8 * (first + 3 * counts[2]),
      String(decoding: bytes[8 * words..<8 * words + counts[0]], as: UTF8.self) == fingerprint
    else { throw .corrupt(name) }
    var result = CachedPairs()
    result.points = (0..<counts[1]).map { index in
      let place = FileHeader.word(bytes, points + 2 * index)
      return CachedPairs.Point(
        at: ServerPoint(
          latitude: Int32(truncatingIfNeeded: place >> 32),
          longitude: Int32(truncatingIfNeeded: place)),
        decimetresOff: UInt32(truncatingIfNeeded: FileHeader.word(bytes, points + 2 * index + 1)))
    }
    result.pairs.reserveCapacity(counts[2])
    for index in 0..<counts[2] {
      let ends = FileHeader.word(bytes, first + 3 * index)
      let pair = CachedPairs.Pair(
        from: UInt32(truncatingIfNeeded: ends >> 32), to: UInt32(truncatingIfNeeded: ends),
        cost: TravelCost(packed: FileHeader.word(bytes, first + 3 * index + 1)),
        day: UInt32(truncatingIfNeeded: FileHeader.word(bytes, first + 3 * index + 2)))
      guard Int(max(pair.from, pair.to)) < counts[1] else { throw .corrupt(name) }
      result.pairs.append(pair)
    }
    return result
  }
}
