extension ScenarioCheck {
  mutating func checkResources() {
    // Volunteers and vehicles share one space of names: locks and plans call both resources.
    requireUnique(
      scenario.volunteers.enumerated().map {
        ObjectKey(.volunteer, index: $0, id: $1.id, field: "id")
      }
        + scenario.vehicles.enumerated().map {
          ObjectKey(.vehicle, index: $0, id: $1.id, field: "id")
        })
    for (i, volunteer) in scenario.volunteers.enumerated() { checkVolunteer(volunteer, index: i) }
    for (i, vehicle) in scenario.vehicles.enumerated() { checkVehicle(vehicle, index: i) }
    checkPooling()
  }

  /// A carrier misspelt would be taken for one that has not agreed (R14).
  private mutating func checkPooling() {
    let carriers = Set(scenario.vehicles.map(\.carrier))
    let key = ObjectKey(.territory, id: scenario.territory.id, field: "poolingCarriers")
    for carrier in scenario.territory.poolingCarriers ?? [] where !carriers.contains(carrier) {
      addUnknown(.carrier, carrier, at: key, known: carriers.sorted())
    }
  }

  private mutating func checkVolunteer(_ volunteer: Volunteer, index: Int) {
    func key(_ field: String) -> ObjectKey {
      ObjectKey(.volunteer, index: index, id: volunteer.id, field: field)
    }
    requirePlace(volunteer.home, at: key("home"))
    requireNeeds(volunteer.needsAccepted, at: key("needsAccepted"))
    requireLayouts(volunteer.layouts, at: key("layouts"))
    requireRoom(for: volunteer.needsAccepted, in: volunteer.layouts, at: key("needsAccepted"))
    for rider in volunteer.ridersRefused { requireRider(rider, at: key("ridersRefused")) }
    for rider in volunteer.ridersPreferred { requireRider(rider, at: key("ridersPreferred")) }
    requireNotNegative(volunteer.mostTrips.map(Double.init), at: key("mostTrips"))
    requireNotNegative(volunteer.longestKilometres, at: key("longestKilometres"))
    requireNotNegative(volunteer.longestDuty.map(Double.init), at: key("longestDuty"))
    requireNotNegative(volunteer.radiusKilometres, at: key("radiusKilometres"))
    requireNotNegative(volunteer.longestWait.map(Double.init), at: key("longestWait"))
    requireNotNegative(volunteer.kilometresThisYear, at: key("kilometresThisYear"))
    requireNotNegative(volunteer.mostKilometresAYear, at: key("mostKilometresAYear"))
    requireNotNegative(volunteer.wishedTripsAWeek, at: key("wishedTripsAWeek"))
    checkRecentTrips(volunteer, at: key)
    warnIfNeverThere(volunteer.id, at: key("id"))
  }

  private mutating func checkVehicle(_ vehicle: FleetVehicle, index: Int) {
    func key(_ field: String) -> ObjectKey {
      ObjectKey(.vehicle, index: index, id: vehicle.id, field: field)
    }
    if vehicle.mode == .volunteer {
      faults.add(
        "wrong-mode", at: key("mode"), value: vehicle.mode.rawValue,
        cause: Bilingual(
          fr: "Un véhicule du service ne peut pas être « volunteer ».",
          en: "A fleet vehicle cannot be “volunteer”."),
        remedy: Bilingual(
          fr: "Écrivez tad, vsl ou taxi, ou inscrivez un bénévole.",
          en: "Write tad, vsl or taxi, or list a volunteer."))
    }
    requirePlace(vehicle.start, at: key("start"))
    requirePlace(vehicle.end, at: key("end"))
    requireNeeds(vehicle.needsAccepted, at: key("needsAccepted"))
    requireLayouts(vehicle.layouts, at: key("layouts"))
    requireRoom(for: vehicle.needsAccepted, in: vehicle.layouts, at: key("needsAccepted"))
    for rest in vehicle.breaks {
      requireOrdered(rest.window, at: key("breaks"))
      requireNotNegative(Double(rest.duration), at: key("breaks"))
      requireNotNegative(Double(rest.dueAfter), at: key("breaks"))
    }
    requireNotNegative(vehicle.longestDuty.map(Double.init), at: key("longestDuty"))
    requireNotNegative(vehicle.fixedCost, at: key("fixedCost"))
    requireNotNegative(vehicle.costPerKilometre, at: key("costPerKilometre"))
    requireNotNegative(vehicle.costPerHour, at: key("costPerHour"))
    requireRoadProfile(vehicle.roadProfile, at: key("roadProfile"))
    checkMeeting(vehicle, at: key("meeting"))
    warnIfNeverThere(vehicle.id, at: key("id"))
  }

