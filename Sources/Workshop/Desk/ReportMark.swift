import Polling

/// The last line of a report in Markdown, a comment that nobody sees in the page: by it a report is
/// known as one of ours that nobody changed since, and may be written anew. A report that somebody
/// went on writing in is theirs.
///
///     <!-- charrette report; digest 3f2a9c0d1e4b5a67 -->
///
/// The digest is the beginning of SHA-256 of all bytes before that line.
package enum ReportMark {
  private static let start = "<!-- charrette report; digest "
  private static let end = " -->\n"
  private static let digits = 16

  /// The report with its mark.
  package static func marked(_ text: String) -> [UInt8] {
    let bytes = Array((text + (text.hasSuffix("\n") ? "\n" : "\n\n")).utf8)
    return bytes + line(after: bytes[...])
  }

  /// Whether this is what ``marked(_:)`` made, byte for byte.
  package static func isUnchanged(_ bytes: [UInt8]) -> Bool {
    let body = bytes.dropLast(start.utf8.count + digits + end.utf8.count)
    return bytes[body.endIndex...].elementsEqual(line(after: body))
  }

  private static func line(after body: ArraySlice<UInt8>) -> [UInt8] {
    Array("\(start)\(Fingerprint(of: Array(body)).description.prefix(digits))\(end)".utf8)
  }
}
