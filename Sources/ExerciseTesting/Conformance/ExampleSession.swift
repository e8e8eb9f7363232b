package import ExerciseKit

/// A session in which an exercise's documented examples can be typed: cards from `c1` to `c24`,
/// half of them the activity's own, and some people. What an example changes, becomes true.
///
/// Where a vote may be open it is: what goes into a box is never typed as a line.
package struct ExampleSession {
  private(set) var session: SessionStandIn
  let exercise: ExerciseDescription
  private var untold: [Occurrence] = []

  package init(_ exercise: ExerciseDescription) {
    self.exercise = exercise
    var sampler = FieldSampler(seed: 0)
    let people = ["Ruth Hyde", "Roger White", "Mike Reed", "Carrie Bishop", "Jo Lane"]
    func made(_ settings: JSONValue, _ cards: [String]) -> SessionStandIn {
      SessionStandIn(
        exercise: exercise, title: nil, focus: "What do we need?", settings: settings,
        cards: cards, people: people, now: Harness.start)
    }
    let cards = (1...24).map { "What people said, number \($0)" }
    let required = exercise.settings.filter(\.isRequired)
    let settings = sampler.valid(required, in: made([:], cards))
    session = made(settings.inTheOpen(exercise), cards)
    for card in session.cards.suffix(12) {
      var card = card
      card.activity = SessionStandIn.activity
      card.author = "p1"
      card.tags = ["young", "skills"]
      session.fold(.cardRemoved(card.id))
      session.fold(.card(card))
    }
  }

  var people: [Participant] { session.participants }

  /// What became of an action.
  package enum Outcome {
    case done
    /// In the exercise's own words.
    case declined(String)
    /// The answer can't be used; how so.
    case impossible(String)
  }

  /// Opens the activity.
  package mutating func open<Failure: Error>(
    _ answer: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    untold = []
    _ = try answer(Request.open(session.brief()).json.serialized())
  }

  /// Carries out an action, and makes its changes true.
  package mutating func decide<Failure: Error>(
    _ example: ExampleLine, _ answer: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Outcome {
    let action = example.action
    let isOpen = action.privacy == .open
    let actor = isOpen && action.attribution != .none ? example.actor : nil
    let call = Call(
      action: action.name, fields: example.fields, actor: actor, at: session.now, seed: 1)
    let request = Request.decide(SessionStandIn.activity, call, events: untold)
    let bytes = try answer(request.json.serialized())
    untold = []
    do throws(HarnessFailure) {
      switch try Reply(reading: bytes) {
      case .changes(let changes, _, _):
        untold = try session.apply(
          changes, actor: actor, source: .action, privacy: action.privacy)
        session.now = session.now.advanced(bySeconds: 1)
        return .done
      case .refused(let refusal): return .declined(refusal.message)
      case .fault(let message): return .impossible("the plugin reports a fault: \(message)")
      case let reply: return .impossible("the answer was \(reply.json.text())")
      }
    } catch {
      return .impossible("\(error)")
    }
  }
}

extension JSONValue {
  /// These settings with a `privacy` of `open`, where the exercise has the choice.
  fileprivate func inTheOpen(_ exercise: ExerciseDescription) -> JSONValue {
    let hasChoice = exercise.settings.contains { field in
      if case .choice(let names) = field.type {
        field.name == "privacy" && names.contains("open")
      } else {
        false
      }
    }
    guard hasChoice, case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != "privacy" } + [.init("privacy", "open")])
  }
}
