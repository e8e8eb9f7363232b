/// A place where a journal is not what was written: named, never mended by itself.
package struct JournalDamage: Hashable, Sendable {
  /// The file's name, without its folder.
  package var file: String
  /// Counted from 1.
  package var line: Int
  package var problem: Problem
  /// How many events before it can be read, and were.
  package var readable: Int
  /// The numbers of the events that were passed over, there and further on.
  package var lost: [Int]
  /// How many events after it can be read, and were.
  package var readableAfter: Int
  /// The event up to which an intact snapshot holds all, so that nothing of it is missing; nil
  /// where there is none of use.
  package var coveredUpTo: Int?
  /// Whether every event is there, and only the way in which the text is written is another.
  package var isOnlyText = false

  package init(
    file: String, line: Int, problem: Problem, readable: Int, lost: [Int] = [],
    readableAfter: Int = 0, coveredUpTo: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.problem = problem
    self.readable = readable
    self.lost = lost
    self.readableAfter = readableAfter
    self.coveredUpTo = coveredUpTo
  }

  package enum Problem: Error, Hashable, Sendable {
    /// The line does not have the form of a journal line; the member where it leaves it.
    case malformed(String)
    /// Longer than any line of ours.
    case tooLong
    /// The event holds bytes that are not UTF-8.
    case notUTF8
    /// The line's own hash does not hold: who, when or where in the order was changed.
    case hashMismatch
    /// The event's digest does not hold: what it says was changed.
    case digestMismatch
    /// Events are missing before this line, or it stands twice.
    case wrongNumber(expected: Int, found: Int)
    /// The line follows another one than the line before it.
    case wrongPredecessor
    /// The line does not belong to the step that it stands in.
    case wrongStep
    /// All is well but for the byte after the line, which should be a newline.
    case lineEndChanged
    /// The journal ends before the event that was known to be in it.
    case linesMissing(upTo: Int)
    /// Event `seq` is there, but it is not the one that the snapshot, or this program, knows.
    case otherHistory(seq: Int)
    /// While a line was written here, something that knows no lock wrote too.
    case writtenMeanwhile
    /// Every newline has a carriage return before it.
    case foreignLineEnds
    /// The text begins with the mark that some editors put there.
    case byteOrderMark
  }
}
