public import ExerciseKit

extension Harness {
  /// Brings in a file by one of the plugin's importers, and makes what it found true.
  ///
  /// - Parameters:
  ///   - options: by name, in their JSON form.
  /// - Throws: `Refusal` where the importer declines the file; ``HarnessFailure``.
  @discardableResult public func importing(
    _ file: FileContents, by importer: String, _ options: JSONValue = [:]
  ) throws -> Step {
    let fields = manifest.contributes.importers.first { $0.id == importer }?.fields ?? []
    guard let form = file.json.flatMap({ try? FileForm(json: $0, path: "file") }) else {
      throw HarnessFailure.fault("the file has no JSON form")
    }
    let request = Request.importing(importer, file: form, fields: options.completed(from: fields))
    switch try answer(request) {
    case .changes(let changes, let notice, _):
      let occurrences = try session.apply(
        changes, actor: nil, source: .importer, privacy: .open)
      untold += occurrences
      wait(seconds: 1)
      // Below it is the list, which is told only where somebody asks for it.
      let first = notice?.split(separator: "\n", omittingEmptySubsequences: false).first
      return Step(
        changes: changes, notice: first.map { String($0) }, shows: false, occurrences: occurrences)
    case .refused(let refusal): throw refusal
    case .fault(let message): throw HarnessFailure.fault(message)
    case let reply: throw HarnessFailure.unexpectedReply(reply.name, to: "import")
    }
  }

  /// The plugin's section of a report on this one activity.
  public func section(_ section: String) throws -> View {
    let news = ActivityNews(SessionStandIn.activity, events: untold)
    untold = []
    switch try answer(.section(section, activities: [news])) {
    case .view(let view): return view.cut(for: .report)
    case .fault(let message): throw HarnessFailure.fault(message)
    case let reply: throw HarnessFailure.unexpectedReply(reply.name, to: "section")
    }
  }
}
