package import ExerciseProtocol
package import Polling
package import Results
package import VotingMethods

/// What a result is told with besides the numbers: how grades spread, who supports what together,
/// and what voters wrote. Taken from the ballots once, when the box is opened, so that nobody has
/// to open a file or count again to show the result.
package struct PollDetails: Hashable, Sendable {
  package var grades: Grades?
  /// The ballots of a method that shares places out by approvals, alike ones together.
  package var approvals: [Approval] = []
  /// What voters wrote, those with the lowest answers first; no order says who or when.
  package var remarks: [String] = []

  /// How often each option was given each grade, from the worst to the best.
  package struct Grades: Hashable, Sendable {
    package var lowest: Int
    package var names: [String]
    package var counts: [[Int]]
    package var voters: Int
  }

  /// So many votes for these options together.
  package struct Approval: Hashable, Sendable {
    package var options: [String]
    package var votes: Int
  }

  package init() {}
}

extension PollDetails {
  /// - Parameter election: the answers to the question that is counted; nil where none is.
  init(_ count: PollCount, _ election: Election?) {
    self.init()
    switch election?.ballots {
    case .scores(let ballots):
      let spread = Particulars.GradeSpread(ballots, names: count.gradeNames)
      grades = Grades(
        lowest: spread.lowest, names: spread.names, counts: spread.counts, voters: spread.voters)
    case .approvals(let ballots): approvals = Self.merged(ballots)
    default: break
    }
    remarks = count.remarks
  }

  private static func merged(_ ballots: ApprovalBallots) -> [Approval] {
    var votes: [[String]: Int] = [:]
    for ballot in ballots.counts.indices {
      let options = ballots.approvals(ballot).map { ballots.candidates[$0].id }.sorted()
      votes[options, default: 0] += ballots.counts[ballot]
    }
    return votes.map { Approval(options: $0, votes: $1) }
      .sorted { $0.options.lexicographicallyPrecedes($1.options) }
  }

  /// Them, as what shows a result is told of it.
  func particulars(_ outcome: Tally, _ terms: PollTerms) -> Particulars {
    var told = Particulars(noun: .of(outcome.method))
    told.currency = terms.paper.rule?.currency ?? terms.paper.currencyInWords
    if let grades {
      told.grades = .init(
        lowest: grades.lowest, names: grades.names, counts: grades.counts, voters: grades.voters)
    }
    let options = terms.paper.rule.flatMap { terms.paper.question($0.field)?.options } ?? []
    if outcome.method.traits.choice == .budget { told.costs = options.map { $0.cost ?? 0 } }
    if !approvals.isEmpty {
      var ballots = ApprovalBallots(candidates: outcome.candidates)
      let places = Dictionary(
        outcome.candidates.enumerated().map { ($1.id, $0) }
      ) { first, _ in first }
      for approval in approvals {
        try? ballots.append(approval.options.compactMap { places[$0] }, count: approval.votes)
      }
      told.approvals = ballots
    }
    return told
  }
}

extension Particulars.Noun {
  /// What is voted on by a method, where it is cards.
  fileprivate static func of(_ method: MethodID) -> Self {
    switch method {
    case .fistToFive, .gradients, .consent: Self("proposal", "proposals")
    case .opinionGroups: Self("statement", "statements")
    default: Self("card", "cards")
    }
  }
}

extension PollCount {
  /// What the paper calls the grades of the question that is counted; none where they are numbers.
  fileprivate var gradeNames: [String] {
    guard let rule = terms.paper.rule, let question = terms.paper.question(rule.field) else {
      return []
    }
    switch question.form {
    case .grade(let names, _): return names
    case .scale(let steps):
      // Names stand for grades that follow one another.
      let values = steps.map(\.value)
      let isDense = zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
      return isDense ? steps.map(\.label) : []
    default: return []
    }
  }

  /// What was written on the ballots, each text after what its ballot answers.
  fileprivate var remarks: [String] {
    let written = terms.paper.questions.filter { if case .text = $0.form { true } else { false } }
    guard let rule = terms.paper.rule, !written.isEmpty,
      let question = terms.paper.question(rule.field)
    else { return [] }
    var lines: [(lowest: Int, line: String)] = []
    for case .answers(let answers) in ballots.map(\.mark) {
      let told = question.words(for: answers[rule.field])
      for text in written.compactMap({ answers[$0.field]?.plainText }) {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard !line.isEmpty else { continue }
        lines.append((told.lowest, told.words.isEmpty ? line : "\(told.words): \(line)"))
      }
    }
    return lines.sorted { ($0.lowest, $0.line) < ($1.lowest, $1.line) }.map(\.line)
  }
}

extension JSONValue {
  fileprivate var plainText: String? { if case .string(let text) = self { text } else { nil } }
}

extension PaperQuestion {
  /// An answer in a few words, and its least number; `.max` where it has none.
  fileprivate func words(for answer: JSONValue?) -> (lowest: Int, words: String) {
    switch answer {
    case .integer(let number)?:
      let option = options.count == 1 ? "\(options[0].id) " : ""
      return (number, option + "\(number)")
    case .object(let members)?:
      let points = members.compactMap { member -> (name: String, value: Int)? in
        if case .integer(let value) = member.value { (member.name, value) } else { nil }
      }
      return (
        points.map(\.value).min() ?? .max,
        points.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
      )
    default: return (.max, "")
    }
  }
}

extension PollDetails: JSONRepresentable {
  package var json: JSONValue {
    [
      "grades": grades.map { grades in
        [
          "lowest": .integer(grades.lowest), "names": .list(grades.names),
          "counts": .array(grades.counts.map { .array($0.map(JSONValue.integer)) }),
          "voters": .integer(grades.voters),
        ]
      },
      "approvals": approvals.isEmpty
        ? nil
        : .array(
          approvals.map {
            [
              "options": .array($0.options.map(JSONValue.string)), "votes": .integer($0.votes),
            ]
          }),
      "remarks": .list(remarks),
    ]
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init()
    grades = try reader.optional("grades").map { reader throws(JSONShapeError) in
      Grades(
        lowest: try reader.integer("lowest"), names: try reader.strings("names"),
        counts: try reader.list("counts") { row throws(JSONShapeError) in
          var counts: [Int] = []
          for count in try row.elements() { counts.append(try count.integer()) }
          return counts
        }, voters: try reader.integer("voters"))
    }
    approvals = try reader.list("approvals") { one throws(JSONShapeError) in
      Approval(options: try one.strings("options"), votes: try one.integer("votes"))
    }
    remarks = try reader.strings("remarks")
  }
}

extension PollCount {
  /// What an outcome of these ballots is told with besides its numbers.
  package func particulars(of outcome: VotingMethods.Outcome) -> Particulars {
    PollDetails(self, try? election()).particulars(outcome, terms)
  }
}

extension Paper {
  /// What stands before the budget in the words of the question: “There is £10,000 in all.” Terms
  /// of before say it nowhere else.
  fileprivate var currencyInWords: String {
    guard let rule, let budget = rule.budget, let words = question(rule.field)?.prompt else {
      return ""
    }
    for word in words.split(whereSeparator: \.isWhitespace) {
      let sign = word.prefix { !$0.isNumber }
      let amount = word.dropFirst(sign.count).filter(\.isNumber)
      if amount == String(budget) { return String(sign) }
    }
    return ""
  }
}
