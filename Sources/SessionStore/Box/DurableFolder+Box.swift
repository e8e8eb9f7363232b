internal import Platform
internal import Polling
internal import SystemPackage

extension DurableFolder {
  /// Puts a poll's bundle beside the session, in the place of an earlier one of the same poll. That
  /// of another poll, of a session that had this name before, is nobody's to write over.
  func publish(_ bundle: [UInt8], as name: String) throws(BoxFault) {
    let draft = ".\(name).new"
    if let other = try present(name), other != bundle, !isSamePoll(other, bundle) {
      throw .otherBundle(file: name)
    }
    do throws(Errno) {
      try replace(name, by: draft, with: bundle)
      try sync(hidesTimes: false)
    } catch {
      // What could not be finished takes no more of a full disk.
      try? remove(draft)
      throw .notSaved(error, file: name)
    }
  }

  private func present(_ name: String) throws(BoxFault) -> [UInt8]? {
    do throws(Errno) {
      return try read(name)
    } catch {
      throw .notSaved(error, file: name)
    }
  }

  private func isSamePoll(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard let one = try? PollBundle(reading: one), let other = try? PollBundle(reading: other)
    else {
      return false
    }
    return one.terms.tieCommitment == other.terms.tieCommitment
  }

  /// Destroys the box called `name`, as far as it is there and however damaged it is. What is no
  /// file of a box stays, and so does the folder then.
  func discard(_ name: String) throws(Errno) {
    let box = try subfolder(name)
    // First what makes a box of it: cut short, the rest is no box, and can be discarded again.
    try box.remove(BoxRecord.head)
    try box.sync()
    for generation in [BoxRecord.Generation.a, .b] {
      try box.remove(folder: generation.rawValue, with: BoxRecord.files)
    }
    for file in [BoxRecord.newHead, BoxRecord.secrets, BoxRecord.terms, BoxRecord.lock] {
      try box.remove(file)
    }
    try box.sync()
    do throws(Errno) {
      try calls.removeFolder(name, in: folder.descriptor)
    } catch {
      guard error == .directoryNotEmpty else { throw error }
    }
    try sync()
  }
}
