import Glibc
import VotingMethods

/// How fast elections are counted: from a file against a plain C++ program that does the same, in
/// little memory, and by methods that take more thought. What is wanted stands beside each.
func counting(_ ground: Ground) throws -> [Row] {
  try fromFile(ground) + inLittleMemory(ground) + countingCosts(ground) + methods()
}

/// The product's own arguments.
private func schulze(_ path: String) -> [String] {
  ["tally", path, "--method", "schulze", "--format", "json"]
}

/// Whole processes, from their start to their end, which must find the same winner.
private func fromFile(_ ground: Ground) throws -> [Row] {
  let path = try ground.folder("counting") + "/100000x50.soc"
  var elections = CountingElections()
  try elections.writePrefLib(path, ballots: 100_000, candidates: 50)
  defer { unlink(path) }
  let peer = try ground.built("counting-peer")
  let own = try ground.built("charrette")
  let winners = try CountingChild.ask(peer, [path]).winners
  func turn(_ name: String, _ program: String, _ arguments: [String]) -> Contestant {
    .timed(name) {
      let answer = try CountingChild.ask(program, arguments)
      guard answer.winners == winners else {
        throw BenchmarkFailure("\(name): \(answer.winners) instead of \(winners)")
      }
    }
  }
  let election = try PrefLib(reading: bytes(of: path))
  let measured = try inTurns(
    11,
    [
      turn("charrette tally: Schulze, 100,000 × 50 (wanted: 2×)", own, schulze(path)),
      turn("plain C++", peer, [path]),
      .timed("of it, the count alone") { _ = try Schulze().tally(election.ballots) },
    ])
  return [
    .measured(measured[0], against: measured[1]),
    .measured(measured[0].least, against: measured[1].least), .alone(measured[2]),
  ]
}

/// The most memory that the product held, of a long file against a short one.
private func inLittleMemory(_ ground: Ground) throws -> [Row] {
  let folder = try ground.folder("counting")
  let (own, helper) = (try ground.built("charrette"), try ground.built("Benchmarks"))
  var peaks: [Int] = []
  var time = Measurement(name: "", samples: [])
  for ballots in [10_000, 1_000_000] {
    let path = "\(folder)/\(ballots)x20.soc"
    var elections = CountingElections()
    try elections.writePrefLib(path, ballots: ballots, candidates: 20)
    defer { unlink(path) }
    var peak = 0
    time = try inTurns(
      3,
      [
        .timed("charrette tally: Schulze, 1,000,000 × 20") {
          let answer = try CountingChild.ask(helper, ["--child", own] + schulze(path))
          peak = max(peak, answer.peak)
        }
      ])[0]
    peaks.append(peak)
  }
  return [
    .alone(time),
    .memory(
      "its peak of memory (wanted: flat)", peaks[1], against: "10,000 × 20", peaks[0]),
  ] + (try tableInLittleMemory(ground))
}

/// The same of a table, of which the different ballots are kept: there are as many in both.
private func tableInLittleMemory(_ ground: Ground) throws -> [Row] {
  let folder = try ground.folder("counting")
  let (own, helper) = (try ground.built("charrette"), try ground.built("Benchmarks"))
  var peaks: [Int] = []
  var time = Measurement(name: "", samples: [])
  for ballots in [10_000, 2_000_000] {
    let path = "\(folder)/\(ballots)x20.csv"
    var elections = CountingElections()
    try elections.writeTable(path, ballots: ballots, different: 5000, candidates: 20)
    defer { unlink(path) }
    var peak = 0
    let tally = ["--child", own, "tally", path, "--method", "irv", "--format", "json"]
    time = try inTurns(
      1,
      [
        .timed("charrette tally: IRV, a table of 2,000,000 × 20 (5,000 different)") {
          peak = max(peak, try CountingChild.ask(helper, tally).peak)
        }
      ])[0]
    peaks.append(peak)
  }
  return [
    .alone(time),
    .memory(
      "its peak of memory (wanted: flat)", peaks[1], against: "10,000 × 20", peaks[0]),
  ]
}

/// From ballots in memory to the outcome with its whole working.
private func methods() throws -> [Row] {
  var elections = CountingElections()
  let lot = TieBreak([.priorStage, .lot(seed: 7)])
  let ranked = try elections.ranked(10_000, candidates: 10, complete: false)
  let approvals = try elections.approvals(1000, candidates: 50, percent: 20)
  let budget = try elections.budget(1000, projects: 100, percent: 10)
  let crowd = try elections.ranked(1001, candidates: 50, complete: true)
  let circle = try elections.circle(50)
  let stv = ScottishSTV(seats: 5, tieBreak: lot)
  let phragmen = SequentialPhragmen(seats: 10, tieBreak: lot)
  let pav = SequentialPAV(seats: 10, tieBreak: lot)
  let byCost = EqualSharesBudget(satisfaction: .cost, completion: .addOne, tieBreak: lot)
  let byNumber = EqualSharesBudget(satisfaction: .cardinality, completion: .addOne, tieBreak: lot)
  let pairs = RankedPairs(tieBreak: lot)
  let shares = "Equal Shares with add-1, 1,000 voters × 100 projects"
  return try inTurns(
    9,
    [
      .timed("Scottish STV, 10,000 × 10 for 5 (wanted: 5 ms)") { _ = try stv.tally(ranked) },
      .timed("\(shares), by cost (wanted: 100 ms)") { _ = try byCost.tally(budget) },
      .timed("\(shares), by number (wanted: 100 ms)") { _ = try byNumber.tally(budget) },
      .timed("Phragmén, 1,000 × 50 for 10 (wanted: 20 ms)") { _ = try phragmen.tally(approvals) },
      .timed("PAV, 1,000 × 50 for 10 (wanted: 20 ms)") { _ = try pav.tally(approvals) },
      .timed("ranked pairs, 50 in a circle (wanted: 50 ms)") { _ = try pairs.tally(circle) },
      .timed("ranked pairs, 50 in many circles (wanted: 50 ms)") { _ = try pairs.tally(crowd) },
    ]
  ).map(Row.alone)
}