  private mutating func requireRoadProfile(_ name: String, at key: ObjectKey) {
    guard let rules, !name.isEmpty, !rules.roadProfiles.contains(name) else { return }
    let known = rules.roadProfiles.joined(separator: ", ")
    faults.add(
      "unknown-road-profile", at: key, value: name,
      cause: Bilingual(
        fr: "Les règles ne connaissent pas le profil routier « \(name) » (connus : \(known)).",
        en: "The rules know no road profile “\(name)” (known: \(known))."),
      remedy: Bilingual(
        fr: "Ajoutez profile.\(name).factor aux règles de route, ou laissez vide.",
        en: "Add profile.\(name).factor to the roads' rules, or leave it empty."))
  }

  private mutating func requireLayouts(_ layouts: [SeatLayout], at key: ObjectKey) {
    if layouts.isEmpty || layouts.contains(where: \.isEmpty) {
      faults.add(
        "empty-layout", at: key,
        cause: Bilingual(
          fr: "Aucune place n’est indiquée.", en: "No seat is stated."),
        remedy: Bilingual(
          fr: "Indiquez les places, par exemple seat=3.",
          en: "State the seats, e.g. seat=3."))
    }
    for layout in layouts {
      for (dimension, room) in layout.sorted(by: { $0.key < $1.key }) where room < 0 {
        faults.add(
          "negative", at: key, value: "\(dimension)=\(room)",
          cause: Bilingual(
            fr: "Le nombre de places est négatif.", en: "The number of places is negative."),
          remedy: Bilingual(fr: "Donnez zéro ou plus.", en: "Give zero or more."))
      }
    }
  }

  /// A need accepted for which no layout has room will never be served (R10).
  private mutating func requireRoom(
    for needs: [String], in layouts: [SeatLayout], at key: ObjectKey
  ) {
    guard let rules else { return }
    for code in needs where rules.need(code) != nil {
      let load = rules.load(of: [code], companions: 0)
      if !layouts.contains(where: { layout in load.allSatisfy { layout[$0, default: 0] >= $1 } }) {
        warnings.add(
          "no-room-for-need", at: key, value: code,
          cause: Bilingual(
            fr: "Le besoin « \(code) » est accepté, mais aucune disposition n’a la place.",
            en: "Need “\(code)” is accepted, but no layout has room for it."),
          remedy: Bilingual(
            fr: "Ajoutez cette place à une disposition, ou retirez le besoin.",
            en: "Add the room to a layout, or remove the need."))
      }
    }
  }

  private mutating func warnIfNeverThere(_ id: String, at key: ObjectKey) {
    guard !scenario.availability.contains(where: { $0.resource == id }) else { return }
    warnings.add(
      "no-availability", at: key, value: id,
      cause: Bilingual(
        fr: "« \(id) » n’a aucune plage de disponibilité.", en: "“\(id)” is never available."),
      remedy: Bilingual(
        fr: "Ajoutez ses disponibilités, sinon rien ne lui sera confié.",
        en: "Add when it is there, or nothing will be given to it."))
  }

  mutating func checkAvailability() {
    for (i, row) in scenario.availability.enumerated() {
      if !resources.contains(row.resource) {
        addUnknown(
          .resource, row.resource, at: ObjectKey(.availability, index: i, field: "resource"),
          known: resources.sorted())
      }
      if !row.endPlace.isEmpty {
        requirePlace(row.endPlace, at: ObjectKey(.availability, index: i, field: "endPlace"))
      }
      guard let window = row.window else { continue }
      checkWish(row, window, at: i)
      let key = ObjectKey(.availability, index: i, field: "window")
      if row.days.contains(scenario.territory.date) {
        requireOrdered(window, at: key)
      } else if window.end <= window.start {
        requireOrdered(window, at: key)
      }
    }
  }
}
