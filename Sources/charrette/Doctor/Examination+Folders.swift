import ExerciseProtocol
import Glibc
import SessionStore
import SystemPackage

extension Examination {
  /// Where things are kept, and who may change them.
  static func folders(_ options: CommonOptions, _ places: Places) -> Examination {
    let history = places.historyFile
    let state = String(history[..<(history.lastIndex(of: "/") ?? history.startIndex)])
    let named = [
      ("Sessions", places.sessions), ("Data", places.data), ("Caches", places.cache),
      ("History", state),
    ]
    return Examination(
      area: "folders", title: "Folders", findings: named.map { finding($0, $1) },
      details: named.map { .init($0.lowercased(), .string($1)) })
  }

  private static func finding(_ name: String, _ path: String) -> Finding {
    var status = stat()
    guard stat(path, &status) == 0 else {
      // It is made when it is first needed, by whoever runs charrette.
      let parent = nearest(to: path)
      guard access(parent, W_OK) == 0 else {
        return .problem(
          "\(name): \(path) is not there, and can't be made in \(parent).",
          hint: "Make it, or name another folder.")
      }
      return .good("\(name): \(path) (made when it is needed)")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return .problem("\(name): \(path) is no folder.", hint: "Move that file out of the way.")
    }
    guard access(path, R_OK | W_OK | X_OK) == 0 else {
      return .problem(
        "\(name): \(path) can't be \(access(path, R_OK | X_OK) == 0 ? "written to" : "read").",
        hint: "chmod u+rwx '\(path)', as its owner.")
    }
    guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
      return .problem(
        "\(name): everybody on this machine can change what is in \(path).",
        hint: "chmod o-w '\(path)'")
    }
    return .good("\(name): \(path)")
  }

  /// How long the disk takes to keep what people say.
  static func disk(_ places: Places) -> Examination {
    let folder = nearest(to: places.sessions)
    var result = Examination(area: "disk", title: "Disk", findings: [])
    do throws(Errno) {
      let time = try SyncProbe.median(in: FilePath(folder))
      let microseconds = time / .microseconds(1)
      result.details = [.init("sync-microseconds", .number((microseconds * 10).rounded() / 10))]
      guard time >= SyncProbe.implausible else {
        result.findings = [
          .problem(
            """
            A line is kept in \(Self.short(microseconds)) µs in \(folder), which no disk can do: \
            what is said there does not outlive a power cut.
            """,
            hint: "This is memory, or a disk that lies. Keep sessions elsewhere: --sessions FOLDER")
        ]
        return result
      }
      result.findings = [
        .good("A line is safe on the disk after \(Self.short(microseconds)) µs, in \(folder).")
      ]
    } catch {
      result.findings = [
        .problem(
          "Nothing can be kept in \(folder): \(error).", hint: "Free some space, or mend it.")
      ]
    }
    return result
  }

  private static func short(_ number: Double) -> String {
    number < 10 ? "\((number * 10).rounded() / 10)" : "\(Int(number.rounded()))"
  }

  /// The folder itself, or the first above it that is there.
  private static func nearest(to path: String) -> String {
    var rest = path
    while !rest.isEmpty {
      if access(rest, F_OK) == 0 { return rest }
      guard let slash = rest.lastIndex(of: "/") else { return "." }
      rest = String(rest[..<slash])
    }
    return "/"
  }
}
