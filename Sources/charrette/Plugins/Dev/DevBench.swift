import ExerciseProtocol
import Glibc
import Platform
import PluginHost
import SessionStore
import SystemPackage
import Terminal
import Workshop

/// Builds a plugin whenever its sources are saved, and has the host use what came of it. What
/// cannot be built, or not loaded, leaves the one before in its place.
final class DevBench: Sideline {
  private let project: Project
  private let watch: SourceWatch
  /// Where the host finds the plugin: a copy, so that a build may take the library apart.
  private let place: String
  private var build: BuildProcess?
  /// Something was saved while it was built.
  private var isStale = false
  /// Once the console runs.
  var host: ExerciseHost?

  init(_ project: Project, place: String) throws(Problem) {
    guard let watch = SourceWatch(project.folder) else {
      throw Problem(
        "The sources can't be watched: the system has no watch left.",
        hint: "fs.inotify.max_user_watches is how many there are (sysctl).")
    }
    self.project = project
    self.watch = watch
    self.place = place
  }

  var descriptors: [FileDescriptor] { [watch.descriptor, build?.descriptor].compactMap(\.self) }

  func goOn() -> SidelineNews {
    if watch.hasChanged() { isStale = true }
    if let ending = build?.goOn() {
      build = nil
      let news = news(of: ending)
      return startIfStale() ?? news
    }
    return startIfStale() ?? SidelineNews()
  }

  /// The first build, of which everything is said as it comes to an end.
  ///
  /// - Returns: what is wrong; nil: it is in place.
  func buildFirst() throws(Problem) -> View? {
    let ending: BuildProcess.Ending
    do { ending = try BuildProcess(project.command, in: project.folder).finish() } catch {
      throw Problem("“\(project.command)” can't be started: \(error).")
    }
    guard ending.succeeded else { return View(Self.failure(ending)) }
    try copy(try project.library())
    return nil
  }

  /// Waits until something is saved.
  func waitForSave() {
    repeat {
      if !watch.wait() { return }
    } while !watch.hasChanged()
  }

  private func startIfStale() -> SidelineNews? {
    guard isStale, build == nil else { return nil }
    isStale = false
    do {
      build = try BuildProcess(project.command, in: project.folder)
      return nil
    } catch {
      return SidelineNews(
        View([.note("“\(project.command)” can't be started: \(error).", .failure)]))
    }
  }

  private func news(of ending: BuildProcess.Ending) -> SidelineNews {
    guard ending.succeeded else {
      return SidelineNews(View(Self.failure(ending, "; the one before goes on")))
    }
    let watch = ContinuousClock.now
    do throws(Problem) {
      let library = try project.library()
      let before = "\(place)/.before"
      rename("\(place)/\(Self.name)", before)
      try copy(library)
      if let failure = refreshed() {
        rename(before, "\(place)/\(Self.name)")
        _ = refreshed()
        var problem = failure
        problem.hint = "The one before goes on."
        throw problem
      }
    } catch {
      return SidelineNews(
        View(
          [.note(error.message, .failure)]
            + (error.hint.map { [View.Block.note($0, .hint)] } ?? [])))
    }
    let restart = Int(((ContinuousClock.now - watch) / .milliseconds(1)).rounded())
    return SidelineNews(
      View([.note("Built in \(ending.seconds.tenths) s, in use \(restart) ms later.", .success)]),
      showsActivity: true)
  }

  /// Has the host look again; what is wrong with the plugin, if anything is.
  private func refreshed() -> Problem? {
    host?.refresh()
    return host?.status.first { $0.path.hasSuffix("/\(Self.name)") }?.unknown?.problem
  }

  private static func failure(
    _ ending: BuildProcess.Ending, _ consequence: String = ""
  ) -> [View.Block] {
    [.note("It does not build (\(ending.seconds.tenths) s)\(consequence).", .failure)]
      + Project.complaint(in: ending.output)
  }

  private static let name = "libplugin.so"

  /// A whole new file in place of the old: the process that runs keeps what it has.
  private func copy(_ library: String) throws(Problem) {
    do throws(Errno) {
      let bytes = try OpenFile.reading(library).allBytes(limit: .max)
      try FilePath("\(place)/\(Self.name)").replaceFile(
        with: bytes, permissions: FilePermissions(rawValue: 0o755), isSynced: false)
    } catch {
      throw Problem("“\(library)” can't be copied: \(error).")
    }
  }
}

extension Double {
  /// `0.8`.
  fileprivate var tenths: String { "\((self * 10).rounded() / 10)" }
}
