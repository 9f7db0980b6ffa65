internal import Foundation

/// A routing server as it is named: `osrm:http://127.0.0.1:5000`, `valhalla:https://roads.example/api#taxi`.
///
/// After `#` stands the server's profile (`driving`, or for Valhalla the costing `auto`, unless given). A name and a
/// password in the address are sent as HTTP Basic authentication and told nowhere.
struct ServerAddress: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case osrm
    case valhalla

    var usualProfile: String { self == .osrm ? "driving" : "auto" }
  }

  let kind: Kind
  /// Without credentials, profile and final slash.
  let base: String
  let profile: String
  /// Value of the `Authorization` header.
  let authorization: String?

  /// Whether a text is meant as a server rather than a file.
  static func isMeant(_ text: String) -> Bool { kind(text) != nil }

  private static func kind(_ text: String) -> Kind? {
    Kind.allCases.first { text.hasPrefix($0.rawValue + ":") }
  }

  /// - Returns: `nil` where the text cannot be understood.
  init?(_ text: String) {
    guard let kind = Self.kind(text),
      var parts = URLComponents(string: String(text.dropFirst(kind.rawValue.count + 1))),
      let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = parts.host, !host.isEmpty, parts.query == nil
    else { return nil }
    self.kind = kind
    authorization = parts.user.map { user in
      "Basic " + Data("\(user):\(parts.password ?? "")".utf8).base64EncodedString()
    }
    profile = parts.fragment ?? kind.usualProfile
    let isPlain = profile.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
    }
    guard isPlain, !profile.isEmpty else { return nil }
    (parts.user, parts.password, parts.fragment) = (nil, nil, nil)
    while parts.path.hasSuffix("/") { parts.path.removeLast() }
    guard let base = parts.string else { return nil }
    self.base = base
  }

  /// As it may be told, with the profile.
  var name: String { "\(kind.rawValue):\(base)#\(profile)" }

  /// The text with what stands before the last `@` of its authority left out.
  static func withoutCredentials(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let kept = text[..<at].range(of: "//").map { String(text[..<$0.upperBound]) } ?? ""
    return kept + String(text[text.index(after: at)...])
  }
}
