import ExerciseProtocol

/// How long things take in a room, in seconds.
///
/// People speak about 130 words a minute and are typed along at about 55 (a word being five
/// characters), so that typing is what a contribution waits for; before it somebody thinks, and
/// the room listens.
enum Pace {
  private static let charactersASecond = 4.6
  private static let wordsReadASecond = 2.4
  /// To find a card on the wall, and to agree that it is that one.
  private static let secondsACard = 6.0

  /// Until a line stands: a thought, and the typing. A number or a card's label takes no thought.
  static func contribution(_ line: String, using chance: inout Chance) -> Double {
    let thought: ClosedRange<Double> = line.count > 24 ? 3...9 : 1...3
    let cards = line.split(separator: " ").count { word in
      word.first == "c" && word.dropFirst().first?.isNumber == true
    }
    return Double.random(in: thought, using: &chance) + secondsACard * Double(cards) + typing(line)
  }

  /// A command of the facilitator's.
  static func command(_ line: String) -> Double { 2 + typing(line) }

  private static func typing(_ line: String) -> Double { Double(line.count) / charactersASecond }

  /// Until the first contribution to an activity: its words for the room are read out, and there is
  /// half a minute of silence. Never more than a fifth of its time.
  static func opening(reading texts: [String], of planned: Double) -> Double {
    let words = texts.reduce(0) { $0 + $1.split(separator: " ").count }
    return min(30 + Double(words) / wordsReadASecond, planned / 5)
  }

  /// A ballot in the booth: coming, reading, choosing, making room for the next one.
  static func ballot(_ paper: Paper, using chance: inout Chance) -> Double {
    let read = paper.questions.reduce(0.0) { $0 + 5 + 2 * Double(min($1.options.count, 20)) }
    return 8 + read * Double.random(in: 0.6...1.2, using: &chance)
  }
}
