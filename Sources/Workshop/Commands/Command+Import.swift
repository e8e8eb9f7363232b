import ExerciseProtocol

extension Command {
  static let `import` = Command(
    "import", "Bring in cards from a file", group: .cards,
    parameters: Importers.parameters,
    examples: [
      "/import page.txt", "/import page1.json page2.json", "/import pages/*.json",
      "/import site.xml list=yes",
      "/import retro.csv text=Feedback author=Who", "/import ideas.txt into=pains",
    ],
    details: [
      "Which files can be read depends on the plugins: each importer says which. What comes in "
        + "goes to the current activity, as if it had been typed there.",
      "Whoever is named in the file is not in the room for that: nobody waits for them, and they "
        + "have no vote. /people add NAME once somebody of them is here.",
      "What is here already is not brought in again.",
    ], standsInForAction: true
  ) { desk, invocation throws(Problem) in
    let live = try desk.open()
    guard let current = live.session.currentActivity, desk.privacy(ofLinesIn: current) != nil
    else { throw .cannotImport }
    let arguments = invocation.arguments
    let paths = try desk.named(
      arguments.strings("file") + [arguments.text("file")].compactMap(\.self))
    let importer = try Importers(desk, for: current)
      .choose(arguments.text("as"), for: paths.first ?? "")
    let fields = try importer.fields(from: arguments)
    let file = try desk.form(of: paths, for: importer)
    return try desk.bring(file, by: importer, fields, into: current, invocation)
  }
}

/// The importers that there are, for one activity.
struct Importers {
  private let all: [Importer]
  /// The plugin of the activity's exercise, which comes first.
  private let plugin: String?

  struct Importer: Hashable, Sendable {
    var plugin: String
    var description: ImporterDescription
  }

  static let parameters = [
    Parameter("file", .files, "The file; of several pages, all", isRequired: true),
    Parameter("as", .field(.text), "By which importer, where several can", isOption: true),
    Parameter("list", .field(.flag), "Tell each thing that is left out", isOption: true),
    ImportQuestion.proposition, ImportQuestion.changed, ImportQuestion.same, ImportQuestion.take,
    Parameter(
      "into", .field(.text), "Which place of the activity, such as a region of a canvas",
      isOption: true),
  ]

  init(_ desk: Desk, for activity: Activity?) {
    plugin = activity.flatMap { desk.exercise(called: $0.plan.exercise)?.plugin }
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
    for candidates in [fitting.filter { $0.plugin == plugin }, fitting, own, all.only] {
      if let only = candidates.first, candidates.count == 1 { return only }
      if candidates.count > 1 {
        throw .severalImporters(path, candidates.map(\.description.id))
      }
    }
    throw all.isEmpty ? .cannotImport : .noImporterFor(path, among: all.map(\.description.id))
  }
}

extension [Importers.Importer] {
  /// Itself, where there is no other.
  fileprivate var only: Self { count == 1 ? self : [] }
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
