/// What can be mended without anybody's judgement.
package enum Repair: Hashable, Sendable {
  /// Take the folders of the building machine out of the library's run paths.
  case runPath
  /// Write a README from what the manifest says.
  case readme
}

extension Subject {
  /// Mends what the breaches of `report` say can be mended.
  ///
  /// - Returns: what was changed, and what could not be, in words. The subject is as it was read:
  ///   whoever wants to see the plugin mended reads it again.
  package func mend(_ report: CheckReport) throws(PlaceProblem) -> [String] {
    let repairs = report.results.flatMap(\.verdict.breaches).compactMap(\.repair)
    var done: [String] = []
    if repairs.contains(.runPath) { done += try mendRunPaths() }
    if repairs.contains(.readme) { done += try writeReadme() }
    return done
  }

  private func mendRunPaths() throws(PlaceProblem) -> [String] {
    var (bytes, done) = (self.bytes, [String]())
    // The last first: where one leaves the dynamic section, those behind it move.
    for index in (try? ELFFile(bytes))?.runPaths.indices.reversed() ?? (0..<0).reversed() {
      guard let file = try? ELFFile(bytes) else { break }
      let path = file.runPaths[index]
      let kept = path.portableFolders
      guard kept != path.folders else { continue }
      guard let changed = file.keeping(kept, in: path, of: bytes) else {
        done.append(
          "\(place.libraryName): its run path is part of another name, and was left as it is")
        continue
      }
      bytes = changed
      let gone = path.folders.filter { !kept.contains($0) }.map { "“\($0)”" }
      done.append(
        "\(place.libraryName): it looks for libraries no more in \(gone.joined(separator: ", "))")
    }
    if bytes != self.bytes { try Place.write(bytes, to: place.library) }
    return done
  }

  private func writeReadme() throws(PlaceProblem) -> [String] {
    guard let folder = place.folder, let manifest else { return [] }
    let path = "\(folder)/README.md"
    try Place.write(Array(manifest.readme.utf8), to: path)
    return ["\(path): written from the manifest; say more in it"]
  }
}
