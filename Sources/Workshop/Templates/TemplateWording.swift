extension Int {
  /// So many minutes: `45 min`, `2 h`, `1 h 30`.
  var minutesText: String {
    guard self >= 60 else { return "\(self) min" }
    return "\(self / 60) h" + (self % 60 == 0 ? "" : " \(self % 60)")
  }
}
