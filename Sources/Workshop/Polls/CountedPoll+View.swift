import ExerciseProtocol
import OrderedCollections
import Polling
import Results

extension CountedPoll {
  /// The result, for one audience, and what has become of the cards since.
  func blocks(for audience: Audience, in session: Session) -> [View.Block] {
    var blocks: [View.Block] = [.heading(title(in: session), level: 1)]
    if let focus = terms.focus { blocks.append(.text(focus)) }
    blocks += result(for: audience)
    if !details.remarks.isEmpty {
      blocks += [
        .heading(PollWording.remarks, level: 3), .list(details.remarks, ordered: false),
      ]
    }
    blocks.append(.text("\(PollWording.ballots(valid)) \(consequence)"))
    return blocks + terms.changes(of: terms.options, in: session)
  }

  /// What the count came to, in one line.
  var headline: View.Block {
    if let flaw = verdict.flaw { return .note(PollWording.notValid(flaw), .warning) }
    guard !chosen.isEmpty else { return .note(PollWording.nobody, .warning) }
    let names = chosen.map { id in
      terms.options.first { $0.id == id.rawValue }.map { "\(id) \($0.text)" } ?? id.rawValue
    }
    return .note(PollWording.chosen(names), .success)
  }

  /// As the agenda has it now, so that it is found there.
  private func title(in session: Session) -> String {
    session.agenda[terms.activity]?.plan.title ?? terms.title
  }

  private func result(for audience: Audience) -> [View.Block] {
    if let flaw = verdict.flaw {
      // The numbers are public all the same: what was counted is in the bundle.
      let numbers = outcome.map { ResultView($0, particulars).numbers } ?? []
      return [.note(PollWording.notValid(flaw), .warning)] + (hasAnswers ? numbers : [])
    }
    guard let outcome else { return [] }
    return ResultView(outcome, particulars).blocks(for: audience)
  }

  private var hasAnswers: Bool {
    switch verdict.flaw {
    case .noBallots, .noAnswers: false
    default: valid.ballots > 0
    }
  }

  private var consequence: String {
    chosen.isEmpty ? PollWording.nothingGoesOn : PollWording.markedGoOn
  }

  /// For programs, with every command that shows the result.
  var json: JSONValue {
    [
      "valid": .bool(verdict.isValid), "chosen": .array(chosen.map(\.json)),
      "why": verdict.flaw.map { .string(PollWording.flaw($0)) },
    ]
  }
}

extension PollTerms {
  /// What is voted on: the options of the question that is counted.
  var options: [PaperOption] {
    paper.rule.flatMap { paper.question($0.field)?.options } ?? []
  }

  /// Every card that stands on the paper, each once; other answers to choose from are none.
  var cards: [PaperOption] {
    var seen: Set<String> = []
    return paper.questions.flatMap(\.options).filter { option in
      let number = option.id.dropFirst()
      return option.id.first == "c" && !number.isEmpty && number.allSatisfy(\.isNumber)
        && seen.insert(option.id).inserted
    }
  }

  /// Cards that read differently now than on the paper, are hidden, or are gone.
  func changes(of options: [PaperOption], in session: Session) -> [View.Block] {
    let lines = options.compactMap { option -> String? in
      guard let card = session.board[CardID(option.id)] else {
        return PollWording.isGone(option.id)
      }
      if card.text != option.text { return PollWording.nowReads(option.id, card.text) }
      return card.hidden.map { PollWording.isHidden(option.id, $0) }
    }
    guard !lines.isEmpty else { return [] }
    return [.note(PollWording.changedSince, .warning), .list(lines, ordered: false)]
  }
}
