internal import Planning

/// What `camin sheets` says.
struct SheetsWords {
  let language: Language

  /// What was written, by kind rather than file by file.
  func summary(_ result: SheetsResult) -> String {
    func count(_ folder: String) -> Int { result.files.count { $0.hasPrefix(folder) } }
    var rows: [(String, String)] = [
      (
        "sheets/",
        both(
          fr: "\(count("sheets/")) feuilles de route", en: "\(count("sheets/")) run sheets")
      ),
      ("calls.html, calls.csv", both(fr: "liste d’appel des voyageurs", en: "call list of riders")),
      (
        "proposals.html, proposals.csv",
        both(fr: "propositions aux bénévoles", en: "proposals to volunteers")
      ),
      (
        "messages.csv, messages/",
        both(
          fr: "\(count("messages/")) messages à envoyer",
          en: "\(count("messages/")) messages to send"
        )
      ),
      (
        "calendar/",
        both(
          fr: "\(count("calendar/")) agendas (iCalendar)",
          en: "\(count("calendar/")) calendars (iCalendar)")
      ),
      ("summary.html", both(fr: "synthèse du jour", en: "summary of the day")),
      (
        "transparency.html",
        both(fr: "comment les trajets sont décidés", en: "how rides are decided on")
      ),
      (
        "plan.html, plan.geojson",
        both(fr: "page et carte, sans noms", en: "page and map, without names")
      ),
      ("all.html", both(fr: "tout, à imprimer d’un coup", en: "all of it, to print at once")),
    ]
    if result.pdfProgram != nil {
      rows.append(
        ("pdf/", both(fr: "\(count("pdf/")) PDF", en: "\(count("pdf/")) PDF documents")))
    }
    if count("tds/") > 0 {
      rows.append(("tds/", both(fr: "messages TDS, sans noms", en: "TDS telegrams, without names")))
    }
    let width = rows.map(\.0.count).max() ?? 0
    let issue = result.issue
    let title = both(
      fr: "Version \(issue), écrite dans \(result.folder) :\n",
      en: "Version \(issue), written to \(result.folder):\n")
    return title
      + rows.map { name, what in
        "  " + name + String(repeating: " ", count: width - name.count + 2) + what + "\n"
      }.joined()
  }

  private func both(fr: String, en: String) -> String { language == .french ? fr : en }

  static var discussion: String {
    say(
      fr: """
        Écrit, d’un plan : une feuille de route par conducteur, qui s’imprime sur une page et se lit sur un téléphone \
        sans réseau ; la liste d’appel des voyageurs, les propositions aux bénévoles, un message prêt à envoyer à chacun, \
        un agenda iCalendar par conducteur, la synthèse du jour et la fiche de transparence.

          camin sheets Scenarios/lot-small demain/plan.json --contacts contacts.csv --out feuilles --pdf

        Noms et téléphones ne viennent que du fichier de contacts, au moment d’imprimer ; ils n’entrent ni dans plan.json, ni \
        dans la page plan.html, ni dans les agendas. Colonnes : id (voyageur, bénévole, véhicule, lieu, ou coordination pour le \
        numéro à appeler), prenom, nom, telephone, autre_telephone, adresse, code_porte, remarque.

        Avec --previous, les lignes changées depuis le plan annoncé sont marquées, les arrêts supprimés barrés, et un \
        conducteur décommandé reçoit une feuille qui le dit.
        """,
      en: """
        Writes, of a plan: a run sheet a driver, which prints on one page and reads on a phone without network; the call list \
        of riders, proposals to volunteers, a message ready to be sent to each, an iCalendar file a driver, the summary of the \
        day and the transparency sheet.

          camin sheets Scenarios/lot-small tomorrow/plan.json --contacts contacts.csv --out sheets --pdf

        Names and telephones come from the contacts file alone, at rendering; they enter neither plan.json nor the page \
        plan.html nor calendars. Columns: id (rider, volunteer, vehicle, place, or coordination for the number to call), \
        first_name, last_name, phone, other_phone, address, door_code, note.

        With --previous, lines that changed since the plan told are marked, stops taken away are struck through, and a \
        driver called off gets a sheet that says so.
        """)
  }
}
