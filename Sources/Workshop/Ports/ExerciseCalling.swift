package import ExerciseProtocol

/// The exercises that are installed here, and the way to ask them something.
///
/// Workshop calls it; PluginHost implements it with one process a plugin, the tests with a value in
/// memory. Everything is synchronous and on one thread: a question takes tens of microseconds.
package protocol ExerciseCalling: AnyObject {
  /// Every exercise that can be used, by plugin and name. No plugin runs for this.
  var exercises: [InstalledExercise] { get }

  /// Asks the exercise behind an activity. Where its process does not hold the activity yet (it was
  /// never asked, it crashed, it was told to ``forget(_:)``), `brief` is asked for everything there
  /// is to fold, and the activity is opened with that first.
  ///
  /// A failure changes nothing: the next question starts afresh.
  func ask(
    _ question: ExerciseQuestion, of activity: ActivityID, exercise: String,
    brief: () -> ActivityBrief
  ) throws(PluginFailure) -> Reply

  /// Tells what happened, to be folded before the next question about that activity is answered.
  func note(_ occurrence: Occurrence, in activity: ActivityID)

  /// What was told about the activity no longer holds (a step was undone): fold it again from its
  /// brief at the next question.
  func forget(_ activity: ActivityID)

  /// What plugins bring besides exercises; those that bring nothing more are not in it. No plugin
  /// runs for this.
  var contributions: [InstalledContributions] { get }

  /// Asks a plugin for its section of the report, about activities of its own exercises.
  ///
  /// - Returns: a view; nil where the plugin declares the section and does not speak the extension.
  func section(
    _ section: String, of plugin: String, about activities: [SectionActivity]
  ) throws(PluginFailure) -> View?

  /// Asks a plugin what would become of a file.
  ///
  /// - Returns: changes or a refusal; nil where it does not speak the extension.
  func importing(
    _ file: FileForm, by importer: String, of plugin: String, fields: JSONValue
  ) throws(PluginFailure) -> Reply?

  /// Carries out one line, or whatever else a person waits for as one thing: each plugin has one
  /// budget of time for all that it is asked in `body`. Within another it is a part of that one.
  func asOneLine<Result>(_ body: () throws(Problem) -> Result) throws(Problem) -> Result

  /// Whether the person stopped waiting in this line: what goes on without a plugin's answer
  /// elsewhere does not go on then.
  var isGivenUp: Bool { get }

  /// Who is at the terminal; nil: nobody.
  var attendant: (any Attendant)? { get set }

  /// When ``settle()`` is to be called, which is not long after a line; nil: not at all.
  var settlesAt: ContinuousClock.Instant? { get }

  /// Looks whether a plugin uses the processor though nothing is asked of it, and stops one that
  /// does until its next question.
  func settle()
}

/// Where plugins are no processes, nothing is waited for.
extension ExerciseCalling {
  package func asOneLine<Result>(
    _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result { try body() }

  package var isGivenUp: Bool { false }
  package var attendant: (any Attendant)? {
    get { nil }
    set {}
  }
  package var settlesAt: ContinuousClock.Instant? { nil }
  package func settle() {}

  package func settleIfDue() {
    if let time = settlesAt, time <= .now { settle() }
  }
}

/// What a plugin brings besides its exercises.
package struct InstalledContributions: Hashable, Sendable {
  package var plugin: String
  package var contributes: Contributions

  package init(plugin: String, contributes: Contributions) {
    self.plugin = plugin
    self.contributes = contributes
  }
}

/// An activity that a section is about; the brief is asked for where the plugin does not hold it.
package struct SectionActivity {
  package var id: ActivityID
  package var brief: () -> ActivityBrief

  package init(id: ActivityID, brief: @escaping () -> ActivityBrief) {
    self.id = id
    self.brief = brief
  }
}

/// An exercise and the plugin that provides it.
package struct InstalledExercise: Hashable, Sendable {
  package var plugin: String
  package var description: ExerciseDescription

  package init(plugin: String, description: ExerciseDescription) {
    self.plugin = plugin
    self.description = description
  }
}

/// What can be asked about an activity that is open.
package enum ExerciseQuestion: Hashable, Sendable {
  case decide(Call)
  case view(Audience)
  case give
  case paper
  case state
}

/// Why a plugin did not answer. Nothing was lost: the host holds the truth.
package struct PluginFailure: Error, Hashable, Sendable {
  /// The plugin's id, or the library's file name where it never got as far as telling its id.
  package var plugin: String
  package var kind: Kind
  /// The last lines that the plugin printed, oldest first.
  package var log: [String]
  /// Where what led to it is kept, for the plugin's author.
  package var crashFile: String?

  package enum Kind: Hashable, Sendable {
    /// No installed plugin provides the exercise.
    case unknownExercise(String)
    /// The process ended by a signal, by an exit, or by saying that it could not answer.
    case crashed(signal: Int32)
    case exited(status: Int32)
    case gaveUp(code: Int32)
    /// It tried a system call that no plugin may make, and was stopped.
    case forbidden(call: String, Power)
    /// No answer within the deadline, in seconds.
    case hung(seconds: Double)
    /// It used up what it may take over one line, in seconds.
    case overran(seconds: Double)
    /// The person stopped waiting for it.
    case givenUp
    /// More bytes than a reply may have.
    case flooded(limit: Int)
    /// An answer that is not what was asked for; how it is wrong.
    case garbage(String)
    /// The plugin's own words for a request that it could not serve.
    case fault(String)
    /// The library could not be loaded; the loader's words.
    case unloadable(String)
    /// No version in common: the host's and the plugin's.
    case incompatible(host: String, plugin: String)
    /// It failed too often in a row and is off for this session.
    case disabled(failures: Int)
    /// This machine lacks a part of the sandbox; the system's words for why.
    case unconfined(missing: String, reason: String)
    /// The runner program itself could not be started.
    case noRunner(String)
    /// It can't go on from the state that it is given, which another version of it wrote; its own
    /// words. Folding all events again does without.
    case staleState(String)
    /// A plugin that provides the exercise is there and is not used; why, and the mend.
    case setAside(reason: String, mend: String?)
  }

  /// What somebody who makes a forbidden call wants to be able to do.
  package enum Power: String, Hashable, Sendable, CaseIterable {
    case program, process, network, others, identity, memory, system
  }

  package init(plugin: String, kind: Kind, log: [String] = []) {
    self.plugin = plugin
    self.kind = kind
    self.log = log
  }
}
