import DialARide
import Planning

/// The keys of a multiplier of a tie in a certificate.
enum TieFields {
  static var set: FieldSet<TieMultiplier> {
    var set = FieldSet(blank: TieMultiplier(vehicles: [], first: 0, second: 0, value: 0))
    set.add(
      "vehicles", fr: "", required: true, \.vehicles, .list(of: .whole(from: 0), separators: []),
      about: "Indices of the vehicles whose routes it concerns.")
    set.add(
      "first", fr: "", required: true, \.first, .whole(from: 0),
      about: "Index of the request that it is granted for.")
    set.add(
      "second", fr: "", required: true, \.second, .whole(from: 0),
      about: "Index of the request that it is taken for.")
    set.add("value", fr: "", required: true, \.value, .number(), about: "The multiplier.")
    return set
  }
}
