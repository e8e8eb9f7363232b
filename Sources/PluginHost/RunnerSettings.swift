package import Platform

/// What every runner of a host has in common.
package struct RunnerSettings: Sendable {
  /// The path of the program `exercise-runner`.
  package var program: String
  /// What the host calls itself to plugins: `charrette 1.0.0`.
  package var host: String
  package var deadlines: Deadlines
  /// For plugins that did not come with the kit.
  package var sandbox = Sandbox.strict

  /// Whether plugins are held to what was recorded at their installation: see `places.h` of
  /// exercise-runner.
  package var isInstalled = false
  /// What waiting is measured by, and done with.
  package var clock: any WaitingClock = SystemClock()

  /// Where crash files are put; nil: none are.
  package var crashFolder: String?
  /// Told of everything that is asked and answered.
  package var follow: (@Sendable (Exchange) -> Void)?

  package init(program: String, host: String, deadlines: Deadlines = Deadlines()) {
    self.program = program
    self.host = host
    self.deadlines = deadlines
  }

  /// How long a plugin may take before it counts as hung, in seconds.
  package struct Deadlines: Sendable {
    /// To load the library; and again to agree on a version.
    package var load = 5.0
    /// To begin with an activity: everything is folded then.
    package var open = 5.0
    /// To answer anything else.
    package var question = 2.0
    /// For all that it is asked in one line: starting, opening and every answer together.
    package var line = 5.0
    /// On top of any of these, for each MiB of the requests…
    package var perMebibyte = 1.0
    /// …up to this. How much there is to tell is partly the plugin's own doing.
    package var mostForSize = 5.0
    /// How long it is waited for in silence.
    package var silence = 0.3
    /// To end in order.
    package var close = 0.5

    package init() {}

    /// How long the answer to a request of so many bytes may take.
    package func seconds(for bytes: Int, opens: Bool) -> Double {
      (opens ? open : question) + extra(for: bytes)
    }

    func extra(for bytes: Int) -> Double {
      min(mostForSize, perMebibyte * Double(bytes >> 20))
    }
  }
}
