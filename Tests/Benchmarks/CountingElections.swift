import SystemPackage
import VotingMethods

/// Elections to count, the same ones at every run: every order and every approval equally likely,
/// which is the hardest for the counts, since nothing repeats.
struct CountingElections {
  private var state: UInt64 = 2026

  /// From 0 to `bound` - 1; a linear congruential generator (Knuth's MMIX), of which only the high
  /// bits are used.
  mutating func draw(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  private mutating func shuffle(_ order: inout [Int]) {
    for place in order.indices.dropFirst().reversed() { order.swapAt(place, draw(place + 1)) }
  }

  static func names(_ count: Int) -> [Candidate] {
    Candidate.numbered((1...count).map { "Idea \($0)" })
  }

  /// Writes complete strict orders as a PrefLib file, piece by piece.
  mutating func writePrefLib(_ path: String, ballots: Int, candidates: Int) throws {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter {
      var text = "# TITLE: Benchmark\n# DATA TYPE: soc\n# NUMBER ALTERNATIVES: \(candidates)\n"
      text += "# NUMBER VOTERS: \(ballots)\n"
      for number in 1...candidates { text += "# ALTERNATIVE NAME \(number): Idea \(number)\n" }
      var bytes = [UInt8](text.utf8)
      let numbers = (1...candidates).map { [UInt8]("\($0)".utf8) }
      var order = Array(0..<candidates)
      for _ in 0..<ballots {
        shuffle(&order)
        bytes += [UInt8(ascii: "1"), UInt8(ascii: ":"), UInt8(ascii: " ")]
        for candidate in order {
          bytes += numbers[candidate]
          bytes.append(UInt8(ascii: ","))
        }
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
        if bytes.count > 1 << 16 {
          _ = try file.writeAll(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      _ = try file.writeAll(bytes)
    }
  }

  /// Writes complete strict orders as a table with an id and a rank for each candidate, piece by
  /// piece; so many of them are different.
  mutating func writeTable(
    _ path: String, ballots: Int, different: Int, candidates: Int
  ) throws {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter {
      let rows = (0..<different).map { _ in
        [UInt8](order(candidates).map { ",\($0 + 1)" }.joined().utf8) + [UInt8(ascii: "\n")]
      }
      let names = (1...candidates).map { ",Idea \($0)" }.joined()
      var bytes = [UInt8]("ballot_id\(names)\n".utf8)
      for ballot in 0..<ballots {
        bytes += [UInt8]("b\(ballot)".utf8) + rows[ballot % different]
        if bytes.count > 1 << 16 {
          _ = try file.writeAll(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      _ = try file.writeAll(bytes)
    }
  }

  /// Orders that stop anywhere.
  mutating func ranked(_ ballots: Int, candidates: Int, complete: Bool) throws -> RankedBallots {
    var election = RankedBallots(candidates: Self.names(candidates))
    for _ in 0..<ballots {
      let length = complete ? candidates : 1 + draw(candidates)
      try election.append(order(candidates).prefix(length).map { [$0] })
    }
    return election
  }

  /// Each of the voters approves of a candidate with such a probability in hundredths.
  mutating func approvals(_ voters: Int, candidates: Int, percent: Int) throws -> ApprovalBallots {
    var election = ApprovalBallots(candidates: Self.names(candidates))
    for _ in 0..<voters {
      try election.append((0..<candidates).filter { _ in draw(100) < percent })
    }
    return election
  }

  /// Projects for 1,000 to 21,000, and money for a third of them.
  mutating func budget(_ voters: Int, projects: Int, percent: Int) throws -> BudgetBallots {
    let projects = Self.names(projects).map { Project($0, cost: 1000 + draw(20_000)) }
    var election = BudgetBallots(
      projects: projects, budget: projects.reduce(0) { $0 + $1.cost } / 3)
    for _ in 0..<voters {
      try election.append(projects.indices.filter { _ in draw(100) < percent }.map { .init($0) })
    }
    return election
  }

  /// Every voter has the same circle, begun elsewhere, so that everybody is beaten; by how much is
  /// drawn.
  mutating func circle(_ candidates: Int) throws -> RankedBallots {
    var election = RankedBallots(candidates: Self.names(candidates))
    for start in 0..<candidates {
      try election.append(
        (0..<candidates).map { [($0 + start) % candidates] }, count: 1 + draw(100))
    }
    return election
  }
}
