/// A file of this target that is built into the program.
struct StaticResource: Sendable {
  let text: String

  private init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  static let pageStyle = StaticResource(PackageResources.page_css)
  static let pictureStyle = StaticResource(PackageResources.pictures_css)
  static let sheetStyle = StaticResource(PackageResources.sheets_css)
  static let comparisonStyle = StaticResource(PackageResources.comparison_css)
  static let paperStyle = StaticResource(PackageResources.papers_css)
  static let filterStyle = StaticResource(PackageResources.filters_css)
  static let script = StaticResource(PackageResources.page_js)
  static let filterScript = StaticResource(PackageResources.filters_js)
  static let clockScript = StaticResource(PackageResources.clock_js)
}
