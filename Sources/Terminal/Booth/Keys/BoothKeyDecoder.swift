/// Makes keys of the bytes that a terminal sends: UTF-8, and the sequences of ECMA-48 and of xterm
/// (`ctlseqs`, “PC-Style Function Keys”) in both cursor modes, with or without modifiers.
package struct BoothKeyDecoder {
  private var state = State.ground
  /// The parameters of a control sequence; more than these many bytes are no key.
  private var parameters: [UInt8] = []
  private static let longest = 16

  private enum State {
    case ground, escape, control, single
    /// Within a paste, of which these many bytes of its end mark have come.
    case paste(ended: Int)
    /// Within a character of several bytes.
    case character(UInt32, missing: Int, least: UInt32)
  }

  package init() {}

  /// A key was begun and not finished. A lone ESC is the beginning of many: when nothing follows
  /// it for a moment, ``giveUp()``.
  package var isWithinKey: Bool {
    if case .ground = state { return false }
    return true
  }

  /// What was begun will not be finished: ESC by itself, or nothing that is known.
  package mutating func giveUp() -> BoothKey? {
    defer { state = .ground }
    switch state {
    case .ground, .paste: return nil
    case .escape: return .escape
    default: return .other
    }
  }

  /// Takes the next byte; nil: a key is not complete yet.
  package mutating func take(_ byte: UInt8) -> BoothKey? {
    switch state {
    case .ground: return plain(byte)
    case .escape: return escaped(byte)
    case .single:
      state = .ground
      return Self.final(byte, [])
    case .paste(let ended):
      pasted(byte, ended)
      return nil
    case .control:
      guard !(0x40...0x7E).contains(byte) else {
        let isPaste = byte == UInt8(ascii: "~") && parameters.elementsEqual("200".utf8)
        state = isPaste ? .paste(ended: 0) : .ground
        return Self.final(byte, parameters)
      }
      // A byte that cannot be within a sequence ends it.
      guard (0x20..<0x40).contains(byte), parameters.count < Self.longest else {
        state = .ground
        return .other
      }
      parameters.append(byte)
      return nil
    case .character(let value, let missing, let least):
      return continued(byte, value, missing, least)
    }
  }

  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  /// Nothing is voted by a paste, nor typed for somebody: it counts as one key that does nothing.
  private mutating func pasted(_ byte: UInt8, _ ended: Int) {
    let ended = byte == Self.endOfPaste[ended] ? ended + 1 : byte == 0x1B ? 1 : 0
    state = ended == Self.endOfPaste.count ? .ground : .paste(ended: ended)
  }

  private mutating func plain(_ byte: UInt8) -> BoothKey? {
    switch byte {
    case 0x0A, 0x0D: return .enter
    case 0x03: return .interrupt
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1B: state = .escape
    case 0x20..<0x7F: return .scalar(Unicode.Scalar(byte))
    case 0xC2..<0xE0: state = .character(UInt32(byte & 0x1F), missing: 1, least: 0x80)
    case 0xE0..<0xF0: state = .character(UInt32(byte & 0x0F), missing: 2, least: 0x800)
    case 0xF0..<0xF5: state = .character(UInt32(byte & 0x07), missing: 3, least: 0x10000)
    default: return .other
    }
    return nil
  }

  private mutating func escaped(_ byte: UInt8) -> BoothKey? {
    state = .ground
    switch byte {
    case UInt8(ascii: "["):
      parameters = []
      state = .control
    case UInt8(ascii: "O"): state = .single
    case 0x1B:
      state = .escape
      return .escape
    // A key with Alt: not one of ours.
    default: return .other
    }
    return nil
  }

  private mutating func continued(
    _ byte: UInt8, _ value: UInt32, _ missing: Int, _ least: UInt32
  ) -> BoothKey? {
    guard byte & 0xC0 == 0x80 else {
      state = .ground
      return .other
    }
    let value = value << 6 | UInt32(byte & 0x3F)
    if missing > 1 {
      state = .character(value, missing: missing - 1, least: least)
      return nil
    }
    state = .ground
    guard value >= least, let scalar = Unicode.Scalar(value), value >= 0xA0 else { return .other }
    return .scalar(scalar)
  }

  private static func final(_ byte: UInt8, _ parameters: [UInt8]) -> BoothKey {
    switch Unicode.Scalar(byte) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "M": .enter
    case "P": .help
    case "Z": .backTab
    case "~": numbered(parameters)
    default: .other
    }
  }

  private static func numbered(_ parameters: [UInt8]) -> BoothKey {
    let number = parameters.prefix { $0 != UInt8(ascii: ";") }
    return switch String(decoding: number, as: UTF8.self) {
    case "1", "7": .home
    case "4", "8": .end
    case "5": .pageUp
    case "6": .pageDown
    case "11": .help
    default: .other
    }
  }
}
