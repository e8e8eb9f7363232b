/// What a dynamic library says of itself: as much of ELF as a check of one needs.
///
/// A pure reader of bytes that anybody may have written: every offset is checked before it is
/// followed, and every loop ends with the file. Formats: the System V ABI's “Object Files” and
/// “Dynamic Linking”, and for the hash table of the GNU tools “ELF: symbol lookup via DT_HASH”.
package struct ELFFile: Sendable {
  /// `e_type`: 3 is a shared object.
  package var type: Int
  /// `e_machine`: see ``Machine``.
  package var machine: Int
  /// Names a program that is to load it: then it is a program itself.
  package var hasInterpreter: Bool
  /// The libraries that it needs, in its order.
  package var needed: [String] = []
  /// `DT_RPATH` and `DT_RUNPATH`, each the folders between its colons.
  package var runPaths: [RunPath] = []
  /// The names of all symbols that others can link to.
  package var exports: [String] = []
  /// Where its dynamic section is and what is in it.
  var dynamic: [DynamicEntry] = []
  /// The table of the names, as a range of the file.
  var names: Range<Int> = 0..<0
  /// Where in that table the names of the symbols begin.
  var symbolNames: Set<Int> = []

  /// A list of folders in which libraries are looked for.
  package struct RunPath: Hashable, Sendable {
    package var folders: [String]
    /// The entry's index in the dynamic section.
    var entry: Int
  }

  /// One entry of the dynamic section.
  struct DynamicEntry: Hashable, Sendable {
    var tag: Int
    var value: Int
    /// Where it stands in the file.
    var offset: Int
  }

  static let entrySize = 16

  /// The processors that Swift on Linux is built for; numbers of the System V ABI.
  package enum Machine: Int, CaseIterable, Sendable {
    case amd64 = 62
    case aarch64 = 183
    case riscv64 = 243

    package var name: String {
      switch self {
      case .amd64: "x86-64"
      case .aarch64: "ARM 64"
      case .riscv64: "RISC-V 64"
      }
    }

    /// What this program was built for; nil where it is none of these.
    package static var here: Machine? {
      #if arch(x86_64)
        .amd64
      #elseif arch(arm64)
        .aarch64
      #elseif arch(riscv64)
        .riscv64
      #else
        nil
      #endif
    }
  }
}

/// Why some bytes are no library that can be read.
package enum ELFError: Error, Hashable, Sendable {
  case notELF
  /// 32 bits, or the other order of bytes.
  case otherKind
  /// What is said to be there lies outside of the file.
  case torn(String)
  /// There is no dynamic section, so that nothing can load it.
  case notDynamic
}

extension ELFFile {
  /// Reads a whole file.
  package init(_ bytes: [UInt8]) throws(ELFError) {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { throw .notELF }
    let reader = ELFReader(bytes)
    // ELFCLASS64 and ELFDATA2LSB.
    guard try reader.integer(1, at: 4) == 2, try reader.integer(1, at: 5) == 1 else {
      throw .otherKind
    }
    type = try reader.integer(2, at: 16)
    machine = try reader.integer(2, at: 18)
    let segments = try reader.segments()
    hasInterpreter = segments.contains { $0.type == ELFReader.Segment.interpreter }
    guard let section = segments.first(where: { $0.type == ELFReader.Segment.dynamic }) else {
      throw .notDynamic
    }
    dynamic = try reader.dynamic(section)
    try readNames(reader, segments)
    (exports, symbolNames) = try reader.symbols(dynamic, segments, names)
  }

  private mutating func readNames(
    _ reader: ELFReader, _ segments: [ELFReader.Segment]
  ) throws(ELFError) {
    guard let table = self[.stringTable], let size = self[.stringTableSize] else { return }
    let start = try reader.offset(of: table, in: segments)
    guard size >= 0, size <= reader.count - start else { throw .torn("the table of names") }
    names = start..<(start + size)
    for (index, entry) in dynamic.enumerated() {
      switch Tag(rawValue: entry.tag) {
      case .needed: needed.append(try reader.name(entry.value, in: names))
      case .rpath, .runpath:
        let folders = try reader.name(entry.value, in: names)
          .split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        runPaths.append(RunPath(folders: folders, entry: index))
      default: break
      }
    }
  }

  /// The tags of the dynamic section that matter here.
  enum Tag: Int {
    case end = 0
    case needed = 1
    case hash = 4
    case stringTable = 5
    case symbolTable = 6
    case stringTableSize = 10
    case soname = 14
    case rpath = 15
    case runpath = 29
    case gnuHash = 0x6fff_fef5
  }

  /// The value of the first entry with this tag.
  subscript(tag: Tag) -> Int? { dynamic.first { $0.tag == tag.rawValue }?.value }
}
