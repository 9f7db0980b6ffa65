import Foundation
import Testing

/// One tab of a real Chromium, used as people use it: by pointer, finger and keys, not by scripts that pretend to.
final class Browser {
  private let tools: DevTools
  private let session: String

  static var isThere: Bool { DevTools.browser != nil }

  /// - Parameters:
  ///   - width: of the window, in CSS pixels; a phone has fingers and no mouse.
  init(language: String = "fr", width: Int = 1300, height: Int = 900, isPhone: Bool = false) throws
  {
    tools = try DevTools(language: language)
    let target = try tools.call("Target.createTarget", ["url": "about:blank"])
    let attached = try tools.call(
      "Target.attachToTarget",
      ["targetId": try #require(target["targetId"]), "flatten": true])
    session = try #require(attached["sessionId"] as? String)
    for domain in ["Page", "Runtime", "Network", "Log", "DOM", "Accessibility"] {
      try call(domain + ".enable")
    }
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": isPhone])
    try call("Emulation.setTouchEmulationEnabled", ["enabled": isPhone])
    try call("Emulation.setLocaleOverride", ["locale": language])
    try call(
      "Network.setUserAgentOverride",
      ["userAgent": "Mozilla/5.0 (camin test)", "acceptLanguage": language])
    try call("Emulation.setFocusEmulationEnabled", ["enabled": true])
  }

  @discardableResult
  func call(_ method: String, _ parameters: DevTools.Message = [:]) throws -> DevTools.Message {
    try tools.call(method, parameters, session: session)
  }

  // MARK: Pages

  func open(_ address: String) throws {
    try call("Page.navigate", ["url": address])
    // The page before this one is complete too.
    try wait("document.readyState === 'complete' && location.href === \(quoted(address))")
  }

  /// What an expression comes to, promises waited for.
  @discardableResult
  func value(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let problem = answer["exceptionDetails"] {
      throw DevTools.Refusal(description: "\(expression): \(problem)")
    }
    return (answer["result"] as? DevTools.Message)?["value"]
  }

  func text(_ selector: String) throws -> String {
    try value("document.querySelector(\(quoted(selector)))?.innerText ?? ''") as? String ?? ""
  }

  func count(_ selector: String) throws -> Int {
    try value("document.querySelectorAll(\(quoted(selector))).length") as? Int ?? 0
  }

  func holds(_ expression: String) throws -> Bool {
    try value("!!(\(expression))") as? Bool ?? false
  }

  /// Waits until an expression holds.
  func wait(
    _ expression: String, seconds: Double = 40, at location: SourceLocation = #_sourceLocation
  ) throws {
    let end = Date() + seconds
    while Date() < end {
      if (try? holds(expression)) == true { return }
      try tools.listen(seconds: 0.05)
    }
    let page = try value("document.body.innerText") as? String ?? ""
    Issue.record(
      "never came: \(expression)\n\(page.suffix(1500))\n\(complaints)", sourceLocation: location)
    throw DevTools.Refusal(description: "never came: \(expression)")
  }

  /// Errors of scripts and of the page's security policy.
  var complaints: [String] {
    tools.events.compactMap { event in
      switch event.method {
      case "Runtime.exceptionThrown": return "\(event.parameters)"
      case "Log.entryAdded":
        let entry = event.parameters["entry"] as? DevTools.Message ?? [:]
        guard entry["level"] as? String == "error" else { return nil }
        return "\(entry["text"] ?? "") \(entry["url"] ?? "")"
      default: return nil
      }
    }
  }

  /// Addresses that were asked for, other than what the page itself holds.
  var requests: [String] {
    tools.events.filter { $0.method == "Network.requestWillBeSent" }.compactMap {
      ($0.parameters["request"] as? DevTools.Message)?["url"] as? String
    }.filter { !$0.hasPrefix("data:") && !$0.hasPrefix("blob:") }
  }

  func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  // MARK: Pointer, finger, keys

  struct Point { var x: Double, y: Double }

  /// The middle of an element, once it is in view.
  func middle(_ selector: String) throws -> Point {
    let found = try value(
      """
      (() => { const one = document.querySelector(\(quoted(selector)));
        if (!one) return null;
        one.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = one.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]; })()
      """)
    let pair = try #require(found as? [Double], "no \(selector)")
    return Point(x: pair[0], y: pair[1])
  }

  /// Where an element is, without moving the page.
  func place(_ selector: String) throws -> Point {
    let found = try value(
      """
      (() => { const box = document.querySelector(\(quoted(selector))).getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]; })()
      """)
    let pair = try #require(found as? [Double], "no \(selector)")
    return Point(x: pair[0], y: pair[1])
  }

  private func mouse(_ type: String, _ point: Point, isDown: Bool = false) throws {
    try call(
      "Input.dispatchMouseEvent",
      [
        "type": type, "x": point.x, "y": point.y,
        "button": type == "mouseMoved" && !isDown ? "none" : "left",
        "buttons": isDown ? 1 : 0, "clickCount": type == "mouseMoved" ? 0 : 1,
      ])
  }

  func click(_ selector: String) throws {
    let point = try middle(selector)
    try mouse("mouseMoved", point)
    try mouse("mousePressed", point, isDown: true)
    try mouse("mouseReleased", point)
  }

  /// Takes hold of one element and lets go over another.
  func drag(_ selector: String, to goal: String) throws {
    let start = try middle(selector)
    let end = try place(goal)
    try mouse("mouseMoved", start)
    try mouse("mousePressed", start, isDown: true)
    for step in 1...8 {
      try mouse("mouseMoved", between(start, end, Double(step) / 8), isDown: true)
    }
    try mouse("mouseReleased", end)
  }

  /// The same by a finger that rests first.
  func fingerDrag(_ selector: String, to goal: String, rest seconds: Double = 0.6) throws {
    let start = try middle(selector)
    let end = try place(goal)
    try finger("touchStart", start)
    try tools.listen(seconds: seconds)
    for step in 1...8 { try finger("touchMove", between(start, end, Double(step) / 8)) }
    try finger("touchEnd", nil)
  }

  /// Nothing is done for a while; a page that was flung comes to rest.
  func rest(seconds: Double) throws { try tools.listen(seconds: seconds) }

  func tap(_ selector: String) throws {
    let point = try middle(selector)
    try finger("touchStart", point)
    try finger("touchEnd", nil)
  }

  private func finger(_ type: String, _ point: Point?) throws {
    let points = point.map { [["x": $0.x, "y": $0.y]] } ?? []
    try call("Input.dispatchTouchEvent", ["type": type, "touchPoints": points])
  }

  private func between(_ start: Point, _ end: Point, _ share: Double) -> Point {
    Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
  }

  private static let codes = [
    "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39,
    "ArrowDown": 40,
  ]

  /// A key goes down and up: a name such as `Tab`, or a letter.
  func press(_ key: String, control: Bool = false, shift: Bool = false) throws {
    let code = Self.codes[key] ?? Int(key.uppercased().unicodeScalars.first?.value ?? 0)
    var down: DevTools.Message = [
      "type": "keyDown", "key": key, "windowsVirtualKeyCode": code,
      "code": key.count == 1 && key != " " ? "Key" + key.uppercased() : key == " " ? "Space" : key,
      "modifiers": (control ? 2 : 0) + (shift ? 8 : 0),
    ]
    if key == "Enter" {
      down["text"] = "\r"
    } else if key.count == 1, !control {
      down["text"] = key
    }
    try call("Input.dispatchKeyEvent", down)
    down["type"] = "keyUp"
    down["text"] = nil
    try call("Input.dispatchKeyEvent", down)
  }

  /// Goes on by Tab until the focus is on what the selector names.
  ///
  /// - Returns: how often.
  @discardableResult
  func tab(to selector: String, most: Int = 60) throws -> Int {
    for count in 1...most {
      try press("Tab")
      if try holds("document.activeElement?.matches(\(quoted(selector)))") { return count }
    }
    throw DevTools.Refusal(description: "Tab never comes to \(selector)")
  }

  func choose(file: String, in selector: String) throws {
    let document = try call("DOM.getDocument")
    let root = try #require((document["root"] as? DevTools.Message)?["nodeId"])
    let found = try call("DOM.querySelector", ["nodeId": root, "selector": selector])
    try call(
      "DOM.setFileInputFiles", ["files": [file], "nodeId": try #require(found["nodeId"])])
  }

  /// Where downloads go from now on.
  func downloads() throws -> String {
    let folder = try tools.folder("downloads")
    try tools.call("Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder])
    return folder
  }

  // MARK: What is seen

  func emulate(_ features: [String: String]) throws {
    try call(
      "Emulation.setEmulatedMedia",
      ["features": features.map { ["name": $0.key, "value": $0.value] }])
  }

  /// What a screen reader is given: role, name and value of everything that is not left out.
  func accessibilityTree() throws -> [(role: String, name: String)] {
    let nodes = try call("Accessibility.getFullAXTree")["nodes"] as? [DevTools.Message] ?? []
    func text(_ node: DevTools.Message, _ key: String) -> String {
      (node[key] as? DevTools.Message)?["value"] as? String ?? ""
    }
    return nodes.filter { $0["ignored"] as? Bool != true }.map {
      (text($0, "role"), text($0, "name"))
    }
  }

  func pdf() throws -> Data {
    let answer = try call("Page.printToPDF", ["preferCSSPageSize": true])
    return try #require(Data(base64Encoded: answer["data"] as? String ?? ""))
  }

  /// Writes a picture of the window, or of the whole page, where `CAMIN_PAGE_PICTURES` names a folder to look at.
  func picture(_ name: String, whole: Bool = true) throws {
    guard let folder = ProcessInfo.processInfo.environment["CAMIN_PAGE_PICTURES"] else { return }
    let answer = try call("Page.captureScreenshot", ["captureBeyondViewport": whole])
    let data = try #require(Data(base64Encoded: answer["data"] as? String ?? ""))
    try data.write(to: URL(filePath: folder).appending(path: name + ".png"))
  }
}
