import Planning

/// Reads a request, with all of its faults.
public enum VroomReader {
  /// What is told of a request beside what it says.
  public struct Reading: Sendable {
    /// `nil` where there are faults.
    public var request: VroomRequest?
    public var faults: [VroomFault]
    public var warnings: [VroomWarning]
  }

  /// Reads a document in UTF-8.
  public static func read(_ bytes: [UInt8]) -> Reading {
    let log = VroomLog()
    let root: JSONNode
    do throws(JSONParser.Failure) {
      root = try JSONParser.parse(bytes)
    } catch {
      log.fault(
        "", "Error while parsing input: \(error.complaint.cause.en) (line \(error.line))",
        remedy: error.complaint.remedy.en)
      return Reading(request: nil, faults: log.faults, warnings: [])
    }
    var reader = VroomDocumentReader(log: log)
    reader.read(root)
    return Reading(
      request: log.faults.isEmpty ? reader.request : nil, faults: log.faults,
      warnings: log.warnings)
  }
}

/// The request as far as it has been read.
struct VroomDocumentReader {
  let log: VroomLog
  var request = VroomRequest()
  /// Indices of the tasks by id.
  var jobs: [UInt64: Int] = [:]
  var pickups: [UInt64: Int] = [:]
  var deliveries: [UInt64: Int] = [:]
  /// Whether the request has matrices, sound or not.
  var hasMatrices = false

  private static let keys = [
    "vehicles", "jobs", "shipments", "matrices", "matrix", "options", "x_links",
  ]
  private static let mostTasks = 5_000
  private static let mostVehicles = 1_000

  init(log: VroomLog) { self.log = log }

  mutating func read(_ root: JSONNode) {
    guard
      let root = VroomObject(
        root, "", "request", keys: Self.keys, log, fault: "Input root is not an object.")
    else { return }
    readOptions(root)
    let faults = log.faults.count
    readMatrices(root)
    hasMatrices = !request.matrices.isEmpty || log.faults.count > faults
    let vehicles = root.elements("vehicles") ?? []
    if root["vehicles"] == nil {
      log.fault("/vehicles", "Invalid vehicles.", remedy: "List at least one vehicle.")
    } else if vehicles.isEmpty {
      log.fault("/vehicles", "No vehicle defined.", remedy: "List at least one vehicle.")
    }
    if vehicles.count > Self.mostVehicles {
      log.fault("/vehicles", "Too many vehicles.", remedy: "List at most \(Self.mostVehicles).")
      return
    }
    readDimensions(vehicles)
    let jobs = root.elements("jobs") ?? []
    let shipments = root.elements("shipments") ?? []
    if jobs.count + 2 * shipments.count > Self.mostTasks {
      log.fault("", "Too many tasks.", remedy: "List at most \(Self.mostTasks).")
      return
    }
    if jobs.isEmpty && shipments.isEmpty {
      log.fault("", "No task defined.", remedy: "List at least one job or shipment.")
    }
    for item in jobs { readJob(item.node, item.pointer) }
    for item in shipments { readShipment(item.node, item.pointer) }
    for item in vehicles { readVehicle(item.node, item.pointer) }
    readLinks(root)
    VroomCheck(request: request, hasMatrices: hasMatrices, log: log).check()
  }

  // MARK: Options

  private mutating func readOptions(_ root: VroomObject) {
    guard let node = root["options"],
      let options = VroomObject(
        node, "/options", "options object", keys: ["g", "c", "t", "x", "l"], log)
    else { return }
    request.options.geometry = options.flag("g")
    request.options.plan = options.flag("c")
    request.options.threads = options.unsigned("t", most: 256)
    request.options.exploration = options.unsigned("x", most: 5)
    request.options.limit = options.number("l")
    if let limit = request.options.limit, limit < 0 {
      log.fault("/options/l", "Invalid l value.", remedy: "Write a number of seconds.")
    }
  }

  // MARK: Matrices

  private mutating func readMatrices(_ root: VroomObject) {
    if let node = root["matrix"] {
      if let matrix = matrix(node, "/matrix", "matrix") {
        request.matrices["car"] = VroomMatrices(size: matrix.size, durations: matrix.entries)
      }
      log.warn("/matrix", "Key \"matrix\" is deprecated: write matrices.car.durations.")
    }
    guard let node = root["matrices"] else { return }
    guard case .object(let profiles) = node.content else {
      log.fault(
        "/matrices", "Unexpected matrices value.", remedy: "Write an object with a key a profile.")
      return
    }
    for profile in profiles {
      readProfile(profile.key, profile.value, VroomObject.child("/matrices", profile.key))
    }
  }

