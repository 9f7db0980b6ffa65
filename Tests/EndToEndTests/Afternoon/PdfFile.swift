import Foundation

/// A PDF as Chromium writes it, whose objects are not packed.
struct PdfFile {
  /// Number of pages.
  let pages: Int
  /// Width and height of the sheets, in points of 1/72 inch.
  let sizes: Set<[Int]>

  init(_ data: Data) {
    let text = String(decoding: data, as: UTF8.self)
    pages = text.matches(of: /\/Type \/Page\b/).count
    sizes = Set(
      text.matches(of: /\/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]/).map { match in
        [match.1, match.2].map { Int((Double($0) ?? 0).rounded()) }
      })
  }

  static let isPrintable = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
