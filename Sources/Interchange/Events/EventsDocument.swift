public import Planning

/// Reads what has happened to a day: a CSV table of events, or one JSON document of events and late bookings.
public enum EventsDocument {
  /// What a file of events says.
  public struct Content: Sendable {
    /// Until when the day has been driven; `nil` where the file does not say.
    public var now: ClockTime?
    public var events: [ReportedEvent]
    /// Oddities that forbid nothing.
    public var warnings: [Fault]
  }

  /// Reads a file.
  ///
  /// - Parameter scenario: the day, whose places may be named.
  /// - Throws: every fault of how it is written.
  public static func read(_ path: String, besides scenario: Scenario) throws(Faults) -> Content {
    let log = InputLog()
    let name = String(path.split(separator: "/").last ?? "")
    var content = Content(now: nil, events: [], warnings: [])
    if path.lowercased().hasSuffix(".json") {
      if let root = JSONFile.read(path, as: name, log) {
        content = read(root, name, scenario, log)
      }
    } else {
      content.events = table(path, name, scenario, log)
    }
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    content.warnings = FaultPrinter.sorted(log.warnings)
    return content
  }

  private static func table(
    _ path: String, _ name: String, _ scenario: Scenario, _ log: InputLog
  ) -> [ReportedEvent] {
    let fields = EventFields.set(PlaceIndex(scenario.places))
    var events: [ReportedEvent] = []
    _ = CSVTable(file: name, columns: fields.columns(), log: log).read(
      path, mayBeAbsent: false, mayBeEmpty: false
    ) { row, map in
      let (draft, isSound) = fields.read(row, map, log)
      let place = FaultPlace(file: name, line: row.line)
      add(draft, isSound, at: place, field: map.label("event"), to: &events, log)
    }
    return events
  }

  /// A document that has been parsed; what is wrong with it goes to the log, by pointers from its own root.
  static func read(
    _ root: JSONNode, _ name: String, _ scenario: Scenario, _ log: InputLog
  ) -> Content {
    var content = Content(now: nil, events: [], warnings: [])
    let site = JSONSite(file: name)
    guard case .object(let members) = root.content else {
      log.fault(.wrongType(Expected.object), at: site, node: root)
      return content
    }
    let late = DocumentReader.readLate(root, file: name, besides: scenario, log)
    let fields = EventFields.set(PlaceIndex(scenario.places + late.scenario.places))
    for member in members {
      switch member.key {
      case "now":
        content.now = FieldCodec<ClockTime>.time.decode(member.value, site.child("now"), log)
      case "events":
        let here = site.child("events")
        guard case .array(let nodes) = member.value.content else {
          log.fault(.wrongType(Expected.list), at: here, node: member.value)
          continue
        }
        for (index, node) in nodes.enumerated() {
          let (draft, isSound) = fields.read(node, here.child(index), log)
          let place = FaultPlace(file: name, line: node.line, pointer: here.child(index).pointer)
          add(draft, isSound, at: place, field: "event", to: &content.events, log)
        }
      default: continue
      }
    }
    content.events += LateBookings.events(of: late, besides: scenario)
    return content
  }

  private static func add(
    _ draft: EventDraft, _ isSound: Bool, at place: FaultPlace, field: String,
    to events: inout [ReportedEvent], _ log: InputLog
  ) {
    do throws(Complaint) {
      events.append(ReportedEvent(try draft.event(), at: place, field: field))
    } catch {
      // A part that was itself unreadable has been told already.
      if isSound { log.fault(error, at: place, field: field, value: draft.kind.rawValue) }
    }
  }
}

extension EventsDocument {
  /// JSON Schema of the document; late bookings are written as in a scenario.
  static var schema: JSONItem {
    let list: JSONItem = ["type": "array", "items": ["type": "object"]]
    return [
      "type": "object",
      "description": "What has happened: as the file of camin replan says it.",
      "properties": [
        "now": ["$ref": "#/$defs/time"],
        "events": [
          "type": "array", "items": EventFields.set(PlaceIndex.unavailable).schema,
        ],
        "bookings": list, "riders": list, "places": list,
      ],
    ]
  }
}
