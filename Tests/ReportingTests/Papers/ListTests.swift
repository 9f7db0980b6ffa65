import Planning
import Reporting
import Testing

/// Call list, proposals, messages.
@Suite struct ListTests {
  @Test("R55: the call list tells time, driver's first name and price, the unserved included")
  func callList() throws {
    let prices = RidePrices(cents: ["b1-1": 410], prescribed: ["b2-1"])
    let set = SmallPapers.make(prices: prices)
    let page = try #require(XmlReading(SmallPapers.text("calls.html", of: set) ?? ""))
    for phrase in [
      "Jeanne Quercynol", "06 11 22 33 44", "05 65 11 22 33", "08:15", "08:52", "Lucienne",
      "4,10 €", "11:40", "Raymond", "sur prescription", "Odette Bouriane", "Non servi",
      "Mercuès → Hôpital; porte B, Cahors, arriver avant 10:00",
    ] {
      #expect(page.text.contains(phrase), "\(phrase)")
    }
    #expect(!page.text.contains("Ségalar"), "riders are told first names")
    let csv = try #require(CsvReading(SmallPapers.text("calls.csv", of: set) ?? ""))
    #expect(csv.rows.count == 4)
    #expect(csv.rows.map { $0["réponse"] } == ["servi", "servi", "servi", "non servi"])
    let first = try #require(csv.rows.first)
    #expect(first["nom"] == "Jeanne Quercynol" && first["avec"] == "Lucienne")
    #expect(first["prise en charge"] == "08:15" && first["prix"] == "4,10\u{A0}€")
    // A number in the international form is no formula, and a spreadsheet must not make one of it.
    #expect(csv.rows.contains { $0["téléphone"] == "'+33 6 55 44 33 22" })
  }

  @Test func changesAreOnTheCallList() throws {
    let plan = SmallDay.plan {
      $0.runs[1].stops[0].start += 600
      $0.runs[0].stops.removeLast(2)
    }
    let set = SmallPapers.make(plan: plan, issue: SmallPapers.amended, previous: SmallDay.plan)
    let csv = try #require(CsvReading(SmallPapers.text("calls.csv", of: set) ?? ""))
    let changes = csv.rows.compactMap { $0["changement"] }
    #expect(changes == ["au lieu de 08:15", "", "n’est plus servi (23:45 annoncé)", ""])
    let back = SmallPapers.make(
      .english, issue: SmallPapers.amended,
      previous: SmallDay.plan { $0.runs.removeLast() })
    let english = try #require(CsvReading(SmallPapers.text("calls.csv", of: back) ?? ""))
    #expect(english.rows.first?["change"] == "served after all")
  }

  @Test("R27: a volunteer is asked with times, kilometres, communes and needs, and no rider's name")
  func proposals() throws {
    let page = try #require(XmlReading(SmallPapers.text("proposals.html") ?? ""))
    for phrase in [
      "Lucienne Ségalar", "06 77 88 99 00", "08:00–09:15", "1 voyageur", "Crayssac → Cahors",
      "Reste en fauteuil roulant", "24",
    ] {
      #expect(page.text.contains(phrase), "\(phrase)")
    }
    #expect(!page.text.contains("Quercynol") && !page.text.contains("tad-1"))
    let csv = try #require(CsvReading(SmallPapers.text("proposals.csv") ?? ""))
    #expect(csv.rows.count == 1 && csv.rows.first?["km"] == "24,000")
  }

