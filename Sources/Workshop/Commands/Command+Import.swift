import ExerciseProtocol
import OrderedCollections

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Command {
  static let `import` = Command(
    "import", "Bring in cards from a file", group: .cards,
    parameters: Importers.parameters, examples: ["/import page.txt"],
    details: [
      "Which files can be read depends on the plugins: each importer says which. What comes in "
        + "goes to the current activity, as if it had been typed there."
    ], standsInForAction: true
  ) { desk, invocation throws(Problem) in
    let live = try desk.open()
    guard let current = live.session.currentActivity, let privacy = desk.privacy(ofLinesIn: current)
    else { throw .cannotImport }
    let arguments = invocation.arguments
    let path = arguments.text("file") ?? ""
    let importer = try Importers(desk, for: current).choose(arguments.text("as"), for: path)
    let fields = try importer.fields(from: arguments)
    let file = try desk.form(of: path)
    return try desk.bring(file, by: importer, fields, into: current, privacy)
  }
}

/// The importers that there are, for one activity.
struct Importers {
  private let all: [Importer]
  /// The plugin of the activity's exercise, which comes first.
  private let plugin: String?

  struct Importer: Hashable {
    var plugin: String
    var description: ImporterDescription
  }

  static let parameters = [
    Parameter("file", .field(.file), "The file", isRequired: true),
    Parameter("as", .field(.text), "By which importer, where several can", isOption: true),
  ]

  init(_ desk: Desk, for activity: Activity) {
    plugin = desk.exercise(called: activity.plan.exercise)?.plugin
    all = desk.exercises.contributions.flatMap { item in
      item.contributes.importers.map { Importer(plugin: item.plugin, description: $0) }
    }
  }

  /// What /import takes here: the file, and what its importers ask for besides.
  var parameters: [Parameter] {
    var parameters = Importers.parameters
    if !all.isEmpty {
      // So that it is completed, and may be cut short.
      parameters[1].kind = .field(.choice(all.map(\.description.id)))
    }
    for field in all.flatMap(\.description.fields)
    where !parameters.contains(where: { $0.name == field.name }) {
      var parameter = Parameter(field)
      parameter.isOption = true
      parameter.isRequired = false
      parameters.append(parameter)
    }
    return parameters
  }

  /// More of /import's help: each importer.
  var details: [String] {
    all.map { item in
      let kinds = item.description.extensions.map { ".\($0)" }.joined(separator: ", ")
      return "as=\(item.description.id): \(item.description.summary) (\(kinds))"
    }
  }

  /// The one that was named; else the one for such file names, the activity's own before others;
  /// else the activity's own, if it has only one.
  func choose(_ name: String?, for path: String) throws(Problem) -> Importer {
    if let name {
      guard let named = all.first(where: { $0.description.id == name }) else {
        throw .noImporter(name, among: all.map(\.description.id))
      }
      return named
    }
    let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let fitting = all.filter { $0.description.extensions.contains(suffix) }
    let own = all.filter { $0.plugin == plugin }
    for candidates in [fitting.filter { $0.plugin == plugin }, fitting, own] {
      if let only = candidates.first, candidates.count == 1 { return only }
      if candidates.count > 1 {
        throw .severalImporters(path, candidates.map(\.description.id))
      }
    }
    throw all.isEmpty ? .cannotImport : .noImporterFor(path, among: all.map(\.description.id))
  }
}

extension Importers.Importer {
  /// What was given for its fields, with its defaults.
  ///
  /// - Throws: where something was given that only another importer asks for.
  func fields(from arguments: Arguments) throws(Problem) -> JSONValue {
    let own = Set(description.fields.map(\.name) + Importers.parameters.map(\.name))
    if let stray = arguments.names.first(where: { !own.contains($0) }) {
      throw Problem("The importer “\(description.id)” has no “\(stray)”.", isUsage: true)
    }
    return .object(
      description.fields.filter { !ActionName.isOfImport($0.name) }.compactMap { field in
        (arguments[field.name] ?? field.defaultValue).map { .init(field.name, $0) }
      })
  }
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
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return FileForm(name: name, base64: Data(try files.read(path)).base64EncodedString())
  }

  /// Makes what a plugin read out of a file true, in one step.
  fileprivate func bring(
    _ file: FileForm, by importer: Importers.Importer, _ fields: JSONValue,
    into current: Activity, _ privacy: Privacy
  ) throws(Problem) -> Response {
    let (changes, notice) = try read(file, by: importer, fields)
    let log = try open().log
    let logged = try commit { timeline throws(Problem) in
      guard let activity = timeline.session.agenda[current.id],
        let privacy = self.privacy(ofLinesIn: activity)
      else { throw .cannotImport }
      var translation = ChangeTranslation(
        session: timeline.session, activity: activity, source: .importer, privacy: privacy,
        actor: nil, now: self.now, in: log)
      try translation.add(changes)
      return translation.events
    }
    var response = acknowledge(logged, notice: notice)
    if privacy == .anonymous {
      response.view.blocks.append(.note(Acknowledgement.noNameKept, .hint))
    }
    return response
  }

  private func read(
    _ file: FileForm, by importer: Importers.Importer, _ fields: JSONValue
  ) throws(Problem) -> ([Change], notice: String?) {
    let reply: Reply?
    do throws(PluginFailure) {
      reply = try exercises.importing(
        file, by: importer.description.id, of: importer.plugin, fields: fields)?.withShortWords
    } catch {
      throw error.problem
    }
    switch reply {
    case .changes(let changes, let notice, _): return (changes, notice)
    case .refused(let refusal): throw Problem(refusal)
    case nil: throw .noImporter(importer.description.id, among: [])
    default: throw Problem("The plugin answered something else than was asked.")
    }
  }
}
