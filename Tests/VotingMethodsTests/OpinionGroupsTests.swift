import ExerciseProtocol
import Testing
import VotingMethods

@Suite("Opinion groups")
struct OpinionGroupsTests {
  private static let statements = Candidate.numbered(
    ["Close the street", "Keep the parking", "Plant trees", "Build a fountain"])

  /// Hand-made: eleven people want the street closed, eight want to park there, all want trees, and
  /// of a fountain nobody is sure. One answered a single statement.
  private func town() throws -> OpinionBallots {
    var ballots = OpinionBallots(candidates: Self.statements)
    try ballots.append([.agree, .disagree, .agree, .pass], count: 6)
    try ballots.append([.agree, .disagree, .agree, .disagree], count: 3)
    try ballots.append([.agree, nil, .agree, .pass], count: 2)
    try ballots.append([.disagree, .agree, .agree, .pass], count: 5)
    try ballots.append([.disagree, .agree, .agree, .agree], count: 3)
    try ballots.append([nil, nil, nil, .agree])
    return ballots
  }

  @Test("Two camps, what tells them apart, and what they have in common")
  func camps() throws {
    let outcome = try OpinionGroups(groups: 2, answersNeeded: 3).tally(try town())
    let found = try #require(outcome.groups)
    #expect(found.groups.map(\.people) == [11, 8])
    #expect(found.leftOut == 1)
    #expect(found.silhouette > 0.6)
    #expect(found.places.map(\.group) == [0, 0, 0, 1, 1])
    #expect(found.commonGround == [.init(statement: 2, opinion: .agree)])
    #expect(outcome.winners == [2])
    #expect(found.explained.count == 2)
    #expect(found.explained[0] > found.explained[1])
    #expect(found.groups[0].answers[0].agree == 11)
    #expect(found.groups[1].answers[0].disagree == 8)
  }

