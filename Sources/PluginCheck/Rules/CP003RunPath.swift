extension CheckRule {
  static let runPath = CheckRule(
    id: "CP003",
    title: "It looks for no library on the machine that built it",
    severity: .error,
    reason: """
      A run path into a build folder names what is not there elsewhere, or what somebody else put \
      there: then their library is loaded. The current folder is the same.
      """,
    mend: """
      Leave such folders out: $ORIGIN is where the plugin itself is. `--fix` takes them out of the \
      built library. The folder of Swift's own libraries is no more than a warning: it is there \
      where Swift is installed in the same place.
      """,
    example: "$ charrette plugin check --fix libmy-exercise.so",
    needs: .file
  ) { subject in
    guard let file = try? subject.elf.get() else {
      return .notJudged("it can't be read: see \(library.id)")
    }
    return .judged(
      file.runPaths.flatMap { path in
        path.folders.compactMap { folder in breach(folder, subject.place.libraryName) }
      })
  }

  private static func breach(_ folder: String, _ name: String) -> Breach? {
    switch ELFFile.RunPath.Folder(folder) {
    case .portable: nil
    case .toolchain:
      Breach(
        name, "Swift's own libraries are found in \(folder), where this machine has them",
        severity: .warning)
    case .current:
      Breach(
        name, "it looks for libraries in “\(folder)” of the current folder", repair: .runPath)
    case .builder:
      Breach(
        name, "it looks for libraries in \(folder), a folder of the machine that built it",
        repair: .runPath)
    }
  }
}
