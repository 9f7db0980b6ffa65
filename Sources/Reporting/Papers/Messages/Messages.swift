import Planning

/// A text to be sent to one person.
struct Message: Sendable {
  /// Pseudonym of a rider, volunteer or vehicle.
  let person: String
  let isDriver: Bool
  let text: String
}

/// One short message a rider and a driver, ready to be sent; riders are told nothing of each other. After a plan was told,
/// only those are written to for whom something has changed.
struct Messages: Sendable {
  let context: PaperContext

  var all: [Message] { riders + drivers }

  // MARK: Riders

  private var riders: [Message] {
    var order: [String] = []
    var rows: [String: [CallRow]] = [:]
    for row in CallRow.all(context) {
      if rows[row.booking.rider] == nil { order.append(row.booking.rider) }
      rows[row.booking.rider, default: []].append(row)
    }
    return order.compactMap { rider in
      let own = rows[rider] ?? []
      let wasTold = context.previous != nil
      guard !wasTold || own.contains(where: { !$0.changes.isEmpty }) else { return nil }
      let opening =
        wasTold
        ? context.say(fr: "Changement pour vos trajets", en: "Change to your rides")
        : context.say(fr: "Vos trajets", en: "Your rides")
      let parts =
        [
          greeting(rider) + opening + context.say(fr: " du ", en: " on ") + shortDay
            + context.say(fr: " :", en: ":")
        ]
        + own.map(sentence) + [prices(own), help]
      return message(rider, isDriver: false, parts)
    }
  }

  private func sentence(_ row: CallRow) -> String {
    let index = context.index
    let way = place(row.leg.from, row) + " - " + place(row.leg.to, row)
    switch row.answer {
    case .served(let pickup, let delivery, let run):
      let (from, to) = (place(pickup.place, row), place(delivery.place, row))
      let (start, end) = (index.clock.text(pickup.start), index.clock.text(delivery.start))
      let driver = context.firstName(run.resource)
      if let connection = row.leg.connection {
        return sentence(connection, from: from, start, to: to, end, driver)
      }
      return context.say(
        fr: "\(start) \(from), arrivée \(end) \(to), avec \(driver).",
        en: "\(start) \(from), arriving \(end) \(to), with \(driver).")
    case .outside(let ride):
      let title = index.fallbackTitle(ride.fallback)
      return context.say(
        fr: "\(way) : confié à \(title).", en: "\(way): with \(title).")
    case .refused:
      return context.say(
        fr: "\(way) : pas de solution à ce jour, nous vous rappelons.",
        en: "\(way): no ride found yet, we will call you.")
    }
  }

  /// A feeder trip: the ride, and the train that it leads to or comes from.
  private func sentence(
    _ connection: Connection, from: String, _ start: String, to: String, _ end: String,
    _ driver: String
  ) -> String {
    let clock = context.index.clock
    let line = connection.line[context.formats.language]
    let (board, far) = (clock.text(connection.board), clock.text(connection.farTime))
    switch connection.order {
    case .rideFirst:
      return context.say(
        fr:
          "\(start) \(from), dépose \(end) \(to), avec \(driver) ; puis \(line) à \(board), arrivée \(far).",
        en:
          "\(start) \(from), set down \(end) at \(to), with \(driver); then \(line) at \(board), arriving \(far)."
      )
    case .rideLast:
      return context.say(
        fr:
          "Départ \(far) par le \(line), \(from) à \(board) ; puis \(start), arrivée \(end) \(to), avec \(driver).",
        en:
          "Leave \(far) by \(line), at \(from) at \(board); then \(start), arriving \(end) \(to), with \(driver)."
      )
    }
  }

  /// The rider's own home needs no name.
  private func place(_ id: String, _ row: CallRow) -> String {
    let home = context.index.scenario.riders.first { $0.id == row.booking.rider }?.home
    return home == id
      ? context.say(fr: "chez vous", en: "your home") : context.index.placeName(id)
  }

  /// The sum, where the price of every leg is known.
  private func prices(_ rows: [CallRow]) -> String {
    let served = rows.filter { if case .served = $0.answer { true } else { false } }
    let cents = served.compactMap { context.prices.cents[$0.leg.id] }
    guard !served.isEmpty, cents.count == served.count else { return "" }
    let sum = context.formats.euros(Double(cents.reduce(0, +)) / 100)
    let areShared = served.allSatisfy {
      if case .served(_, _, let run) = $0.answer { run.mode == .volunteer } else { false }
    }
    return areShared
      ? context.say(fr: "Participation : \(sum).", en: "Your share: \(sum).")
      : context.say(fr: "À payer : \(sum).", en: "To pay: \(sum).")
  }

