import Glibc
import Platform
import PluginHost
import Workshop

/// A clock on which every answer takes as long as the test says, however long it really takes. An
/// answer that never comes is waited for in no time at all.
final class VirtualClock: WaitingClock, @unchecked Sendable {
  private(set) var now = 0
  /// What the next answers take, in seconds; infinite: they never come.
  var latency = 0.0 { didSet { left = nil } }
  /// What is left of the answer that is waited for, in nanoseconds.
  private var left: Int?

  var seconds: Double { Double(now) / 1_000_000_000 }

  /// The last of the descriptors belongs to whoever waits: a signal there takes no time.
  func wait(for descriptors: inout [pollfd], milliseconds: Int32) -> Int32 {
    if let last = descriptors.indices.last, poll(&descriptors[last], 1, 0) > 0 { return 1 }
    let patience = Int(milliseconds) * 1_000_000
    let rest = left ?? (latency.isFinite ? Int(latency * 1_000_000_000) : .max)
    guard rest <= patience else {
      now += patience
      left = latency.isFinite ? rest - patience : nil
      return 0
    }
    now += rest
    left = 0
    // Now it comes, or what the plugin prints does first.
    let count = poll(&descriptors, nfds_t(descriptors.count), 60_000)
    if descriptors[0].revents != 0 { left = nil }
    return count
  }
}

/// Somebody at a terminal, who presses ^C when the test does.
final class Onlooker: Attendant {
  private(set) var toldOf: [String] = []
  private let ends: [Int32]

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    self.ends = ends
  }

  deinit { for end in ends { close(end) } }

  var descriptor: Int32 { ends[0] }
  func waits(for plugin: String) { toldOf.append(plugin) }
  func pressKey() { _ = write(ends[1], "c", 1) }

  func hasHadEnough() -> Bool {
    var byte: UInt8 = 0
    return read(ends[0], &byte, 1) == 1
  }
}
