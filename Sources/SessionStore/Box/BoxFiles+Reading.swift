extension BoxFiles {
  /// How often a box may change under whoever reads it before the lock is asked for.
  private static let attempts = 8

  /// Reads the box and checks every byte of it, without the lock: who was stopped in the midst of a
  /// change keeps nobody from reading.
  ///
  /// A head names a generation by its digests. Where one does not hold, the head was changed
  /// meanwhile, or the box is damaged; which of the two, the head tells.
  func loadUnlocked() throws(BoxFault) -> Loaded {
    if let broken { throw broken }
    guard var head = try readHead() else { throw .damaged(file: BoxRecord.head) }
    for _ in 1...Self.attempts {
      do throws(BoxFault) {
        return try load(head)
      } catch {
        guard let now = try readHead(), now != head else { throw error }
        head = now
      }
    }
    return try locked { () throws(BoxFault) in try load() }
  }

  /// The same for whoever has no other failures than the box's own.
  func locked<Result>(_ body: () throws(BoxFault) -> Result) throws(BoxFault) -> Result {
    try locked({ $0 }, body)
  }
}
