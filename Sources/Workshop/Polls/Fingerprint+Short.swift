import Polling

extension Fingerprint {
  /// Enough of it to read out.
  var short: String { String(description.prefix(16)) }
}
