import ExerciseKit
import ExerciseTesting

extension Harness {
  /// The thread as lines: dots for depth, label, text, author, tags, `+` replies folded away, and
  /// the remark.
  func outline(for audience: Audience = .room) throws -> [String] {
    for case .thread(let nodes) in try view(for: audience).blocks {
      return nodes.flatMap { $0.outline(depth: 0) }
    }
    return []
  }
}

extension View.ThreadNode {
  fileprivate func outline(depth: Int) -> [String] {
    var words = Array(repeating: ".", count: depth) + [id.rawValue]
    if !text.isEmpty { words.append(text) }
    if let author { words += ["–", author] }
    words += tags.map { "#\($0)" }
    if folded > 0 { words.append("+\(folded)") }
    if let remark { words.append("(\(remark))") }
    return [words.joined(separator: " ")] + replies.flatMap { $0.outline(depth: depth + 1) }
  }
}
