internal import Interchange
internal import Planning

/// What an import has changed, or would change.
struct SheetImportReport {
  let outcome: ImportOutcome
  let request: ImportRequest
  let date: PlanDate
  var isDryRun: Bool
  /// The mapping file was written.
  var isMapped: Bool
  var isApplied = false
  /// Nothing goes in since a table or a day that comes with it is at fault.
  var isHeldBack = false
  /// What the rows without faults would bring, where others are at fault.
  var goodRows: ImportOutcome?

  /// What tables that come after it are judged with.
  var basis: ImportOutcome { goodRows ?? outcome }

  /// Changes of a kind told one by one; more are summed up.
  private static let most = 40

  private var language: Language { CommandLanguage.spoken }

  var text: String {
    var lines = [title, Figures.table(counts.map { ($0.0, Figures.whole($0.1)) })]
    lines += changes(outcome.changes, SheetNouns(outcome.table).one)
    lines += changes(outcome.riders, SheetNouns(.riders).one)
    lines += notes
    return lines.filter { !$0.isEmpty }.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
      + ending
  }

  private var title: String {
    let sheet = outcome.sheet.map { say(fr: ", feuille « \($0) »", en: ", sheet “\($0)”") } ?? ""
    let name = request.file.split(separator: "/").last.map(String.init) ?? request.file
    guard outcome.table == .bookings else {
      return name + sheet + say(fr: " : ", en: ": ") + outcome.table.title[language]
    }
    return name + sheet + say(fr: ", pour le ", en: ", for ") + date.text
  }

  private func count(_ kind: ImportChange.Kind) -> Int {
    outcome.changes.count { $0.kind == kind }
  }

  private var counts: [(String, Int)] {
    let nouns = SheetNouns(outcome.table)
    let always = [
      (say(fr: "Lignes lues", en: "Rows read"), outcome.rows),
      (nouns.new, count(.added)), (nouns.changed, count(.changed)), (nouns.same, count(.same)),
      (nouns.gone, count(.gone)),
    ]
    let sometimes = [
      (say(fr: "Lignes d’un autre jour", en: "Rows of another day"), outcome.otherDays),
      (say(fr: "Lignes en double", en: "Rows that repeat another"), outcome.repeated.count),
      (say(fr: "Passagers nouveaux", en: "New riders"), outcome.riders.count { $0.kind == .added }),
      (say(fr: "Contacts nouveaux", en: "New contacts"), outcome.newContacts),
      (say(fr: "Noms de lieux confirmés", en: "Names of places confirmed"), outcome.aliases.count),
      (say(fr: "Lignes laissées de côté", en: "Rows left out"), outcome.leftOut.count),
      (say(fr: "Erreurs", en: "Faults"), outcome.faults.count),
    ]
    return always + sometimes.filter { $0.1 > 0 }
  }

  private func changes(_ all: [ImportChange], _ noun: String) -> [String] {
    // What is gone and stays is told below.
    let gone: [(ImportChange.Kind, String)] = outcome.removesGone ? [(.gone, "-")] : []
    let signs: [(ImportChange.Kind, String)] = [(.added, "+"), (.changed, "~")] + gone
    return signs.flatMap { kind, sign -> [String] in
      let list = all.filter { $0.kind == kind }
      let lines = list.prefix(Self.most).map { "  \(sign) \(noun) \(line($0))" }
      guard list.count > Self.most else { return lines }
      let rest = list.count - Self.most
      return lines + ["  \(sign) " + say(fr: "… et \(rest) de plus", en: "… and \(rest) more")]
    }
  }

  private func line(_ change: ImportChange) -> String {
    var text = change.id
    if !change.rider.isEmpty { text += " (\(change.rider))" }
    if !change.otherId.isEmpty {
      text += say(
        fr: ", « \(change.otherId) » dans la feuille", en: ", “\(change.otherId)” in the sheet")
    }
    if let row = change.place?.line { text += say(fr: ", ligne \(row)", en: ", row \(row)") }
    let fields = change.fields.map { field in
      "\(field.field) : \(shown(field.before)) → \(shown(field.after))"
    }
    return fields.isEmpty ? text : text + "\n      " + fields.joined(separator: "\n      ")
  }

