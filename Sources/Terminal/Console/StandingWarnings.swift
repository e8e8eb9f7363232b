package import ExerciseProtocol

/// Warnings that nobody has answered yet. They stay in sight: what is written after them may push
/// them off the screen, and then they are shown once more, next to the prompt.
struct StandingWarnings {
  /// Warnings that were told together, and when they first stood on the screen.
  private struct Told {
    var blocks: [View.Block]
    var at: ContinuousClock.Instant
  }

  private var told: [Told] = []
  /// How many rows were written since they were shown last.
  private var rowsSince = 0

  var blocks: [View.Block] { told.flatMap(\.blocks).withoutRepeats }

  /// Whether any of their `height` rows has left a screen of `rows`; the prompt takes some of it.
  func areOutOfSight(onScreenOf rows: Int, height: Int) -> Bool {
    !told.isEmpty && rowsSince > max(0, rows - 3 - height)
  }

  /// - Parameters:
  ///   - rowsAfter: how many rows of what was written stand below them.
  ///   - now: they stand on the screen since then.
  mutating func add(
    _ warnings: [View.Block], rowsAfter: Int, at now: ContinuousClock.Instant = .now
  ) {
    guard !warnings.isEmpty else { return }
    told.append(Told(blocks: warnings, at: now))
    rowsSince = rowsAfter
  }

  mutating func scroll(by rows: Int) { rowsSince += rows }

  mutating func wereShown() { rowsSince = 0 }

  /// Somebody entered a line: what stood there before its first key is answered by it, and nothing
  /// else, because nobody has read what came while they were typing.
  mutating func wereAnswered(byLineBegunAt begin: ContinuousClock.Instant) {
    told.removeAll { $0.at < begin }
  }
}

extension Console {
  /// Writes warnings that nobody asked for above the line being typed, where they stand.
  func warnAbove(_ found: View) {
    editor.noticeKeysWaiting()
    writeAbove(presentation.text(of: found))
    standing.add(found.warningBlocks, rowsAfter: 0)
  }
}

extension String {
  /// How many rows it takes, wrapped as it is.
  var rows: Int { utf8.count { $0 == UInt8(ascii: "\n") } }
}

extension View {
  /// Its warnings, each with its hint.
  package var warningBlocks: [Block] { Array(blocks.warningRanges.map { blocks[$0] }.joined()) }

  /// What stands below its first warning; nil where there is none.
  var belowWarnings: View? {
    blocks.warningRanges.first.map { View(Array(blocks[$0.upperBound...])) }
  }

  /// The same without its warnings.
  var withoutWarnings: View {
    var rest = blocks
    for range in blocks.warningRanges.reversed() { rest.removeSubrange(range) }
    return View(rest)
  }
}

extension [View.Block] {
  /// Each warning, with the hints right below it.
  fileprivate var warningRanges: [Range<Int>] {
    indices.compactMap { index in
      guard case .note(_, .warning) = self[index] else { return nil }
      let end = self[(index + 1)...].firstIndex { block in
        if case .note(_, .hint) = block { false } else { true }
      }
      return index..<(end ?? endIndex)
    }
  }

  fileprivate var withoutRepeats: [View.Block] {
    reduce(into: []) { kept, block in if !kept.contains(block) { kept.append(block) } }
  }
}
