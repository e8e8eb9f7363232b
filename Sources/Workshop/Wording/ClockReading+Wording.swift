extension ClockReading {
  /// For the prompt: `12:31 left`, `1:10 over`, `3:05`, `paused`.
  /// One that ran on for more than a day says no number: nobody was here.
  package var short: String {
    let time: String
    if isAbsurd {
      time = "clock ran on"
    } else if let left {
      time = left >= 0 ? "\(left.clockText) left" : "\((-left).clockText) over"
    } else {
      time = elapsed.clockText
    }
    return isPaused ? "\(time), paused" : time
  }

  /// All ways to tell the time in a prompt, the longest first. Where a step within the activity has
  /// its own time, that is what the room waits for.
  package var ways: [String] {
    guard let inner else { return [short, shortest] }
    let sign = inner.left < 0 ? "-" : ""
    let step = "\(inner.label) \(sign)\(inner.left.magnitude.clockText)"
    return ["\(step), \(short)", isPaused ? "\(step), paused" : step, step]
      + [sign + inner.left.magnitude.clockText]
  }

  /// The step within the activity, in a sentence.
  var innerInWords: String? {
    inner.map { step in
      let time = step.left.magnitude.clockText
      return "\(step.label): " + (step.left >= 0 ? "\(time) left" : "\(time) over its time")
    }
  }

  /// For a narrow prompt: `12:31`, `-1:10`; `(3:05)` where it is paused.
  package var shortest: String {
    let seconds = left ?? elapsed
    let time = isAbsurd ? "…" : (seconds < 0 ? "-" : "") + seconds.magnitude.clockText
    return isPaused ? "(\(time))" : time
  }

  /// Whether it tells of more than a day, which is no workshop's time.
  private var isAbsurd: Bool { (left.map { -$0 } ?? elapsed) >= 86_400 }

  var inWords: String {
    let running = isPaused ? " (the clock is paused)" : ""
    guard let left else { return "\(elapsed.clockText) so far\(running)" }
    return left >= 0
      ? "\(left.clockText) left\(running)" : "\((-left).clockText) over its time\(running)"
  }
}

extension Double {
  /// Seconds as `m:ss`, or `h:mm:ss` from an hour up; from four days up, days.
  package var clockText: String {
    let seconds = Int(rounded(.down))
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = seconds % 60
    let tail = rest < 10 ? "0\(rest)" : "\(rest)"
    guard hours < 96 else { return "\(hours / 24) days" }
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }

  /// Seconds behind the plan, in words.
  var planInWords: String {
    let minutes = Int((magnitude / 60).rounded())
    guard minutes > 0 else { return "on time" }
    guard minutes < 2880 else {
      return "\(minutes / 1440) days \(self > 0 ? "behind" : "ahead of") plan"
    }
    return
      "\(minutes) \(minutes == 1 ? "minute" : "minutes") \(self > 0 ? "behind" : "ahead of") plan"
  }
}
