internal import ExerciseProtocol

/// One paper for each kind of question, and one with several.
enum DemoPapers {
  private static let ideas: [PaperOption] = [
    PaperOption("c1", "A weekly market, with stalls for whoever grows or makes something nearby"),
    PaperOption("c2", "Trees and benches 🌳"),
    PaperOption("c3", "A playground"),
    PaperOption("c4", "日本語の庭 – a Japanese garden"),
    PaperOption("c5", "Parking \u{1B}]52;c;ZXZpbA==\u{7}\u{202E}gnikrap\u{202C}"),
  ]

  static func paper(_ name: String) -> Paper {
    let one = PaperQuestion(
      "first", "Which of these should we do first?", .chooseOne, options: ideas, isRequired: true)
    let some = PaperQuestion(
      "like", "Which of these could you live with?", .chooseSome(1...2), options: ideas)
    let text = PaperQuestion("why", "What should the planners know about you?", .text(lines: 3))
    return switch name {
    case "choose-one": Paper([one])
    case "choose-some": Paper([some])
    case "rank":
      Paper([
        PaperQuestion(
          "order", "Put these in order.", .rank(atMost: 5, allowsTies: true), options: ideas)
      ])
    case "score": points(.score(0...5))
    case "dots": points(.dots(total: 4, perOption: 2))
    case "credits": points(.credits(16))
    case "grade": points(.grade(["Reject", "Poor", "Passable", "Good", "Excellent"]))
    case "scale": Paper([scale])
    case "agree":
      Paper([
        PaperQuestion(
          "answers", "How far do you agree with this?",
          .scale([ScaleStep(0, "I stop this"), ScaleStep(3, "I can live with it")]),
          options: [PaperOption("c7", "Open the square on Fridays")], isRequired: true)
      ])
    case "duels":
      Paper([PaperQuestion("pairs", "Compare these.", .duels(4), options: ideas)])
    case "matrix":
      Paper(
        ["Effort", "Impact"].map {
          PaperQuestion($0.lowercased(), $0, .score(0...10), options: Array(ideas.prefix(3)))
        })
    case "text": Paper([text])
    case "long":
      Paper([
        PaperQuestion(
          "one", "One of many", .chooseOne,
          options: (1...30).map { PaperOption("o\($0)", "Option number \($0)") })
      ])
    default: Paper([one, some, scale, text])
    }
  }

  private static func points(_ form: PaperForm) -> Paper {
    Paper([PaperQuestion("points", "What do you give to each of these?", form, options: ideas)])
  }

  private static let scale = PaperQuestion(
    "agree", "How much do you agree with the plan?",
    .scale([
      ScaleStep(0, "I block it"), ScaleStep(1, "I have strong doubts"),
      ScaleStep(2, "I can live with it"), ScaleStep(3, "I am for it"),
    ]))
}
