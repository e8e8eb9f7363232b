import Glibc
import SystemPackage
import VotingMethods

/// Elections that once took minutes or gigabytes, by the command in a process of its own: the time
/// and the memory of each.
func countingCosts(_ ground: Ground) throws -> [Row] {
  let folder = try ground.folder("counting")
  let budget = "\(folder)/coins.pb"
  let header = "\(folder)/header.blt"
  let table = "\(folder)/long.csv"
  defer { for path in [budget, header, table] { unlink(path) } }
  try write(smallCoin, to: budget)
  let names = (1...32_767).map { "Candidate \($0)\n" }.joined()
  try write("32767 1\n3 1 2 0\n2 2 0\n0\n\(names)Town\n", to: header)
  var elections = CountingElections()
  // Some 200 MB.
  try elections.writeTable(table, ballots: 3_300_000, different: 5000, candidates: 20)
  return try cost(
    ground, "Equal Shares with add-1, 8 projects for 217.5 million (wanted: 1 s)",
    [budget, "--method", "equal-shares-budget", "--tie-break", "lot:7"])
    + cost(
      ground, "a BLT file of 32,767 candidates and two ballots (wanted: 1 s, 200 MB)",
      [header, "--method", "scottish-stv", "--tie-break", "lot:7"])
    + cost(
      ground, "a CSV file of 200 MB (wanted: 100 MB)", [table, "--method", "irv"])
}

/// One count: how long it took, and the most memory that it held, against a count of three ballots.
private func cost(_ ground: Ground, _ name: String, _ arguments: [String]) throws -> [Row] {
  let (own, helper) = (try ground.built("charrette"), try ground.built("Benchmarks"))
  let least = try ground.folder("counting") + "/least.blt"
  try write("2 1\n2 1 0\n1 2 0\n0\n\"Ada\"\n\"Ben\"\n\"W\"\n", to: least)
  defer { unlink(least) }
  func peak(_ arguments: [String]) throws -> Int {
    try CountingChild.ask(
      helper, ["--child", own, "tally"] + arguments + ["--format", "json"]
    ).peak
  }
  let base = try peak([least, "--method", "plurality"])
  var most = 0
  let time = try inTurns(
    1, [.timed("charrette tally: \(name)") { most = max(most, try peak(arguments)) }])[0]
  return [.alone(time), .memory("its peak of memory", most, against: "three ballots", base)]
}

private func write(_ text: String, to path: String) throws {
  let file = try FileDescriptor.open(
    FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
  try file.closeAfter { _ = try file.writeAll(text.utf8) }
}

/// Money counted in small coin: one unit at a time, that is tens of millions of counts.
private var smallCoin: String {
  let costs = [61, 48, 39, 33, 27, 18, 12, 9].map { $0 * 1_000_003 }
  let projects = costs.enumerated().map { "\($0);\($1)\n" }.joined()
  let votes = (0..<31).map { voter in
    let chosen = (0..<8).filter { (voter * 7 + $0 * 5 + voter * $0) % 9 < 3 }
    return "\(voter);\(chosen.map(String.init).joined(separator: ","))\n"
  }
  return "META\nkey;value\nbudget;217500000\nnum_projects;8\nnum_votes;31\n"
    + "vote_type;approval\nPROJECTS\nproject_id;cost\n\(projects)VOTES\nvoter_id;vote\n"
    + votes.joined()
}
