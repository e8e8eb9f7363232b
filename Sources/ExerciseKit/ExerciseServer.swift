public import ExerciseProtocol

/// Answers the host's requests for all exercises of one plugin; holds the activities that are open.
///
/// The harness of ExerciseTesting drives it directly, without a process.
public final class ExerciseServer {
  private let plugin: Plugin
  private var open: [ActivityID: any OpenActivity] = [:]

  public init(_ plugin: Plugin) { self.plugin = plugin }

  /// One request's bytes in, one reply's bytes out. Never fails: what is wrong becomes a `fault`.
  public func answer(_ request: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let reply: Reply
    do {
      reply = answer(try Request(json: JSONValue(parsing: request), path: "request"))
    } catch let error as JSONShapeError {
      reply = .fault("\(error.path): expected \(error.expected), found \(error.found)")
    } catch {
      reply = .fault("the request is not JSON: \(error)")
    }
    return reply.json.serialized()
  }

  /// One request in, one reply out.
  public func answer(_ request: Request) -> Reply {
    do throws(NoAnswer) {
      return try served(request)
    } catch {
      return error.reply
    }
  }

  private func served(_ request: Request) throws(NoAnswer) -> Reply {
    switch request {
    case .hello(let versions, _, let extensions):
      // The host compares; an answer it can't use is its to refuse, with both sides' values.
      return .welcome(
        version: versions.contains(protocolVersion) ? protocolVersion : 0,
        extensions: plugin.manifest.contributes.extensions.filter(extensions.contains))
    case .manifest: return .manifest(plugin.manifest)
    case .open(let brief):
      guard let exercise = plugin.exercises.first(where: { $0.about.id == brief.exercise }) else {
        return .fault("this plugin has no exercise “\(brief.exercise)”")
      }
      // What cannot be opened is not open: nobody is to go on with what was there before.
      open[brief.id] = nil
      open[brief.id] = try exercise.open(brief)
      return .done
    case .decide(let activity, let call, let events):
      return try folded(activity, after: events).decide(call)
    case .view(let activity, let audience, let events):
      return .view(try folded(activity, after: events).view(for: audience))
    case .give(let activity, let events):
      return .cards(try folded(activity, after: events).give())
    case .paper(let activity, let events):
      return .paper(try folded(activity, after: events).paper())
    case .state(let activity, let events):
      let opened = try folded(activity, after: events)
      return .state(try orFault { () throws(KitFault) in try opened.saved() })
    case .section(let id, let activities): return try section(id, activities)
    case .importing(let id, let file, let fields):
      guard let importer = plugin.importers.first(where: { $0.about.id == id }) else {
        return .fault("this plugin has no importer “\(id)”")
      }
      return try orRefused { () throws(Refusal) in
        try importer.reply(to: [file] + file.more, fields)
      }
    }
  }

  private func section(
    _ id: String, _ activities: [ActivityNews]
  ) throws(NoAnswer) -> Reply {
    guard let section = plugin.sections.first(where: { $0.about.description.id == id }) else {
      return .fault("this plugin has no section “\(id)”")
    }
    var opened: [any OpenActivity] = []
    for news in activities { opened.append(try folded(news.activity, after: news.events)) }
    return .view(section.view(of: Report(opened)))
  }

  /// The activity once all that happened is folded. One that can't be folded is open no more: half
  /// of the events in it would be a state that nobody ever had.
  private func folded(
    _ activity: ActivityID, after events: [Occurrence]
  ) throws(NoAnswer) -> any OpenActivity {
    guard let opened = open[activity] else {
      throw .fault(KitFault("activity \(activity) is not open"))
    }
    do throws(KitFault) {
      for event in events { try opened.fold(event) }
    } catch {
      open[activity] = nil
      throw .fault(error)
    }
    return opened
  }
}
