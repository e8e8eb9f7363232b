import ExerciseKit
import ExerciseTesting
import Testing
import Voting

/// That the suite finds what it is for: each rule is broken by a plugin that is otherwise sound.
@Suite struct BrokenPluginTests {
  @Test(arguments: Breach.all)
  func `a breach is found`(breach: Breach) {
    let conformance = Conformance {
      let server = ExerciseServer(Voting.plugin)
      var seen = Breach.Seen()
      return { bytes in
        guard let json = try? JSONValue(parsing: bytes),
          let request = try? Request(json: json, path: "request")
        else { return try breach.tamperWithDamage(Reply.fault("what is that?")).json.serialized() }
        if case .decide = request { seen.decisions += 1 }
        if case .open(let brief) = request { seen.isFromState = brief.state != nil }
        return try breach.tamper(seen, request, server.answer(request)).json.serialized()
      }
    }
    let rules = Set(conformance.findings().map(\.rule))
    #expect(rules.contains(breach.rule))
  }

  @Test func `every rule has its breach`() {
    // A manifest that came over the wire reads back; only the kit itself could break that.
    let unbreakable: Set<Rule> = [.manifestRoundTrips]
    #expect(Set(Breach.all.map(\.rule)).union(unbreakable) == Set(Rule.allCases))
  }
}

/// A way to break a rule: what becomes of the replies of a sound plugin on their way.
struct Breach: CustomTestStringConvertible, Sendable {
  /// What one instance of the plugin was asked so far.
  struct Seen {
    var decisions = 0
    var isFromState = false
  }

  struct ProcessEnded: Error {}

  typealias Tampering = @Sendable (Seen, Request, Reply) throws -> Reply

  var rule: Rule
  var tamper: Tampering
  /// What becomes of the reply to a request that can't be read.
  var tamperWithDamage: @Sendable (Reply) throws -> Reply = { $0 }
  var testDescription: String { rule.rawValue }

  init(_ rule: Rule, _ tamper: @escaping Tampering) {
    self.rule = rule
    self.tamper = tamper
  }

  /// Leaves all alone but the replies to requests that can't be read.
  init(damaged rule: Rule, _ tamper: @escaping @Sendable (Reply) throws -> Reply) {
    self.init(rule) { _, _, reply in reply }
    tamperWithDamage = tamper
  }

  /// Changes what the plugin says of itself.
  init(_ rule: Rule, manifest body: @escaping @Sendable (inout ExerciseDescription) -> Void) {
    self.init(rule) { _, _, reply in
      guard case .manifest(var manifest) = reply else { return reply }
      body(&manifest.exercises[0])
      return .manifest(manifest)
    }
  }

  static let all = ofManifest + ofAnswers + ofState

  private static let ofManifest = [
    Breach(.namesAreKebabCase) { $0.settings[0].name = "Dots" },
    Breach(.namesAreUnique) { $0.actions[1].name = "dots" },
    Breach(.fieldsAreDescribed) { $0.settings[1].summary = " " },
    Breach(.numbersAreBounded) { $0.settings[0].type = .integer(.min ... .max) },
    Breach(.defaultsFit) { $0.settings[0].defaultValue = "many" },
    Breach(.actionsHaveExamples) { $0.actions[0].examples = ["vote c1"] },
    Breach(.lineActionExists) { $0.lineAction = "say" },
  ]

  private static let ofAnswers = [
    Breach(.defaultsAreAccepted) { _, request, reply in
      if case .open = request { .refused(Refusal("No settings.")) } else { reply }
    },
    Breach(.everyRequestIsAnswered) { _, request, reply in
      if case .give = request { throw ProcessEnded() }
      return reply
    },
    Breach(.replyHasItsKind) { _, request, reply in
      if case .give = request { .done } else { reply }
    },
    Breach(.changesArePossible) { _, _, reply in
      if case .changes = reply { .changes([.unhideCard("c77")]) } else { reply }
    },
    Breach(.wrongFieldsAreRefused) { _, request, reply in
      if case .decide = request, case .refused = reply { .changes([]) } else { reply }
    },
    Breach(.onlyDecisionsAreRefused) { _, request, reply in
      if case .give = request { .refused(Refusal("I can't read that event.")) } else { reply }
    },
    Breach(.answersKeepToLimits) { _, request, reply in
      let many = View([.grid((0..<1_001).map { View.Region("\($0)", items: []) })])
      return if case .view = request { .view(many) } else { reply }
    },
    Breach(.everyAudienceHasAView) { _, request, reply in
      if case .view(_, .report, _) = request { throw ProcessEnded() }
      return reply
    },
    Breach(damaged: .damagedRequestIsAnswered) { _ in throw ProcessEnded() },
    Breach(.unknownIsRefused) { _, request, reply in
      if case .give("a99", _) = request { .cards([]) } else { reply }
    },
  ]

  private static let ofState = [
    Breach(.decidingIsPure) { seen, _, reply in
      if case .changes(let changes, _, _) = reply {
        .changes(changes, notice: "This is number \(seen.decisions).")
      } else {
        reply
      }
    },
    Breach(.decidingChangesNothing) { seen, _, reply in
      guard case .state(var state) = reply else { return reply }
      state.data = .integer(seen.decisions)
      return .state(state)
    },
    Breach(.stateReopens) { seen, _, reply in
      if case .view = reply, seen.isFromState { .view(View()) } else { reply }
    },
    Breach(.damagedStateIsAnswered) { _, request, reply in
      if case .open(let brief) = request, brief.state?.version == .max { .done } else { reply }
    },
  ]
}
