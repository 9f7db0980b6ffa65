/// How somebody is reached: one row of the contacts file (R56).
///
/// Not `Codable`, so that no plan, day or log can carry one by accident.
public struct Contact: Hashable, Sendable {
  /// Pseudonym of a rider, volunteer or vehicle (then of who drives it), id of a place, or `coordination`.
  public var id: String
  public var firstName: String
  public var lastName: String
  /// As people write it, e.g. `06 12 34 56 78`.
  public var phone: String
  /// Of a relative or a neighbour.
  public var otherPhone: String
  public var address: String
  public var doorCode: String
  /// For the driver, e.g. `sonner deux fois`.
  public var note: String

  public init(
    id: String, firstName: String = "", lastName: String = "", phone: String = "",
    otherPhone: String = "", address: String = "", doorCode: String = "", note: String = ""
  ) {
    self.id = id
    self.firstName = firstName
    self.lastName = lastName
    self.phone = phone
    self.otherPhone = otherPhone
    self.address = address
    self.doorCode = doorCode
    self.note = note
  }

  /// First name and surname; empty where the file has neither.
  public var name: String {
    [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Names and telephone numbers of those behind the pseudonyms of a plan (R56).
///
/// Joined where papers are rendered and nowhere else: neither the rest of this module nor the solver knows of it.
public struct ContactBook: Hashable, Sendable {
  /// Under this id stands whom drivers and riders call when something is amiss.
  public static let coordination = "coordination"

  private let contacts: [String: Contact]

  /// Of contacts with the same id the first counts.
  public init(_ contacts: [Contact] = []) {
    self.contacts = Dictionary(
      contacts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var isEmpty: Bool { contacts.isEmpty }

  public subscript(id: String) -> Contact? { contacts[id] }
}
