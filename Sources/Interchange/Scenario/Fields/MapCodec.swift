import Planning

extension FieldCodec {
  /// A JSON object with keys of the author's choice.
  static func map<Item>(_ item: FieldCodec<Item>) -> FieldCodec where Value == [String: Item] {
    FieldCodec(
      schema: ["type": "object", "additionalProperties": item.schema],
      parse: { _ throws(Complaint) in [:] }, print: { _, _ in "" },
      decode: { node, site, log in
        guard case .object(let members) = node.content else {
          log.fault(.wrongType(Expected.object), at: site, node: node)
          return nil
        }
        var map: Value = [:]
        for member in members {
          map[member.key] = item.decode(member.value, site.child(member.key), log)
        }
        return map.count == members.count ? map : nil
      },
      encode: { .object($0.mapValues(item.encode)) })
  }
}
