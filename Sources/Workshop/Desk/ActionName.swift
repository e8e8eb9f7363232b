/// What an action of a plugin may be called: it is typed after a slash, beside the kit's own
/// commands.
///
/// Asked when a plugin is checked, when it is installed, and by the desk for whatever came here
/// another way.
package enum ActionName {
  /// Why a name can't be an action's.
  package enum Fault: Error, Hashable, Sendable {
    case empty
    /// Something other than small letters, digits, and hyphens between them.
    case odd
    case tooLong
    /// The kit has something of this name itself, and never gives it up: a command.
    case taken
  }

  /// In characters.
  package static let longest = 40

  /// What is wrong with a name; nil where nothing is.
  package static func fault(of name: String) -> Fault? {
    isTaken(name) ? .taken : faultOfWord(name)
  }

  /// The same for what an importer asks for, which is typed beside what /import itself takes: it
  /// would be given that instead, the file's path for one.
  package static func fault(ofImporterField name: String) -> Fault? {
    isOfImport(name) ? .taken : faultOfWord(name)
  }

  static func isOfImport(_ name: String) -> Bool {
    Importers.parameters.contains { $0.name == name }
  }

  /// What is wrong with a word, wherever it is typed.
  package static func faultOfWord(_ name: String) -> Fault? {
    if name.isEmpty { return .empty }
    if name.count > longest { return .tooLong }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { isSmallLetter($0) || isDigit($0) }
    }
    return isPlain && name.utf8.first.map(isSmallLetter) == true ? nil : .odd
  }

  /// Whether it can be typed and can't be mistaken for a command. Less than is asked of a plugin
  /// that is to be installed: one that was here before goes on.
  static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && !isTaken(name)
      && name.utf8.allSatisfy { byte in
        isSmallLetter(byte | 0x20) || isDigit(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
  }

  /// Whether a command has this name, in whatever letters.
  private static func isTaken(_ name: String) -> Bool {
    let small = name.lowercased()
    return Command.all.contains { !$0.standsInForAction && $0.shape.name.text == small }
  }

  private static func isSmallLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension ActionName.Fault {
  /// To follow “The action … ”.
  package var clause: String {
    switch self {
    case .empty: "has no name"
    case .odd: "has a name that is not of small letters, digits, and hyphens between them"
    case .tooLong: "has a name of more than \(ActionName.longest) characters"
    case .taken: "is named like one of Charrette's own"
    }
  }
}
