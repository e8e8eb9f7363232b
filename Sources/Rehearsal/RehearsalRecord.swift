package import ExerciseProtocol
package import Workshop

/// What a rehearsal leaves: everything that was typed and answered, how the plan stood against the
/// clock, what went wrong, and the report.
package struct RehearsalRecord: Sendable {
  /// The template's name and title.
  package var template: String
  package var title: String
  package var people: Int
  package var seed: Int
  package var transcript: [Entry] = []
  package var activities: [Timing] = []
  /// How many lines were refused, and tried otherwise.
  package var refused = 0
  /// Why the template can't be held as it stands; empty where it can.
  package var failures: [Failure] = []
  /// The session as `/report` writes it down.
  package var report = View()

  /// A line, or something that happened without one.
  package struct Entry: Sendable {
    /// Where the room was and what the clock showed before it: `2/7`, `12:31 left`.
    package var place: String
    package var clock: String
    /// What the facilitator typed; nil where nothing was typed: people were in the booth.
    package var line: String?
    package var answer: Answer
  }

  /// What the screen said.
  package enum Answer: Sendable {
    case view(View)
    case refused(Problem)
  }

  /// An activity against the clock.
  package struct Timing: Hashable, Sendable {
    package var title: String
    /// In seconds; nil where none was planned.
    package var planned: Double?
    package var used: Double
    /// How many of the people said, wrote or chose something; nil where it is nobody's: the room
    /// does it together.
    package var heard: Int?
    /// How many cards it has, and how many ballots were cast.
    package var cards: Int
    package var ballots: Int
  }

  /// A step in which nobody could do anything, or that could not be begun.
  package struct Failure: Hashable, Sendable {
    /// From 1, on the agenda; 0 where it is the whole of it.
    package var step: Int
    package var title: String
    package var message: String
    package var hint: String?
  }
}
