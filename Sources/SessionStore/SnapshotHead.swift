internal import ExerciseProtocol
internal import Hashing

extension JournalHead {
  /// The position that a snapshot says it stands for: its members `journal.seq` and `journal.hash`.
  /// Nil where `snapshot` is not one whole JSON object with these.
  init?(inSnapshot snapshot: [UInt8], isWhole: Bool = false) {
    guard let journal = JSONValue(member: "journal", ofSnapshot: snapshot, isWhole: isWhole),
      case .integer(let seq) = journal["seq"], seq >= 0, case .string(let text) = journal["hash"],
      let hash = Digest(text)
    else { return nil }
    self.init(seq: seq, hash: hash)
  }
}

extension JSONValue {
  /// One member of the JSON object that a snapshot is; nil where there is none.
  ///
  /// Only skims the rest, counting brackets, because a snapshot may be far larger than what is
  /// asked of it; whoever takes the session from it reads it all. Where it is known that the
  /// snapshot `isWhole`, what comes after the member is not even skimmed.
  init?(member name: StaticString, ofSnapshot snapshot: [UInt8], isWhole: Bool = false) {
    let range = snapshot.withUnsafeBufferPointer { bytes in
      var skimmer = JSONSkimmer(bytes: bytes)
      return skimmer.valueOfTopLevelMember(name, endsThere: isWhole)
    }
    guard let range, let value = try? JSONValue(parsing: snapshot[range]) else { return nil }
    self = value
  }
}

/// Finds its way through a JSON text by strings and brackets alone.
private struct JSONSkimmer {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Where the value of `name` lies in the one object that the text must be.
  mutating func valueOfTopLevelMember(
    _ name: StaticString, endsThere: Bool
  ) -> Range<Int>? {
    var (depth, found, valueStart): (Int, Range<Int>?, Int?) = (0, nil, nil)
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard skipString() else { return nil }
        if depth == 1, found == nil, valueStart == nil, isString(name, start + 1..<index - 1),
          isNext(UInt8(ascii: ":"))
        {
          valueStart = index
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if let from = valueStart, depth == 0 { (found, valueStart) = (from..<start, nil) }
        if depth == 0 { return isRestBlank ? found : nil }
      case UInt8(ascii: ",") where depth == 1:
        if let from = valueStart { (found, valueStart) = (from..<start, nil) }
        if endsThere, let found { return found }
      default: break
      }
    }
    return nil
  }

  /// Past the closing quote of the string whose opening quote was just passed.
  private mutating func skipString() -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      index += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  /// Passes spaces and then `byte`, where it comes next.
  private mutating func isNext(_ byte: UInt8) -> Bool {
    var next = index
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, bytes[next] == byte else { return false }
    index = next + 1
    return true
  }

  private func isString(_ name: StaticString, _ range: Range<Int>) -> Bool {
    range.count == name.utf8CodeUnitCount
      && range.indices.allSatisfy { bytes[$0] == name.utf8Start[$0 - range.lowerBound] }
  }

  private var isRestBlank: Bool { bytes[index...].allSatisfy { $0 <= 0x20 } }
}
