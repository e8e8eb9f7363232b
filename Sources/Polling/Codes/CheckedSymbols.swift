/// Text that people copy from paper: symbols of five bits in Crockford's base 32, with two check
/// symbols at the end, in groups of four.
///
/// The alphabet is that of Douglas Crockford, “Base 32” (digits, then letters without I, L, O, U);
/// reading takes small letters, O for 0, and I and L for 1, and passes over spaces and dashes.
///
/// The checks are those of a Reed–Solomon code over the field of 32 elements (x⁵ + x² + 1, with the
/// element 2 as its generator): the sum of all symbols is zero, and so is the sum of each symbol
/// times 2 to the power of its place. Any two wrong symbols are found, whichever they are and
/// wherever they stand: so every single substitution and every transposition of two.
struct CheckedSymbols: Hashable, Sendable {
  /// The data, then the two checks, each from 0 to 31.
  let symbols: [UInt8]

  /// At more places the powers of 2 would repeat, and an error could hide.
  static let mostSymbols = 31

  /// Why a text is none of these.
  enum Fault: Error, Hashable, Sendable {
    case unknownCharacter(Character)
    case wrongLength(Int)
    case mistyped
  }

  /// Adds the checks to symbols of 0 to 31; at most 29.
  init(data: [UInt8]) {
    precondition(data.count <= Self.mostSymbols - 2)
    let (sum, weighted) = Self.sums(data)
    // a + b = sum and a·2ⁿ + b·2ⁿ⁺¹ = weighted, over n symbols of data.
    let power = Field.power(data.count)
    let next = Field.power(data.count + 1)
    let b = Field.product(weighted ^ Field.product(sum, power), Field.inverse(power ^ next))
    symbols = data + [sum ^ b, b]
  }

  /// Takes symbols that were read, if their checks hold.
  init(checking symbols: [UInt8]) throws(Fault) {
    guard Self.sums(symbols) == (0, 0) else { throw .mistyped }
    self.symbols = symbols
  }

  /// The symbols without the checks.
  var data: ArraySlice<UInt8> { symbols.dropLast(2) }

  private static func sums(_ symbols: [UInt8]) -> (UInt8, UInt8) {
    var sums: (UInt8, UInt8) = (0, 0)
    for (place, symbol) in symbols.enumerated() {
      sums.0 ^= symbol
      sums.1 ^= Field.product(symbol, Field.power(place))
    }
    return sums
  }

  /// In groups of four, a dash between two.
  var text: String { Self.text(of: symbols) }

  static func text(of symbols: [UInt8]) -> String {
    let characters = symbols.map { alphabet[Int($0)] }
    let groups = stride(from: 0, to: characters.count, by: 4).map { start in
      String(characters[start..<min(start + 4, characters.count)])
    }
    return groups.joined(separator: "-")
  }

  /// The symbols that a text is made of, whatever their number.
  static func symbols(in text: some StringProtocol) throws(Fault) -> [UInt8] {
    var symbols: [UInt8] = []
    for character in text where !character.isWhitespace && !dashes.contains(character) {
      guard let symbol = values[character] else { throw .unknownCharacter(character) }
      symbols.append(symbol)
    }
    return symbols
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  /// Hyphen, the dashes that programs put in its place, and the minus sign.
  private static let dashes: Set<Character> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{AD}",
  ]
  private static let values: [Character: UInt8] = {
    var values: [Character: UInt8] = ["O": 0, "o": 0, "I": 1, "i": 1, "L": 1, "l": 1]
    for (value, character) in alphabet.enumerated() {
      values[character] = UInt8(value)
      for small in character.lowercased() { values[small] = UInt8(value) }
    }
    return values
  }()
}

extension CheckedSymbols {
  /// Bytes as symbols of five bits, the highest bits first, the last symbol filled with zeros.
  static func symbols(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var symbols: [UInt8] = []
    var (held, bits): (UInt16, Int) = (0, 0)
    for byte in bytes {
      held = held << 8 | UInt16(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        symbols.append(UInt8(held >> UInt16(bits) & 31))
      }
      held &= 1 << UInt16(bits) - 1
    }
    if bits > 0 { symbols.append(UInt8(held << UInt16(5 - bits) & 31)) }
    return symbols
  }

  /// The other way; nil where bits that fill the last symbol are not zero.
  static func bytes(of symbols: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (held, bits): (UInt16, Int) = (0, 0)
    for symbol in symbols {
      held = held << 5 | UInt16(symbol)
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> UInt16(bits) & 255))
      }
      held &= 1 << UInt16(bits) - 1
    }
    return held == 0 ? bytes : nil
  }
}

/// The field of 32 elements.
private enum Field {
  /// 2 to the power of 0, 1, … 30.
  static let powers: [UInt8] = {
    var powers: [UInt8] = [1]
    while powers.count < 31 {
      let doubled = powers[powers.count - 1] << 1
      powers.append(doubled & 32 == 0 ? doubled : doubled ^ 0b100101)
    }
    return powers
  }()

  static func power(_ exponent: Int) -> UInt8 { powers[exponent % 31] }

  static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
    guard let first = powers.firstIndex(of: one), let second = powers.firstIndex(of: other) else {
      return 0
    }
    return power(first + second)
  }

  /// Of an element other than 0.
  static func inverse(_ element: UInt8) -> UInt8 {
    power(31 - (powers.firstIndex(of: element) ?? 0))
  }
}
