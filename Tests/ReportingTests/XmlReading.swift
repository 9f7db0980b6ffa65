import Foundation
import FoundationXML

/// Reads a page with a strict XML parser; only well-formed pages give a reading.
final class XmlReading: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
  }
  private(set) var elements: [Element] = []
  /// All text outside of style and script, in order, with single plain spaces between words.
  var text: String {
    found.split(whereSeparator: { " \n\u{A0}".contains($0) }).joined(separator: " ")
  }
  private var found = ""
  private var open: [String] = []

  init?(_ page: String) {
    super.init()
    let prologue = "<!DOCTYPE html>\n"
    guard page.hasPrefix(prologue) else { return nil }
    let parser = XMLParser(data: Data(page.dropFirst(prologue.count).utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func count(of name: String) -> Int { elements.filter { $0.name == name }.count }

  func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
    // What stands in two cells is not one word.
    found += " "
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if open.last != "script" && open.last != "style" { found += string }
  }
}
