/// What numbers a line of a list: `12.`, `12)`, `(12)`, `a)`.
struct ListMark {
  let number: Int
  /// What stands behind it.
  let words: String

  /// Nil where the line begins with none, or has nothing else.
  init?(_ line: String) {
    var rest = line[...]
    let isOpened = rest.first == "("
    if isOpened { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if (1...4).contains(digits.count), let number = Int(digits) {
      self.number = number
      rest = rest.dropFirst(digits.count)
    } else if let letter = rest.first, letter.isASCII, letter.isLowercase,
      let value = letter.asciiValue
    {
      number = Int(value) - 96
      rest = rest.dropFirst()
      guard isOpened || rest.first == ")" else { return nil }
    } else {
      return nil
    }
    guard let sign = rest.first, isOpened ? sign == ")" : ".)".contains(sign),
      rest.dropFirst().first?.isWhitespace == true
    else { return nil }
    words = rest.dropFirst().trimmed
    if words.isEmpty { return nil }
  }

  /// Whether these are the numbers of a list: each line has one, all are the same, or each is
  /// greater than the one before; or, with headings or remarks between them, they count on by one,
  /// or begin again.
  static func numberAList(_ marks: [ListMark?]) -> Bool {
    let numbers = marks.compactMap { $0?.number }
    guard numbers.count > 1 else { return false }
    if numbers.count == marks.count {
      if Set(numbers).count == 1 { return true }
      if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return true }
    }
    let isCounting = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 1 }
    if isCounting { return numbers.count * 2 > marks.count || numbers[0] == 1 }
    // In another order, as sorted by votes: all the same those of a list.
    return numbers.count == marks.count && Set(numbers) == Set(1...numbers.count)
  }
}
