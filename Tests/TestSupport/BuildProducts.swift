internal import ExerciseTesting

/// Where the build put the programs and libraries that tests start.
package enum BuildProducts {
  /// The folder of the test bundle that runs, `.build/debug` or the like; nil where the test code
  /// does not come from a file.
  ///
  /// Not the folder of the running program: that may be the toolchain's own. The kernel's list of
  /// what is mapped where knows which file this very code came from.
  package static var folder: String? { LoadedFile.folder(of: #dsohandle) }

  /// A program, by its product's name.
  package static func program(_ name: String) -> String? { folder.map { "\($0)/\(name)" } }

  /// A dynamic library, by its product's name.
  package static func library(_ name: String) -> String? { folder.map { "\($0)/lib\(name).so" } }
}
