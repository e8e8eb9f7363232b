import ExerciseKit

extension Survey {
  static func view(of room: Room<Survey>, for audience: Audience) -> View {
    var blocks = room.opening
    let questions = room.questions
    guard !questions.isEmpty else {
      return View(blocks + [.note("The setting “questions” has none.", .warning)])
    }
    // Whoever sees the first answers follows them; the report is for afterwards.
    let isShown = room.state.isRevealed || room.lot != nil || audience == .report
    for (index, question) in questions.enumerated() {
      let mark = !isShown && index + 1 == room.state.current ? " (open)" : ""
      blocks.append(.heading("\(index + 1)  \(question.text)\(mark)", level: 2))
      if isShown {
        blocks += result(question, index + 1, room)
      } else {
        blocks.append(
          question.options.isEmpty
            ? .text("In your own words.") : .list(question.options, ordered: true))
      }
    }
    if !isShown { blocks += ready(room, audience) }
    return View(blocks)
  }

  private static func result(
    _ question: SurveyQuestion, _ number: Int, _ room: Room<Survey>
  ) -> [View.Block] {
    guard question.kind != .text else {
      let cards = room.visible.filter { $0.attributes["question"] == "\(number)" }
      return cards.isEmpty
        ? [.text("Nobody wrote anything.")] : [.list(cards.map(room.line), ordered: false)]
    }
    let values = room.state.answers.filter { $0.question == number }.map(\.value)
      .filter { question.options.indices.contains($0 &- 1) }
    let bars = question.options.enumerated().map { index, option in
      let count = values.count { $0 == index + 1 }
      return View.Bar("\(index + 1)  \(option)", value: Double(count), caption: "\(count)")
    }
    var blocks: [View.Block] = [.bars(bars)]
    if question.kind == .likert, let spread = Spread(values) { blocks.append(.text(spread.words)) }
    return blocks + [.text("\(counted(values.count, "answer")).")]
  }

  private static func ready(_ room: Room<Survey>, _ audience: Audience) -> [View.Block] {
    let number = room.state.current
    let answers = room.state.answers.filter { $0.question == number }
    let written = room.state.written.filter { $0.question == number }
    let cards = room.visible.count { $0.attributes["question"] == "\(number)" }
    return room.readiness(
      (answers + written).compactMap(\.by), count: answers.count + cards,
      "answered question \(number)",
      room.settings.privacy, for: audience)
  }
}
