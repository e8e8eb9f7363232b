public import ExerciseProtocol

/// An order of preference over cards, the best rank first; those in one rank are alike. What is in
/// no rank is below all that is.
public struct Ranking: Hashable, Sendable, Codable {
  public var ranks: [[CardID]]

  public init(_ ranks: [[CardID]]) { self.ranks = ranks }
}

extension Ranking: FieldValue {
  public static var fieldType: FieldType { .ranking }
  public var json: JSONValue? { .array(ranks.map { .array($0.map { .string($0.rawValue) }) }) }

  public init?(fieldJSON: JSONValue) {
    guard case .array(let items) = fieldJSON else { return nil }
    ranks = []
    for item in items {
      guard let rank = [CardID](fieldJSON: item), !rank.isEmpty else { return nil }
      ranks.append(rank)
    }
  }
}

/// The answer to “which of these two?”.
public struct Duel: Hashable, Sendable, Codable {
  public var better: CardID
  public var worse: CardID

  public init(_ better: CardID, over worse: CardID) { (self.better, self.worse) = (better, worse) }
}

/// Any number of duels.
public struct Duels: Hashable, Sendable, Codable {
  public var fought: [Duel]

  public init(_ fought: [Duel]) { self.fought = fought }
}

extension Duels: FieldValue {
  public static var fieldType: FieldType { .duels }
  public var json: JSONValue? {
    .array(fought.map { [.string($0.better.rawValue), .string($0.worse.rawValue)] })
  }

  public init?(fieldJSON: JSONValue) {
    guard case .array(let items) = fieldJSON else { return nil }
    fought = []
    for item in items {
      guard let pair = [CardID](fieldJSON: item), pair.count == 2 else { return nil }
      fought.append(Duel(pair[0], over: pair[1]))
    }
  }
}
