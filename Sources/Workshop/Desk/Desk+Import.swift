import ExerciseProtocol
import OrderedCollections

/// What an import may have to ask.
enum ImportQuestion {
  static let proposition = Parameter(
    "proposition", .field(.choice(["keep", "replace"])),
    "Where the file has another proposition: keep the session's, or replace it", isOption: true)
  static let changed = Parameter(
    "changed", .field(.choice(["keep", "take"])),
    "Where a card that is here has other words in the file: keep those here, or take the file's",
    isOption: true)
}

extension Desk {
  /// What becomes of who says something in an activity; nil where a plain line is no text, or goes
  /// into a box: then nothing can be brought in either.
  func privacy(ofLinesIn activity: Activity) -> Privacy? {
    let line = exercise(called: activity.plan.exercise)?.description.lineAction
    let action = actions(of: activity).first { $0.name == line }
    guard let action, action.privacy != .sealed, CommandShape(action).plainText != nil else {
      return nil
    }
    return action.privacy
  }

  func form(of path: String) throws(Problem) -> FileForm {
    try form(of: path, leaving: 0)
  }

  /// - Parameter taken: how many bytes other files have that go with it.
  private func form(of path: String, leaving taken: Int) throws(Problem) -> FileForm {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = try files.read(path)
    guard bytes.count + taken <= Desk.importLimit else {
      throw .tooLargeToImport(
        path, bytes.count + taken, limit: Desk.importLimit, isOnly: taken == 0)
    }
    return FileForm(name: name, base64: Base64.text(of: bytes))
  }

  /// A message to a plugin holds 64 MB, a file in it as base64: 4 letters for 3 bytes.
  static let importLimit = 47_000_000

  /// The files as their importer gets them: the first, and the others with it.
  func form(
    of paths: [String], for importer: Importers.Importer
  ) throws(Problem) -> FileForm {
    guard let first = paths.first else { throw .missing([Importers.parameters[0]], example: nil) }
    guard paths.count == 1 || importer.description.takesSeveral else {
      throw .oneFileAtATime(importer.description.id, paths)
    }
    var form = try form(of: first)
    var taken = form.base64.utf8.count / 4 * 3
    for path in paths.dropFirst() {
      let more = try self.form(of: path, leaving: taken)
      taken += more.base64.utf8.count / 4 * 3
      form.more.append(more)
    }
    return form
  }

  /// Makes what a plugin read out of files true, in one step.
  func bring(
    _ file: FileForm, by importer: Importers.Importer, _ fields: JSONValue,
    into current: Activity, _ invocation: Invocation
  ) throws(Problem) -> Response {
    let (found, notice, isGuessed) = try read(file, by: importer, fields)
    let read = found.listingPeople
    let arguments = invocation.arguments
    if arguments.text("take") == "no" { return declined(importer) }
    let places = try ImportPlaces(read, into: arguments.text("into")) { line throws(Problem) in
      try draft(of: line, in: current)
    }
    let session = try open().session
    let names = ImportedNames(
      read.new(to: session), session.roster.values, authors: privacy(ofLinesIn: current) == .open)
    if let question = try question(about: read, invocation) { return question }
    if let question = question(about: names, invocation) { return question }
    let same = arguments.text("same")
    let changes = names.applied(to: places.placing(read), same)
    let paths = arguments.strings("file") + [arguments.text("file")].compactMap(\.self)
    if let preview = try preview(
      changes, notice, isGuessed: isGuessed, of: paths, in: current, invocation)
    {
      return preview
    }
    var told = ImportReport(notice: notice)
    let log = try open().log
    let logged = try commit { timeline throws(Problem) in
      guard let activity = timeline.session.agenda[current.id],
        let privacy = self.privacy(ofLinesIn: activity)
      else { throw .cannotImport }
      var translation = ChangeTranslation(
        session: timeline.session, activity: activity, source: .importer, privacy: privacy,
        actor: nil, now: self.now, in: log)
      let here = timeline.session.proposition
      let kept = changes.filter { !$0.leaves(here, arguments.text("proposition")) }
      try translation.add(kept)
      let takesWords = arguments.text("changed") == "take"
      told = ImportReport(notice: notice)
      told.isAnonymous = privacy == .anonymous
      told.names = names.told(same)
      told.read(translation, in: timeline.session, at: activity, takesWords: takesWords)
      told.readPeople(changes, translation.events)
      told.readProposition(changes, before: here, choice: arguments.text("proposition"))
      let edits = takesWords ? translation.known.filter { $0.card.text != $0.text } : []
      return translation.events + edits.map { .cardEdited($0.card.id, text: $0.text) }
    }
    return told.response(
      logged, in: self.session ?? Session(), listing: arguments["list"] == true)
  }

  /// Asks what becomes of another proposition than the session's; nil where nothing is to be asked.
  ///
  /// - Throws: where nobody can be asked.
  private func question(
    about changes: [Change], _ invocation: Invocation
  ) throws(Problem) -> Response? {
    guard invocation.arguments.text("proposition") == nil, let session,
      let here = session.proposition,
      let other = changes.compactMap(\.proposition).first(where: { $0 != here })
    else { return nil }
    guard surroundings.isInteractive else { throw .otherProposition(other.title, here: here.title) }
    return Response(
      View([.text(ImportWording.otherProposition(other, here: here))]),
      next: .ask(Form(invocation: invocation, missing: [ImportQuestion.proposition])))
  }

  /// What the importer makes of the files; whether it had to guess what is what in them.
  func read(
    _ file: FileForm, by importer: Importers.Importer, _ fields: JSONValue
  ) throws(Problem) -> ([Change], notice: String?, isGuessed: Bool) {
    let reply: Reply?
    do throws(PluginFailure) {
      reply = try exercises.importing(
        file, by: importer.description.id, of: importer.plugin, fields: fields)?.withShortList
    } catch {
      throw error.problem
    }
    switch reply {
    case .changes(let changes, let notice, let shows): return (changes, notice, shows)
    case .refused(let refusal): throw Problem(refusal)
    case nil: throw .noImporter(importer.description.id, among: [])
    default: throw Problem("The plugin answered something else than was asked.")
    }
  }
}

extension [Change] {
  /// Without the cards that the session has already.
  fileprivate func new(to session: Session) -> [Change] {
    let marks = ImportMark.index(of: session.board.values)
    return filter { change in
      guard case .addCard(let draft) = change else { return true }
      return ImportMark(draft.attributes).map { marks[$0] == nil } ?? true
    }
  }
}

extension Change {
  var proposition: Proposition? {
    if case .propose(let title, let text) = self {
      Proposition(title: title, text: text)
    } else {
      nil
    }
  }

  /// Whether it is a proposition that changes nothing, or is not to.
  fileprivate func leaves(_ here: Proposition?, _ choice: String?) -> Bool {
    guard let proposition else { return false }
    guard let here else { return choice == "keep" }
    return proposition == here || choice != "replace"
  }
}
