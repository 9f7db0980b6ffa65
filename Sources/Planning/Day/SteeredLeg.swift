/// A leg that scheduled transport serves (R12).
public struct SteeredLeg: Hashable, Sendable {
  /// What rides, from where, when: a sentence for the coordinator and the rider.
  public let text: Bilingual

  public init(text: Bilingual) { self.text = text }
}
