package import ExerciseProtocol
import OrderedCollections

extension Command {
  static let help = Command(
    "help", "Say what can be done here, or explain one command", group: .session,
    parameters: [Parameter("command", .command, "Which one; all of them with “all”")],
    examples: ["/help", "/help undo", "/help all"]
  ) { desk, invocation throws(Problem) in
    guard let typed = invocation.arguments.text("command") else { return desk.explain(.here) }
    if typed.lowercased() == "all" { return desk.fullHelp }
    let name = typed.hasPrefix("/") ? String(typed.dropFirst()) : typed
    guard let shape = desk.commands.first(where: { $0.name.text == name.lowercased() }) else {
      throw .unknownCommand(
        name, near: Suggestion.nearest(to: name.lowercased(), among: desk.commands.map(\.name.text))
      )
    }
    return desk.explain(.command(shape.name))
  }
}

extension Desk {
  /// Explains one thing.
  package func explain(_ topic: Topic) -> Response {
    switch topic {
    case .here: return Response(View(hereHelp))
    case .command(let name):
      guard let shape = commands.first(where: { $0.name == name }) else { return Response() }
      return Response(shape.help)
    case .card(let id): return explainCard(id)
    case .person(let id):
      guard let session, let person = session.roster[id] else { return Response() }
      let cards = session.board.values.filter { $0.author == id }
      return Response(
        View(
          [.heading(person.name, level: 2), .facts([.init("Here as", person.described)])]
            + session.listing(of: cards).blocks),
        result: ["participant": person.json, "cards": .array(cards.map(\.json))])
    case .tag(let tag):
      guard let session else { return Response() }
      return Response(session.listing(of: session.board.values.filter { $0.isTagged(tag) }))
    }
  }

  /// What a person needs to know right now, on one screen.
  private var hereHelp: [View.Block] {
    guard let session else {
      return [
        .text("No session is open."),
        commandFacts([
          .own("new"), .own("open"), .own("sessions"), .own("templates"), .own("help"),
          .own("quit"),
        ]),
      ]
    }
    guard let activity = session.currentActivity, let exercise = currentExercise?.description else {
      return [
        .text("“\(session.title)” is open, and we \(session.placeInWords)."),
        commandFacts([
          .own("start"), .own("agenda"), .own("templates"), .own("people"), .own("outcome"),
          .own("report"), .own("quit"),
        ]),
        .note("/help all lists every command. A ? after anything explains it.", .hint),
      ]
    }
    var blocks: [View.Block] = [.text("We are at “\(activity.plan.title)”: \(exercise.summary)")]
    if let line = lineAction {
      blocks.append(.note(line.plainLineHelp(naming: session.somebody), .hint))
    }
    let actions = commands.filter { if case .action = $0.name { true } else { false } }
    if !actions.isEmpty {
      blocks.append(.facts(actions.map { .init($0.usage, $0.summary) }))
    }
    blocks.append(
      .text("And everywhere: /show, /guide, /next, /back, /time, /undo, /people, /outcome."))
    blocks.append(.note("/help all lists every command. A ? after anything explains it.", .hint))
    return blocks
  }

  private func commandFacts(_ names: [CommandName]) -> View.Block {
    .facts(
      names.compactMap { name in
        commands.first { $0.name == name }.map { View.Fact($0.usage, $0.summary) }
      })
  }

  fileprivate var fullHelp: Response {
    var blocks: [View.Block] = []
    for group in CommandGroup.allCases {
      let shapes = commands.filter { $0.group == group }
      guard !shapes.isEmpty else { continue }
      blocks += [
        .heading(group.title, level: 3), .facts(shapes.map { .init($0.usage, $0.summary) }),
      ]
    }
    return Response(
      View(blocks),
      result: ["commands": .array(commands.map { .string("/" + $0.name.text) })])
  }

