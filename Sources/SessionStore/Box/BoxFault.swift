package import Platform
import Polling
package import SystemPackage
internal import Workshop

/// Why the disk did not do what a box asked of it.
package enum BoxFault: Error, Hashable, Sendable {
  /// Nothing in the box was changed.
  case notSaved(Errno, file: String)
  /// The disk would not confirm the change: it may or may not be there after a power cut. This
  /// handle does nothing any more; the box must be opened anew, and read.
  case outcomeUnknown(Errno, file: String)
  case unreadable(Errno, file: String)
  /// The file is not as it was written. Nothing is written into such a box.
  case damaged(file: String)
  /// Somebody else has the box's lock and did not let go in time. Nothing was changed.
  case busy(LockHolder)
  /// The bundle of another poll has that name. Nothing was changed.
  case otherBundle(file: String)
  /// There is a box of that poll.
  case alreadyThere
}

extension BoxFault {
  /// In the words for the person who opened the poll.
  var problem: Problem {
    switch self {
    case .notSaved(let error, let file):
      Problem(
        "NOT saved, and nothing in the ballot box was changed: \(error.words) (\(file)).",
        hint: "Free some space or mend the disk, then do it again.")
    case .outcomeUnknown(let error, let file):
      Problem(
        "The disk did not confirm that this is in the ballot box: \(error.words) (\(file)).",
        hint: "Close the booth and open the session again: the list of voters then tells.")
    case .unreadable(let error, let file):
      Problem("The ballot box can't be read: \(error.words) (\(file)).")
    case .damaged(let file):
      Problem(
        "The ballot box is damaged: \(file) is not as it was written. Nothing was changed.",
        hint: "Hold the vote again: /vote call-off and the reason, then /vote open.")
    case .busy(let holder):
      Problem(
        "NOT saved: \(holder.words(about: "the ballot box")).",
        hint: holder.hint(again: "do it again"))
    case .otherBundle(let file):
      Problem(
        "“\(file)” is there already, and is the bundle of another vote. It was left as it is.",
        hint: "Move it away, then do it again.")
    case .alreadyThere:
      Problem("This poll has a ballot box already.", hint: "Open the next poll of the activity.")
    }
  }
}

extension BallotBoxFailure {
  init(_ fault: BoxFault) { self = .failed(fault.problem) }
}
