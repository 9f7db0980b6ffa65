/// A piece of a page that is safe to write out: text gets in only escaped, or from `trusted(_:)`.
struct Markup: Hashable, Sendable {
  fileprivate(set) var html: String

  static let nothing = Markup(html: "")

  /// Text from outside, whatever it holds.
  static func text(_ text: String) -> Markup {
    Markup(html: Escaping.escape(Typography.bound(text)))
  }

  /// The page's own style and script, never anything from a plan.
  static func trusted(_ html: StaticResource) -> Markup { Markup(html: html.text) }

  static func joined(_ parts: [Markup]) -> Markup {
    var html = ""
    for part in parts { html += part.html }
    return Markup(html: html)
  }
}

/// `tag("p", ["class": "note"]) { "text"; tag("b") { "more" } }`; attributes that are `nil` are left out.
func tag(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
  @MarkupBuilder content: () -> Markup = { .nothing }
) -> Markup {
  var html = "<\(name)"
  for (key, value) in attributes {
    if let value { html += " \(key)=\"\(Escaping.escape(value))\"" }
  }
  let inner = content().html
  if inner.isEmpty && Elements.isVoid(name) { return Markup(html: html + "/>") }
  // A line a block keeps the page readable and its differences small.
  let end = Elements.isBlock(name) ? "\n" : ""
  return Markup(html: html + ">" + inner + "</\(name)>" + end)
}

private enum Elements {
  private static let void: Set<String> = ["meta", "br", "hr", "input", "col"]
  private static let block: Set<String> = [
    "html", "head", "body", "title", "style", "script", "header", "main", "footer", "nav",
    "section",
    "article", "aside", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead",
    "tbody", "tr", "svg", "dl", "figure", "figcaption",
  ]

  static func isVoid(_ name: StaticString) -> Bool { void.contains("\(name)") }
  static func isBlock(_ name: StaticString) -> Bool { block.contains("\(name)") }
}

/// Puts text, pieces and lists of pieces one after another; text is escaped.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ text: String) -> Markup { .text(text) }
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildExpression(_ parts: [Markup]) -> Markup { .joined(parts) }
  static func buildBlock(_ parts: Markup...) -> Markup { .joined(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? .nothing }
  static func buildEither(first part: Markup) -> Markup { part }
  static func buildEither(second part: Markup) -> Markup { part }
  static func buildArray(_ parts: [Markup]) -> Markup { .joined(parts) }
}

extension Markup {
  /// The whole page as text.
  var document: String { "<!DOCTYPE html>\n" + html }
}
