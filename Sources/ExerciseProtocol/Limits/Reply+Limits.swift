extension Reply {
  /// How long the lists of an answer may be. They are counted while it is read, so that of a longer
  /// one no more is read than that.
  package static let mostElements = [
    "changes": AnswerLimits.changes, "cards": SessionLimits.cards,
  ]

  /// What in an answer is larger than a host takes; nil where nothing is. Changes are held against
  /// ``ChangeRules``, and views are cut.
  package var excess: Excess? {
    do throws(Excess) {
      switch self {
      case .paper(let paper?): try paper.checkLimits()
      case .state(let state):
        try Excess.check(
          state.data.serialized().count, "state", AnswerLimits.state)
      case .manifest(let manifest): try manifest.checkLimits()
      default: break
      }
      return nil
    } catch {
      return error
    }
  }

  /// The answer with its words for people cut to what a screen takes.
  package var withShortWords: Reply {
    switch self {
    case .changes(let changes, let notice, let shows):
      .changes(changes, notice: notice?.cut(to: AnswerLimits.line), shows: shows)
    case .refused(let refusal):
      .refused(
        Refusal(
          refusal.message.cut(to: AnswerLimits.line), field: refusal.field,
          hint: refusal.hint?.cut(to: AnswerLimits.line)))
    case .fault(let message): .fault(message.cut(to: AnswerLimits.line))
    default: self
    }
  }
}

extension Reply {
  /// The answer to `import`, whose notice is a paragraph and below it a list, one thing a line.
  package var withShortList: Reply {
    guard case .changes(let changes, let notice?, let shows) = self else { return withShortWords }
    var lines = notice.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).cut(to: AnswerLimits.line) }
    var bytes = 0
    let end = lines.firstIndex { line in
      bytes += line.utf8.count + 1
      return bytes > AnswerLimits.text
    }
    if let end, end > 0 {
      let rest = lines.count - end
      lines = Array(lines[..<end]) + ["and \(rest) more"]
    }
    return .changes(changes, notice: lines.joined(separator: "\n"), shows: shows)
  }
}

extension Excess {
  fileprivate static func check(
    _ length: Int, _ what: String, _ limit: Int
  ) throws(Excess) {
    guard length <= limit else { throw Excess(what, length, limit: limit, isLength: true) }
  }
}

extension Paper {
  package func checkLimits() throws(Excess) {
    try Excess.check(count: questions.count, "questions", AnswerLimits.questions)
    var words = 0
    for question in questions {
      try Excess.check(count: question.options.count, "options", AnswerLimits.options)
      try Excess.check(question.prompt, "question", AnswerLimits.text)
      try Excess.check(count: question.form.steps, "steps", AnswerLimits.steps)
      words += question.prompt.utf8.count + question.form.words
      for option in question.options {
        try Excess.check(option.id, "label", AnswerLimits.name)
        try Excess.check(option.text, "option", AnswerLimits.text)
        words += option.id.utf8.count + option.text.utf8.count
      }
    }
    for (name, value) in rule?.settings ?? [:] {
      try Excess.check(name, "setting's name", AnswerLimits.name)
      try Excess.check(value, "setting", AnswerLimits.line)
    }
    try Excess.check(count: rule?.settings.count ?? 0, "settings", AnswerLimits.attributes)
    try Excess.check(words, "paper", AnswerLimits.paper)
  }
}

extension PaperForm {
  fileprivate var steps: Int {
    switch self {
    case .grade(let grades, _): grades.count
    case .scale(let steps): steps.count
    default: 0
    }
  }

  fileprivate var words: Int {
    switch self {
    case .grade(let grades, _): grades.reduce(0) { $0 + $1.utf8.count }
    case .scale(let steps): steps.reduce(0) { $0 + $1.label.utf8.count }
    default: 0
    }
  }
}
