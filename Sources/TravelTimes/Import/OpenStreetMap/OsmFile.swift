internal import COsmium

/// A member of a relation.
struct OsmMember: Hashable {
  /// `n`, `w` or `r`
  var type: Character
  var id: Int64
  var role: String
}

/// Tags while their item is being read.
struct OsmTags {
  private let tags: osm_tags

  fileprivate init(_ tags: osm_tags) { self.tags = tags }

  var isEmpty: Bool { tags.count == 0 }

  var dictionary: [String: String] {
    var result = [String: String](minimumCapacity: tags.count)
    for index in 0..<tags.count {
      guard let key = tags.items[2 * index], let value = tags.items[2 * index + 1] else { continue }
      result[String(cString: key)] = String(cString: value)
    }
    return result
  }
}

/// An OpenStreetMap file: `.osm.pbf`, `.osm` or `.osm.gz`.
struct OsmFile {
  let path: String

  /// Passes over the nodes, or over ways and restrictions.
  func read(nodes: Bool, into collector: OsmCollector) throws(RoadError) {
    var message = [CChar](repeating: 0, count: 512)
    let failed = withExtendedLifetime(collector) {
      var handlers = osm_handlers(
        context: Unmanaged.passUnretained(collector).toOpaque(),
        node: { context, id, latitude, longitude, tags in
          OsmCollector.from(context)?.node(
            id, at: FixedPoint(latitude: latitude, longitude: longitude), tags: OsmTags(tags))
        },
        way: { context, id, nodes, count, tags in
          OsmCollector.from(context)?.way(
            id, nodes: UnsafeBufferPointer(start: nodes, count: count), tags: OsmTags(tags))
        },
        restriction: { context, _, members, count, tags in
          let list = UnsafeBufferPointer(start: members, count: count).map { member in
            OsmMember(
              type: Character(Unicode.Scalar(UInt8(bitPattern: member.type))), id: member.id,
              role: member.role.map { String(cString: $0) } ?? "")
          }
          OsmCollector.from(context)?.restriction(list, tags: OsmTags(tags))
        })
      return osm_read(path, nodes ? 1 : 0, &handlers, &message, message.count) != 0
    }
    guard failed else { return }
    let end = message.firstIndex(of: 0) ?? message.count
    let reason = String(decoding: message[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    throw .undecodable(path, reason: reason)
  }
}

extension OsmCollector {
  /// What the C side has carried through to its handlers.
  fileprivate static func from(_ context: UnsafeMutableRawPointer?) -> OsmCollector? {
    context.map { Unmanaged<OsmCollector>.fromOpaque($0).takeUnretainedValue() }
  }
}
