internal import Platform

extension CheckRule {
  static let library = CheckRule(
    id: "CP001",
    title: "A library for this machine that brings all it needs",
    severity: .error,
    reason: """
      A library for another processor, or one that needs what is not there, can't be loaded; and \
      what is found on the author's machine by chance is not on others.
      """,
    mend: """
      Build it as a dynamic library for this processor. Link other libraries statically, or put \
      them beside the plugin; only C's, C++'s and Swift's own are everywhere.
      """,
    example: #".library(name: "my-exercise", type: .dynamic, targets: ["MyExercise"])"#,
    needs: .file
  ) { subject in
    let name = subject.place.libraryName
    let file: ELFFile
    switch subject.elf {
    case .success(let read): file = read
    case .failure(let error): return .judged([Breach(name, error.words)])
    }
    var breaches: [Breach] = []
    if file.type != 3 || file.hasInterpreter {
      breaches.append(Breach(name, "it is a program or an object file, not a dynamic library"))
    }
    if let here = ELFFile.Machine.here, file.machine != here.rawValue {
      let other = ELFFile.Machine(rawValue: file.machine)?.name ?? "processor \(file.machine)"
      breaches.append(Breach(name, "it is for \(other); this machine is \(here.name)"))
    }
    for library in file.needed where !subject.isAtHand(library) {
      breaches.append(
        Breach(name, "it needs \(library), which is neither the system's own nor beside it"))
    }
    return .judged(breaches)
  }
}

extension Subject {
  /// Whether a library is everywhere, or lies beside the plugin's.
  fileprivate func isAtHand(_ library: String) -> Bool {
    let stem = library.prefix { $0 != "." }
    if Self.runtimes.contains(stem) || Self.swiftRuntimes.contains(where: { stem.hasPrefix($0) }) {
      return true
    }
    guard !library.contains("/"), let end = place.library.lastIndex(of: "/") else { return false }
    return Place.isThere("\(place.library[...end])\(library)")
  }

  /// The C library in its parts, the loader, and what compilers add.
  private static let runtimes: Set<Substring> = [
    "libc", "libm", "libdl", "libpthread", "librt", "libutil", "libresolv", "ld-linux-x86-64",
    "ld-linux-aarch64", "ld-linux-riscv64-lp64d", "libgcc_s", "libstdc++", "libatomic",
  ]
  /// What a Swift toolchain has in `lib/swift/linux`.
  private static let swiftRuntimes = [
    "libswift", "libFoundation", "lib_Foundation", "libdispatch", "libBlocksRuntime",
  ]
}

extension ELFError {
  var words: String {
    switch self {
    case .notELF: "it is no library at all: it does not begin as an ELF file does"
    case .otherKind: "it is of 32 bits, or for a machine with its bytes the other way round"
    case .torn(let what): "it is cut off or damaged: \(what) lies outside of the file"
    case .notDynamic: "it has no dynamic section: it is a program or an object file"
    }
  }
}
