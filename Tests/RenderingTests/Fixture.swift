import ExerciseProtocol

/// Views that several tests render.
enum Fixture {
  /// Part of a discussion that was really held: a pingback, comments and a nested reply.
  static let discussion = View([
    .heading("Public Services in a Networked World", level: 1),
    .thread([
      View.ThreadNode(
        id: "c1", text: "Welcome to the Solace Summit 2011", remark: "pingback"),
      View.ThreadNode(
        id: "c2",
        text: """
          No other comments published yet so am I the first?!

          I believe proposition 4 merits major discussion and I’m sure will get it.
          """,
        author: "Roger White", tags: ["skills", "social media"],
        replies: [
          View.ThreadNode(
            id: "c3", text: "Thanks for your comment and for kick starting a conversation.",
            replies: [
              View.ThreadNode(id: "c5", text: "Agreed.", author: "Mike", folded: 4)
            ]),
          View.ThreadNode(id: "c12", text: "Me too.", author: "Carrie Bishop"),
        ]),
      View.ThreadNode(
        id: "c4", text: "1. Collaboration\n2. Openness", author: "Ruth Hyde",
        remark: "hidden: too long"),
    ]),
  ])

  static let brainstorm = View([
    .thread([
      View.ThreadNode(id: "c9", text: "Longer bus hours"),
      View.ThreadNode(
        id: "c10", text: "Warm homes", replies: [View.ThreadNode(id: "c11", text: "Soon")]),
    ])
  ])

  /// Each replies to the one before.
  static let deepThread = View([
    .thread([
      (1...5).reversed().reduce(View.ThreadNode(id: "c6", text: "Six")) { reply, number in
        View.ThreadNode(
          id: CardID("c\(number)"), text: "Card \(number)", author: "Ann", replies: [reply])
      }
    ])
  ])

  static let table = View([
    .table(
      View.Table(
        [View.Table.Column("Card"), .init("Text"), .init("Dots", isNumeric: true)],
        [
          ["c3", "Longer bus hours on Sundays and in the evenings", "5"],
          ["c4", "日本語のテキスト", "12"],
          ["c5", "👩‍👩‍👧 Café für alle 🇬🇧", "0"],
        ]))
  ])

  static let bars = View([
    .bars([
      View.Bar("c3 Longer bus hours", value: 4, caption: "4 dots", isChosen: true),
      View.Bar("c4 Warm homes", value: 1.5, caption: "1.5 dots"),
      View.Bar("c5", value: 0, caption: "0 dots"),
    ])
  ])

  static let grid = View([
    .grid([
      View.Region(
        "Strengths", prompt: "What do we do well?", items: ["c1 Staff", "c2 Local knowledge"]),
      View.Region("Weaknesses", items: []),
      View.Region("Opportunities", items: ["c3 日本語のテキスト 👍🏽"]),
    ])
  ])

  static let matrix = View([
    .matrix(
      View.Matrix(
        horizontal: .init("Effort", low: "low", high: "high"),
        vertical: .init("Impact", low: "low", high: "high"),
        points: [
          .init("c3", x: 0.2, y: 0.9), .init("c4", x: 0.2, y: 0.9), .init("c5", x: 0.9, y: 0.4),
          .init("c6 Warm homes", x: 0.5, y: 0.05),
        ]))
  ])

  static let plain = View([
    .heading("Welcome", level: 2),
    .text("First line\nsecond line of a text that is long enough to wrap on a narrow wall."),
    .heading("Details", level: 3),
    .facts([.init("Session", "solace-2011"), .init("Facilitator", "Carrie Bishop, FutureGov")]),
    .list(["One", "Two, which is long enough to wrap on a narrow wall"], ordered: true),
    .list(["Dot"], ordered: false),
    .note("Voting is open.", .hint),
    .note("Saved.", .success),
    .note("Two ballots were spoiled.", .warning),
    .note("The plugin stopped.", .failure),
  ])
}
