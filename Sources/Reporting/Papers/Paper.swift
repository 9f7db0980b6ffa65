import Planning

/// One document to be printed or opened on a phone.
struct Paper: Sendable {
  /// File name without extension, with its folder: `sheets/v07`.
  let name: String
  let title: String
  let body: Markup
}

/// Papers as pages that need no network, no script and no other file.
struct PaperPage: Sendable {
  let context: PaperContext
  /// Everything is set larger, for eyes that need it.
  let isLarge: Bool

  /// Nothing may be fetched, sent, embedded or run.
  static let securityPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  func document(_ paper: Paper) -> String { document([paper], title: paper.title) }

  /// Several papers one after another, each on a page of its own.
  func document(_ papers: [Paper], title: String) -> String {
    tag("html", ["lang": context.formats.language.rawValue]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag("meta", ["http-equiv": "Content-Security-Policy", "content": Self.securityPolicy])
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("meta", ["name": "referrer", "content": "no-referrer"])
        tag("meta", ["name": "robots", "content": "noindex"])
        tag("title") { title }
        tag("style") {
          Markup.trusted(.pageStyle)
          Markup.trusted(.paperStyle)
        }
      }
      tag("body", ["class": "papers"]) {
        sizeChoice
        tag("main", ["id": "main"]) {
          for paper in papers { paper.body }
        }
      }
    }.document
  }

  /// Works without a script: the style looks at the box.
  private var sizeChoice: Markup {
    tag("p", ["class": "size"]) {
      tag("label", ["for": "large"]) {
        tag(
          "input", ["type": "checkbox", "id": "large", "checked": isLarge ? "checked" : nil])
        context.say(fr: "Gros caractères", en: "Large print")
      }
    }
  }
}
