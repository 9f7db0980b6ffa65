import Planning

/// How it is said that a ride leads to scheduled transport, or comes from it (R12).
struct ConnectionWords: Sendable {
  let index: PlanIndex
  let formats: Formats

  /// At the stop where ride and train meet: `À déposer avant 8:42 : train 870612 de 8:52`.
  func toDriver(_ stop: RunStop) -> [String] {
    guard let connection = met(at: stop) else { return [] }
    let (line, board) = (connection.line[formats.language], index.clock.text(connection.board))
    switch connection.order {
    case .rideFirst:
      let latest = index.clock.text(connection.time - connection.margin)
      return [
        formats.say(
          fr: "À déposer avant \(latest) : \(line) de \(board)",
          en: "To be set down by \(latest): \(line) at \(board)")
      ]
    case .rideLast:
      return [
        formats.say(
          fr: "Descend du \(line) de \(board) ; s’il a du retard, attendre et prévenir",
          en: "Gets off the \(line) of \(board); if it is late, wait and tell us")
      ]
    }
  }

  /// The scheduled part, and what it costs: `Ensuite : À 8 h 52, train 870612 direction Toulouse, …`.
  func toRider(_ stop: RunStop) -> [String] {
    guard let connection = met(at: stop) else { return [] }
    let text = connection.text[formats.language]
    let opening =
      connection.order == .rideFirst
      ? formats.say(fr: "Ensuite : ", en: "Then: ")
      : formats.say(fr: "Auparavant : ", en: "Before: ")
    return [opening + text] + ticket(connection)
  }

  private func ticket(_ connection: Connection) -> [String] {
    guard let price = connection.price else {
      return [formats.say(fr: "Billet à prendre par le voyageur", en: "The rider buys the ticket")]
    }
    let amount = formats.euros(price)
    return [
      formats.say(
        fr: "Billet à prendre par le voyageur : \(amount)",
        en: "The rider buys the ticket: \(amount)")
    ]
  }

  /// The connection of the leg, where the stop is the one at which it is met.
  private func met(at stop: RunStop) -> Connection? {
    guard let connection = index.legs[stop.leg]?.leg.connection else { return nil }
    switch (connection.order, stop.kind) {
    case (.rideFirst, .delivery), (.rideLast, .pickup): return connection
    default: return nil
    }
  }
}
