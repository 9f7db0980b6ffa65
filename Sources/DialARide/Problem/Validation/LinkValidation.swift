extension DraftValidation {
  mutating func checkLinks() {
    var formed: [Int: String] = [:]
    for (index, link) in draft.links.enumerated() {
      let pointer = "/links/\(index)"
      switch link {
      case .oneOf(let forms): checkForms(forms, pointer + "/oneOf/_0", &formed)
      case .together(let members): checkGroup(members, pointer + "/together/_0")
      case .requires(let request, let required):
        checkPair(
          request, pointer + "/requires/request", required, pointer + "/requires/required")
      case .sameVehicle(let a, let b):
        checkPair(a, pointer + "/sameVehicle/_0", b, pointer + "/sameVehicle/_1")
      case .apart(let a, let b):
        checkPair(a, pointer + "/apart/_0", b, pointer + "/apart/_1")
      case .ordered(let first, let second, let leastGap, let greatestGap):
        let place = pointer + "/ordered"
        checkPair(first, place + "/first", second, place + "/second")
        checkNumber(leastGap, place + "/leastGap", unit: "seconds")
        checkNumber(greatestGap, place + "/greatestGap", unit: "seconds")
        if let greatestGap, greatestGap < leastGap {
          report(
            place + "/greatestGap", "\(greatestGap) is less than the least gap, \(leastGap)",
            remedy: "swap or mend the gaps")
        }
      }
    }
    checkOrderedCycles()
  }

  /// Forms of one demand: no form of two demands, and the same penalty for all.
  private mutating func checkForms(
    _ forms: [Int], _ pointer: String, _ formed: inout [Int: String]
  ) {
    checkGroup(forms, pointer)
    let known = forms.filter(draft.requests.indices.contains)
    for (place, request) in forms.enumerated() {
      if let other = formed[request], !forms[..<place].contains(request) {
        report(
          "\(pointer)/\(place)", "request \(request) is a form of the demand at \(other) too",
          remedy: "name it in one choice alone")
      }
      formed[request] = formed[request] ?? pointer
    }
    let penalties = known.map { draft.requests[$0].unservedPenalty }
    for (request, penalty) in zip(known, penalties) where penalty != penalties.first {
      func word(_ penalty: Double?) -> String { penalty.map { "\($0)" } ?? "none" }
      report(
        "/requests/\(request)/unservedPenalty",
        "\(word(penalty)) is not the penalty of the other forms of its demand, "
          + word(penalties.first ?? nil),
        remedy: "give all forms of a demand the same penalty")
    }
  }

  private mutating func checkGroup(_ members: [Int], _ pointer: String) {
    for (place, request) in members.enumerated() {
      checkIndex(request, of: "a request", count: draft.requests.count, "\(pointer)/\(place)")
      if members[..<place].contains(request) {
        report(
          "\(pointer)/\(place)", "request \(request) is named twice", remedy: "name it once")
      }
    }
    if members.count < 2 {
      report(
        pointer, "\(members.count) requests cannot be tied together",
        remedy: "name two or more requests, or drop the link")
    }
  }

  private mutating func checkPair(_ a: Int, _ pointerA: String, _ b: Int, _ pointerB: String) {
    checkIndex(a, of: "a request", count: draft.requests.count, pointerA)
    checkIndex(b, of: "a request", count: draft.requests.count, pointerB)
    if a == b {
      report(pointerB, "request \(b) is linked to itself", remedy: "name two different requests")
    }
  }

  /// A request cannot come after itself: peels off requests that nothing precedes; what is left is on
  /// a cycle or behind one, and each link within is named.
  private mutating func checkOrderedCycles() {
    let count = draft.requests.count
    var followers: [[(link: Int, second: Int)]] = Array(repeating: [], count: count)
    var predecessors = Array(repeating: 0, count: count)
    for case (let link, .ordered(let first, let second, _, _)) in draft.links.enumerated()
    where (0..<count).contains(first) && (0..<count).contains(second) && first != second {
      followers[first].append((link, second))
      predecessors[second] += 1
    }
    var free = (0..<count).filter { predecessors[$0] == 0 }
    while let request = free.popLast() {
      for (_, second) in followers[request] {
        predecessors[second] -= 1
        if predecessors[second] == 0 { free.append(second) }
      }
    }
    for request in 0..<count where predecessors[request] > 0 {
      for (link, second) in followers[request] where reaches(second, request, followers) {
        report(
          "/links/\(link)/ordered",
          "request \(request) before \(second) closes a circle of ordered links",
          remedy: "drop one link of the circle")
      }
    }
  }

  private func reaches(
    _ from: Int, _ goal: Int, _ followers: [[(link: Int, second: Int)]]
  ) -> Bool {
    var seen: Set<Int> = [from]
    var stack = [from]
    while let request = stack.popLast() {
      if request == goal { return true }
      for (_, second) in followers[request] where seen.insert(second).inserted {
        stack.append(second)
      }
    }
    return false
  }
}