  private mutating func readProfile(_ profile: String, _ node: JSONNode, _ pointer: String) {
    let keys = ["durations", "distances", "costs"]
    guard let object = VroomObject(node, pointer, "profile of matrices", keys: keys, log) else {
      return
    }
    guard let node = object["durations"] else {
      if object["distances"] != nil || object["costs"] != nil {
        log.fault(
          pointer + "/durations",
          "Custom matrix provided for \(object["distances"] == nil ? "costs" : "distances") but "
            + "not for durations for \(profile) profile.",
          remedy: "Give travel times too, in seconds.")
      }
      return
    }
    func table(_ key: String, _ node: JSONNode?) -> (size: Int, entries: [Int])? {
      node.flatMap { matrix($0, pointer + "/" + key, "\(key) matrix for \(profile) profile") }
    }
    guard let durations = table("durations", node) else { return }
    let distances = table("distances", object["distances"])
    let costs = table("costs", object["costs"])
    // They need not be of one size as long as all places are in each of them.
    let sizes =
      [("durations", durations.size)]
      + [distances.map { ("distances", $0.size) }, costs.map { ("costs", $0.size) }].compactMap(
        \.self)
    let least = sizes.min { $0.1 < $1.1 } ?? sizes[0]
    func cut(_ table: (size: Int, entries: [Int])) -> [Int] {
      guard table.size > least.1 else { return table.entries }
      return (0..<least.1).flatMap { row in
        table.entries[row * table.size..<row * table.size + least.1]
      }
    }
    request.matrices[profile] = VroomMatrices(
      size: least.1, durations: cut(durations), distances: distances.map(cut),
      costs: costs.map(cut), smallest: least.0)
  }

  private func matrix(
    _ node: JSONNode, _ pointer: String, _ name: String
  ) -> (size: Int, entries: [Int])? {
    guard case .array(let rows) = node.content, !rows.isEmpty else {
      log.fault(pointer, "Empty \(name).", remedy: "Write an array of rows.")
      return nil
    }
    var entries: [Int] = []
    entries.reserveCapacity(rows.count * rows.count)
    for (index, row) in rows.enumerated() {
      guard case .array(let cells) = row.content, cells.count == rows.count else {
        log.fault(
          pointer + "/\(index)", "Unexpected matrix line length.",
          remedy: "Write \(rows.count) entries, as many as rows.")
        return nil
      }
      for (column, cell) in cells.enumerated() {
        guard let entry = VroomObject.unsigned(cell) else {
          log.fault(
            pointer + "/\(index)/\(column)", "Invalid matrix entry.",
            remedy: "Write a whole number from 0 to \(UInt32.max).")
          return nil
        }
        entries.append(entry)
      }
    }
    if let odd = rows.indices.first(where: { entries[$0 * rows.count + $0] != 0 }) {
      log.warn(
        pointer + "/\(odd)/\(odd)", "Travel from a place to itself is taken to be nothing.")
      for place in rows.indices { entries[place * rows.count + place] = 0 }
    }
    return (rows.count, entries)
  }

  // MARK: Links

  private mutating func readLinks(_ root: VroomObject) {
    for item in root.elements("x_links") ?? [] {
      let keys = ["type", "tasks", "least_gap", "greatest_gap"]
      guard let link = VroomObject(item.node, item.pointer, "link", keys: keys, log) else {
        continue
      }
      guard let kind = link.string("type").flatMap(VroomLink.Kind.init) else {
        let kinds = VroomLink.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        log.fault(link.pointer("type"), "Invalid type of link.", remedy: "Write one of \(kinds).")
        continue
      }
      let tasks = (link.elements("tasks") ?? []).compactMap { reference($0.node, $0.pointer) }
      if Set(tasks).count < 2 || Set(tasks).count < tasks.count {
        log.fault(
          link.pointer("tasks"), "Invalid tasks of a link.",
          remedy: "Name two or more different tasks, as {\"type\": \"shipment\", \"id\": 1}.")
        continue
      }
      request.links.append(
        VroomLink(
          kind: kind, tasks: tasks, leastGap: link.unsigned("least_gap") ?? 0,
          greatestGap: link.unsigned("greatest_gap")))
    }
  }

  /// A job, or a shipment by the id of its pickup.
  private func reference(_ node: JSONNode, _ pointer: String) -> VroomReference? {
    guard let object = VroomObject(node, pointer, "task", keys: ["type", "id"], log),
      let id = object.id(of: "task")
    else { return nil }
    switch object.string("type") {
    case "job":
      if let index = jobs[id] { return .job(index) }
    case "shipment":
      if let index = pickups[id] { return .shipment(index) }
    default:
      log.fault(
        object.pointer("type"), "Invalid type of task.", remedy: "Write job or shipment.")
      return nil
    }
    log.fault(
      object.pointer("id"), "Invalid task id \(id).",
      remedy: "Name a job, or a shipment by the id of its pickup.")
    return nil
  }
}
