/// Classes of riders, and which of them may be on board together (R13).
///
/// A prescribed trip is of the class `patient`; every other one is of the class that bears its purpose's name where the
/// table knows such a class, or else `other`. The table is `mix.A.B` of the needs' profile, either way round; patients
/// and others without an entry mix as `tap.mix_with_public` says, all others may.
struct MixingClasses: Sendable {
  static let patient = "patient"
  static let other = "other"

  private let rules: RuleBook
  /// `other` first, since that is what a request of no class is.
  let names: [String]

  init(_ rules: RuleBook) {
    self.rules = rules
    let named = Set(Self.entries(in: rules.profile(.needs)).flatMap { [$0.first, $0.second] })
    names =
      [Self.other, Self.patient]
      + named.subtracting([Self.other, Self.patient]).sorted()
  }

  /// Entries of the table, by the figure's name, sorted.
  static func entries(in profile: RuleProfile) -> [(first: String, second: String)] {
    profile.figures.keys.sorted().compactMap { key in
      let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, parts[0] == "mix", !parts[1].isEmpty, !parts[2].isEmpty else {
        return nil
      }
      return (parts[1], parts[2])
    }
  }

  func index(of booking: Booking) -> Int {
    if booking.insured { return 1 }
    return names.firstIndex { $0 == booking.purpose && $0 != Self.patient } ?? 0
  }

  var table: [[Bool]] { names.map { a in names.map { mayMix(a, $0) } } }

  /// Whether a patient may be on board with anybody who is none.
  var patientsMayMix: Bool { names.contains { $0 != Self.patient && mayMix(Self.patient, $0) } }

  private func mayMix(_ a: String, _ b: String) -> Bool {
    if let figure = entry(a, b) { return rules.figure(figure)?.value != 0 }
    return (a == Self.patient) == (b == Self.patient) || rules.isSet(.patientsMixWithPublic)
  }

  private func entry(_ a: String, _ b: String) -> FigureKey? {
    [FigureKey.mix(a, b), FigureKey.mix(b, a)].first { rules.figure($0) != nil }
  }

  /// The figure that says whether riders of two bookings may be on board together; `nil`: none does, they may.
  func figure(_ a: Booking, _ b: Booking) -> FigureKey? {
    let (first, second) = (names[index(of: a)], names[index(of: b)])
    if let figure = entry(first, second) { return figure }
    return (first == Self.patient) == (second == Self.patient) ? nil : .patientsMixWithPublic
  }
}
