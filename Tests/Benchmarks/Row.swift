/// One line of the table: something of ours against its floor or its peer.
enum Row {
  case measured(Measurement, against: Measurement)
  /// Without anything to hold it against.
  case alone(Measurement)
  /// The most memory that something held, in KiB.
  case memory(String, Int, against: String, Int)
  case notMeasured(String, why: String)

  static let heading = """
    | what | median | 95 % within | against | median | ratio |
    | --- | ---: | ---: | --- | ---: | ---: |
    """

  /// As a row of a Markdown table.
  var markdown: String {
    let cells =
      switch self {
      case .measured(let ours, let other):
        [
          ours.name, time(ours.median), time(ours.p95), other.name, time(other.median),
          decimal(ours.median / other.median, 2) + "×",
        ]
      case .memory(let name, let ours, let other, let theirs):
        [
          name, "\(ours) KiB", "", other, "\(theirs) KiB",
          decimal(Double(ours) / Double(theirs), 2) + "×",
        ]
      case .alone(let ours): [ours.name, time(ours.median), time(ours.p95), "", "", ""]
      case .notMeasured(let name, let why): [name, "not measured: \(why)", "", "", "", ""]
      }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func time(_ microseconds: Double) -> String {
    switch microseconds {
    case ..<1000: decimal(microseconds, microseconds < 100 ? 1 : 0) + " µs"
    case ..<1_000_000: decimal(microseconds / 1000, microseconds < 100_000 ? 1 : 0) + " ms"
    default: decimal(microseconds / 1_000_000, 2) + " s"
    }
  }

  private func decimal(_ number: Double, _ places: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((number * Double(scale)).rounded())
    guard places > 0 else { return "\(scaled)" }
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
