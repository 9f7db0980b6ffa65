public import Foundation

/// Ways from one folder to another.
public enum RelativePath {
  /// `../territories/lot/roads`; the names alone count, links are not followed.
  public static func from(_ folder: URL, to other: URL) -> String {
    let start = folder.standardizedFileURL.pathComponents.filter { $0 != "/" }
    let end = other.standardizedFileURL.pathComponents.filter { $0 != "/" }
    let common = zip(start, end).prefix { $0 == $1 }.count
    let steps =
      [String](repeating: "..", count: start.count - common) + end.dropFirst(common)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
