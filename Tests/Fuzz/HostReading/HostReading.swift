internal import ExerciseProtocol

/// All that the host does with bytes before it believes them: the frame, the JSON, and each of the
/// readers that a plugin's answer may reach. What comes out does not matter; that it does, does.
package enum HostReading {
  /// How far a message got.
  package enum Depth: Int, CaseIterable, Sendable {
    case noFrame, noJSON, noMessage, message
  }

  /// Reads the bytes as they come from a plugin's socket, in pieces of the size that the first of
  /// them tells.
  @discardableResult
  package static func readStream(_ bytes: some RandomAccessCollection<UInt8>) -> Depth {
    var reader = FrameReader()
    var rest = Array(bytes.dropFirst())[...]
    let size = max(1, Int(bytes.first ?? 1))
    while !rest.isEmpty {
      reader.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      do throws(FrameReader.Fault) {
        if let message = try reader.message() { return readMessage(message) }
      } catch {
        return .noFrame
      }
    }
    return .noFrame
  }

  /// Reads one message: what was a frame.
  @discardableResult
  package static func readMessage(_ bytes: [UInt8]) -> Depth {
    guard let value = try? JSONValue(parsing: bytes) else { return .noJSON }
    precondition((try? JSONValue(parsing: value.serialized())) == value, "it reads back as another")
    // Each of them: a plugin chooses what it answers to what.
    let isReply = reads(value, as: Reply.self)
    let isManifest = reads(value, as: Manifest.self)
    let isPart = reads(value, as: View.self) || reads(value, as: Change.self)
    return isReply || isManifest || isPart ? .message : .noMessage
  }

  private static func reads<Record: JSONRepresentable & Equatable>(
    _ value: JSONValue, as type: Record.Type
  ) -> Bool {
    guard let record = try? type.init(json: value, path: "fuzz") else { return false }
    precondition((try? type.init(json: record.json, path: "fuzz")) == record, "it is another")
    return true
  }
}
