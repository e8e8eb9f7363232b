extension ClockReading {
  /// For the prompt: `12:31 left`, `1:10 over`, `3:05`, `paused`.
  package var short: String {
    let time: String
    if let left {
      time = left >= 0 ? "\(left.clockText) left" : "\((-left).clockText) over"
    } else {
      time = elapsed.clockText
    }
    return isPaused ? "\(time), paused" : time
  }

  var inWords: String {
    let running = isPaused ? " (the clock is paused)" : ""
    guard let left else { return "\(elapsed.clockText) so far\(running)" }
    return left >= 0
      ? "\(left.clockText) left\(running)" : "\((-left).clockText) over its time\(running)"
  }
}

extension Double {
  /// Seconds as `m:ss`, or `h:mm:ss` from an hour up.
  package var clockText: String {
    let seconds = Int(rounded(.down))
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = seconds % 60
    let tail = rest < 10 ? "0\(rest)" : "\(rest)"
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }

  /// Seconds behind the plan, in words.
  var planInWords: String {
    let minutes = Int((magnitude / 60).rounded())
    guard minutes > 0 else { return "on time" }
    return
      "\(minutes) \(minutes == 1 ? "minute" : "minutes") \(self > 0 ? "behind" : "ahead of") plan"
  }
}
