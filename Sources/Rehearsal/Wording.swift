import Workshop

/// All words of its own that a rehearsal shows.
enum Wording {
  static func booth(_ cast: Int, of all: Int) -> String {
    let people = all == 1 ? "1 person goes" : "\(all) people go"
    return "\(people) to the booth, one after another; "
      + (cast == 1 ? "1 ballot is in the box." : "\(cast) ballots are in the box.")
  }

  static func heading(_ record: RehearsalRecord) -> String {
    let people = record.people == 1 ? "1 person" : "\(record.people) people"
    return "Rehearsal of “\(record.title)” with \(people), seed \(record.seed)"
  }

  static let plan = "Plan against the clock"
  static let total = "All together"

  static func heard(_ count: Int, of all: Int) -> String { "\(count) of \(all)" }

  /// `+2:10` over, `-4:05` under, `0:00`.
  static func difference(_ seconds: Double) -> String {
    let sign = seconds.rounded() == 0 ? "" : seconds > 0 ? "+" : "-"
    return sign + seconds.magnitude.clockText
  }

  static func refused(_ count: Int) -> String {
    count == 1
      ? "1 line was refused and tried otherwise."
      : "\(count) lines were refused and tried otherwise."
  }

  static func failure(_ failure: RehearsalRecord.Failure) -> String {
    "Step \(failure.step), “\(failure.title)”: \(failure.message)"
  }

  static func nobody(_ reason: String) -> String { "Nobody could contribute. \(reason)" }

  static let nothingToDo = "There was nothing that anybody could do."

  static let together = "together"

  static let passed = "Everybody could take part in every step."
}