  // MARK: Drivers

  private var drivers: [Message] {
    let called = DriverRuns.all(of: context.index)
    let told = context.previous.map { DriverRuns.all(of: $0).map(\.resource) } ?? []
    let calledOff = told.filter { resource in !called.contains { $0.resource == resource } }
    return called.compactMap(toDriver)
      + calledOff.map { resource in
        message(
          resource, isDriver: true,
          [
            greeting(resource)
              + context.say(
                fr: "Vos trajets du \(shortDay) sont annulés, merci de ne pas partir.",
                en: "Your runs on \(shortDay) are cancelled, please do not set out."), help,
          ])
      }
  }

  private func toDriver(_ driver: DriverRuns) -> Message? {
    let changes = SheetChanges(of: driver.resource, runs: driver.runs, context)
    guard changes?.isIdle(driver.runs) != true else { return nil }
    let isVolunteer = driver.runs.first?.run.mode == .volunteer
    let runs = driver.runs.map { record in
      let times = RunList.times(record, context.index)
      let load = RunList.load(record, context.formats)
      return times + ", " + load.replacing(" · ", with: ", ")
    }.joined(separator: context.say(fr: " ; puis ", en: "; then "))
    let words = words(isVolunteer: isVolunteer, hasChanged: changes?.isFirst == false)
    return message(
      driver.resource, isDriver: true,
      [greeting(driver.resource) + words.opening + shortDay + colon + runs + words.closing, help])
  }

  /// What stands before the day and after the runs.
  private func words(isVolunteer: Bool, hasChanged: Bool) -> (opening: String, closing: String) {
    switch (isVolunteer, hasChanged) {
    case (true, false):
      (
        context.say(fr: "Pouvez-vous conduire le ", en: "Could you drive on "),
        context.say(fr: " ? Répondez OUI ou NON.", en: "? Please answer YES or NO.")
      )
    case (true, true):
      (
        context.say(fr: "Votre tournée change, le ", en: "Your run has changed, on "),
        context.say(
          fr: ". Est-ce possible ? Répondez OUI ou NON.",
          en: ". Can you do it? Please answer YES or NO.")
      )
    case (false, false):
      (
        context.say(fr: "Tournée du ", en: "Your run on "),
        context.say(fr: ". Feuille de route jointe.", en: ". The run sheet is attached.")
      )
    case (false, true):
      (
        context.say(fr: "Votre tournée change, le ", en: "Your run has changed, on "),
        context.say(
          fr: ". Nouvelle feuille de route jointe.", en: ". The new run sheet is attached.")
      )
    }
  }

  // MARK: Parts

  private func message(_ person: String, isDriver: Bool, _ parts: [String]) -> Message {
    let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return Message(person: person, isDriver: isDriver, text: SmsText.plain(text))
  }

  private func greeting(_ person: String) -> String {
    let name = context.contacts[person]?.firstName ?? ""
    let hello = context.say(fr: "Bonjour", en: "Hello")
    return name.isEmpty ? hello + ". " : hello + " " + name + ". "
  }

  private var shortDay: String { context.formats.dayAndMonth(context.index.plan.date) }

  private var colon: String { context.say(fr: " : ", en: ": ") }

  private var help: String {
    guard let phone = context.coordinationPhone else { return "" }
    return context.say(fr: "Un souci ? \(phone)", en: "Any trouble? \(phone)")
  }
}

/// The messages as files.
struct MessageFiles: Sendable {
  let context: PaperContext

  private static let header: [Bilingual] = [
    Bilingual(fr: "pour", en: "for"), Bilingual(fr: "id", en: "id"),
    Bilingual(fr: "téléphone", en: "phone"), Bilingual(fr: "messages", en: "messages"),
    Bilingual(fr: "texte", en: "text"),
  ]

  /// `messages.csv` for services that send many, and one plain text a person.
  var files: [ReportFile] {
    let messages = Messages(context: context).all
    var table = CsvTable(header: Self.header.map { $0[context.formats.language] })
    for message in messages {
      let kind =
        message.isDriver
        ? context.say(fr: "conducteur", en: "driver") : context.say(fr: "voyageur", en: "rider")
      let phone = context.contacts[message.person]?.phone ?? ""
      table.append([
        kind, CsvTable.plain(message.person), CsvTable.plain(phone),
        "\(SmsText.count(message.text))", CsvTable.plain(message.text),
      ])
    }
    return [ReportFile(name: "messages.csv", text: table.text)]
      + messages.map { message in
        let folder = message.isDriver ? "messages/drivers/" : "messages/riders/"
        return ReportFile(
          name: folder + PaperName.file(message.person) + ".txt", text: message.text + "\n")
      }
  }
}
