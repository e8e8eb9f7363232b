/// One line of output before it is coloured: runs of text, each in its role, and their width.
///
/// All layout is done on lines, so colours are never measured.
struct Line: Hashable {
  struct Run: Hashable {
    var text: String
    var role: Role?
  }

  private(set) var runs: [Run] = []
  private(set) var columns = 0

  init(_ text: String = "", _ role: Role? = nil) { append(text, role) }

  mutating func append(_ text: String, _ role: Role? = nil) {
    append(text, role, columns: Rendering.columns(of: text))
  }

  /// For whoever knows the width already.
  mutating func append(_ text: some StringProtocol, _ role: Role?, columns width: Int) {
    guard !text.isEmpty else { return }
    columns += width
    if let last = runs.indices.last, runs[last].role == role {
      runs[last].text += text
    } else {
      runs.append(Run(text: String(text), role: role))
    }
  }

  mutating func append(_ other: Line) {
    columns += other.columns
    runs += other.runs
  }

  /// Spaces up to that column.
  mutating func pad(to width: Int) {
    let missing = max(0, width - columns)
    append(String(repeating: " ", count: missing), nil, columns: missing)
  }

  static func + (left: Line, right: Line) -> Line {
    var sum = left
    sum.append(right)
    return sum
  }

  var isBlank: Bool { runs.allSatisfy { $0.text.allSatisfy { $0 == " " } } }

  /// The line as it is sent, without spaces at its end.
  func written(in style: TerminalStyle) -> String {
    var kept = runs[...]
    while let last = kept.last, last.text.allSatisfy({ $0 == " " }) { kept.removeLast() }
    var output = ""
    for run in kept.dropLast() { output += run.written(in: style) }
    guard var last = kept.last else { return output }
    while last.text.last == " " { last.text.removeLast() }
    return output + last.written(in: style)
  }
}

extension Line.Run {
  fileprivate func written(in style: TerminalStyle) -> String {
    guard let role else { return text }
    return style.styled(text, as: role)
  }
}
