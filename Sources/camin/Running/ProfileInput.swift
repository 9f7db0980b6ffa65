internal import Desk
internal import Foundation
internal import Interchange
internal import Planning

/// Rule profiles as commands name them.
enum ProfileInput {
  /// The profile that a shipped id or a file stands for.
  ///
  /// - Throws: `Failure` with every fault of the file; where there is neither, with the nearest id.
  static func named(_ name: String) throws -> RuleProfile {
    let shipped = try ShippedProfiles.all()
    if let profile = shipped.first(where: { $0.id == name }) { return profile }
    guard FileManager.default.fileExists(atPath: name) else {
      throw Failure(.inputMissing, [.unknownProfile(name, shipped.map(\.id).sorted())])
    }
    do throws(Faults) {
      return try ProfileDocument.read(name)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// The profiles in force for a day, its own included, in the order of `RuleKind`.
  ///
  /// - Throws: `Failure` with every fault of the day.
  static func inForce(for path: String) throws(Failure) -> [RuleProfile] {
    let scenario = try DaySource(path).scenario(lookingForRoads: false).scenario
    do throws(Faults) {
      let rules = try RuleBook(for: scenario)
      return RuleKind.allCases.map(rules.profile)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// A day as an option gives it.
  static func date(_ text: String) throws(Failure) -> PlanDate {
    guard let date = PlanDate(text) else {
      throw Failure(
        .usage,
        [
          .option(
            "--date", text, Bilingual(fr: "Écrivez AAAA-MM-JJ.", en: "Write YYYY-MM-DD."))
        ])
    }
    return date
  }
}

extension Fault {
  static func unknownProfile(_ name: String, _ known: [String]) -> Fault {
    let list = known.joined(separator: ", ")
    return Fault(
      code: "unknown-profile", place: FaultPlace(file: name), field: "", value: name,
      cause: Bilingual(
        fr: "Ni profil livré de ce nom, ni fichier à cet endroit.",
        en: "There is neither a shipped profile of this name nor a file there."),
      remedy: Bilingual(
        fr: "Profils livrés : \(list).", en: "Profiles shipped: \(list)."))
  }
}
