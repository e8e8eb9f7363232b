import ExerciseKit

/// Asks a plugin, and collects what is wrong with its answers.
struct Inspection {
  private let start: () throws -> Conformance.Answering
  private var answering: Conformance.Answering?
  var findings: [Finding] = []

  init(start: @escaping () throws -> Conformance.Answering) { self.start = start }

  /// Nobody waits for a plugin that never answers: after so many times nothing more is asked.
  static let patience = 5
  private var silences = 0

  /// The reply, or nil where there is none, which is a finding; then the plugin is started afresh
  /// for the next request.
  mutating func ask(
    _ request: Request, on subject: String, rule: Rule = .everyRequestIsAnswered
  ) -> Reply? {
    ask(request.json, called: "“\(request.name)”", on: subject, rule: rule)
  }

  /// The same for a request that need not be one.
  mutating func ask(
    _ request: JSONValue, called name: String, on subject: String, rule: Rule
  ) -> Reply? {
    guard silences < Self.patience else { return nil }
    do {
      let answering = try answering ?? start()
      self.answering = answering
      return try Reply(reading: answering(request.serialized()))
    } catch {
      answering = nil
      silences += 1
      find(rule, on: subject, "\(name) got no reply: \(error)")
      return nil
    }
  }

  mutating func find(_ rule: Rule, on subject: String, _ what: String) {
    let finding = Finding(rule, on: subject, what)
    // A walk meets the same breach at every step.
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// Whether the reply says that the request was not served, as it must; a finding if not.
  @discardableResult mutating func expectNo(
    _ request: Request, on subject: String, rule: Rule
  ) -> Bool {
    guard let reply = ask(request, on: subject, rule: rule) else { return false }
    switch reply {
    case .refused, .fault: return true
    default:
      find(rule, on: subject, "“\(request.name)” was answered with “\(reply.name)”")
      return false
    }
  }

  /// Greets the plugin and reads what it says of itself.
  mutating func manifest() -> Manifest? {
    let hello = Request.hello(
      versions: [protocolVersion], host: "conformance", extensions: ExtensionID.all)
    switch ask(hello, on: "plugin") {
    case nil: return nil
    case .welcome(let version, _) where version == protocolVersion: break
    case let reply?:
      find(.replyHasItsKind, on: "plugin", "“hello” was answered with “\(reply.name)”")
      return nil
    }
    guard let reply = ask(.manifest, on: "plugin") else { return nil }
    guard case .manifest(let manifest) = reply else {
      find(.replyHasItsKind, on: "plugin", "“manifest” was answered with “\(reply.name)”")
      return nil
    }
    return manifest
  }
}

extension Request {
  /// What the request is called on the wire: `decide`, `view`…
  var name: String {
    guard case .string(let name)? = json["call"] else { return "" }
    return name
  }
}
