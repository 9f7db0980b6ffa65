import Foundation
import HTTPTypes
import Interchange
import PlanningAPI
import Testing

/// The OpenAPI document says what the code does.
@Suite struct ContractTests {
  @Test func everyRequestExampleIsAnsweredAsPromised() async throws {
    try await Shelf().served.ask { api async throws in
      var asked = 0
      for (path, method, operation) in api.contract.operations {
        let content = operation["requestBody"]["content"]["application/json"]
        for name in content["examples"].keys {
          asked += 1
          let example = content["examples"][name]["value"]
          #expect(api.contract.faults(of: example, schema: content["schema"]).isEmpty, "\(path)")
          // `Asking` holds the answer to the document.
          let answer = try await api.send(
            try #require(HTTPRequest.Method(rawValue: method.uppercased())),
            Self.filled(path, operation), [:], Array(JSONText.document(example).utf8))
          #expect([200, 201, 202].contains(answer.status), "\(path): \(answer.text)")
        }
      }
      #expect(asked >= 6)
    }
  }

  /// The path with the examples of its parameters.
  private static func filled(_ path: String, _ operation: JSONItem) -> String {
    operation["parameters"].array.filter { $0["in"] == "path" }.reduce(path) { path, parameter in
      path.replacing("{\(parameter["name"].string)}", with: parameter["example"].string)
    }
  }

  @Test func everyAnswerExampleIsOfItsSchema() async throws {
    let contract = try Contract(Served().server().openAPI)
    var seen = 0
    for (path, method, operation) in contract.operations {
      for status in operation["responses"].keys {
        let contents = operation["responses"][status]["content"]
        for type in contents.keys {
          for name in contents[type]["examples"].keys {
            seen += 1
            let example = contents[type]["examples"][name]["value"]
            let faults = contract.faults(of: example, schema: contents[type]["schema"])
            #expect(faults.isEmpty, "\(method) \(path) \(status): \(faults)")
          }
        }
      }
    }
    #expect(seen >= 3)
  }

  /// The checker of this test would let nothing pass that it is there to catch.
  @Test func knowsAnAnswerThatIsNotAsPromised() throws {
    let contract = try Contract(Served().server().openAPI)
    let job: JSONItem = ["id": 1, "surprise": true]
    let faults = contract.faults(of: job, schema: ["$ref": "#/components/schemas/Job"])
    #expect(faults.contains("/id: no string"))
    #expect(faults.contains("/surprise: unknown"))
    #expect(faults.contains("/state: missing"))
    let answer = Answer(status: 418, headers: [:], bytes: [])
    #expect(!contract.faults(of: answer, .get, "/v1/jobs").isEmpty)
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let document = try Contract(Served().server().openAPI).document
    func references(_ item: JSONItem) -> [String] {
      switch item {
      case .array(let items): items.flatMap(references)
      case .object(let members):
        members.flatMap { key, value in
          key == "$ref" ? [value.string] : references(value)
        }
      default: []
      }
    }
    let known = Set(document["components"]["schemas"].keys.map { "#/components/schemas/" + $0 })
    let found = references(document)
    #expect(found.count > 20)
    #expect(Set(found).subtracting(known).isEmpty)
    let ids = Contract.operationIds(of: document)
    #expect(Set(ids).count == ids.count)
  }

  @Test(.enabled(if: Tool.python(importing: "openapi_spec_validator"), "no openapi-spec-validator"))
  func anIndependentValidatorAcceptsIt() async throws {
    let served = try Served()
    let path = served.folder.appending(path: "openapi.json")
    try Data(served.server().openAPI.utf8).write(to: path)
    let run = try Tool.run(
      "python3",
      [
        "-c",
        "import json,sys; from openapi_spec_validator import validate; validate(json.load(open(sys.argv[1]))); print('fine')",
        path.path,
      ])
    #expect(run.output.contains("fine"), "\(run.errors)")
  }

  @Test func documentAndPageAreServedAndCallNobody() async throws {
    try await Served().ask { api async throws in
      let document = try await api.get("/openapi.json")
      #expect(document.json["openapi"] == "3.1.0")
      let tag = try #require(document.headers[.eTag])
      #expect(try await api.get("/openapi.json", [.ifNoneMatch: tag]).status == 304)
      for path in ["/docs", "/docs.css", "/docs.js"] {
        let page = try await api.get(path)
        #expect(page.status == 200)
        #expect(!page.text.contains("http://") && !page.text.contains("https://"), "\(path)")
        let policy = try #require(page.headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      }
    }
  }
}

extension Contract {
  static func operationIds(of document: JSONItem) -> [String] {
    document["paths"].keys.flatMap { path in
      document["paths"][path].keys.map { document["paths"][path][$0]["operationId"].string }
    }
  }
}
