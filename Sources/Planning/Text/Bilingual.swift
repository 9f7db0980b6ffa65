/// The languages that riders, drivers and coordinators read.
public enum Language: String, Codable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}

/// One text in every language of the product.
public struct Bilingual: Codable, Hashable, Sendable {
  public var fr: String
  public var en: String

  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .french: fr
    case .english: en
    }
  }
}