  private func shown(_ value: Bilingual) -> String {
    value[language].isEmpty ? say(fr: "(vide)", en: "(empty)") : value[language]
  }

  /// What a coordinator should know besides.
  private var notes: [String] {
    var notes: [String] = []
    if outcome.isWindowsText {
      notes.append(
        say(
          fr: "Le fichier n’est pas en UTF-8 ; il a été lu comme Excel l’écrit sous Windows.",
          en: "The file is not UTF-8; it was read as Excel writes it on Windows."))
    }
    if !outcome.personalColumns.isEmpty {
      let list = outcome.personalColumns.joined(separator: ", ")
      notes.append(
        request.contacts == nil
          ? say(
            fr: "Colonnes personnelles, ni lues ni gardées : \(list).",
            en: "Personal columns, neither read nor kept: \(list).")
          : say(
            fr: "Colonnes personnelles, absentes du plan (contacts à part) : \(list).",
            en: "Personal columns, not in the plan (contacts apart): \(list)."))
    }
    if !outcome.ignoredColumns.isEmpty {
      let list = outcome.ignoredColumns.joined(separator: ", ")
      notes.append(
        say(fr: "Colonnes laissées de côté : \(list).", en: "Columns left aside: \(list)."))
    }
    if !outcome.repeated.isEmpty { notes.append(rows(outcome.repeated, Self.repeatedWords)) }
    if !outcome.leftOut.isEmpty { notes.append(rows(outcome.leftOut, Self.leftOutWords)) }
    let gone = outcome.changes.filter { $0.kind == .gone }.map(\.id)
    if !gone.isEmpty, !outcome.removesGone {
      let list = gone.prefix(10).joined(separator: ", ") + (gone.count > 10 ? ", …" : "")
      notes.append(
        say(
          fr: "Pas dans la feuille, mais toujours là (--replace pour les retirer) : \(list).",
          en: "Not in the sheet, but kept (--replace removes them): \(list)."))
    }
    return notes
  }

  private static let repeatedWords = Bilingual(
    fr: "Disent la même chose qu’une autre ligne : lignes", en: "Say the same as another row: rows")
  private static let leftOutWords = Bilingual(
    fr: "Laissées de côté pour leurs erreurs : lignes", en: "Left out for their faults: rows")

  private func rows(_ numbers: [Int], _ words: Bilingual) -> String {
    words[language] + " " + numbers.map(String.init).joined(separator: ", ") + "."
  }

  private var ending: String {
    var text = ""
    if isMapped, let file = request.mapping {
      text +=
        outcome.openQuestions > 0
        ? say(
          fr: "\(file) : \(outcome.openQuestions) point(s) à confirmer. Ouvrez-le dans le tableur, "
            + "corrigez, écrivez « confirmé », puis recommencez.\n",
          en: "\(file): \(outcome.openQuestions) point(s) to confirm. Open it in the spreadsheet, "
            + "correct it, write “confirmed”, then try again.\n")
        : say(fr: "Écrit : \(file)\n", en: "Written: \(file)\n")
    }
    if !outcome.isSound {
      return text
        + say(
          fr: "Rien n’a été importé : il y a des erreurs.\n",
          en: "Nothing was imported: there are faults.\n")
    }
    if isHeldBack {
      return text
        + say(
          fr:
            "Rien n’a été importé : il y a des erreurs dans une autre feuille ou un autre jour.\n",
          en: "Nothing was imported: there are faults in another sheet or another day.\n")
    }
    if !outcome.hasChanges {
      return text + say(fr: "Rien à changer.\n", en: "Nothing to change.\n")
    }
    return text
      + (isDryRun
        ? say(fr: "Essai : rien n’est importé.\n", en: "Dry run: nothing is imported.\n")
        : say(fr: "Importé.\n", en: "Imported.\n"))
  }
}
