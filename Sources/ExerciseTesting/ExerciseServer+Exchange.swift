import ExerciseKit

extension ExerciseServer {
  /// One request there and its reply back, both by way of their bytes, as between processes.
  func exchange(_ request: Request) throws(HarnessFailure) -> Reply {
    let bytes = request.json.serialized().withUnsafeBufferPointer { answer($0) }
    return try Reply(reading: bytes)
  }
}

extension Reply {
  /// The reply that these bytes are.
  init(reading bytes: [UInt8]) throws(HarnessFailure) {
    do {
      try self.init(
        json: JSONValue(parsing: bytes, most: Reply.mostElements), path: "reply")
    } catch let error as JSONSyntaxError {
      guard case .tooMany("changes", let limit) = error.problem else { throw .garbage("\(error)") }
      throw .impossibleChange("more than \(limit.grouped) changes")
    } catch let error as JSONShapeError {
      throw .garbage("\(error.path): expected \(error.expected), found \(error.found)")
    } catch {
      throw .garbage("\(error)")
    }
  }

  /// What the reply is called on the wire: `changes`, `refused`…
  var name: String {
    guard case .string(let name)? = json["reply"] else { return "" }
    return name
  }
}
