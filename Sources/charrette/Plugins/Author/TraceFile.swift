import ExerciseProtocol
import PluginHost
import SystemPackage

/// Where every message to and from plugins is written, a line of JSON for each exchange.
struct TraceFile: Sendable {
  private let file: FileDescriptor

  /// Nil where it can't be written: a trace is never worth a workshop.
  init?(_ path: String) {
    let file = try? FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .append, .closeOnExec],
      permissions: .ownerReadWrite)
    guard let file else { return nil }
    self.file = file
  }

  @Sendable func write(_ exchange: Exchange) {
    _ = try? file.writeAll(exchange.json.serialized() + [UInt8(ascii: "\n")])
  }
}
