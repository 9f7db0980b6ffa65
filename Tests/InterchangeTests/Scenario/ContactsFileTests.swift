import Foundation
import Interchange
import Planning
import Testing

/// R56: the table of names and telephone numbers.
@Suite struct ContactsFileTests {
  private func read(_ text: String) throws -> (contacts: ContactBook, warnings: [Fault]) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "contacts-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "contacts.csv")
    try Data(text.utf8).write(to: path)
    return try ContactsFile.read(path.path)
  }

  private func faults(_ text: String) throws -> [Fault] {
    do {
      _ = try read(text)
      return []
    } catch let error as Faults {
      return error.faults
    }
  }

  @Test(arguments: [
    "\u{FEFF}id;prénom;nom;téléphone;autre téléphone;adresse;code porte;remarque\r\n"
      + "r1;Jeanne;Quercynol;06 11 22 33 44;'+33 5 65 11 22 33;\"12, rue; haute\";7B94;=sonner\r\n",
    "id,first name,surname,phone,other phone,address,door code,note\n"
      + "r1,Jeanne,Quercynol,06 11 22 33 44,+33 5 65 11 22 33,\"12, rue; haute\",7B94,'=sonner\n",
  ])
  func readsFrenchAndEnglishHeaders(_ text: String) throws {
    let (contacts, warnings) = try read(text)
    #expect(warnings.isEmpty)
    let contact = try #require(contacts["r1"])
    #expect(contact.name == "Jeanne Quercynol" && contact.phone == "06 11 22 33 44")
    #expect(contact.otherPhone == "+33 5 65 11 22 33" && contact.address == "12, rue; haute")
    #expect(contact.doorCode == "7B94" && contact.note == "=sonner")
    #expect(contacts["r2"] == nil)
  }

  @Test func allFaultsAreToldAtOnceAndNoneRepeatsWhatSomebodyIs() throws {
    let found = try faults(
      """
      id;nom;téléphone
      r1;Quercynol;pas de numéro
      r1;Causselou;0611223344
      r2;Bouriane;0611223344
      r2;Vignac;0611223344
      ;Ségalar;12
      Jeanne Martin;Martin;0611223344
      0611223344;Autre;0611223344

      """)
    #expect(
      Set(found.map(\.code)) == [
        "bad-phone", "duplicate-id", "missing-value", "bad-id", "personal-data",
      ], "\(found.map(\.code))")
    #expect(found.map { $0.place.line ?? 0 } == [2, 5, 6, 6, 7, 8])
    let shown = FaultPrinter.text(found, language: .french) + FaultPrinter.json(found)
    for word in ["Quercynol", "pas de numéro", "0611223344", "Martin", "Jeanne", "Ségalar"] {
      #expect(!shown.contains(word), "\(word)")
    }
    #expect(shown.contains("r2"), "a pseudonym tells nothing and helps to find the row")
  }

  @Test func saysWhichColumnsItReads() throws {
    let (contacts, warnings) = try read("id;nom;courriel;couleur\nr1;Quercynol;a@b.fr;rouge\n")
    #expect(contacts["r1"]?.lastName == "Quercynol")
    #expect(warnings.count == 2 && warnings.allSatisfy { $0.code == "unknown-column" })
    #expect(warnings.contains { $0.remedy.fr.contains("id, prenom, nom, telephone") })
    #expect(!warnings.contains { $0.remedy.fr.contains("contacts à part") })
  }

  @Test func refusesWhatIsNoTable() throws {
    #expect(try faults("nom;téléphone\nQuercynol;0611223344\n").map(\.code) == ["missing-column"])
    #expect(try faults("").map(\.code) == ["empty-file"])
    #expect(throws: Faults.self) { try ContactsFile.read("/nowhere/contacts.csv") }
  }
}