  private func explainCard(_ id: CardID) -> Response {
    guard let session, let card = session.board[id] else { return Response() }
    var facts = [View.Fact("Contributed in", session.title(of: card.activity))]
    if let author = session.names(ofAuthors: card) { facts.insert(.init("By", author), at: 0) }
    facts.append(.init("At", moment(card.at)))
    if let parent = card.parent { facts.append(.init("In reply to", parent.rawValue)) }
    let replies = session.board.values.filter { $0.parent == id }.map(\.id.rawValue)
    if !replies.isEmpty { facts.append(.init("Replies", replies.joined(separator: ", "))) }
    if !card.tags.isEmpty {
      facts.append(.init("Tags", card.tags.map { "#\($0)" }.joined(separator: " ")))
    }
    facts.append(.init("Permalink", session.permalink(to: id)))
    if let reason = card.hidden { facts.append(.init("Hidden", reason)) }
    for source in card.sources.compactMap({ session.board[$0] }) {
      let author = session.names(ofAuthors: source).map { " (\($0))" } ?? ""
      facts.append(.init("Also", "\(source.id) “\(source.text)”\(author)"))
    }
    for (name, value) in card.attributes.sorted(by: { $0.key < $1.key })
    where !["merged", "authors"].contains(name) {
      // People lie in cards by their ids.
      let isOfPeople = ["owner", "owners"].contains(name)
      let ids = value.split(separator: " ").map { ParticipantID(String($0)) }
      facts.append(
        .init(name, isOfPeople ? ids.compactMap { session.name(of: $0) }.andList : value))
    }
    return Response(
      View([.heading(id.rawValue, level: 2), .text(card.text), .facts(facts)]),
      result: ["card": card.json, "permalink": .string(session.permalink(to: id))])
  }
}

extension CommandShape {
  /// `/dots c1=2 …`, in the manner of a synopsis.
  package var usage: String {
    let positional = parameters.filter { !$0.isOption }.map {
      $0.isRequired ? $0.name.uppercased() : "[\($0.name)]"
    }
    return (["/" + name.text] + positional).joined(separator: " ")
  }

  /// What typing without a slash does, in words.
  ///
  /// - Parameter somebody: the name that stands for whoever says something.
  func plainLineHelp(naming somebody: String) -> String {
    // A text that is called so is in people's own words; any other has a form to keep.
    if plainText?.name == "text" {
      let replies = parameters.contains { $0.kind == .field(.card) }
      let who =
        isPrivate
        ? " No names are kept here."
        : attribution == .none ? "" : " @\(somebody) … says who said it."
      return "Just type what people say.\(who)" + (replies ? " >12 … replies to card 12." : "")
    }
    let example = examples.first.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
    return "\(summary): just type it, such as \(example ?? "c1")"
  }

  /// Everything there is to know about a command.
  package var help: View {
    var blocks: [View.Block] = [.heading(usage, level: 2), .text(summary + ".")]
    if !parameters.isEmpty {
      blocks.append(
        .facts(
          parameters.map { parameter in
            let name = parameter.isOption ? "\(parameter.name)=" : parameter.name
            return View.Fact(name, "\(parameter.summary) (\(parameter.kind.inWords))")
          }))
    }
    blocks += details.map { .text($0) }
    if attribution == .required {
      blocks.append(.note("It is somebody's: begin with @Name.", .hint))
    }
    if !examples.isEmpty {
      blocks += [.heading("Examples", level: 3), .list(examples, ordered: false)]
    }
    return View(blocks)
  }
}

extension CommandGroup {
  var title: String {
    switch self {
    case .activity: "In this activity"
    case .facilitator: "In this activity, for the facilitator"
    case .agenda: "The agenda and the clock"
    case .cards: "Cards and outcomes"
    case .people: "People"
    case .session: "The session"
    }
  }
}

extension Session {
  /// Where the room is while no exercise is at work.
  fileprivate var placeInWords: String {
    guard let activity = currentActivity else { return "are between activities" }
    return activity.isBreak
      ? "have a break: /next goes on" : "are at “\(activity.plan.title)”, whose plugin is missing"
  }
}
