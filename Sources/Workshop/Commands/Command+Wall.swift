import ExerciseProtocol
import OrderedCollections

extension Command {
  static let wall = Command(
    "wall", "Turn the page on the wall, or bring something up there", group: .cards,
    parameters: [
      Parameter(
        "what", .field(.text),
        "next, back, first, last, a page's number, hold, go; or a card, an activity, “proposition”")
    ],
    examples: ["/wall next", "/wall 2", "/wall c12", "/wall hold", "/wall go"],
    details: [
      "The wall is charrette show, at another terminal, for the projector. It turns its pages by "
        + "itself; hold keeps the page, and go lets it turn again and puts away what is up.",
      "Nothing of this is kept in the session.",
    ]
  ) { desk, invocation throws(Problem) in
    _ = try desk.open()
    guard let what = invocation.arguments.text("what") else { return WallWording.help }
    return try desk.tellWall(what)
  }
}

extension Desk {
  /// Gives the wall the order that the words mean.
  func tellWall(_ words: String) throws(Problem) -> Response {
    let live = try open()
    let (order, said) = try wallOrder(words, in: live.session)
    try live.log.wall.give(order)
    return .done(said, result: ["wall": GivenWallOrder(id: "", order).json])
  }

  private func wallOrder(
    _ words: String, in session: Session
  ) throws(Problem) -> (WallOrder, String) {
    switch words.lowercased() {
    case "next", "on", "forward": return (.next, WallWording.turned("next"))
    case "back", "previous", "prev": return (.back, WallWording.turned("previous"))
    case "first", "start", "home": return (.first, WallWording.turned("first"))
    case "last", "end": return (.last, WallWording.turned("last"))
    case "hold", "pause", "stop": return (.hold, WallWording.holds)
    case "go", "resume", "off": return (.go, WallWording.goes)
    case "proposition":
      guard session.proposition != nil else {
        throw Problem("No proposition was written down yet.", hint: "/import brings one in.")
      }
      return (.proposition, WallWording.shows("the proposition"))
    default: break
    }
    if let number = Int(words) {
      guard (1...999).contains(number) else { throw .noWallPage(words) }
      return (.page(number), WallWording.page(number))
    }
    if CardID.looksLikeCard(words) {
      let card = try session.card(words)
      if session.board[card]?.hidden != nil {
        throw Problem(
          "\(card) is hidden, and the wall shows no hidden cards.",
          hint: "/unhide \(card) first, in a discussion; or /show \(card) shows it here alone.")
      }
      return (.card(card), WallWording.shows(card.rawValue))
    }
    // Another activity by its title; by its number /show 2 wall brings it up.
    guard let activity = try? session.activity(called: words) else { throw .noWallPage(words) }
    return (.activity(activity.id), WallWording.shows("“\(activity.plan.title)”"))
  }

  /// Puts away whatever is up there, and shows where we are from its first page.
  func showPlaceOnWall() throws(Problem) -> Response {
    let live = try open()
    for order in [WallOrder.go, .first] { try live.log.wall.give(order) }
    let place = live.session.currentActivity.map { "“\($0.plan.title)”" } ?? "the agenda"
    return .done(
      WallWording.isBack(to: place), result: ["wall": GivenWallOrder(id: "", .go).json])
  }

  /// Brings up what /show would show here: there a number is an activity's.
  func showOnWall(_ what: String) throws(Problem) -> Response {
    guard Int(what) != nil else { return try tellWall(what) }
    let live = try open()
    let activity = try live.session.activity(called: what)
    try live.log.wall.give(.activity(activity.id))
    return .done(
      WallWording.shows("“\(activity.plan.title)”"),
      result: ["wall": GivenWallOrder(id: "", .activity(activity.id)).json])
  }
}

extension Problem {
  fileprivate static func noWallPage(_ words: String) -> Problem {
    Problem(
      "The wall has no “\(words)”.",
      hint: "next, back, first, last, a page's number such as 2, hold or go; or a card such as "
        + "/wall c12.", isUsage: true)
  }
}

extension WallWording {
  fileprivate static func turned(_ which: String) -> String { "To the wall: the \(which) page." }
  fileprivate static func page(_ number: Int) -> String { "To the wall: page \(number)." }
  fileprivate static let holds = "To the wall: it keeps its page until /wall go."
  fileprivate static let goes = "To the wall: it shows where we are, and turns its pages by itself."
  fileprivate static func isBack(to place: String) -> String {
    "To the wall: where we are, \(place), from its first page."
  }
  fileprivate static func shows(_ what: String) -> String {
    "To the wall: \(what), until /wall go."
  }

  fileprivate static var help: Response {
    Response(
      View([
        .text(
          "The wall is charrette show with this session's name, at another terminal, for the "
            + "projector. It turns its pages by itself."),
        .list(
          [
            "/wall next, /wall back, /wall first, /wall last, /wall 2 turn the page.",
            "/wall hold keeps it, /wall go lets it turn again.",
            "/wall c12 or /show c12 wall brings a card up; /show 2 wall another activity; "
              + "/show wall is back to where we are.",
          ], ordered: false),
      ]))
  }
}
