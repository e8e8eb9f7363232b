/// The check of a bundle, from nothing but its bytes: everything is counted again, and everything
/// that does not agree is named.
///
/// What it can't find is told in ``Promises``: whoever writes a whole new file, with ballots,
/// commitments and result made up to agree, has made a bundle that agrees. Against that there is
/// the digest that the room noted at closing (`noted`) and, with receipts, what voters took home.
public struct Audit: Hashable, Sendable {
  /// Nil where the file can't be read at all.
  public let bundle: PollBundle?
  /// SHA-256 over what the file's own digest covers; nil where it can't be read.
  public let digest: Fingerprint?
  /// Empty where all agrees.
  public let discrepancies: [Discrepancy]

  /// Checks a file.
  ///
  /// - Parameter noted: the digest that somebody noted when the poll was closed.
  public init(_ bytes: [UInt8], noted: Fingerprint? = nil) {
    let read: PollBundle.Read
    do throws(BundleFault) {
      read = try PollBundle.read(bytes)
    } catch {
      (bundle, digest, discrepancies) = (nil, nil, [.unreadable(error)])
      return
    }
    var found: [Discrepancy] = []
    if let offset = read.firstOddByte { found.append(.notAsWritten(offset: offset)) }
    if read.statedDigest != read.digest {
      found.append(.digest(stated: read.statedDigest, computed: read.digest))
    }
    if let noted, noted != read.digest {
      found.append(.otherFile(noted: noted, computed: read.digest))
    }
    (bundle, digest) = (read.bundle, read.digest)
    discrepancies = found + read.bundle.discrepancies
  }

  /// Whether everything agrees.
  public var agrees: Bool { discrepancies.isEmpty }

  /// What is to be known of a bundle that agrees: what its own rules leave open.
  public var remarks: [Remark] {
    guard let bundle else { return [] }
    var remarks: [Remark] = []
    if TieSeed.normalised(bundle.words).isEmpty { remarks.append(.noWords) }
    if bundle.papers > 0 { remarks.append(.papers(bundle.papers)) }
    if bundle.entered > 0 { remarks.append(.entered(bundle.entered)) }
    if let hands = bundle.handCount { remarks.append(.handCount(people: hands.people)) }
    remarks += bundle.reopenings.map { .reopened(because: $0) }
    return remarks
  }

  /// Something that no recount can judge.
  public enum Remark: Hashable, Sendable {
    /// The room mixed nothing into the lot: the host knew it from the start.
    case noWords
    case papers(Int)
    /// Ballots that the facilitator entered.
    case entered(Int)
    case handCount(people: Int)
    case reopened(because: String)
  }
}
