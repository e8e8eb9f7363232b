import ExerciseProtocol

extension Booth {
  /// Somebody has come: who they are, and then one paper after the other.
  func visit() throws(BoothInterruption) {
    office.enter()
    stage = .arriving
    defer {
      stage = .unwatched
      office.leave()
    }
    guard let voter = try identify() else { return }
    for index in voter.papers.indices {
      stage = .filling(after: index)
      guard try fill(index, of: voter) else { return }
    }
  }

  /// Nil: they left. Every failure reads the same, so that nobody learns who has voted.
  private func identify() throws(BoothInterruption) -> BoothVoter? {
    var notice: String?
    while true {
      guard let typed = try askWho(notice) else { return nil }
      if let voter = office.admit(typed), !voter.papers.isEmpty { return voter }
      // Not to be told as somebody's mistake.
      try heedTheVote()
      notice =
        office.standing() == .unreachable ? BoothWording.unreachable : BoothWording.notAdmitted
    }
  }

  private func askWho(_ notice: String?) throws(BoothInterruption) -> String? {
    switch poll.identification {
    case .names(let names):
      var screen = NameScreen(title: poll.title, names: names, isLinear: isLinear)
      return try show(&screen, notice: notice)
    case .codes(let group):
      var screen = CodeScreen(title: poll.title, group: group, isBlind: isBlind)
      return try show(&screen, notice: notice)
    }
  }

  /// Where somebody is with a paper.
  private enum Place {
    case beginning
    /// `isChange`: they came from the review, and go back to it.
    case question(Int, isChange: Bool, notice: String? = nil)
    case review
    case cast, left
  }

  /// One paper, from its beginning to thanks. False: they left without casting it. The answers are
  /// in this function's sheet and nowhere else.
  private func fill(_ index: Int, of voter: BoothVoter) throws(BoothInterruption) -> Bool {
    let heading = heading(of: voter.papers[index])
    var generator = SystemRandomNumberGenerator()
    var sheet = BoothSheet(poll.paper, using: &generator)
    var place = Place.beginning
    while true {
      switch place {
      case .beginning:
        place = try begin(index, of: voter) ? .question(0, isChange: false) : .left
      case .question(let number, let isChange, let notice):
        let step = try ask(&sheet, number, heading, notice)
        place = next(after: number, step, isChange: isChange, count: sheet.forms.count)
      case .review:
        let action = try review(sheet, heading)
        place = try act(action, on: &sheet, as: index, of: voter, heading)
      case .cast: return true
      case .left: return false
      }
    }
  }

  private func next(after number: Int, _ step: BoothStep, isChange: Bool, count: Int) -> Place {
    if isChange { return .review }
    switch step {
    case .next: return number + 1 == count ? .review : .question(number + 1, isChange: false)
    case .back: return number == 0 ? .beginning : .question(number - 1, isChange: false)
    }
  }

  private func heading(of paper: BoothPaper) -> BoothHeading {
    let notes =
      (paper.proxyFor.map { [BoothWording.proxy($0)] } ?? [])
      + (paper.weight > 1 ? [BoothWording.weightNote(paper.weight)] : [])
    return BoothHeading(
      title: poll.title, note: notes.isEmpty ? nil : notes.joined(separator: ", "))
  }

  // MARK: The screens of a paper

  /// False: that is not them, or not now.
  private func begin(_ index: Int, of voter: BoothVoter) throws(BoothInterruption) -> Bool {
    let (paper, count) = (voter.papers[index], voter.papers.count)
    let whose =
      paper.proxyFor.map { BoothWording.proxyBallot($0, index + 1, of: count) }
      ?? BoothWording.ownBallot(index + 1, of: count)
    let paragraphs = [
      BoothWording.welcome(voter.name), poll.focus, whose,
      paper.weight > 1 ? BoothWording.weight(paper.weight) : "",
      BoothWording.questions(poll.paper.questions.count),
      isBlind ? BoothWording.secrecyBlind : BoothWording.secrecy,
      BoothWording.otherWays(poll), BoothWording.receipt(poll.receipts) ?? "",
    ]
    var screen = MessageScreen(
      heading: poll.title, paragraphs: paragraphs.filter { !$0.isEmpty },
      keys: [
        BoothWording.goOn, index == 0 ? BoothWording.notMe : BoothWording.laterPaper,
        BoothWording.helpKey,
      ], help: BoothWording.startHelp, goesBack: true)
    return try show(&screen)
  }

  private func ask(
    _ sheet: inout BoothSheet, _ number: Int, _ heading: BoothHeading, _ notice: String?
  ) throws(BoothInterruption) -> BoothStep {
    let count = sheet.forms.count
    if isBlind {
      var screen = BlindQuestionScreen(
        sheet.forms[number], heading, number: number + 1, count: count)
      let step = try show(&screen, notice: notice)
      sheet.forms[number] = screen.form
      return step
    }
    var screen = QuestionScreen(sheet.forms[number], heading, number: number + 1, count: count)
    let step = try show(&screen, notice: notice)
    sheet.forms[number] = screen.form
    return step
  }

  private func review(
    _ sheet: BoothSheet, _ heading: BoothHeading
  ) throws(BoothInterruption) -> BoothAction {
    if isBlind {
      var screen = BlindReviewScreen(sheet, heading)
      return try show(&screen)
    }
    var screen = ReviewScreen(sheet, heading)
    return try show(&screen)
  }

  private func act(
    _ action: BoothAction, on sheet: inout BoothSheet, as index: Int, of voter: BoothVoter,
    _ heading: BoothHeading
  ) throws(BoothInterruption) -> Place {
    if case .question(let number) = action { return .question(number, isChange: true) }
    // Where nothing is shown, it was typed twice already.
    if !isBlind {
      var screen = ConfirmScreen(action, heading, about: action == .cast ? sheet.about : [])
      guard try show(&screen) else { return .review }
    }
    switch action {
    case .question, .leave: return .left
    case .restart:
      sheet.clear()
      return .question(0, isChange: false, notice: BoothWording.startedAgain)
    case .cast, .blank, .spoil:
      let isCast = try cast(action, sheet, as: index, of: voter)
      return isCast ? .cast : .review
    }
  }
}
