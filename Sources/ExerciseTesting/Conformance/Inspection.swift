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
      let reply = try Reply(reading: answering(request.serialized()))
      judge(reply, to: request, called: name, on: subject)
      return reply
    } catch {
      answering = nil
      silences += 1
      find(rule, on: subject, "\(name) got no reply: \(error)")
      return nil
    }
  }

  /// What is wrong with a reply whatever was asked.
  private mutating func judge(
    _ reply: Reply, to request: JSONValue, called name: String, on subject: String
  ) {
    if let excess = reply.excess {
      find(.answersKeepToLimits, on: subject, "\(name): \(excess.clause)")
    }
    if reply.isCut(for: request) {
      find(.answersKeepToLimits, on: subject, "\(name): the view is larger than what is shown")
    }
    guard case .refused(let refusal) = reply else { return }
    switch request["call"] {
    // Settings are fields: those that don't fit are refused.
    case "decide", "import": break
    case "open" where request["activity"]?["state"] == nil: break
    default:
      find(
        .onlyDecisionsAreRefused, on: subject,
        "\(name) was refused: “\(refusal.message.cut(to: 200))”")
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

extension Reply {
  /// Whether a host would cut the view that it is.
  fileprivate func isCut(for request: JSONValue) -> Bool {
    guard case .view(let view) = self else { return false }
    var audience = Audience.report
    if case .string(let name)? = request["audience"] {
      audience = Audience(rawValue: name) ?? .room
    }
    return view.cut(for: audience) != view
  }
}

extension Request {
  /// What the request is called on the wire: `decide`, `view`…
  var name: String {
    guard case .string(let name)? = json["call"] else { return "" }
    return name
  }
}
