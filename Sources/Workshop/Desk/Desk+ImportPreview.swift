import ExerciseProtocol
import OrderedCollections

/// What is shown of a file before it is taken, where its reader had to guess what is what.
struct ImportPreview {
  private let cards: [CardDraft]
  private let people: Int
  private let known: Int

  /// - Parameter known: how many of the cards are here already.
  init(_ changes: [Change], known: Int) {
    cards = changes.compactMap { if case .addCard(let draft) = $0 { draft } else { nil } }
    people = changes.count { change in
      if case .addParticipant(_, _, _, let isPresent) = change { isPresent } else { false }
    }
    self.known = known
  }

  /// - Parameter notice: the importer's own word: what was taken for what, what was left out.
  func view(_ notice: String?, of files: [String]) -> View {
    let names = files.prefix(3).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let more = files.count > 3 ? ["\(files.count - 3) more"] : []
    var parts: [String] = []
    if !cards.isEmpty { parts.append(cards.count.counted("card", "cards")) }
    if people > 0 { parts.append(people.counted("person", "people")) }
    var text = "\(parts.andList) from \((names + more).andList)."
    if known > 0 { text += " \(ImportWording.here(known, []))" }
    let words = (notice ?? "").split(separator: "\n", omittingEmptySubsequences: false).first
    if let words, !words.isEmpty { text += " \(words)" }
    var blocks: [View.Block] = [.text(text)]
    if let first = cards.first {
      var lines = ["First: \(line(first))"]
      if cards.count > 1, let last = cards.last { lines.append("Last: \(line(last))") }
      blocks.append(.list(lines, ordered: false))
    }
    return View(blocks)
  }

  /// `Pairing worked (Ada, 3 votes) #went-well`.
  private func line(_ draft: CardDraft) -> String {
    let words = draft.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let cut = words.count > 70 ? "\(words.prefix(69))…" : words
    var told: [String] = []
    if case .named(let name) = draft.author { told.append(name) }
    if let votes = draft.attributes["votes"].flatMap({ Int($0) }) {
      told.append(votes.counted("vote", "votes"))
    }
    let by = told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
    return cut + by + draft.tags.map { " #\($0)" }.joined()
  }
}

extension Desk {
  /// Shows what would come in and asks whether to take it; nil where that was answered, nobody can
  /// be asked, nothing was guessed, or nothing is new.
  func preview(
    _ changes: [Change], _ notice: String?, isGuessed: Bool, of paths: [String],
    in current: Activity, _ invocation: Invocation
  ) throws(Problem) -> Response? {
    guard isGuessed, surroundings.isInteractive, invocation.arguments.text("take") == nil,
      let session, let privacy = privacy(ofLinesIn: current)
    else { return nil }
    var trial = ChangeTranslation(
      session: session, activity: current, source: .importer, privacy: privacy, actor: nil,
      now: now, in: try open().log)
    try trial.add(changes.filter { $0.proposition == nil })
    guard !trial.events.isEmpty else { return nil }
    return Response(
      ImportPreview(changes, known: trial.known.count).view(notice, of: paths),
      next: .ask(Form(invocation: invocation, missing: [ImportQuestion.take])))
  }

  /// What is said where somebody declined.
  func declined(_ importer: Importers.Importer) -> Response {
    var blocks: [View.Block] = [.text("Nothing was taken.")]
    if importer.description.fields.contains(where: { $0.name == "text" }) {
      blocks.append(.note(ImportWording.columnsHint, .hint))
    }
    return Response(View(blocks), result: ["cards": .array([]), "events": 0])
  }
}

extension ImportQuestion {
  static let take = Parameter(
    "take", .field(.choice(["yes", "no"])), "Take them?", isOption: true)
}

extension ImportWording {
  static let columnsHint =
    "/import FILE text=COLUMN says which column holds the words; author=, tags= and votes= say the "
    + "others, and none takes none."
}
