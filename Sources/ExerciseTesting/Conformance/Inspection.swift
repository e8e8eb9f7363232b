import ExerciseKit

/// Asks a plugin, and collects what is wrong with its answers.
struct Inspection {
  private let start: () throws -> Conformance.Answering
  private var answering: Conformance.Answering?
  var findings: [Finding] = []

  init(start: @escaping () throws -> Conformance.Answering) { self.start = start }

  /// The reply, or nil where there is none, which is a finding; then the plugin is started afresh
  /// for the next request.
  mutating func ask(
    _ request: Request, on subject: String, rule: Rule = .everyRequestIsAnswered
  ) -> Reply? {
    do {
      let answering = try answering ?? start()
      self.answering = answering
      return try answering(request)
    } catch {
      answering = nil
      find(rule, on: subject, "“\(request.name)” got no reply: \(error)")
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
    guard let reply = ask(request, on: subject) else { return false }
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
