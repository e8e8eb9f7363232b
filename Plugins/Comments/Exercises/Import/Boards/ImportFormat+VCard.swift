import ExerciseKit

extension ImportFormat {
  /// Contacts as address books export them: vCard 2.1, 3.0 and 4.0, any number in a file.
  static let vCard = ImportFormat(
    id: "vcard", name: "contacts (vCard)",
    recognises: { text in
      text.bytes.drop(while: ByteClass.isSpace).prefix(11).map { $0 & 0xDF }
        .elementsEqual("BEGIN:VCARD".utf8.map { $0 & 0xDF })
    },
    read: { texts, _ throws(ImportFailure) in
      var all = ImportedDiscussion()
      for text in texts {
        var reader = VCardReader(text.bytes)
        reader.read()
        try ImportFailure.check(reader.discussion.people.count, AnswerLimits.people, text, "vcard")
        let file = texts.count > 1 ? text.fileName : nil
        all.append(reader.discussion, of: file)
      }
      guard !all.people.isEmpty else {
        throw ImportFailure(
          file: texts[0].fileName, format: "vcard", place: .file, problem: .nobody)
      }
      all.reading = "names, organisations and titles from contacts"
      return all
    })
}

/// Source of the format: RFC 6350 (4.0), RFC 2426 (3.0), and the vCard 2.1 specification, whose
/// quoted-printable values go on in the next line after a `=`.
private struct VCardReader {
  private(set) var discussion = ImportedDiscussion()
  private var seen: [String: ImportedDiscussion.Entry] = [:]
  private let bytes: [UInt8]
  private var fields: [String: String]?
  private var began = 0
  /// The last line, where the file does not end an entry.
  private var cut: (line: [UInt8], number: Int)?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    let lines = unfolded()
    for (index, (line, number)) in lines.enumerated() {
      // A line in which the file ends may be the half of one.
      let isCut = index == lines.count - 1 && !line.isEmpty && fields != nil
      if isCut, !Self.isEnd(line) { cut = (line, number) } else { take(line, number) }
    }
    guard fields != nil else { return }
    endEarly()
  }

  private static func isEnd(_ line: [UInt8]) -> Bool {
    String(decoding: line, as: UTF8.self).trimmed.uppercased() == "END:VCARD"
  }

  /// The last entry has no end: it is taken if its name does not stand in the line that was cut.
  private mutating func endEarly() {
    let line = cut?.number ?? began
    let before = fields ?? [:]
    if let cut { take(cut.line, cut.number) }
    let isNamed = before["FN"] != nil || before["N"] != nil
    let name = (fields?["FN"].map(Self.plain) ?? Self.name(fields?["N"] ?? "")).map { "“\($0)”" }
    let words = "the file ends early: in line \(line), inside the entry of \(name ?? "somebody")"
    discussion.leftOut.tell(isNamed ? words : "\(words), which was left out")
    fields = isNamed ? before : nil
    finish()
  }

  /// A line that begins with a blank goes on with the one before.
  private func unfolded() -> [(line: [UInt8], number: Int)] {
    var lines: [(line: [UInt8], number: Int)] = []
    var number = 0
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = raw.last == 0x0D ? raw.dropLast() : raw
      if let last = lines.last?.line, last.last == UInt8(ascii: "="), Self.isQuotedPrintable(last) {
        lines[lines.count - 1].line.removeLast()
        lines[lines.count - 1].line += line.drop { $0 == 0x20 || $0 == 9 }
      } else if let first = line.first, first == 0x20 || first == 9, !lines.isEmpty {
        lines[lines.count - 1].line += line.dropFirst()
      } else {
        lines.append((Array(line), number))
      }
    }
    return lines
  }

  private static func isQuotedPrintable(_ line: [UInt8]) -> Bool {
    let head = String(decoding: line.prefix(200).prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    return head.uppercased().contains("QUOTED-PRINTABLE")
  }

  private mutating func take(_ line: [UInt8], _ number: Int) {
    guard let colon = Self.colon(in: line) else { return }
    let head = String(decoding: line[..<colon], as: UTF8.self)
    let parts = head.split(separator: ";", omittingEmptySubsequences: false)
    // `item1.ORG`: a group, which says nothing here.
    let name = parts.first?.split(separator: ".").last?.uppercased() ?? ""
    var value = Array(line[(colon + 1)...])
    if head.uppercased().contains("QUOTED-PRINTABLE") { value = Self.decoded(value, head) }
    let text = String(decoding: value, as: UTF8.self).trimmed
    switch (name, text.uppercased()) {
    case ("BEGIN", "VCARD"):
      if fields != nil { discussion.leftOut.add(.noEnd, line: began, fields?["FN"]) }
      finish()
      (fields, began) = ([:], number)
    case ("END", "VCARD"): finish()
    case _ where fields != nil && fields?[name] == nil && !text.isEmpty: fields?[name] = text
    default: break
    }
  }

  /// The colon that ends the name and its parameters; in quotes it is none.
  private static func colon(in line: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, byte) in line.prefix(2000).enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ":"), !isQuoted { return index }
    }
    return nil
  }

  private static func decoded(_ value: [UInt8], _ head: String) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < value.count {
      let digits = value[index...].dropFirst().prefix(2)
      if value[index] == UInt8(ascii: "="), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        output.append(byte)
        index += 3
      } else {
        output.append(value[index])
        index += 1
      }
    }
    let isUTF8 = String(validating: output, as: UTF8.self) != nil
    return isUTF8 ? output : WesternText.decoded(output[...], isLatin9: false)
  }

  private mutating func finish() {
    guard let fields else { return }
    self.fields = nil
    let kind = (fields["KIND"] ?? fields["X-ADDRESSBOOKSERVER-KIND"] ?? "individual").lowercased()
    let home = fields["ORG"].map { Self.parts($0).filter { !$0.isEmpty }.joined(separator: ", ") }
    guard ["individual", "x-individual"].contains(kind) else {
      return discussion.leftOut.add(.noPerson, line: began, fields["FN"])
    }
    let whole = fields["FN"].map(Self.plain)?.trimmedOrNil
    guard let name = (whole ?? Self.name(fields["N"] ?? ""))?.asAuthor else {
      return discussion.leftOut.add(.nameless, line: began, home ?? fields["EMAIL"])
    }
    let role = (fields["TITLE"] ?? fields["ROLE"]).map(Self.plain)
    discussion.add(
      ImportedPerson(name: name, role: role, organisation: home),
      fields["EMAIL"], &seen, began)
  }

  /// `Lovelace;Ada;King;Countess;` is Countess Ada King Lovelace.
  private static func name(_ value: String) -> String? {
    let parts = parts(value)
    func part(_ index: Int) -> String { parts.indices.contains(index) ? parts[index] : "" }
    return [part(3), part(1), part(2), part(0), part(4)].filter { !$0.isEmpty }
      .joined(separator: " ").trimmedOrNil
  }

  /// The components of a value, which semicolons part that are not escaped.
  private static func parts(_ value: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in value {
      if isEscaped {
        parts[parts.count - 1].append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ";" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed)
  }

  private static func plain(_ value: String) -> String { parts(value).joined(separator: "; ") }
}
