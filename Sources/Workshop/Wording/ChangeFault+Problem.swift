import ExerciseProtocol

extension Problem {
  /// Why what an exercise proposed is refused, whole.
  ///
  /// - Parameter last: the last card that there is.
  static func refused(_ fault: ChangeFault, last: CardID?) -> Problem {
    switch fault {
    case .unknownCard(let id): .unknownCard(id, last: last)
    case .foreignCard(let id): .foreignCard(id)
    case .unknownDraft: Problem("The exercise refers to a card that it did not propose.")
    case .namelessPerson: Problem("The exercise named a person without a name.")
    case .tooMuch(let excess) where excess.isLength && !Self.typed.contains(excess.what):
      Problem(
        "The exercise wanted to keep too much at once: \(excess.what) of more than "
          + "\(excess.limit.grouped) bytes.",
        hint: "Nothing was changed. Tell the plugin's author.")
    case .tooMuch(let excess): Problem(excess)
    case .full(let excess): Problem(excess)
    case .onlyFromImporters:
      Problem(
        "The exercise wanted to bring in people or a proposition, which importers alone may do.",
        hint: "Nothing was changed. Tell the plugin's author.")
    case .notForImporters:
      Problem(
        "The importer wanted to change what it did not bring.",
        hint: "Nothing was changed. Tell the plugin's author.")
    }
  }

  /// What people type themselves, and can make shorter.
  private static let typed: Set = ["text", "tag", "name", "title", "reason", "organisation"]

  /// Too much of something, of which nothing is kept.
  init(_ excess: Excess) {
    if excess.isLength {
      self = .tooLong(excess.what, limit: excess.limit)
      return
    }
    self.init(
      "That would be \(excess.amount.grouped) \(excess.what), and at most "
        + "\(excess.limit.grouped) are taken at once.",
      hint:
        "Nothing was changed. If you typed or pasted that much, do it in several parts; if not, "
        + "tell the plugin's author.")
  }
}

extension Problem {
  /// More than a session may hold.
  fileprivate init(_ excess: SessionExcess) {
    let what = excess.what == "bytes" ? "bytes of journal" : excess.what
    if let few = excess.few {
      self.init(
        "The session holds \(excess.held.grouped) \(what), and the exercise wanted to bring "
          + "\(excess.added.grouped) more at once. From \((excess.limit / 2).grouped) on, "
          + "\(few.grouped) are taken at once.",
        hint:
          "Nothing was changed. If you pasted or imported that much, do it in smaller parts, or "
          + "in a new session (/new NAME). If not, /next goes on without it; tell the plugin's "
          + "author.")
    } else {
      self.init(
        "The session holds \(excess.held.grouped) \(what); \(excess.limit.grouped) are the most.",
        hint: "Nothing was changed, and nothing is lost. /report writes down what is here; /new "
          + "NAME begins another session, and /carry brings the open actions there.")
    }
  }
}

extension Event {
  /// What in it is longer than a session takes, whoever wants to have it kept; nil where nothing
  /// is. What an exercise proposes was held against ``ChangeRules`` before.
  var excess: Excess? {
    do throws(Excess) {
      switch self {
      case .titled(let title):
        try Excess.check(title, "title", AnswerLimits.line)
      case .proposed(let proposition):
        try Excess.check(proposition.title, "title", AnswerLimits.line)
        try Excess.check(proposition.text, "text", AnswerLimits.text)
      case .joined(let person), .changed(let person):
        try Excess.check(person.name, "name", AnswerLimits.name)
        try Excess.check(person.organisation ?? "", "organisation", AnswerLimits.name)
      case .planned(let plan, _), .replanned(let plan):
        try Excess.check(plan.title, "title", AnswerLimits.line)
        try Excess.check(plan.focus ?? "", "focus", AnswerLimits.text)
      case .cardEdited(_, let text): try Excess.check(text, "text", AnswerLimits.text)
      case .decided(let outcome): try Excess.check(outcome.text, "text", AnswerLimits.text)
      case .poll(.mixed(_, let words)): try Excess.check(words, "text", AnswerLimits.line)
      case .poll(.calledOff(_, let reason)):
        try Excess.check(reason, "reason", AnswerLimits.line)
      case .aside(.noted(let text, _)), .aside(.parked(let text, _, _)):
        try Excess.check(text, "text", AnswerLimits.text)
      case .aside(.series(let name)): try Excess.check(name ?? "", "series", AnswerLimits.name)
      default: break
      }
      return nil
    } catch {
      return error
    }
  }
}
