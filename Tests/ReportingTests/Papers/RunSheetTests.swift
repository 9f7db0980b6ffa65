import Foundation
import Planning
import Reporting
import Testing

/// R55: a sheet a driver; R57: what changed on it is marked.
@Suite struct RunSheetTests {
  private func sheet(_ name: String = "sheets/v07.html", _ set: PaperSet = SmallPapers.make())
    throws -> XmlReading
  {
    let text = try #require(SmallPapers.text(name, of: set), "\(name)")
    return try #require(XmlReading(text), "\(name) is not well-formed")
  }

  @Test(arguments: Language.allCases) func everyPageIsWellFormedAndByItself(_ language: Language)
    throws
  {
    let set = SmallPapers.make(language)
    #expect(set.pages.count == 6)
    for page in set.pages + [set.whole] {
      let reading = try #require(XmlReading(page.text), "\(page.name)")
      #expect(reading.elements.first?.attributes["lang"] == language.rawValue)
      let ids = reading.values(of: "id")
      #expect(Set(ids).count == ids.count, "\(page.name): \(ids)")
      #expect(reading.values(of: "aria-labelledby").allSatisfy(ids.contains), "\(page.name)")
      #expect(reading.count(of: "h1") == (page.name == "all.html" ? 6 : 1), "\(page.name)")
      // Nothing is fetched, sent or run; telephone numbers alone lead anywhere.
      #expect(reading.values(of: "href").allSatisfy { $0.hasPrefix("tel:") }, "\(page.name)")
      #expect(reading.values(of: "src").isEmpty && reading.count(of: "script") == 0)
      for word in ["http:", "https:", "//www", "url(", "@import"] {
        #expect(!page.text.contains(word), "\(page.name) holds \(word)")
      }
      let policy = reading.elements.first {
        $0.attributes["http-equiv"] == "Content-Security-Policy"
      }
      #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true)
    }
  }

  @Test func tellsTheDriverWhoWhereAndWhatToKnow() throws {
    let text = try sheet().text
    for phrase in [
      "Lucienne Ségalar", "Chauffeur bénévole · v07", "Mercredi 25 novembre 2026",
      "Version 1, faite le 24/11/2026 à 18:40", "Un souci ? 05 65 00 11 22", "08:15",
      "Prise en charge", "Jeanne Quercynol", "06 11 22 33 44", "05 65 11 22 33",
      "12 chemin de Magnagues", "Porte : 7B94", "Sonner deux fois",
      "Reste en fauteuil roulant, 1 accompagnant", "Attendu à 09:00",
      "Revient à 11:40 avec tad-1", "Entrée par le <nord>", "Compteur au départ",
      "Règles : tus-2019 (depuis le 24/10/2019)",
    ] {
      #expect(text.contains(phrase), "\(phrase)")
    }
    let phones = try sheet().values(of: "href")
    #expect(phones.contains("tel:0611223344") && phones.contains("tel:0565112233"))
  }

  @Test func showsPseudonymsWithoutContacts() throws {
    let reading = try sheet("sheets/v07.html", SmallPapers.make(contacts: ContactBook()))
    #expect(reading.text.contains("R1") && reading.text.contains("v07"))
    #expect(reading.values(of: "href").isEmpty)
  }

  @Test func largePrintIsABoxThatNeedsNoScript() throws {
    let boxes = { (reading: XmlReading) in
      reading.elements.filter { $0.attributes["id"] == "large" }
    }
    #expect(try boxes(sheet()).map { $0.attributes["checked"] } == [nil])
    let large = try sheet("sheets/v07.html", SmallPapers.make(isLarge: true))
    #expect(boxes(large).map { $0.attributes["checked"] } == ["checked"])
  }

  @Test func nothingIsMarkedWhereNothingWasToldOrNothingChanged() throws {
    for set in [
      SmallPapers.make(), SmallPapers.make(issue: SmallPapers.amended, previous: SmallDay.plan),
    ] {
      let marks = try sheet("sheets/v07.html", set).values(of: "class")
      #expect(!marks.contains { $0.contains("changed") || $0 == "chip" || $0 == "dropped" })
    }
    // Seconds that no clock shows are no change.
    let later = SmallDay.plan { $0.runs[1].stops[1].start += 20 }
    let set = SmallPapers.make(plan: later, issue: SmallPapers.amended, previous: SmallDay.plan)
    #expect(try !sheet("sheets/v07.html", set).values(of: "class").contains("chip"))
  }

