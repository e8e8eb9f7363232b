import ExerciseProtocol

/// What would become of a line.
extension Desk {
  /// Why a line of the kit's own would be refused; nil where it would be carried out. Nothing
  /// happens. Only for commands that add events and do nothing else, such as `/people add`.
  package func refusal(of line: String) -> Problem? {
    isOnTrial = true
    defer { isOnTrial = false }
    do throws(Problem) {
      _ = try perform(line)
      return nil
    } catch {
      return error
    }
  }

  /// Sorts the entries of a list by whether one line can take them together.
  ///
  /// - Parameter line: the line for some of them.
  /// - Returns: the places of those that can be taken, the line that takes them, nil where there is
  ///   none, and why each of the others can't.
  package func sorted(
    _ entries: [String], into line: ([String]) -> String
  ) -> (taken: [Int], line: String?, refused: [(Int, Problem)]) {
    var (taken, refused) = ([Int](), [(Int, Problem)]())
    // Halves, so that a few bad ones among thousands are found with few trials.
    var pending = [Array(entries.indices)]
    while let some = pending.popLast() {
      guard let first = some.first else { continue }
      guard let problem = refusal(of: line((taken + some).map { entries[$0] })) else {
        taken += some
        continue
      }
      if some.count == 1 {
        refused.append((first, problem))
      } else {
        let middle = some.count / 2
        pending += [Array(some[middle...]), Array(some[..<middle])]
      }
    }
    return (taken, taken.isEmpty ? nil : line(taken.map { entries[$0] }), refused)
  }

  /// A line by which people say this text, where the text itself would be a command, ask for an
  /// explanation, or lose its first sign.
  package func line(saying text: String) -> String {
    let isQuestion = text.hasSuffix("?") && !text.dropLast().contains(where: \.isWhitespace)
    guard isQuestion || text.hasPrefix("/") else { return text }
    return says(text, text) ? text : "\\" + text
  }

  /// Whether the line is a contribution of just this text.
  private func says(_ line: String, _ text: String) -> Bool {
    guard case .invoke(let invocation, let shape, _)? = try? reader.read(line),
      case .action = invocation.command, !line.hasPrefix("/") || line.hasPrefix("//"),
      let field = shape.plainText
    else { return false }
    return invocation.arguments.text(field.name) == text
  }

  /// Whether the line is somebody's vote or the like, which no history keeps and no screen shows
  /// again. One that can't be read is what it would have been.
  package func isPrivate(_ line: String) -> Bool {
    if line.first?.isWhitespace == true { return true }
    do throws(Problem) {
      guard case .invoke(_, let shape, _) = try reader.read(line) else { return false }
      return shape.isPrivate
    } catch {
      guard line.hasPrefix("/"), !line.hasPrefix("//") else {
        return lineAction?.isPrivate ?? false
      }
      let name = line.dropFirst().prefix { !$0.isWhitespace }
      return shape(ofCommand: String(name))?.isPrivate ?? false
    }
  }

  /// The command that is called so, or begins so and no other does.
  package func shape(ofCommand typed: String) -> CommandShape? {
    let name = typed.lowercased()
    if let exact = commands.first(where: { $0.name.text == name }) { return exact }
    let near = commands.filter { !name.isEmpty && $0.name.text.hasPrefix(name) }
    return near.count == 1 ? near.first : nil
  }
}
