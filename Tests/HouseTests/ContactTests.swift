import Foundation
import Testing

/// R56: names and telephone numbers are known where papers are made, and nowhere else.
@Suite struct ContactTests {
  /// Where the type that holds them may be named.
  static let allowed = [
    "Sources/Planning/Contacts/", "Sources/Interchange/Contacts/", "Sources/Reporting/Papers/",
    "Sources/Desk/Papers/", "Sources/camin/Running/PaperInput.swift",
  ]

  @Test("R56: neither solver, checks, plans, page nor logs know of contacts")
  func contactsComeLast() throws {
    let files = try House.files(in: ["Sources"]) { $0.pathExtension == "swift" }
    let naming = files.filter { $0.lines.contains { $0.contains("ContactBook") } }.map(\.path)
    #expect(naming.contains { $0.hasPrefix(Self.allowed[0]) }, "the type has another name now")
    let strangers = naming.filter { path in !Self.allowed.contains { path.hasPrefix($0) } }
    #expect(strangers.isEmpty, "\(strangers)")
  }

  @Test func contactsCannotBeWrittenAsData() throws {
    let files = try House.files(in: ["Sources/Planning/Contacts"]) {
      $0.pathExtension == "swift"
    }
    #expect(!files.isEmpty)
    for file in files {
      let code = file.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      #expect(!code.contains { $0.contains("Codable") || $0.contains("Encodable") }, "\(file.path)")
    }
  }
}
