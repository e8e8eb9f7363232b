import ExerciseProtocol
import Testing
import VotingMethods

@Suite struct DotsTests {
  private let method = Dots(perVoter: 5, perOption: 3)

  @Test(
    arguments: [
      ([:], nil), ([0: 3, 1: 2], nil), ([0: 0], nil), ([2: 1], nil),
      ([0: 3, 1: 3], .tooMany(used: 6, allowed: 5)),
      ([1: 4], .tooManyOnOne(option: 1, used: 4, allowed: 3)),
      ([0: -1], .negative(option: 0)),
      ([3: 1], .unknownOption(3)), ([-1: 1], .unknownOption(-1)),
      // The first option at fault is the one that is named.
      ([0: 9, 1: -1, 2: 9], .tooManyOnOne(option: 0, used: 9, allowed: 3)),
    ] as [([Int: Int], Dots.Fault?)])
  func `a ballot is within its limits or at fault`(ballot: [Int: Int], fault: Dots.Fault?) {
    var found: Dots.Fault?
    do throws(Dots.Fault) { try method.check(ballot, options: 3) } catch { found = error }
    #expect(found == fault)
  }

  @Test func `dots and voters are counted for each option`() throws {
    let tally = try method.tally([[0: 3, 1: 2], [1: 1], [:], [0: 0, 1: 2]], options: 3)
    #expect(tally.totals == [3, 5, 0])
    #expect(tally.voters == [1, 3, 0])
    #expect(tally.ranking == [[1], [0], [2]])
  }

  @Test func `equally many stand together, in their own order`() throws {
    let tally = try method.tally([[0: 1, 2: 2], [3: 2, 0: 1], [1: 1]], options: 5)
    #expect(tally.ranking == [[0, 2, 3], [1], [4]])
  }

  @Test func `nothing is counted by halves`() {
    #expect(throws: Dots.Fault.unknownOption(9)) { try method.tally([[0: 1], [9: 1]], options: 3) }
  }

  @Test func `no options and no ballots are a result too`() throws {
    #expect(try method.tally([], options: 0).ranking == [])
    #expect(try method.tally([], options: 2).ranking == [[0, 1]])
  }

  @Test func `absurd ballots do not trap`() throws {
    let limitless = Dots(perVoter: .max, perOption: .max)
    let tally = try limitless.tally([[0: .max, 1: .max], [0: .max]], options: 2)
    #expect(tally.totals == [.max, .max])
    #expect(throws: Dots.Fault.self) {
      try Dots(perVoter: 5, perOption: .max).check([0: .max, 1: .max], options: 2)
    }
  }

  /// Random valid ballots over `options` options.
  private func ballots(_ random: inout Chance, options: Int) -> [[Int: Int]] {
    (0..<Int.random(in: 0...30, using: &random)).map { _ in
      var ballot: [Int: Int] = [:]
      for _ in 0..<Int.random(in: 0...method.perVoter, using: &random) {
        let option = Int.random(in: 0..<options, using: &random)
        if ballot[option, default: 0] < method.perOption { ballot[option, default: 0] += 1 }
      }
      return ballot
    }
  }

  @Test func `the total is the dots that were given`() throws {
    var random = Chance(seed: 7)
    for _ in 0..<300 {
      let ballots = ballots(&random, options: 6)
      let tally = try method.tally(ballots, options: 6)
      let given = ballots.flatMap(\.values).reduce(0, +)
      #expect(tally.totals.reduce(0, +) == given)
      #expect(tally.ranking.joined().sorted() == Array(0..<6))
    }
  }

  @Test func `neither the order of ballots nor the names of options matter`() throws {
    var random = Chance(seed: 8)
    for _ in 0..<300 {
      let ballots = ballots(&random, options: 6)
      let tally = try method.tally(ballots, options: 6)
      #expect(try method.tally(ballots.shuffled(using: &random), options: 6) == tally)
      // Neutrality: where the options change places, so does the result, and nothing else.
      let places = Array(0..<6).shuffled(using: &random)
      let renamed = ballots.map { ballot in
        Dictionary(uniqueKeysWithValues: ballot.map { (places[$0.key], $0.value) })
      }
      let other = try method.tally(renamed, options: 6)
      #expect(places.map { other.totals[$0] } == tally.totals)
      #expect(places.map { other.voters[$0] } == tally.voters)
      let moved: [Set<Int>] = tally.ranking.map { tie in Set(tie.map { places[$0] }) }
      #expect(other.ranking.map { Set($0) } == moved)
    }
  }

  @Test func `one dot more never makes an option worse`() throws {
    var random = Chance(seed: 9)
    for _ in 0..<300 {
      let ballots = ballots(&random, options: 4)
      let option = Int.random(in: 0..<4, using: &random)
      let before = try method.tally(ballots, options: 4)
      let after = try method.tally(ballots + [[option: 1]], options: 4)
      let place = { (tally: DotTally) in tally.ranking.firstIndex { $0.contains(option) } ?? 0 }
      #expect(place(after) <= place(before))
    }
  }
}
