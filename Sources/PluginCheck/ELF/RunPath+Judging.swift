extension ELFFile.RunPath {
  /// What a folder of a run path is to a machine that did not build the library.
  enum Folder: Hashable {
    /// Relative to the library, or the system's: the same everywhere.
    case portable
    /// Where a Swift toolchain keeps its runtime: there if the toolchain is in the same place.
    case toolchain
    /// The current folder, in which anybody may have put a library.
    case current
    /// A folder of the machine that built it.
    case builder

    init(_ folder: String) {
      let parts = folder.split(separator: "/")
      if folder.hasPrefix("$ORIGIN") || folder.hasPrefix("${ORIGIN}") {
        self = .portable
      } else if !folder.hasPrefix("/") {
        self = .current
      } else if parts.suffix(3) == ["lib", "swift", "linux"] {
        self = .toolchain
      } else {
        self = Folder.isSystem(parts) ? .portable : .builder
      }
    }

    /// Directly below a folder that distributions fill.
    private static func isSystem(_ parts: [Substring]) -> Bool {
      let below = parts.starts(with: ["usr", "local"]) ? parts.dropFirst(2) : parts[...]
      let first = below.first == "usr" ? below.dropFirst().first : below.first
      return !parts.contains("..") && (first == "lib" || first == "lib64")
    }
  }

  /// Without what is of no use, or of harm, elsewhere.
  var portableFolders: [String] {
    folders.filter { [.portable, .toolchain].contains(Folder($0)) }
  }
}
