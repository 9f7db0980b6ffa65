internal import Archives

/// What a workbook's directory says: its sheets in order, where their parts lie, and from when its days count.
struct WorkbookParts {
  struct Sheet {
    var name: String
    /// Name of the entry in the archive.
    var entry: String
    var isHidden: Bool
  }
  var sheets: [Sheet] = []
  var is1904 = false
  /// Entries of the texts that cells share and of the formats; empty where the workbook has none.
  var sharedText = ""
  var styles = ""

  /// - Throws: where the archive is no workbook, or damaged.
  init(_ archive: ZipArchive) throws(WorkbookFailure) {
    let root = try Relations(archive, of: "")
    guard let book = root.target(ofType: "officeDocument") else { throw .notAWorkbook }
    let relations = try Relations(archive, of: book)
    sharedText = relations.target(ofType: "sharedStrings") ?? ""
    styles = relations.target(ofType: "styles") ?? ""
    let list = SheetList()
    try archive.scan(book, list)
    is1904 = list.is1904
    for found in list.found {
      guard let entry = relations.targets[found.relation], entry.isWorksheet else { continue }
      sheets.append(Sheet(name: found.name, entry: entry.path, isHidden: found.isHidden))
    }
    guard !sheets.isEmpty else { throw .notAWorkbook }
  }
}

/// Where parts of a package lie that another part speaks of (ECMA-376, part 2, 9.3).
private struct Relations {
  struct Target {
    var path: String
    /// Last word of the type, which is a URL that two editions of the standard write differently.
    var type: Substring

    var isWorksheet: Bool { type == "worksheet" }
  }
  private(set) var targets: [String: Target] = [:]

  init(_ archive: ZipArchive, of part: String) throws(WorkbookFailure) {
    let folders = part.split(separator: "/").dropLast()
    let name = part.split(separator: "/").last ?? ""
    let entry = (folders + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard archive.entry(entry) != nil else { return }
    let list = RelationList()
    try archive.scan(entry, list)
    for found in list.found {
      targets[found.id] = Target(
        path: Self.resolve(found.target, from: folders.map(String.init)),
        type: found.type.split(separator: "/").last ?? "")
    }
  }

  func target(ofType type: String) -> String? {
    targets.filter { $0.value.type == type }.map(\.value.path).min()
  }

  /// A target from the folder of the part that names it.
  private static func resolve(_ target: String, from folder: [String]) -> String {
    var parts = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(step))
      }
    }
    return parts.joined(separator: "/")
  }
}

private final class RelationList: XMLHandler {
  private(set) var found: [(id: String, type: String, target: String)] = []
  var isFull: Bool { found.count > SheetLimits.elements }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    found.append((id, type, target))
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
  func end(_ name: String) {}
}

private final class SheetList: XMLHandler {
  private(set) var found: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var is1904 = false
  var isFull: Bool { found.count > SheetLimits.elements }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else { return }
      let state = attributes["state"] ?? "visible"
      found.append((title, relation, state != "visible"))
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
  func end(_ name: String) {}
}

/// Why a workbook cannot be read.
enum WorkbookFailure: Error {
  /// A zip archive, but of something else.
  case notAWorkbook
  case archive(ZipError)
  /// A part is no sound XML; its name and the line.
  case malformed(part: String, line: Int)
  /// A part has a document type, which workbooks never have.
  case suspicious(part: String)
  /// A part or a sheet holds more than `SheetLimits` allows.
  case tooMuch(part: String)
}

extension ZipArchive {
  /// Reads a part of the package.
  func scan(_ name: String, _ handler: some XMLHandler) throws(WorkbookFailure) {
    let bytes: [UInt8]
    do throws(ZipError) {
      guard let entry = self.entry(name) else { throw .noEntry(name) }
      bytes = try self.bytes(of: entry, limit: SheetLimits.part)
    } catch {
      throw .archive(error)
    }
    do throws(XMLScan.Failure) {
      try XMLScan.run(bytes, handler)
    } catch {
      switch error {
      case .malformed(let line): throw .malformed(part: name, line: line)
      case .documentType: throw .suspicious(part: name)
      case .full: throw .tooMuch(part: name)
      }
    }
  }
}
