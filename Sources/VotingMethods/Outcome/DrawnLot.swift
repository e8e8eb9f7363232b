/// A lot that somebody drew by hand: candidates in the order in which they were drawn. Of tied
/// candidates who are all among them, the one drawn first is favoured, as by a ``Lot``: elected, or
/// kept in the count, or served first.
///
/// Made by `charrette tally` from what an officer enters (`--lot "Ben, Ada"`). Several of them can
/// be declared, for several ties; see ``TieBreak``.
public struct DrawnLot: Hashable, Sendable {
  /// The candidates, the one drawn first coming first; counted from 0.
  public let order: [Int]
  /// What they are called.
  private let names: [String]

  /// - Precondition: nobody is named who does not stand.
  public init(_ order: [Int], of candidates: [Candidate]) {
    self.order = order
    let names = candidates.map { $0.name.isEmpty ? $0.id : $0.name }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    // Of namesakes the ids: they can be told apart, and entered again.
    self.names = order.map { counts[names[$0]] == 1 ? names[$0] : candidates[$0].id }
  }

  /// Whether it says who of these is favoured.
  public func names(_ tied: [Int]) -> Bool { tied.allSatisfy(order.contains) }
}

extension [DrawnLot] {
  /// The lot that says who of these is favoured: the first that names just them, else the first
  /// that names all of them. Several lots between the same people serve for one tie each, in the
  /// order in which they were entered, and the last one for all further ties.
  ///
  /// - Parameter earlier: the ties of the same count before this one.
  public func deciding(_ tied: [Int], after earlier: some Sequence<Tie>) -> DrawnLot? {
    let alike = between(tied)
    guard alike.count > 1 else { return alike.first }
    let used = earlier.count { $0.resolution == .drawn && between($0.candidates) == alike }
    return alike[Swift.min(used, alike.count - 1)]
  }

  /// The lots between the same people that can decide.
  private func between(_ tied: [Int]) -> [DrawnLot] {
    let fitting = filter { $0.names(tied) }
    guard let first = fitting.first(where: { $0.order.count == tied.count }) ?? fitting.first
    else { return [] }
    return fitting.filter { $0.isBetween(first) }
  }
}

extension DrawnLot {
  /// Whether it was drawn between the same people as another.
  public func isBetween(_ other: DrawnLot) -> Bool { Set(order) == Set(other.order) }
}

extension DrawnLot: CustomStringConvertible {
  /// As it can be entered again: names with commas between, quoted where they need it.
  public var description: String { names.map(Self.quoted).joined(separator: ", ") }

  /// A name as it is entered in a lot.
  public static func quoted(_ name: String) -> String {
    guard name.contains(where: { $0 == "," || $0 == "\"" }) || name.first?.isWhitespace == true
    else { return name }
    return "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}

/// What is wrong with a lot as it was entered.
public enum DrawnLotFault: Error, Hashable, Sendable {
  /// Nobody of this name stands.
  case unknown(String)
  /// Several are called so; they have ids that tell them apart.
  case ambiguous(String, ids: [String])
  /// Somebody is named again.
  case twice(String)
  /// Fewer than two are named.
  case tooFew
  /// A quotation mark is not closed.
  case openQuote
}

extension DrawnLot {
  /// Reads names, or ids, with commas between. A name with a comma can be quoted ("Smith, A"; a
  /// quotation mark within is written twice), and need not be where it is one candidate's.
  public init(_ text: String, candidates: [Candidate]) throws(DrawnLotFault) {
    let directory = Directory(candidates)
    var pieces = text.split(separator: ",", omittingEmptySubsequences: false)[...]
    var order: [Int] = []
    while !pieces.isEmpty {
      let (candidate, used) = try directory.next(pieces)
      guard !order.contains(candidate) else { throw .twice(candidates[candidate].name) }
      order.append(candidate)
      pieces = pieces.dropFirst(used)
    }
    guard order.count > 1 else { throw .tooFew }
    self.init(order, of: candidates)
  }
}

/// Whom a name means.
private struct Directory {
  private var names: [String: [Int]] = [:]
  private var folded: [String: [Int]] = [:]
  private var ids: [String: [Int]] = [:]
  private let candidates: [Candidate]
  private let most: Int

  init(_ candidates: [Candidate]) {
    self.candidates = candidates
    for (place, candidate) in candidates.enumerated() {
      let name = Self.plain(candidate.name)
      names[name, default: []].append(place)
      folded[name.lowercased(), default: []].append(place)
      ids[Self.plain(candidate.id), default: []].append(place)
    }
    most = candidates.reduce(1) { max($0, $1.name.count { $0 == "," } + 1) }
  }

  /// Without blanks around it, any blanks within being one.
  private static func plain(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Who comes first in what was parted at commas, and how many of the pieces that takes.
  func next(_ pieces: ArraySlice<Substring>) throws(DrawnLotFault) -> (candidate: Int, used: Int) {
    for used in stride(from: min(most, pieces.count), through: 1, by: -1) {
      let text = pieces.prefix(used).joined(separator: ",")
      if let found = places(text) { return (try only(found, text), used) }
    }
    let (text, used) = try Self.unquoted(pieces)
    guard let found = places(text) else { throw .unknown(Self.plain(text)) }
    return (try only(found, text), used)
  }

  private func places(_ text: String) -> [Int]? {
    let plain = Self.plain(text)
    return names[plain] ?? ids[plain] ?? folded[plain.lowercased()]
  }

  private func only(_ found: [Int], _ text: String) throws(DrawnLotFault) -> Int {
    guard found.count == 1 else {
      throw .ambiguous(Self.plain(text), ids: found.map { candidates[$0].id })
    }
    return found[0]
  }

  /// A quoted name, whatever commas are in it; else the first piece as it stands.
  private static func unquoted(
    _ pieces: ArraySlice<Substring>
  ) throws(DrawnLotFault) -> (text: String, used: Int) {
    guard let first = pieces.first else { throw .tooFew }
    guard first.drop(while: \.isWhitespace).first == "\"" else { return (String(first), 1) }
    for used in 1...pieces.count {
      let text = pieces.prefix(used).joined(separator: ",").trimmed
      let inside = text.dropFirst()
      let marks = inside.filter { $0 == "\"" }
      guard marks.count % 2 == 1, inside.last == "\"" else { continue }
      return (String(inside.dropLast()).replacing("\"\"", with: "\""), used)
    }
    throw .openQuote
  }
}

extension String {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    return start.dropLast(start.reversed().prefix { $0.isWhitespace }.count)
  }
}

extension TieBreak {
  /// Whether one of the rules is a lot.
  public var drawsLots: Bool { rules.contains { $0 != .priorStage } }

  /// Has these lots drawn by hand decide, in the place of a lot from a seed.
  public mutating func declare(_ lots: [DrawnLot]) {
    guard !lots.isEmpty else { return }
    rules = rules.filter { $0 == .priorStage } + lots.map(Rule.drawn)
  }
}
