package import Workshop

/// A journal as its bytes have it, for whoever only reads: nothing is opened, locked or mended.
package struct ReadJournal {
  /// The events of all whole steps, up to the first line that does not verify.
  package let events: [LoggedEvent]
  /// Whether every line verifies. A last step that is still being written does no harm.
  package let isWhole: Bool

  /// - Throws: where an event is not one that this version knows.
  package init(_ bytes: [UInt8]) throws(Problem) {
    let scan = JournalScan(bytes, after: .start)
    isWhole = if case .damaged = scan.ending { false } else { true }
    do throws(StoreFailure) {
      events = try LoggedEvent.reading(scan.entries)
    } catch {
      throw error.problem
    }
  }
}
