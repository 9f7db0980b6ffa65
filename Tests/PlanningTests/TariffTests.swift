import Planning
import Testing

/// Amounts reckoned by hand from the figures that `tariff.…` of the shipped profiles state.
@Suite("R37: tariff of seated patients")
struct TariffTests {
  private func lozere() throws -> PatientTariff {
    // 13 € with 4 km, then 1.25 €/km.
    PatientTariff(try LineTerritory().rules, options: .init(department: "48"))
  }

  private func total(_ ride: TariffRide, _ tariff: PatientTariff) throws -> Int {
    try #require(tariff.bill(ride)).totalCents
  }

  private func taxi(_ km: Int, _ patients: Int = 1) -> TariffRide {
    TariffRide(mode: .taxi, metres: km * 1000, patients: patients)
  }

  @Test(
    "a taxi of 24 km: 38 € alone, 23, 35 and 37 % less for two, three, and four or more",
    arguments: [(1, 3800), (2, 2926), (3, 2470), (4, 2394), (6, 2394)])
  func taxiShared(patients: Int, cents: Int) throws {
    #expect(try total(taxi(24, patients), lozere()) == cents)
  }

  @Test("within the kilometres included the package alone; 5 % less alone from 30 km on")
  func taxiAlone() throws {
    #expect(try total(taxi(3), lozere()) == 1300)
    #expect(try total(taxi(4), lozere()) == 1300)
    #expect(try total(taxi(40), lozere()) == 5510)
  }

  @Test(
    "a VSL of 20 km: 32.92 €, less 15 or 33 %; 25 or 40 % without SEFi",
    arguments: [
      (1, "a", 3292), (2, "a", 2798), (3, "a", 2206), (2, "b", 2469), (3, "b", 1975),
    ])
  func vsl(patients: Int, carrier: String, cents: Int) throws {
    let tariff = PatientTariff(
      try LineTerritory().rules, options: .init(carriersWithoutSefi: ["b"]))
    let ride = TariffRide(mode: .vsl, carrier: carrier, metres: 20_000, patients: patients)
    #expect(try total(ride, tariff) == cents)
  }

  @Test("half as much again where most of the ride is at night; exactly half of it is not most")
  func night() throws {
    var ride = taxi(24)
    ride.start = 5 * 3600
    ride.end = ride.start + 1800
    #expect(try total(ride, lozere()) == 5700)
    ride.start = 7 * 3600 + 45 * 60
    ride.end = ride.start + 1800
    #expect(try total(ride, lozere()) == 3800)
    ride.start -= 300
    ride.end -= 300
    #expect(try total(ride, lozere()) == 5700)
    // After midnight of the following day.
    ride.start = 25 * 3600
    ride.end = 26 * 3600
    #expect(try total(ride, lozere()) == 5700)
  }

  @Test("Sundays, holidays and Saturdays from noon; never twice, and a VSL takes a quarter")
  func weekend() throws {
    var ride = taxi(24)
    ride.isSundayOrHoliday = true
    #expect(try total(ride, lozere()) == 5700)
    ride.start = 22 * 3600
    ride.end = 23 * 3600
    #expect(try total(ride, lozere()) == 5700)
    ride = taxi(24)
    ride.isSaturday = true
    ride.start = 12 * 3600 - 60
    ride.end = 13 * 3600
    #expect(try total(ride, lozere()) == 3800)
    ride.start = 12 * 3600
    #expect(try total(ride, lozere()) == 5700)
    ride = TariffRide(mode: .vsl, metres: 20_000, isSundayOrHoliday: true)
    #expect(try total(ride, lozere()) == 3292 + 823)
  }

