extension ScenarioCheck {
  /// R14: each firm of the rota is there once, and has a part that can be reckoned with.
  mutating func checkRota() {
    let territory = scenario.territory
    let carriers = Set(scenario.vehicles.map(\.carrier))
    func key(_ index: Int, _ field: String) -> ObjectKey {
      ObjectKey(.territory, id: territory.id, field: "rota.\(index).\(field)")
    }
    requireUnique(
      territory.rota.enumerated().map { index, turn in
        var place = key(index, "carrier")
        place.id = turn.carrier
        return place
      })
    for (index, turn) in territory.rota.enumerated() {
      if !turn.carrier.isEmpty, !carriers.contains(turn.carrier) {
        addUnknown(.carrier, turn.carrier, at: key(index, "carrier"), known: carriers.sorted())
      }
      requireNotNegative(turn.share, at: key(index, "share"))
      requireNotNegative(Double(turn.legsThisMonth), at: key(index, "legsThisMonth"))
    }
    guard !territory.rota.isEmpty, territory.rota.allSatisfy({ $0.share == 0 }) else { return }
    faults.add(
      "no-share", at: key(0, "share"), value: "0",
      cause: Bilingual(
        fr: "Aucun transporteur du tour de rôle n’a de part.",
        en: "No carrier of the rota has a share."),
      remedy: Bilingual(
        fr: "Donnez une part (share) à chacun, ou retirez le tour de rôle.",
        en: "Give each a share, or leave the rota out."))
  }
}
