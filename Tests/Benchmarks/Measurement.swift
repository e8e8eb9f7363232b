import Glibc

/// How long one thing took, time after time, in microseconds and in the order of the turns.
struct Measurement {
  let name: String
  let samples: [Double]

  var median: Double { quantile(0.5) }
  var p95: Double { quantile(0.95) }

  /// Its quickest turn alone.
  var least: Measurement {
    Measurement(name: name + ", quickest", samples: samples.min().map { [$0] } ?? [])
  }

  /// The same thing in some of its turns alone.
  func part(_ turns: Range<Int>, _ name: String) -> Measurement {
    Measurement(name: name, samples: Array(samples[turns.clamped(to: samples.indices)]))
  }

  /// The smallest sample that so great a share of all does not exceed.
  private func quantile(_ share: Double) -> Double {
    guard !samples.isEmpty else { return .nan }
    let rank = Int((share * Double(samples.count)).rounded(.up))
    return samples.sorted()[max(0, rank - 1)]
  }
}

/// One of the things that are measured in turns.
struct Contestant {
  let name: String
  /// Does it once and tells how long that took; what it does before and after does not count.
  let turn: () throws -> Duration

  init(_ name: String, turn: @escaping () throws -> Duration) {
    self.name = name
    self.turn = turn
  }

  /// Where all that it does counts.
  static func timed(_ name: String, _ body: @escaping () throws -> Void) -> Contestant {
    Contestant(name) { try ContinuousClock().measure(body) }
  }
}

/// Lets the contestants take turns, A B C A B C…, so that whatever else the machine does meanwhile
/// meets all of them alike. The first `warmup` turns of each do not count.
///
/// - Parameter rest: before each turn, for what the turn before left to the kernel to tidy up.
/// - Returns: a measurement of each, in their order.
func inTurns(
  _ rounds: Int, warmup: Int = 1, rest: Duration = .zero, _ contestants: [Contestant]
) throws -> [Measurement] {
  var samples = [[Double]](repeating: [], count: contestants.count)
  for round in 0..<(warmup + rounds) {
    for (index, contestant) in contestants.enumerated() {
      if rest > .zero { usleep(UInt32(rest / .microseconds(1))) }
      let duration = try contestant.turn()
      if round >= warmup { samples[index].append(duration / .microseconds(1)) }
    }
  }
  return zip(contestants, samples).map { Measurement(name: $0.name, samples: $1) }
}
