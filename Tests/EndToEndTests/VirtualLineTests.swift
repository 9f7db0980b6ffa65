import Foundation
import Testing

/// R30 by the built command: a line in a spreadsheet.
@Suite struct VirtualLineTests {
  /// The small day in a folder, with a line of the first TAD between two of its places.
  private func day(_ scratch: Scratch) throws -> Folder {
    let folder = try scratch.scenario()
    try folder.write(
      "lines.csv",
      Data(
        """
        ligne;vehicule;jours;arrets
        L1;tad01;lundi-vendredi;market-46015 08:00 | base-tad-46173 10:30

        """.utf8))
    return folder
  }

  @Test("R30: a line stands in a table of its own; what is wrong with it is told at once")
  func table() throws {
    let scratch = try Scratch()
    let folder = try day(scratch)
    let fit = try Camin.run("validate", folder.path)
    #expect(fit.status == 0, "\(fit.everything)")
    try folder.change("lines.csv", "10:30", to: "07:30")
    try folder.change("lines.csv", "tad01", to: "tad99")
    let wrong = try Camin.run("validate", folder.path)
    #expect(wrong.status == 65, "\(wrong.everything)")
    let told = wrong.output + wrong.errors
    #expect(told.contains("lines.csv, ligne 2") && told.contains("tad99"))
    #expect(told.contains("08:00 07:30") && told.contains("line-out-of-order"))
  }
}
