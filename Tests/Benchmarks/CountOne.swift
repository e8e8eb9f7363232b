import VotingMethods

/// One count, for the scripts that compare it with other programs: from the bytes of a file to the
/// outcome, as often as fits in half a second.
///
///     Benchmarks --count FILE METHOD [seats=N] [tie-break=RULES] [OPTION=VALUE]…
///
/// Prints the seconds that the quickest one took. The start of a process and printing a result with
/// all its working are no part of it, as they are none of what the others' libraries do.
func countOne(_ path: String, by method: String, _ settings: [String]) throws {
  guard let id = MethodID(rawValue: method) else { throw BenchmarkFailure("no method “\(method)”") }
  var request = CountRequest(id)
  for setting in settings {
    let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw BenchmarkFailure("“\(setting)” sets nothing") }
    switch parts[0] {
    case "seats": request.seats = Int(parts[1])
    case "tie-break": request.tieBreak = TieBreak(parts[1]) ?? .none
    default: try request.set(parts[0], to: parts[1])
    }
  }
  let content = try bytes(of: path)
  let clock = ContinuousClock()
  let start = clock.now
  var least: Duration?
  repeat {
    let duration = try clock.measure {
      let election = try BallotFile(for: id).read(content, name: path)
      _ = try request.tally(election)
    }
    least = min(least ?? duration, duration)
  } while clock.now - start < .milliseconds(500)
  print((least ?? .zero) / .seconds(1))
}
