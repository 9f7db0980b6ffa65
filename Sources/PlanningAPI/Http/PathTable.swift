internal import HTTPTypes
internal import Hummingbird

/// Which methods each path knows, for what the router calls not found alike. Where there is GET, there is HEAD.
struct PathTable: Sendable {
  private let paths: [(parts: [Substring], methods: [String])]

  init(_ endpoints: [(method: HTTPRequest.Method, path: String)]) {
    let methods = Dictionary(grouping: endpoints, by: \.path)
    paths = methods.map { path, endpoints in
      let known = Set(endpoints.map(\.method))
      let all = known.contains(.get) ? known.union([.head]) : known
      return (path.split(separator: "/"), all.map(\.rawValue).sorted())
    }
  }

  /// 405 where the path is known with other methods, else 404.
  func problem(for request: Request) -> Problem {
    let asked = request.uri.path.split(separator: "/")
    let found = paths.first { path in
      path.parts.count == asked.count
        && zip(path.parts, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    guard let found, !found.methods.contains(request.method.rawValue) else {
      return Problem(.notFound)
    }
    var problem = Problem(.methodNotAllowed)
    problem.headers[.allow] = found.methods.joined(separator: ", ")
    return problem
  }
}