  @Test("R57: changed lines of an amended sheet are marked, and the sheet says which issue it is")
  func changedLines() throws {
    let plan = SmallDay.plan {
      $0.runs[1].departure += 600
      $0.runs[1].stops[0].start += 600
      $0.runs[1].stops[1].place = "depot"
    }
    let set = SmallPapers.make(plan: plan, issue: SmallPapers.amended, previous: SmallDay.plan)
    let reading = try sheet("sheets/v07.html", set)
    #expect(reading.text.contains("Version 2, faite le 24/11/2026 à 21:05"))
    #expect(reading.text.contains("les lignes changées sont marquées"))
    let rows = reading.values(of: "class").filter { $0.hasSuffix(" changed") }
    #expect(rows == ["edge changed", "pickup changed", "delivery changed"])
    #expect(reading.text.contains("Au lieu de 08:00") && reading.text.contains("Au lieu de 08:15"))
    #expect(reading.text.contains("Autre lieu"))
    // The other driver's sheet is as it was.
    #expect(try !sheet("sheets/tad-1.html", set).values(of: "class").contains("chip"))
  }

  @Test("R57: a stop taken away is struck through, one that is new is said to be")
  func addedAndDroppedLines() throws {
    let plan = SmallDay.plan {
      let moved = $0.runs[0].stops.remove(at: 4)
      let off = $0.runs[0].stops.remove(at: 4)
      $0.runs[1].stops += [moved, off]
    }
    let set = SmallPapers.make(plan: plan, issue: SmallPapers.amended, previous: SmallDay.plan)
    let gone = try sheet("sheets/tad-1.html", set)
    #expect(gone.count(of: "s") == 2 && gone.text.contains("Supprimé depuis la feuille d’avant"))
    let more = try sheet("sheets/v07.html", set)
    let rows = more.values(of: "class").filter { $0.hasSuffix(" changed") }
    #expect(rows == ["pickup changed", "delivery changed"])
    #expect(more.text.contains("Nouveau") && more.text.contains("Marcel Causselou"))
  }

  @Test("R57: who was told to drive and no longer does is given a sheet that says so")
  func calledOff() throws {
    let plan = SmallDay.plan { $0.runs.removeLast() }
    let set = SmallPapers.make(plan: plan, issue: SmallPapers.amended, previous: SmallDay.plan)
    let text = try sheet("sheets/v07.html", set).text
    #expect(text.contains("annulés. Merci de ne pas partir.") && text.contains("Lucienne"))
    // A driver called only now has nothing to compare with.
    let new = SmallPapers.make(issue: SmallPapers.amended, previous: plan)
    #expect(try !sheet("sheets/v07.html", new).values(of: "class").contains("chip"))
  }

  @Test func fileNamesOfDifferentIdsDiffer() {
    let plan = SmallDay.plan {
      $0.runs[0].resource = "a/b"
      $0.runs[1].resource = "a_2f_b"
    }
    let names = SmallPapers.make(plan: plan).pages.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("sheets/a_2f_b.html"))
    #expect(names.allSatisfy { !$0.dropFirst("sheets/".count).contains("/") })
  }

  @Test("R56: names, numbers and door codes are on the papers of whoever needs them, nowhere else")
  func privacy() throws {
    let set = SmallPapers.make()
    let planted = [
      "Quercynol", "06 11 22 33 44", "0611223344", "Magnagues", "7B94", "Sonner deux fois",
    ]
    // The volunteer and the TAD's driver carry R1; the coordinator has the lists, the rider the own message.
    let allowed: Set = [
      "sheets/v07.html", "sheets/tad-1.html", "calls.html", "calls.csv", "messages.csv",
    ]
    var seen: Set<String> = []
    for file in set.files + set.telegrams {
      let found = planted.filter { file.text.contains($0) }
      if !found.isEmpty { seen.insert(file.name) }
      #expect(found.isEmpty || allowed.contains(file.name), "\(file.name) holds \(found)")
    }
    #expect(seen == allowed)
    // R2 rides with the TAD alone, so the volunteer's sheet knows nothing of him; R3 is not served.
    let volunteer = try #require(SmallPapers.text("sheets/v07.html"))
    for name in ["Causselou", "Marcel", "55 44 33 22", "Odette", "Vignac", "Raymond"] {
      #expect(!volunteer.contains(name), "\(name)")
    }
    let rider = try #require(SmallPapers.text("messages/riders/R1.txt"))
    for name in ["Causselou", "Ségalar", "Segalar", "Vignac", "Marcel", "06 77 88 99 00"] {
      #expect(!rider.contains(name), "\(name)")
    }
    let page = PlanReport(plan: SmallDay.plan, scenario: SmallDay.scenario, language: .french)
    #expect(page.files.allSatisfy { !$0.text.contains("Quercynol") })
    #expect(set.missingContacts.isEmpty)
    #expect(
      SmallPapers.make(contacts: ContactBook([Contact(id: "R1")])).missingContacts == [
        "R2", "R3", "tad-1", "v07",
      ])
  }
}
