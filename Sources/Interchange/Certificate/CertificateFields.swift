import DialARide
import Planning

/// The keys of a certificate.
enum CertificateFields {
  /// The version of the format that this release reads and writes.
  static let version = 1

  static var set: FieldSet<BoundCertificate> {
    var set = FieldSet(
      blank: BoundCertificate(
        engine: "", inputHash: "", duals: [], claimedBound: 0, lowerBound: 0, proof: .trivial))
    set.add(
      "version", fr: "", required: true, \.formatVersion,
      FieldCodec<Int>.whole(from: 1).checked(schema: ["const": .integer(version)]) {
        $0 == version ? nil : .otherVersion($0)
      }, about: "Version of the certificate format.")
    set.add("engine", fr: "", required: true, \.engine, .words, about: "Release of Camin.")
    set.add(
      "input_hash", fr: "", required: true, \.inputHash, .hash,
      about: "SHA-256 of the problem in canonical form.")
    set.add(
      "requests", fr: "", required: true, \.requests, .whole(from: 0),
      about: "Number of requests of the problem.")
    set.add(
      "duals", fr: "", required: true, \.duals, .list(of: .number(), separators: []),
      about: "Lagrangian multipliers, one a request.")
    set.add(
      "ties", fr: "", \.ties, .list(of: .record(TieFields.set), separators: []),
      about: "Multipliers of requests that one vehicle serves.")
    set.add(
      "claimed_bound", fr: "", required: true, \.claimedBound, .number(),
      about: "The bound that the multipliers prove.")
    set.add(
      "lower_bound", fr: "", required: true, \.lowerBound, .number(),
      about: "The bound that the run stated; enumeration may have raised it.")
    set.add(
      "proof", fr: "", required: true, \.proof, .choice(ProofFields.kinds),
      about: "How the run proved lower_bound.")
    set.add(
      "relaxation", fr: "", required: true, \.relaxation, .words,
      about: "The relaxation over which the multipliers prove the bound.")
    return set
  }
}

extension BoundCertificate {
  /// A certificate in memory is always of the present format.
  fileprivate var formatVersion: Int {
    get { CertificateFields.version }
    set {}
  }
}

extension FieldCodec where Value == String {
  /// A SHA-256 in hexadecimal digits.
  static var hash: FieldCodec {
    FieldCodec.words.checked(schema: ["type": "string", "pattern": "^[0-9a-f]{64}$"]) { text in
      let isHash = text.utf8.count == 64 && text.allSatisfy { "0123456789abcdef".contains($0) }
      return isHash ? nil : .notAHash
    }
  }
}

extension Complaint {
  fileprivate static let notAHash = Complaint(
    "bad-hash",
    cause: Bilingual(
      fr: "Une empreinte a 64 chiffres hexadécimaux.", en: "A hash has 64 hexadecimal digits."),
    remedy: Bilingual(
      fr: "Reprenez le certificat tel que Camin l’a écrit.",
      en: "Take the certificate as Camin wrote it."))
}
