import ExerciseProtocol
import Glibc
import PluginHost
import Workshop

extension Examination {
  /// What confines plugins, tried with one.
  static func sandbox(_ options: CommonOptions, _ places: Places) -> Examination {
    let probe = "\(places.executable)/libsandbox-probe.so"
    var result = Examination(area: "sandbox", title: "What confines plugins", findings: [])
    guard options.sandbox != .off else {
      result.findings = [
        .problem("--sandbox off: nothing confines plugins.", hint: "Leave it out.")
      ]
      return result
    }
    guard access(probe, R_OK) == 0 else {
      result.findings = [
        .problem(
          "\(probe), which would try it, is not there.",
          hint: "It belongs beside charrette; install all of it together.")
      ]
      return result
    }
    var settings = Wiring.runner(options, places)
    // What there is; whether that is enough for a stranger's plugin is told from what was found.
    settings.sandbox = .lenient
    let tried = SandboxProbe.run(library: probe, settings)
    result.findings = findings(tried)
    result.details = [
      .init("landlock", .integer(tried.confinement?.landlock ?? 0)),
      .init("seccomp", .bool(tried.confinement?.seccomp ?? false)),
      .init("refused", .array(tried.refused.map { .string($0.rawValue) })),
      .init("granted", .array(tried.granted.map { .string($0.rawValue) })),
    ]
    return result
  }

  private static func findings(_ tried: SandboxProbe.Result) -> [Finding] {
    if let failure = tried.failure {
      let problem = failure.problem
      return [.problem("It could not be tried: \(problem.message)", hint: problem.hint)]
    }
    var findings: [Finding] = []
    let landlock = tried.confinement?.landlock ?? 0
    if landlock == 0 { findings.append(noLandlock) }
    if tried.confinement?.seccomp != true { findings.append(noSeccomp) }
    if tried.isComplete {
      findings.append(
        .good("Landlock \(landlock), seccomp and limits are in force: any plugin may be run."))
    }
    if !tried.refused.isEmpty {
      let names = tried.refused.map(\.inWords).joined(separator: ", ")
      findings.append(.good("Tried by a plugin, and refused: \(names)."))
    }
    for attempt in tried.granted {
      findings.append(
        .problem("A plugin can \(attempt.inWords) here.", hint: "It is a part of what is above."))
    }
    if !tried.allowsThreads {
      findings.append(
        .problem(
          "A plugin can't start a thread here, and most need one.",
          hint: "Raise the limit of processes: ulimit -u"))
    }
    return findings
  }

  private static let noLandlock = Finding.problem(
    "This kernel has no Landlock: plugins that did not come with the kit are not run.",
    hint: """
      Linux 5.13 and later have it. Where it is built in but not switched on, add \
      lsm=landlock,… to the kernel's command line. In a container, its seccomp profile may hide it.
      """)

  private static let noSeccomp = Finding.problem(
    "Seccomp does not work here: plugins that did not come with the kit are not run.",
    hint: "The kernel needs CONFIG_SECCOMP_FILTER, on x86_64 or aarch64.")
}

extension SandboxProbe.Attempt {
  /// To follow “a plugin can”.
  fileprivate var inWords: String {
    switch self {
    case .readFiles: "read other files"
    case .listFolders: "list folders"
    case .writeFiles: "write files"
    case .readHost: "read charrette's memory"
    case .runPrograms: "run programs"
    case .startProcesses: "start processes"
    case .useTCP: "use TCP"
    case .useUDP: "use UDP"
    case .useLocal: "talk to other programs"
    case .signalHost: "signal charrette"
    case .shareMemory: "share memory"
    case .useRings: "use io_uring"
    case .changeUser: "change its user"
    case .takeMemory: "take 2 GiB of memory"
    case .takeDescriptors: "take 256 descriptors"
    case .readEnvironment: "read the environment"
    }
  }
}
