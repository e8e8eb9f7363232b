extension Wording {
  static func universes(_ names: String, _ count: Int) -> String {
    count == 1
      ? "Every way to break the ties on the way was followed, and each leads to \(names)."
      : "Every way to break the ties on the way was followed: \(names) each win in one at least."
  }

  static func lead(
    _ leaders: String, _ votes: String, _ count: Int, winner: String, _ own: String
  ) -> String {
    "At first \(leaders) \(count == 1 ? "was" : "were") ahead with \(votes)"
      + "\(count == 1 ? "" : " each"), and \(winner) had \(own)."
  }

  static func secondRound(
    _ finalists: [(name: String, votes: String)], of all: String
  ) -> String {
    let both = finalists.map { "\($0.name) (\($0.votes))" }
    return "Nobody had more than half of the \(all), so that two went on: \(list(both))."
  }

  static func excluded(_ names: [String]) -> String {
    names.count == 1
      ? "\(names[0]) was taken out of the count."
      : "Taken out of the count, one after the other: \(names.joined(separator: ", "))."
  }

  static func passedOn(
    _ from: String, _ votes: String, to: [(name: String, votes: String)], lost: String?
  ) -> String {
    if lost == nil, to.count == 1 {
      return "Then all of \(from)'s \(votes) passed on to \(to[0].name)."
    }
    var parts = to.map { "\($0.votes) to \($0.name)" }
    if let lost { parts.append("\(lost) to nobody, having no further preference") }
    return "Then \(from)'s \(votes) passed on: \(list(parts))."
  }

  static func final(
    _ winner: String, _ votes: String, of all: String, isMore: Bool, rival: String,
    _ others: String
  ) -> String {
    isMore
      ? "That left \(winner) with \(votes) of \(all) votes, more than half; \(rival) had \(others)."
      : "That left \(winner) with \(votes) of \(all) votes, and \(rival) with \(others)."
  }

  static func drawn(_ winner: String, _ rival: String, _ votes: String) -> String {
    "\(winner) and \(rival) ended level, with \(votes) each."
  }

  // MARK: STAR

  static func finalists(_ both: [(name: String, stars: String)]) -> String {
    "Into the runoff went the two with the most stars: "
      + list(both.map { "\($0.name) (\($0.stars))" }) + "."
  }

  static func starRunoff(
    _ winner: String, _ votes: String, _ other: String, _ others: String, hadFewerStars: Bool
  ) -> String {
    let although = hadFewerStars ? ", although \(other) has more stars" : ""
    return "Of the two, more voters scored \(winner) higher\(although): \(votes) to \(others)."
  }

  static func evenRunoff(_ winner: String, _ other: String, _ votes: String) -> String {
    "As many voters scored \(winner) higher as \(other): \(votes) each."
  }
}
