/// An element of an XML document, written out with what it holds.
struct XmlElement: Sendable {
  private let name: StaticString
  private var attributes: [(name: StaticString, value: String)] = []
  private var children: [XmlElement] = []
  private var content = ""

  init(_ name: StaticString) { self.name = name }

  init(_ name: StaticString, text: String) {
    self.name = name
    content = text
  }

  /// Attributes without a value are left out.
  func with(_ name: StaticString, _ value: String?) -> XmlElement {
    guard let value, !value.isEmpty else { return self }
    var element = self
    element.attributes.append((name, value))
    return element
  }

  /// Children that are `nil` are left out.
  func holding(_ children: XmlElement?...) -> XmlElement {
    var element = self
    element.children += children.compactMap(\.self)
    return element
  }

  func holding(_ children: [XmlElement]) -> XmlElement {
    var element = self
    element.children += children
    return element
  }

  /// The whole document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(indent: "") }

  private func text(indent: String) -> String {
    var tag = indent + "<\(name)"
    for attribute in attributes {
      tag += " \(attribute.name)=\"" + Escaping.escape(attribute.value) + "\""
    }
    if children.isEmpty, content.isEmpty { return tag + "/>\n" }
    if children.isEmpty { return tag + ">" + Escaping.escape(content) + "</\(name)>\n" }
    let inner = children.map { $0.text(indent: indent + "  ") }.joined()
    return tag + ">\n" + inner + indent + "</\(name)>\n"
  }
}
