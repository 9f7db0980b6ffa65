internal import CExpat

/// Takes what a scan finds, in the order of the document. Names come without their prefix.
protocol XMLHandler: AnyObject {
  /// The document holds more than its reader takes; the scan ends.
  var isFull: Bool { get }
  func start(_ name: String, _ attributes: XMLAttributes)
  func text(_ bytes: UnsafeRawBufferPointer)
  func end(_ name: String)
}

/// The attributes of an element, valid while it is being started.
struct XMLAttributes {
  fileprivate let items: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute by its name without prefix.
  subscript(name: String) -> String? {
    guard let items else { return nil }
    var index = 0
    while let key = items[index], let value = items[index + 1] {
      if XMLScan.local(key) == name { return String(cString: value) }
      index += 2
    }
    return nil
  }
}

/// Reads XML by expat as a stream: nothing of the document is kept.
///
/// A document type is refused as a whole. Workbooks have none, and with it goes every way to declare an entity, so
/// that none can be expanded without end or fetched from elsewhere.
enum XMLScan {
  enum Failure: Error {
    case malformed(line: Int)
    case documentType
    case full
  }

  /// Hands a document to its handler.
  static func run(_ bytes: [UInt8], _ handler: some XMLHandler) throws(Failure) {
    guard let parser = XML_ParserCreate(nil) else { throw .full }
    defer { XML_ParserFree(parser) }
    let session = Session(handler, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
    XML_SetElementHandler(
      parser, { XMLScan.session($0)?.start($1, $2) }, { XMLScan.session($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLScan.session($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLScan.session(data)?.refuseDocumentType()
    }
    let sound = withExtendedLifetime(session) { parse(bytes, parser) }
    if session.hasDocumentType { throw .documentType }
    if handler.isFull { throw .full }
    guard sound else { throw .malformed(line: Int(XML_GetCurrentLineNumber(parser))) }
  }

  /// expat takes its input in pieces whose length is a 32-bit number.
  private static func parse(_ bytes: [UInt8], _ parser: XML_Parser) -> Bool {
    bytes.withUnsafeBytes { buffer in
      let whole = buffer.bindMemory(to: CChar.self)
      var start = 0
      repeat {
        let end = min(start + 1 << 20, whole.count)
        let piece = UnsafeBufferPointer(rebasing: whole[start..<end])
        let status = XML_Parse(
          parser, piece.baseAddress, Int32(piece.count), end == whole.count ? 1 : 0)
        guard status == XML_STATUS_OK else { return false }
        start = end
      } while start < whole.count
      return true
    }
  }

  private static func session(_ data: UnsafeMutableRawPointer?) -> Session? {
    data.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A name without the prefix of its namespace, which writers choose freely.
  fileprivate static func local(_ name: UnsafePointer<CChar>) -> String {
    var start = name
    var here = name
    while here.pointee != 0 {
      if here.pointee == CChar(UInt8(ascii: ":")) { start = here + 1 }
      here += 1
    }
    return String(cString: start)
  }

  /// What the callbacks need.
  private final class Session {
    private let handler: any XMLHandler
    private let parser: XML_Parser
    private(set) var hasDocumentType = false

    init(_ handler: any XMLHandler, _ parser: XML_Parser) {
      self.handler = handler
      self.parser = parser
    }

    func start(
      _ name: UnsafePointer<CChar>?, _ items: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
      guard let name, !handler.isFull else { return stop() }
      handler.start(XMLScan.local(name), XMLAttributes(items: items))
    }

    func end(_ name: UnsafePointer<CChar>?) {
      guard let name, !handler.isFull else { return stop() }
      handler.end(XMLScan.local(name))
    }

    func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
      handler.text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }

    func refuseDocumentType() {
      hasDocumentType = true
      stop()
    }

    private func stop() { XML_StopParser(parser, XML_Bool(0)) }
  }
}
