public import DialARide
public import Planning

/// What a bound can be proven again from, without the code that found it.
public struct BoundCertificate: Hashable, Sendable {
  /// Version of the program that found the bound.
  public var engine: String
  /// `InputHash` of the problem.
  public var inputHash: String
  /// Number of requests of the problem.
  public var requests: Int
  /// Lagrangian multipliers, one a request.
  public var duals: [Double]
  /// Multipliers of requests that one vehicle serves.
  public var ties: [TieMultiplier]
  /// The bound that the multipliers prove.
  public var claimedBound: Double
  /// The bound that the run stated, which enumeration may have raised above what multipliers alone prove.
  public var lowerBound: Double
  /// How the run proved `lowerBound`.
  public var proof: ProvenBound.Proof
  /// The relaxation over which the multipliers prove the bound, in words.
  public var relaxation: String

  /// What `camin prove` prices routes over.
  public static let statement =
    "Routes keep: admissible vehicles, pickup before delivery, travel and service times, hull of "
    + "windows, shift, ride times, detours, one layout from empty to empty, riding alone, mixing "
    + "and apart links, time on duty without base visits; no request twice. Cost: fixed, by metre "
    + "and by second driven, preferences, waiting that breaks and set-ups do not explain. Bound: "
    + "sum of multipliers, plus min(0, penalties - multipliers) of each group served together, "
    + "plus min(0, least reduced cost) of each vehicle, for which ties raise the multiplier of the "
    + "first request and lower that of the second."

  public init(
    engine: String, inputHash: String, duals: [Double], ties: [TieMultiplier] = [],
    claimedBound: Double, lowerBound: Double, proof: ProvenBound.Proof
  ) {
    self.engine = engine
    self.inputHash = inputHash
    requests = duals.count
    self.duals = duals
    self.ties = ties
    self.claimedBound = claimedBound
    self.lowerBound = lowerBound
    self.proof = proof
    relaxation = Self.statement
  }
}

/// Reads and writes certificates as JSON: keys sorted, equal certificates in equal bytes.
public enum CertificateDocument {
  public static func text(_ certificate: BoundCertificate) -> String {
    JSONText.document(CertificateFields.set.encode(certificate))
  }

  /// Writes a certificate to a file; a kill at any moment leaves the old file or the new one.
  public static func write(_ certificate: BoundCertificate, to path: String) throws(Faults) {
    try AtomicFile.write(Array(text(certificate).utf8), to: path)
  }

  /// Reads the certificate in a file.
  ///
  /// - Throws: all that is wrong with it at once; whether its claim is true is for the prover.
  public static func read(_ path: String) throws(Faults) -> BoundCertificate {
    let log = InputLog()
    let name = String(path.split(separator: "/").last ?? "")
    guard let root = JSONFile.read(path, as: name, log) else { throw Faults(log.faults) }
    return try certificate(in: root, name: name, log)
  }

  /// Reads a certificate that is in memory.
  ///
  /// - Parameter name: what faults call the document.
  public static func read(
    json bytes: [UInt8], name: String = "certificate.json"
  ) throws(Faults) -> BoundCertificate {
    let log = InputLog()
    guard let root = JSONFile.parse(bytes, as: name, log) else { throw Faults(log.faults) }
    return try certificate(in: root, name: name, log)
  }

  private static func certificate(
    in root: JSONNode, name: String, _ log: InputLog
  ) throws(Faults) -> BoundCertificate {
    let site = JSONSite(file: name)
    let (certificate, isSound) = CertificateFields.set.read(root, site, log)
    if isSound, certificate.duals.count != certificate.requests {
      let place = FaultPlace(file: name, line: root.line, pointer: "/duals")
      log.fault(
        .dualCount(certificate.requests), at: place, field: "duals",
        value: String(certificate.duals.count))
    }
    if isSound {
      for (at, tie) in certificate.ties.enumerated() where !tie.isSound(certificate.requests) {
        let place = FaultPlace(file: name, line: root.line, pointer: "/ties/\(at)")
        log.fault(
          .unknownRequest(certificate.requests), at: place, field: "ties",
          value: "\(tie.first), \(tie.second)")
      }
    }
    guard log.faults.isEmpty else { throw Faults(FaultPrinter.sorted(log.faults)) }
    return certificate
  }
}

extension TieMultiplier {
  fileprivate func isSound(_ requests: Int) -> Bool {
    first != second && first < requests && second < requests
  }
}

extension Complaint {
  fileprivate static func unknownRequest(_ requests: Int) -> Complaint {
    Complaint(
      "unknown-request",
      cause: Bilingual(
        fr: "Un lien nomme deux demandes différentes, comptées de 0 à \(requests - 1).",
        en: "A tie names two different requests, counted from 0 to \(requests - 1)."),
      remedy: Bilingual(
        fr: "Reprenez le certificat tel que Camin l’a écrit.",
        en: "Take the certificate as Camin wrote it."))
  }

  fileprivate static func dualCount(_ requests: Int) -> Complaint {
    Complaint(
      "dual-count",
      cause: Bilingual(
        fr: "Il faut un multiplicateur par demande (\(requests)).",
        en: "There must be one multiplier a request (\(requests))."),
      remedy: Bilingual(
        fr: "Reprenez le certificat tel que Camin l’a écrit.",
        en: "Take the certificate as Camin wrote it."))
  }
}
