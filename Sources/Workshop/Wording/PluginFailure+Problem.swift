/// What to tell the facilitator, in front of a room: calm, and without a word about what can't be
/// mended there.
extension PluginFailure {
  package var problem: Problem {
    let (message, mend) = words
    var problem = Problem(message, hint: "Nothing is lost. \(mend)")
    problem.afterFailure = mend
    return problem
  }

  /// What happened, and how to go on.
  private var words: (message: String, mend: String) {
    switch kind {
    case .unknownExercise(let exercise):
      (
        "No installed plugin provides the exercise “\(exercise)”.",
        "/plugins lists what is installed."
      )
    case .disabled(let failures):
      (
        "The plugin “\(plugin)” failed \(failures) times in a row and is off for now.",
        "“/plugins enable \(plugin)” tries it again."
      )
    case .setAside(let reason, let mend):
      (reason, mend ?? "/plugins lists what is installed.")
    case .givenUp:
      (
        "You stopped waiting for the plugin “\(plugin)”.",
        "The plugin starts again with your next line."
      )
    case .unloadable, .incompatible, .unconfined, .noRunner: installationWords
    default:
      (
        "The plugin “\(plugin)” \(kind.clause).",
        "The plugin starts again with your next line." + forItsAuthor
      )
    }
  }

  /// Where what led to it is kept.
  var forItsAuthor: String {
    crashFile.map { " For its author: charrette plugin replay \($0)" } ?? ""
  }

  /// For what will not be better at the next line.
  private var installationWords: (message: String, mend: String) {
    switch kind {
    case .incompatible(let host, let plugin):
      (
        "The plugin “\(self.plugin)” does not fit this Charrette: here \(host), there \(plugin).",
        "Install a version of the plugin that was built for \(host)."
      )
    case .unconfined(let missing, let reason):
      (
        "The plugin “\(plugin)” is not run: it cannot be confined here (\(missing): \(reason)).",
        "“charrette doctor” says what this machine lacks."
      )
    case .noRunner(let reason):
      (
        "Plugins cannot be started here: \(reason).",
        "exercise-runner belongs beside charrette; install both together."
      )
    default:
      (
        "The plugin “\(plugin)” could not be loaded: \(kind.clause).",
        "Install it again, or leave its exercises out for today."
      )
    }
  }
}

extension PluginFailure.Kind {
  /// Whether the plugin ran and did wrong, so that it starts afresh at the next question.
  var isOfItsOwn: Bool {
    switch self {
    case .unknownExercise, .disabled, .setAside, .unloadable, .incompatible, .unconfined, .noRunner:
      false
    default: true
    }
  }

  /// What the plugin did, to follow its name.
  package var clause: String {
    switch self {
    // The numbers are those of Linux: SIGSYS, and the two for limits.
    case .crashed(31): "tried what no plugin may do and was stopped"
    case .crashed(24): "used up its processor time and was stopped"
    case .crashed(25): "tried to write a file, which no plugin may do, and was stopped"
    case .forbidden(let call, let power):
      "tried to \(power.clause) (\(call)), which no plugin may do, and was stopped"
    case .crashed(let signal): "stopped unexpectedly (signal \(signal))"
    case .exited(let status): "ended by itself (status \(status))"
    case .gaveUp(let code): "gave up on that (code \(code))"
    case .hung(let seconds): "did not answer within \(seconds.short) s and was stopped"
    case .overran(let seconds):
      "took longer than \(seconds.short) s over one line and was stopped"
    case .givenUp: "was waited for no longer"
    case .flooded(let limit):
      "answered with more than \(limit / 1_048_576) MiB and was stopped"
    case .garbage(let reason): "gave an answer that makes no sense (\(reason))"
    case .fault(let message): "could not do that (\(message))"
    case .unloadable(let reason): reason
    case .staleState(let message): "can't go on from a state of another version (\(message))"
    case .unknownExercise, .incompatible, .disabled, .unconfined, .noRunner, .setAside:
      "is not available"
    }
  }
}

extension PluginFailure.Power {
  /// To follow “tried to”.
  fileprivate var clause: String {
    switch self {
    case .program: "run a program"
    case .process: "start another process"
    case .network: "reach the network"
    case .others: "reach another process"
    case .identity: "act as somebody else"
    case .memory: "share memory"
    case .system: "change the machine"
    }
  }
}

extension Double {
  /// `2` or `0.3`.
  fileprivate var short: String {
    let tenths = (self * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
