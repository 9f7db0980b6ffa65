import Planning

extension FieldCodec where Value == Int {
  /// Seconds since local midnight in the model, ISO 8601 with the zone's offset in the file.
  static func instant(_ clock: PlanClock) -> FieldCodec {
    .text(
      schema: ["type": "string", "format": "date-time"],
      parse: { text throws(Complaint) in
        guard let elapsed = clock.elapsed(iso8601: text) else {
          throw .notAnInstant(example: clock.iso8601(8 * 3600))
        }
        return elapsed
      },
      print: { elapsed, _ in clock.iso8601(elapsed) })
  }
}

extension FieldCodec where Value == UInt64 {
  /// A seed.
  static var unsigned: FieldCodec {
    FieldCodec(
      schema: ["type": "integer", "minimum": 0, "maximum": .unsigned(.max)],
      parse: { text throws(Complaint) in
        guard let number = UInt64(text) else { throw .notWhole }
        return number
      },
      print: { number, _ in String(number) },
      decode: { node, site, log in
        guard case .number(let text) = node.content, let number = UInt64(text) else {
          log.fault(.wrongType(Expected.whole), at: site, node: node)
          return nil
        }
        return number
      },
      encode: { .unsigned($0) })
  }
}

extension FieldCodec {
  /// A JSON list of objects.
  static func records<Item>(_ fields: FieldSet<Item>) -> FieldCodec
  where Value == [Item], Item: Equatable {
    .list(of: .record(fields), separators: [])
  }
}

extension Complaint {
  static func notAnInstant(example: String) -> Complaint {
    Complaint(
      "bad-instant",
      cause: Bilingual(
        fr: "Ce n’est pas une date avec heure et décalage horaire.",
        en: "This is no date with a time and an offset."),
      remedy: Bilingual(
        fr: "Écrivez par exemple \(example).", en: "Write e.g. \(example)."))
  }

  static func unknownZone(_ zone: String) -> Complaint {
    Complaint(
      "unknown-time-zone",
      cause: Bilingual(
        fr: "Le fuseau horaire « \(zone) » est inconnu.", en: "Time zone “\(zone)” is unknown."),
      remedy: Bilingual(
        fr: "Écrivez un nom IANA, par exemple Europe/Paris.",
        en: "Write an IANA name such as Europe/Paris."))
  }
}