  /// By hand: the product over both groups of (agreeing + 1) / (answers + 2).
  @Test("The consensus is exact")
  func consensus() throws {
    let outcome = try OpinionGroups(groups: 2, answersNeeded: 3).tally(try town())
    #expect(
      outcome.stages[0].totals == [
        Rational(12, over: 13) * Rational(1, over: 10),
        Rational(1, over: 11) * Rational(9, over: 10),
        Rational(12, over: 13) * Rational(9, over: 10),
        Rational(1, over: 13) * Rational(4, over: 10),
      ])
    #expect(outcome.ranking == [[2], [0], [1], [3]])
  }

  @Test("What is representative of a group, and a minority's view")
  func representative() throws {
    let found = try #require(
      try OpinionGroups(groups: 2, answersNeeded: 3).tally(try town()).groups)
    let large = found.groups[0].representative
    #expect(Set(large.map(\.statement)) == [0, 1])
    #expect(large.count { !$0.isSignificant } == 0)
    #expect(large.first { $0.statement == 0 }?.opinion == .agree)
    #expect(large.first { $0.statement == 1 }?.opinion == .disagree)
    let street = try #require(large.first { $0.statement == 0 })
    // (11 + 1) / (11 + 2) against (0 + 1) / (8 + 2)
    #expect(abs(street.ratio - (12.0 / 13) / (1.0 / 10)) < 1e-12)
    #expect(
      found.groups[1].minority == [
        .init(statement: 0, opinion: .disagree), .init(statement: 1, opinion: .agree),
      ])
    // Nine of seventeen disagree with the parking: that is the majority's view, not a minority's.
    #expect(found.groups[0].minority.isEmpty)
  }

  @Test("People with the same answers may be counted together or one by one")
  func counts() throws {
    let together = try town()
    var single = OpinionBallots(candidates: Self.statements)
    for (row, count) in together.counts.enumerated() {
      for _ in 0..<count { try single.append((0..<4).map { together[row, $0] }) }
    }
    let (one, other) = (
      try OpinionGroups(groups: 2, answersNeeded: 3).tally(together),
      try OpinionGroups(groups: 2, answersNeeded: 3).tally(single)
    )
    #expect(one.stages == other.stages)
    #expect(one.winners == other.winners)
    #expect(one.groups?.groups.map(\.people) == other.groups?.groups.map(\.people))
    #expect(one.groups?.commonGround == other.groups?.commonGround)
  }

  @Test("The same answers give the same outcome; other labels the same groups")
  func neutrality() throws {
    let ballots = try town()
    let outcome = try OpinionGroups(groups: 2, answersNeeded: 3).tally(ballots)
    #expect(outcome == (try OpinionGroups(groups: 2, answersNeeded: 3).tally(ballots)))
    var turned = OpinionBallots(candidates: Self.statements)
    for row in ballots.counts.indices.reversed() {
      try turned.append((0..<4).map { ballots[row, ($0 + 3) % 4] }, count: ballots.counts[row])
    }
    let other = try OpinionGroups(groups: 2, answersNeeded: 3).tally(turned)
    #expect(other.winners == [3])
    #expect(other.groups?.groups.map(\.people) == [11, 8])
    #expect(outcome.stages[0].totals == (0..<4).map { other.stages[0].totals[($0 + 1) % 4] })
    for seed: UInt64 in [1, 2, 3] {
      let drawn = try OpinionGroups(groups: 2, answersNeeded: 3, seed: seed).tally(ballots)
      #expect(drawn.groups?.groups == outcome.groups?.groups)
    }
  }

  /// Three clear camps of twelve: the silhouette finds three, not two or five.
  @Test("How many groups there are is found")
  func three() throws {
    let camps: [[OpinionBallots.Opinion]] = [
      [.agree, .agree, .agree, .disagree, .disagree, .disagree],
      [.disagree, .disagree, .agree, .agree, .agree, .disagree],
      [.agree, .disagree, .disagree, .disagree, .agree, .agree],
    ]
    var ballots = OpinionBallots(candidates: Candidate.numbered((1...6).map { "S\($0)" }))
    var draws = Chance(seed: 11)
    for person in 0..<36 {
      var row = camps[person % 3].map(Optional.some)
      row[draws.below(6)] = .pass
      try ballots.append(row)
    }
    let found = try #require(try OpinionGroups().tally(ballots).groups)
    #expect(found.groups.map(\.people) == [12, 12, 12])
    for place in found.places { #expect(place.group == found.places[place.row % 3].group) }
    let two = try #require(try OpinionGroups(groups: 2).tally(ballots).groups)
    #expect(two.groups.count == 2)
    #expect(two.silhouette < found.silhouette)
  }

  @Test("Nobody, one person, one opinion, one statement")
  func edges() throws {
    let none = try OpinionGroups().tally(OpinionBallots(candidates: Self.statements))
    #expect(none.groups?.groups.isEmpty == true)
    #expect(none.winners.isEmpty)
    var same = OpinionBallots(candidates: Self.statements)
    try same.append([.agree, .agree, .pass, .disagree], count: 40)
    let outcome = try OpinionGroups(groups: 3).tally(same)
    #expect(outcome.groups?.groups.map(\.people) == [40])
    #expect(outcome.winners == [0, 1])
    var one = OpinionBallots(candidates: [Candidate(id: "1", name: "Trees")])
    try one.append([.agree], count: 3)
    try one.append([.disagree], count: 2)
    #expect(try OpinionGroups().tally(one).groups?.groups.map(\.people) == [3, 2])
    #expect(throws: TallyFault.noCandidates) {
      try OpinionGroups().tally(OpinionBallots(candidates: []))
    }
  }

  @Test("Random answers: everybody is in one group, and all numbers are finite")
  func random() throws {
    var draws = Chance(seed: 5)
    for _ in 0..<100 {
      let width = 1 + draws.below(9)
      var ballots = OpinionBallots(candidates: Candidate.numbered((0..<width).map { "\($0)" }))
      for _ in 0..<draws.below(40) {
        let row = (0..<width).map { _ in OpinionBallots.Opinion(rawValue: Int8(draws.below(4) - 1))
        }
        try ballots.append(row, count: draws.below(3))
      }
      let found = try #require(try OpinionGroups().tally(ballots).groups)
      #expect(found.groups.reduce(found.leftOut) { $0 + $1.people } == ballots.counts.reduce(0, +))
      #expect(found.places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      #expect(found.groups.map(\.people) == found.groups.map(\.people).sorted(by: >))
      #expect((-1...1).contains(found.silhouette))
    }
  }
}
