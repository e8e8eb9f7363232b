/// What a participant is asked in private, one question a screen: the ballot paper of a vote, or a
/// sheet to write on.
///
/// An exercise hands it to the host when the booth opens (``Request/paper(_:events:)``); the booth
/// shows it; whoever answers fills a ``Ballot``. Every question fills one field of the exercise's
/// sealed action, so that a sealed contribution is, in the end, a use of that action like any
/// other.
public struct Paper: Hashable, Sendable {
  /// At least one; no two for the same field.
  public var questions: [PaperQuestion]
  /// How the answers are counted, where a known method counts them.
  public var rule: CountingRule?

  public init(_ questions: [PaperQuestion], rule: CountingRule? = nil) {
    self.questions = questions
    self.rule = rule
  }

  /// The question that fills this field.
  public func question(_ field: String) -> PaperQuestion? {
    questions.first { $0.field == field }
  }
}

/// One question of a ``Paper``.
public struct PaperQuestion: Hashable, Sendable {
  /// The field of the sealed action that the answer fills.
  public var field: String
  /// The question itself, as a person is asked it: “Which of these should we do first?”
  public var prompt: String
  /// What is asked about. Where ``PaperForm/needsOptions`` is false there are none, but a scale may
  /// have one: the proposal that is answered on it.
  public var options: [PaperOption]
  public var form: PaperForm
  /// It can't be left unanswered on a valid ballot.
  public var isRequired: Bool

  public init(
    _ field: String, _ prompt: String, _ form: PaperForm, options: [PaperOption] = [],
    isRequired: Bool = false
  ) {
    self.field = field
    self.prompt = prompt
    self.form = form
    self.options = options
    self.isRequired = isRequired
  }
}

/// Something that can be chosen.
public struct PaperOption: Hashable, Sendable {
  /// As answers name it: a card's label.
  public var id: String
  /// What it says.
  public var text: String
  /// What it would cost, where the vote spends a budget.
  public var cost: Int?

  public init(_ id: String, _ text: String, cost: Int? = nil) {
    self.id = id
    self.text = text
    self.cost = cost
  }
}

/// How a question is answered, and the JSON form of its answer.
public enum PaperForm: Hashable, Sendable {
  /// One option. Answer: its id, a string.
  case chooseOne
  /// So many options. Answer: a list of their ids, in the order of the paper.
  case chooseSome(ClosedRange<Int>)
  /// An order of preference, the best first; what is left out is below all that is not. Answer: a
  /// list of ranks, each a list of ids: `[["c3"], ["c1", "c2"]]`. A rank holds one unless
  /// `allowsTies`.
  case rank(atMost: Int, allowsTies: Bool)
  /// Points on each option, independent of the others. Answer: an object of ids and whole numbers;
  /// an option that is not in it was not judged.
  case score(ClosedRange<Int>)
  /// `total` dots to spread, so many at most on one option. Answer: an object of ids and numbers
  /// above 0.
  case dots(total: Int, perOption: Int)
  /// Votes bought with credits: n votes on an option cost n × n; below 0 is against it. Answer: an
  /// object of ids and numbers other than 0.
  case credits(Int)
  /// One of these grades for each option, the worst first, numbered from `from` up. Answer: an
  /// object of ids and the grade's number; an option that is not in it was not judged. The number
  /// is the same wherever it is shown or typed.
  case grade([String], from: Int = 0)
  /// One step of a scale, the lowest first; no options. Answer: the step's value, a whole number.
  case scale([ScaleStep])
  /// “Which of these two?”, so many pairs at most, each pair once. Answer: a list of pairs, the
  /// preferred one first: `[["c2", "c5"]]`. A pair that was passed is not in it.
  case duels(Int)
  /// Words, at most so many lines; no options. Answer: a string.
  case text(lines: Int)

  /// Whether the question is about options.
  public var needsOptions: Bool {
    switch self {
    case .scale, .text: false
    default: true
    }
  }
}

/// One step of a scale: 3, “I can live with it”.
public struct ScaleStep: Hashable, Sendable {
  public var value: Int
  public var label: String

  public init(_ value: Int, _ label: String) {
    self.value = value
    self.label = label
  }
}

/// Which method counts the answers, and how: what `charrette tally` is told for the same ballots.
///
/// Answers become ballots in one way, for whoever counts: what was chosen is approved of (or
/// supported, where the method spends a budget); ranks are a ranking; points, dots, credits and the
/// positions of grades are scores, a step of a scale the score of the scale's one option; for
/// `opinion-groups` the positions 0, 1 and 2 are disagree, pass and agree; duels are duels. A
/// ballot's weight is how many voters cast it. Ties go by the totals of earlier stages, then by
/// lot.
public struct CountingRule: Hashable, Sendable {
  /// A method's id, such as `schulze` or `dots`.
  public var method: String
  /// The field whose answers are counted.
  public var field: String
  /// How many are elected; of no meaning to a method that has no such number.
  public var seats: Int
  /// What may be spent, where options have costs.
  public var budget: Int?
  /// The method's own settings, as text, such as `strength`: `margins`.
  public var settings: [String: String]
  /// What stands before an amount where the result is shown, such as “£”.
  public var currency: String?

  public init(
    _ method: String, of field: String, seats: Int = 1, budget: Int? = nil,
    settings: [String: String] = [:], currency: String? = nil
  ) {
    self.currency = currency
    self.method = method
    self.field = field
    self.seats = seats
    self.budget = budget
    self.settings = settings
  }
}
