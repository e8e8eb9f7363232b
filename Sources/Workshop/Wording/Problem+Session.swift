import ExerciseProtocol
import OrderedCollections

/// What can stand in the way of a command, in words.
extension Problem {
  static func noActivity(_ session: Session) -> Problem {
    Problem(
      "We are between activities, so this has nowhere to go.",
      hint: session.agenda.isEmpty
        ? "/agenda add EXERCISE puts one on the agenda."
        : "/start begins the first; /agenda lists them.")
  }

  static var emptyAgenda: Problem {
    Problem(
      "The agenda is empty.",
      hint:
        "/agenda add discussion A title puts one on it; /new NAME template=… brings several.")
  }

  static func atTheEnd(_ title: String) -> Problem {
    Problem(
      "“\(title)” is the last activity on the agenda.",
      hint: "/report writes down what came of it; /back and /goto return to earlier activities.")
  }

  static func atTheStart(_ title: String) -> Problem {
    Problem("“\(title)” is the first activity on the agenda.", hint: "/next goes on.")
  }

  static func noSuchActivity(_ typed: String, count: Int) -> Problem {
    Problem(
      "There is no activity “\(typed)” on the agenda.",
      hint: count == 0 ? "It is empty." : "They are numbered 1 to \(count); /agenda lists them.",
      isUsage: true)
  }

  static func noSuchPlace(_ typed: String?, for title: String, count: Int) -> Problem {
    Problem(
      typed.map { "There is no place “\($0)” on the agenda." } ?? "Where shall “\(title)” go?",
      hint: "Its new place is a number from 1 to \(count): /agenda move \(count) 1", isUsage: true)
  }

  static func noSuchExercise(_ typed: String, near: [String], all: [String]) -> Problem {
    let hint =
      near.isEmpty
      ? (all.isEmpty
        ? "No plugin is installed; /plugins tells what was found."
        : "There are: \(all.joined(separator: ", ")).") : "Did you mean \(near.orList)?"
    return Problem("There is no exercise “\(typed)”.", hint: hint, isUsage: true)
  }

  static func noSuchTemplate(_ typed: String, near: [String]) -> Problem {
    Problem(
      "There is no template “\(typed)”.",
      hint: near.isEmpty
        ? "/templates lists them; /templates WORDS searches." : "Did you mean \(near.orList)?",
      isUsage: true)
  }

  static var nothingToUndo: Problem { Problem("There is nothing to undo.") }
  static var nothingToRedo: Problem { Problem("Nothing was undone that could be redone.") }

  static func notUndoable(_ step: Int) -> Problem {
    Problem(
      "Step \(step) is of a kind that can't be undone.",
      hint: "/log lists the steps with their numbers.")
  }

  static func noSuchStep(_ step: Int) -> Problem {
    Problem("There is no step \(step).", hint: "/log lists the steps with their numbers.")
  }

  static func undoneAlready(_ step: Int) -> Problem {
    Problem("Step \(step) is undone already.", hint: "/redo \(step) brings it back.")
  }

  static func notUndone(_ step: Int) -> Problem {
    Problem(
      "Step \(step) counts: it was not undone.", hint: "/log says which steps were undone.")
  }

  /// - Parameter isVote: whether the later step is one of a vote, which nothing takes back.
  static func builtUpon(
    _ step: Int, by later: Int, _ what: String, isVote: Bool = false
  ) -> Problem {
    Problem(
      "Step \(step) can't be undone: step \(later) (\(what)) builds on it.",
      hint: isVote
        ? "What a secret vote was held on stays. /log lists the other steps."
        : "/undo \(later) first.")
  }

  static func missingBase(_ step: Int) -> Problem {
    Problem(
      "Step \(step) can't be redone: what it builds on was undone too.",
      hint: "/redo that first; /log lists the steps.")
  }

  static func foreignCard(_ card: CardID) -> Problem {
    Problem(
      "\(card) belongs to another activity, and this one can't change it.",
      hint: "/goto its activity first.")
  }

  static var sealedAction: Problem {
    Problem(
      "This is given in secret, in the booth: typed here, everybody would see it.",
      hint: "/vote open starts the booth.")
  }

  static func nobodyNamed(_ action: String) -> Problem {
    Problem(
      "/\(action) is somebody's: say whose.", hint: "/\(action) @Name …", isUsage: true)
  }

  static func tooLong(_ what: String, limit: Int) -> Problem {
    Problem(
      "The \(what) is longer than \(limit.grouped) bytes.",
      hint: "Nothing was kept. Make it shorter, or two of it.")
  }

  static func nobodyGiven(example: String) -> Problem {
    Problem("Nobody is named.", hint: example, isUsage: true)
  }

  static func onlyOne(_ names: [String]) -> Problem {
    Problem(
      "Only one person is changed at a time, and these are \(names.count).",
      hint: "/people change \(names[0]) and so on, one after the other.", isUsage: true)
  }

  static func nothingToChange(_ name: String) -> Problem {
    Problem(
      "What is to change about \(name)?",
      hint: "/people change \(name) role=facilitator; there are name=, role= and organisation=.",
      isUsage: true)
  }

  static func alreadyCalled(_ name: String) -> Problem {
    Problem("Somebody is already called “\(name)”.", hint: "/people lists everybody.")
  }

  static func noName(_ typed: String) -> Problem {
    Problem("There is no name in “\(typed)”.", hint: "Type the name.", isUsage: true)
  }

  static func optionInName(_ name: String) -> Problem {
    Problem(
      "“\(name)” is no name.",
      hint: "Options such as organisation=… come after the last name, and hold for all of them.",
      isUsage: true)
  }
}

extension Problem {
  /// For every way of naming a session: in the console, in a script, on the command line.
  ///
  /// - Parameters:
  ///   - near: those that may be meant; nil for those whose names are nearly the same.
  ///   - names: the sessions that there are, the latest first.
  package static func noSession(
    _ typed: String, in place: String, near: [String]? = nil, among names: [String]
  ) -> Problem {
    let near = near ?? Suggestion.nearest(to: typed, among: names)
    let hint: String
    if !near.isEmpty {
      hint = "Did you mean \(near.orList)?"
    } else if names.isEmpty {
      hint = "None is there yet. “charrette --sessions FOLDER” looks in another folder."
    } else {
      let more = names.count > 5 ? " and \(names.count - 5) more" : ""
      hint =
        "There \(names.count == 1 ? "is" : "are") \(names.prefix(5).joined(separator: ", "))"
        + "\(more); /sessions lists them."
    }
    return Problem("There is no session “\(typed)” in \(place).", hint: hint, isUsage: true)
  }
}
