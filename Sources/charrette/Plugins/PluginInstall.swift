import ArgumentParser
import ExerciseProtocol
import PluginShelf
import SessionStore
import Workshop

/// What `install` and `update` have in common.
struct InstallOptions: ParsableArguments {
  @Argument(
    help: "The plugin: its library, lib….so, or the folder that it is in.", completion: .file())
  var path: String

  @Flag(help: "Do not ask: for scripts. What is doubtful is refused all the same.")
  var yes = false

  @Option(
    help: "The file of the signature; else it is looked for beside the plugin, as PATH.sig.",
    completion: .file())
  var signature: String?

  @Option(
    help: "The key that it has to be signed with: its 64 digits, or its file.",
    completion: .file())
  var publicKey: KeyArgument?

  @Flag(help: "Refuse what is not signed by a key that was named, trusted, or seen before.")
  var requireSignature = false

  @Flag(help: "Go on where it was signed before and is not signed now.")
  var allowUnsigned = false

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  var terms: InstallReview.Terms {
    var terms = InstallReview.Terms()
    terms.key = publicKey?.key
    terms.requiresSignature = requireSignature
    terms.allowsUnsigned = allowUnsigned
    return terms
  }
}

struct PluginInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Shows what a plugin is, asks once, and installs it.",
    discussion: """
      It is copied into the data folder, and what was looked at is what is installed. The plugin \
      is asked what it is in a confined process of its own. Without a terminal, say --yes.
      """)

  @OptionGroup var options: InstallOptions

  func run() throws {
    let installation = try Installation(options, terms: options.terms)
    if let previous = installation.review.previous {
      if installation.review.isInstalled {
        return try installation.desk.tell(
          View([
            .text(
              "“\(previous.plugin)” \(previous.version) is installed already, just as it is here.")
          ]), previous.json(fault: nil))
      }
      throw CommandProblem.error(
        ShelfFault.installedAlready(plugin: previous.plugin, version: previous.version).problem)
    }
    try installation.finish(asking: "Install it?", done: "Installed")
  }
}

/// One plugin on its way to the shelf.
struct Installation {
  let desk: PluginDesk
  let staged: StagedPlugin
  let review: InstallReview
  private let options: InstallOptions

  /// Stages what the options name and reviews it on the terms; `plugin` is the id that it must
  /// have, nil any.
  init(_ options: InstallOptions, terms: InstallReview.Terms, plugin: String? = nil) throws {
    self.options = options
    let desk = PluginDesk(options.format)
    self.desk = desk
    var found: (StagedPlugin, PluginSignature?)?
    try PluginDesk.run { () throws(ShelfFault) in
      let source = try BundleSource(options.path)
      found = (try desk.shelf.stage(source), try Self.signature(of: source, options.signature))
    }
    guard let (staged, signature) = found else { throw ExitCode(1) }
    self.staged = staged
    let manifest = try desk.manifest(of: staged)
    var reviewed: InstallReview?
    try PluginDesk.run { () throws(ShelfFault) in
      if let plugin, plugin != manifest.id {
        throw .otherPlugin(asked: plugin, found: manifest.id)
      }
      reviewed = try InstallReview(
        manifest, staged.bundle, source: staged.source, signature: signature,
        over: try desk.shelf.record(of: manifest.id), keys: try desk.shelf.keys(), terms: terms)
    }
    guard let reviewed else { throw ExitCode(1) }
    review = reviewed
  }

  private static func signature(
    of source: BundleSource, _ named: String?
  ) throws(ShelfFault) -> PluginSignature? {
    let path = named ?? source.signaturePath
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try LocalFiles().read(path)
    } catch {
      if named != nil || LocalFiles().names(startingWith: path).contains(path) {
        throw .noSignatureFile(path: path)
      }
      return nil
    }
    guard let signature = PluginSignature(file: bytes) else {
      throw .signatureDamaged(path: path)
    }
    return signature
  }

  /// Shows it, asks, and installs it.
  func finish(asking question: String, done: String) throws {
    if options.format == .text { try desk.tell(review.view, [:]) }
    if let doubt = review.doubts.first, options.yes || options.format == .json {
      throw CommandProblem.error(doubt.problem)
    }
    if !options.yes {
      let isSure = try desk.ask(review.doubts.isEmpty ? question : "\(question) All the same?")
      guard isSure else {
        try desk.tell(View([.note("Nothing was installed.", .hint)]), [:])
        throw ExitCode(1)
      }
    }
    let record = review.record(folder: staged.folderName, at: .now())
    try PluginDesk.run { () throws(ShelfFault) in
      try desk.shelf.install(staged, as: record, over: review.previous)
    }
    try desk.tell(
      "\(done): \(record.name) \(record.version). Its exercises: \(exercises(record)).",
      review.json)
  }

  private func exercises(_ record: InstallRecord) -> String {
    record.exercises.isEmpty ? "none" : record.exercises.joined(separator: ", ")
  }
}
