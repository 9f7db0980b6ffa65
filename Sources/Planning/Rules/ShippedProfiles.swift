internal import Foundation

/// The rule profiles that Camin ships, read from JSON embedded in the binary.
public enum ShippedProfiles {
  /// All of them, by id.
  ///
  /// - Throws: `DecodingError` where an embedded file is no profile, which the tests rule out.
  public static func all() throws -> [RuleProfile] {
    let decoder = JSONDecoder()
    return try documents.map { try decoder.decode(RuleProfile.self, from: Data($0)) }
  }

  private static var documents: [[UInt8]] {
    [
      PackageResources.needs_default_json, PackageResources.objective_default_json,
      PackageResources.rehearsal_default_json, PackageResources.roads_fallback_json,
      PackageResources.tad_local_json,
      PackageResources.tap_2025_json, PackageResources.taxi_2025_json,
      PackageResources.tus_2019_json, PackageResources.volunteer_default_json,
      PackageResources.vsl_2023_json,
    ]
  }
}
