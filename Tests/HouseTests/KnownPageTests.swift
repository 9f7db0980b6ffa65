import Foundation
import Planning
import Testing

/// The page "What Camin knows" stays true: the tests that it names are there, and so is every figure that rules read.
@Suite struct KnownPageTests {
  /// Requirements of the study's sections A to E that must hold.
  private static let musts =
    Array(1...16) + Array(21...23) + Array(25...29) + [31, 32] + Array(34...36) + [38]
    + Array(41...46) + [51, 52]

  private let page: [Substring]

  init() throws {
    let url = House.root.appending(path: "Sources/Planning/Planning.docc/WhatCaminKnows.md")
    page = try SourceFile(url, root: House.root).lines
  }

  /// Cells of the rows that begin with a requirement's number.
  private var rows: [(number: Int, cells: [String])] {
    page.compactMap { line -> (number: Int, cells: [String])? in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = cells.first, first.hasPrefix("R"), let number = Int(first.dropFirst())
      else { return nil }
      return (number, cells)
    }
  }

  /// What stands between backticks.
  private static func code(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func everyMustHasARowWithATest() throws {
    let rows = rows
    let numbers = rows.map { $0.number }
    #expect(numbers.sorted() == numbers)
    for number in Self.musts {
      let row = try #require(rows.first { $0.number == number }, "R\(number)")
      #expect(row.cells.count == 5, "R\(number)")
      #expect(!row.cells[1].isEmpty, "R\(number)")
      // What does not hold yet is said so, and has no test to show.
      let holds = row.cells[1] != "not met"
      let tests = Self.code(in: row.cells[3])
      #expect(tests.contains { $0.hasPrefix("R\(number):") } == holds, "R\(number)")
    }
  }

  @Test func everyTestNamedIsThere() throws {
    let tests = try House.files(in: ["Tests"]) { $0.pathExtension == "swift" }
    let text = tests.flatMap(\.lines).joined(separator: "\n")
    let named = rows.flatMap { Self.code(in: $0.cells[3]) }
    #expect(named.count > 50)
    for name in named {
      #expect(text.contains("\"" + name + "\""), "no test is called “\(name)”")
    }
    // The other way round: each scenario of the acceptance stands on the page.
    for scenario in 1...12 {
      #expect(named.contains { $0.hasPrefix("H\(scenario):") }, "H\(scenario)")
    }
  }

  @Test func everyFigureIsThereWithItsStatus() throws {
    var statuses: [String: Set<String>] = [:]
    for profile in try ShippedProfiles.all() {
      for (key, figure) in profile.figures {
        statuses[Self.name(profile.kind, key), default: []].insert(figure.status.rawValue)
      }
    }
    var told: [String: String] = [:]
    for line in page {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let key = Self.code(in: cells[0]).first, cells[0] == "`\(key)`"
      else { continue }
      told[key] = cells[1]
    }
    let figures = Set(FigureKey.all.map { Self.name($0.kind.rawValue, $0.key) })
    for figure in figures.sorted() {
      let status = statuses[figure].map { $0.sorted().joined(separator: " and ") } ?? "–"
      #expect(told[figure] == status, "\(figure) is \(status)")
    }
    let gone = Set(told.keys).subtracting(figures).sorted()
    #expect(gone.isEmpty, "no rule reads \(gone)")
  }

  /// `vsl.abatement.N`: one name for all numbers of patients.
  private static func name(_ kind: String, _ key: String) -> String {
    let parts = key.split(separator: ".")
    guard let last = parts.last, Int(last) != nil else { return kind + "." + key }
    return kind + "." + parts.dropLast().joined(separator: ".") + ".N"
  }
}
