extension ScenarioCheck {
  /// What volunteers have driven lately (R38).
  mutating func checkRecentTrips(_ volunteer: Volunteer, at key: (String) -> ObjectKey) {
    let recent = volunteer.recentTrips
    requireNotNegative(Double(recent.trips), at: key("tripsLately"))
    requireNotNegative(Double(recent.earlyOrLate), at: key("earlyLateTripsLately"))
    guard recent.trips >= 0, recent.earlyOrLate > recent.trips else { return }
    faults.add(
      "more-than-all", at: key("earlyLateTripsLately"), value: "\(recent.earlyOrLate)",
      cause: Bilingual(
        fr: "Plus de courses tôt ou tard (\(recent.earlyOrLate)) que de courses (\(recent.trips)).",
        en: "More early or late trips (\(recent.earlyOrLate)) than trips (\(recent.trips))."),
      remedy: Bilingual(
        fr: "Comptez aussi les courses tôt ou tard parmi toutes les courses récentes.",
        en: "Count the early and late trips among all recent trips too."))
  }
}