  @Test("wheelchair 30 €, large city 15 €; neither is abated")
  func supplements() throws {
    var ride = taxi(24, 2)
    ride.inWheelchair = true
    #expect(try total(ride, lozere()) == 2926 + 3000)
    ride.communes = ["Mende", "Toulouse"]
    #expect(try total(ride, lozere()) == 2926 + 4500)
    ride.communes = ["92050"]
    #expect(try total(ride, lozere()) == 2926 + 4500)
    ride.communes = ["46042", "Cahors"]
    #expect(try total(ride, lozere()) == 2926 + 3000)
  }

  @Test(
    "the empty return: a quarter of the kilometres, from 50 km on half, for hospital stays alone")
  func emptyReturn() throws {
    var ride = taxi(24)
    ride.isHospitalStay = true
    #expect(try total(ride, lozere()) == 3800 + 750)
    ride.metres = 60_000
    // 13 € + 56 km = 83 €, less 5 %; and 30 km of 1.25 €.
    #expect(try total(ride, lozere()) == 8300 - 415 + 3750)
  }

  @Test("R37: no rate for the Lot: no amount, and the figure is named; the user's own rate counts")
  func lot() throws {
    let rules = try LineTerritory().rules
    let lot = PatientTariff(rules, options: .init(department: "46"))
    #expect(lot.bill(taxi(24)) == nil)
    #expect(lot.missing(.taxi) == ["taxi-2025.tariff.rate.46"])
    #expect(PatientTariff(rules).missing(.taxi) == ["taxi-2025.tariff.rate"])
    #expect(PatientTariff(rules).missing(.vsl) == [])
    let own = PatientTariff(rules, options: .init(department: "46", taxiRate: 1.10))
    #expect(own.missing(.taxi) == [])
    #expect(try total(taxi(24), own) == 3500)
    #expect(own.bill(TariffRide(mode: .tad, metres: 5000)) == nil)
  }

  @Test("G profiles older than the tariff stay valid, and give no amount")
  func oldProfiles() throws {
    var line = LineTerritory()
    line.scenario.profiles = try ShippedProfiles.all().filter { ["vsl", "taxi"].contains($0.kind) }
    for i in line.scenario.profiles.indices {
      line.scenario.profiles[i].figures = line.scenario.profiles[i].figures.filter {
        !$0.key.hasPrefix("tariff.") && !$0.key.hasPrefix("abatement")
      }
    }
    let tariff = PatientTariff(try line.rules, options: .init(taxiRate: 1))
    #expect(tariff.bill(taxi(10)) == nil)
    #expect(tariff.missing(.taxi) == ["taxi-2025.tariff.package", "taxi-2025.tariff.included"])
    #expect(tariff.missing(.vsl).count == 3)
  }

  @Test("G a rate in plain euros, and an abatement in euros, are refused")
  func units() throws {
    var line = LineTerritory()
    var taxi = try #require(try ShippedProfiles.all().first { $0.kind == "taxi" })
    taxi.figures["tariff.package"]?.unit = "EUR/km"
    taxi.figures["abatement.2"]?.unit = "EUR"
    line.scenario.profiles = [taxi]
    do {
      _ = try line.rules
      Issue.record("the units were taken")
    } catch let error as Faults {
      #expect(error.faults.map(\.code) == ["bad-figure", "bad-figure"])
    }
  }

  @Test("abatements never raise the sum, more patients never cost one more, no amount is negative")
  func property() throws {
    let tariff = try lozere()
    for mode in [Mode.vsl, .taxi] {
      for metres in stride(from: 0, through: 120_000, by: 1700) {
        for (sunday, hospital) in [(false, false), (true, false), (false, true)] {
          var last = Int.max
          for patients in 1...7 {
            let ride = TariffRide(
              mode: mode, metres: metres, patients: patients, isSundayOrHoliday: sunday,
              isHospitalStay: hospital)
            let amount = try #require(tariff.bill(ride))
            #expect(amount.totalCents >= 0 && amount.abatementCents >= 0)
            #expect(amount.totalCents <= last, "\(mode) \(metres) m, \(patients)")
            last = amount.totalCents
          }
        }
      }
    }
  }
}
