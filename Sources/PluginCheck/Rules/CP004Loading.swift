import ExerciseProtocol
import PluginHost

extension CheckRule {
  static let loading = CheckRule(
    id: "CP004",
    title: "It loads in time, silently, and ends in order",
    severity: .error,
    reason: """
      The room waits while a plugin is loaded, once for each time that it has to be started. What \
      it prints is its log, where somebody looks for the reason of a fault; a sound start has none.
      """,
    mend: """
      Do nothing before the first request: no work in constructors or at the top level, no \
      printing, no threads that are still at work when the process ends.
      """,
    example: #"static const charrette_plugin plugin = {.size = sizeof plugin, …};"#,
    needs: .process
  ) { subject in
    let name = subject.place.libraryName
    let started: StartedPlugin
    do throws(Silence) { started = try subject.start() } catch {
      return .judged([Breach(name, "\(error)")])
    }
    var breaches: [Breach] = []
    for request in [
      Request.hello(versions: [protocolVersion], host: subject.options.runner.host), .manifest,
    ] {
      // What becomes of the answers is for other rules.
      guard (try? started.answer(request.json)) != nil else { break }
    }
    let process = started.process
    let answered = process.isRunning
    process.finish(grace: subject.options.runner.deadlines.close)
    if !process.logTail.isEmpty {
      let printed = process.logTail.joined(separator: "\n")
      breaches.append(Breach(name, "it printed before anything was asked of it: “\(printed)”"))
    }
    switch process.ending {
    case .signal(let signal)? where answered:
      breaches.append(Breach(name, "it crashed at its end (signal \(signal))"))
    case .status(let status)? where answered && status != 0:
      breaches.append(Breach(name, "it ended with status \(status)"))
    case .ended? where answered:
      breaches.append(
        Breach(
          name,
          "it did not end within \(subject.options.runner.deadlines.close) s after the last request"
        ))
    default: break
    }
    return .judged(breaches)
  }
}