  @Test func messagesAreShortAndInTheAlphabetOfShortMessages() throws {
    let prices = RidePrices(cents: ["b1-1": 410, "b1-2": 390])
    let set = SmallPapers.make(prices: prices)
    let rider = try #require(SmallPapers.text("messages/riders/R1.txt", of: set))
    #expect(
      rider
        == """
        Bonjour Jeanne. Vos trajets du mercredi 25 novembre : 08:15 chez vous, arrivée 08:52 \
        Hôpital; porte B, avec Lucienne. 11:40 Hôpital; porte B, arrivée 12:10 chez vous, avec \
        Raymond. À payer : 8,00 €. Un souci ? 05 65 00 11 22

        """.replacing("ô", with: "o").replacing("À", with: "A"))
    let driver = try #require(SmallPapers.text("messages/drivers/v07.txt", of: set))
    #expect(driver.contains("Bonjour Lucienne. Pouvez-vous conduire le mercredi 25 novembre"))
    #expect(driver.contains("08:00-09:15, 1 voyageur") && driver.contains("OUI ou NON"))
    #expect(!driver.contains("Jeanne"))
    let refused = try #require(SmallPapers.text("messages/riders/R3.txt", of: set))
    #expect(refused.contains("pas de solution") && refused.contains("nous vous rappelons"))
    let table = try #require(CsvReading(SmallPapers.text("messages.csv", of: set) ?? ""))
    #expect(table.rows.count == 5)
    #expect(table.rows.first { $0["id"] == "R1" }?["messages"] == "2")
    // What a phone of 1995 can show; everything else would make the message cost twice.
    let alphabet = Set(
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡§¿ÄÖÑÜäöñüà€[]{}\\^~|"
        .unicodeScalars)
    for file in set.files where file.name.hasPrefix("messages/") {
      let odd = file.text.unicodeScalars.filter {
        !($0.isASCII && $0.properties.isAlphabetic) && !alphabet.contains($0)
      }
      #expect(odd.isEmpty, "\(file.name): \(String(String.UnicodeScalarView(odd)))")
    }
  }

  @Test("R57: after a plan was told, only those are written to for whom something has changed")
  func messagesOfChanges() throws {
    let same = SmallPapers.make(issue: SmallPapers.amended, previous: SmallDay.plan)
    #expect(!same.files.contains { $0.name.hasPrefix("messages/") })
    // The volunteer's run begins ten minutes later than told.
    let told = SmallDay.plan { plan in
      guard let run = plan.runs.firstIndex(where: { $0.resource == "v07" }) else { return }
      plan.runs[run].departure -= 600
    }
    let changed = SmallPapers.make(issue: SmallPapers.amended, previous: told)
    let names = changed.files.map(\.name).filter { $0.hasPrefix("messages/") }
    #expect(names == ["messages/drivers/v07.txt"])
    let text = try #require(SmallPapers.text("messages/drivers/v07.txt", of: changed))
    #expect(text.contains("Votre tournée change, le mercredi 25 novembre"), "\(text)")
    let table = try #require(CsvReading(SmallPapers.text("messages.csv", of: changed) ?? ""))
    #expect(table.rows.map { $0["id"] } == ["v07"])
  }

  @Test func theTransparencySheetTellsRulesInWords() throws {
    let page = try #require(XmlReading(SmallPapers.text("transparency.html") ?? ""))
    for phrase in [
      "L. 311-3-1", "Ce que décident les personnes", "Transport de patients assis partagé",
      "Distance d’un trajet, au plus", "100 km", "source secondaire",
      "Aucune note personnelle n’est donnée aux voyageurs.", "camin explain",
    ] {
      #expect(page.text.contains(phrase), "\(phrase)")
    }
  }

  @Test func everyFigureOfTheShippedProfilesHasWords() throws {
    for profile in try ShippedProfiles.all() {
      let plan = SmallDay.plan { $0.profiles = [profile.id] }
      for language in Language.allCases {
        let set = SmallPapers.make(language, plan: plan)
        let reading = try #require(
          XmlReading(SmallPapers.text("transparency.html", of: set) ?? ""))
        for key in profile.figures.keys {
          // The key stands behind the words; without any it would stand there twice.
          let twice = key.prefix(1).uppercased() + key.dropFirst() + " " + key
          let hasWords = !reading.text.contains(twice)
          #expect(hasWords, "\(profile.id).\(key) has no words")
        }
      }
    }
  }
}
