import ExerciseProtocol

/// What somebody says: one of our own sentences about public services, of the kind that is asked
/// for, in the words of whoever speaks.
struct Sentence {
  /// What a question asks for, as far as its words tell.
  enum Kind: String, CaseIterable, Sendable {
    case presence, hope, fear, problem, cause, need, strength, evidence, assumption, stakeholder
    case feeling, saying, doing, question, idea, risk, action, decision, insight, reaction, digital
  }

  /// - Parameter prompts: what can be read on the screen, the nearest to the question first.
  static func kind(of prompts: [String]) -> Kind {
    for prompt in prompts {
      let text = prompt.lowercased()
      let words = Set(text.split { !$0.isLetter }.map(String.init))
      for (kind, signs) in Self.signs {
        if signs.contains(where: { $0.contains(" ") ? text.contains($0) : words.contains($0) }) {
          return kind
        }
      }
    }
    return .saying
  }

  /// The words by which a kind is known, the most telling first.
  private static let signs: [(Kind, Set<String>)] = [
    (.presence, ["check-in", "come into the room", "arrive", "how are you", "who are you"]),
    (.question, ["only questions", "questions", "need to know", "ask of"]),
    (.reaction, ["what do you think of", "reactions", "reaction", "what do you take"]),
    (.cause, ["why", "cause", "causes", "because", "root"]),
    (.action, ["who does", "action", "actions", "next step", "next steps", "by when", "commit"]),
    (.decision, ["decision", "decisions", "decide"]),
    (.feeling, ["feel", "feels", "feeling", "emotion", "red", "mood"]),
    (.fear, ["fear", "fears", "worry", "worries", "worst"]),
    (
      .risk,
      ["risk", "risks", "wrong", "threats", "threat", "fail", "failed", "objection", "black"]
    ),
    (.digital, ["web", "digital", "online", "technology", "channel"]),
    (.idea, ["might we", "have to change", "change something", "could we try"]),
    (.assumption, ["assumption", "assumptions", "assume", "true", "believe", "bet"]),
    (.evidence, ["evidence", "fact", "facts", "know", "data", "noticed", "happened", "white"]),
    (.strength, ["strength", "strengths", "asset", "assets", "good", "well", "keep", "yellow"]),
    (.stakeholder, ["stakeholder", "stakeholders", "who is affected", "who else", "people and"]),
    (.hope, ["hope", "hopes", "dream", "wish", "vision", "change", "impact", "outcome"]),
    (.need, ["need", "needs", "gain", "gains", "want", "goal", "goals"]),
    (.doing, ["does", "what do they", "stage", "touchpoint", "journey"]),
    (.problem, ["pain", "pains", "problem", "problems", "weakness", "stop", "gap", "gaps", "sad"]),
    (
      .idea,
      [
        "idea", "ideas", "might we", "might", "how could", "propose", "proposal", "solution",
        "green",
      ]
    ),
    (.insight, ["insight", "insights", "learn", "learned", "mean", "means", "so what"]),
    (.saying, ["say", "says", "think", "thinks", "hear", "question"]),
  ]

  /// One sentence of the kind.
  ///
  /// - Parameters:
  ///   - topic: what it is about; drawn where none is given.
  ///   - said: what was said before; nobody repeats it as long as there is something else to say.
  static func draw(
    _ kind: Kind, by voice: Guest.Voice, about topic: Topic? = nil, notAmong said: Set<String> = [],
    using chance: inout Chance
  ) -> String {
    var sentence = draw(kind, by: voice, about: topic, using: &chance)
    for _ in 0..<12 where said.contains(sentence) {
      sentence = draw(kind, by: voice, about: topic, using: &chance)
    }
    return sentence
  }

  private static func draw(
    _ kind: Kind, by voice: Guest.Voice, about topic: Topic?, using chance: inout Chance
  ) -> String {
    let topic = topic ?? Topic.allCases.randomElement(using: &chance) ?? .buses
    let pattern = kind.patterns.randomElement(using: &chance) ?? "{Who} know {service} well."
    let isOwn = Int.random(in: 0..<5, using: &chance) < 3
    let who = (isOwn ? voice.people : others).randomElement(using: &chance) ?? "people"
    return
      pattern
      .replacing("{who}", with: who).replacing("{Who}", with: who.capitalizedFirst)
      .replacing("{service}", with: topic.rawValue)
      .replacing("{Service}", with: topic.rawValue.capitalizedFirst)
  }

  private static let others = [
    "families with small children", "people on night shifts", "people without a car",
    "people who rent", "wheelchair users", "young carers", "single parents",
    "people who can't take time off", "people with a hearing aid", "lodgers without a contract",
  ]

  /// Words for a draw by lot, a report's name for a day, and the like.
  static let lotWords = [
    "river", "lamp", "seven", "kettle", "harbour", "maple", "window", "ladder", "copper", "meadow",
  ]
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
