extension CheckRule {
  /// The one symbol that a plugin exports.
  static let entry = "charrette_plugin_entry"

  /// The ends of a library's parts, as linkers mark them by themselves: gold exports the first
  /// three from every library that has no version script, older ones the rest. Nobody wrote them.
  private static let marks: Set<String> = [
    "__bss_start", "_edata", "_end", "__bss_start__", "__bss_end__", "_bss_end__", "__end__",
    "_init", "_fini",
  ]

  static let exports = CheckRule(
    id: "CP002",
    title: "It exports its entry, and nothing else",
    severity: .error,
    reason: """
      The contract is one function. Whatever else is exported can be mistaken for another \
      library's, and others may come to build on it.
      """,
    mend: """
      Give the linker a version script that names the entry alone. In C, `static` for all other \
      functions is enough, or -fvisibility=hidden.
      """,
    example: """
      { global: charrette_plugin_entry; local: *; };

      linkerSettings: [.unsafeFlags(["-Xlinker", "--version-script=exports.map"])]
      """,
    needs: .file
  ) { subject in
    guard let file = try? subject.elf.get() else {
      return .notJudged("it can't be read: see \(library.id)")
    }
    let name = subject.place.libraryName
    guard file.exports.contains(entry) else {
      return .judged([Breach(name, "it does not export \(entry)")])
    }
    let others = file.exports.filter { $0 != entry && !marks.contains($0) }.sorted()
    guard let first = others.first else { return .judged([]) }
    let more = others.count == 1 ? "" : " and \(others.count - 1) more"
    return .judged([Breach(name, "it also exports \(first)\(more)")])
  }
}
