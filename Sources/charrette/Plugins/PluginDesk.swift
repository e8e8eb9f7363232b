import ArgumentParser
import ExerciseProtocol
import PluginHost
import PluginShelf
import Rendering
import SessionStore
import SystemPackage
import Terminal
import Workshop

/// How results of `charrette plugin …` are printed.
enum PluginFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

/// What all commands about installed plugins share.
struct PluginDesk {
  let format: PluginFormat
  let shelf: PluginShelf
  private let places: Places

  init(_ format: PluginFormat) {
    self.format = format
    places = Places(nil)
    shelf = PluginShelf(dataFolder: places.data)
  }

  /// Does `body`; what goes wrong ends the process in the same words everywhere.
  static func run<Result>(_ body: () throws(ShelfFault) -> Result) throws -> Result {
    do throws(ShelfFault) {
      return try body()
    } catch {
      throw CommandProblem.error(error.problem)
    }
  }

  // MARK: Printing

  /// The view, or one JSON object.
  ///
  /// - Throws: where it can't be written. What was asked for is done all the same.
  func tell(_ view: View, _ json: @autoclosure () -> JSONValue) throws(OutputLost) {
    let text =
      switch format {
      case .text: text(of: view)
      case .json: json().text(.indented) + "\n"
      }
    try Output.write(text)
  }

  func tell(_ sentence: String, _ json: @autoclosure () -> JSONValue) throws(OutputLost) {
    try tell(View([.note(sentence, .success)]), json())
  }

  private func text(of view: View) -> String {
    Presentation(
      TerminalStyle(
        columns: max(20, TerminalCapabilities.current().columns),
        usesColour: TerminalCapabilities.current().usesColour,
        usesUnicode: TerminalCapabilities.current().usesUnicode, isLinear: false)
    ).text(of: view)
  }

  // MARK: Asking

  /// Asks once, on the terminal. Where nobody can be asked, that is a mistake in how it was called.
  func ask(_ question: String) throws -> Bool {
    guard format == .text, TerminalCapabilities.current().inputIsTerminal else {
      throw ValidationError("Nobody can be asked here.\nHint: --yes installs without a question.")
    }
    try Output.write("\(neutralised(question)) [y/N] ")
    let answer = readLine() ?? ""
    return ["y", "yes"].contains(answer.lowercased())
  }

  // MARK: Reading a plugin

  /// What a staged library says it is, asked in a confined process of its own: nothing of it is
  /// ever loaded into this one.
  func manifest(of staged: StagedPlugin) throws -> Manifest {
    var runner = Wiring.runner(places)
    runner.isInstalled = true
    let supervisor = Supervisor(
      library: staged.library, plugin: staged.bundle.library, runner: runner)
    defer { supervisor.close() }
    do throws(PluginFailure) {
      let manifest = try supervisor.manifest()
      guard PluginShelf.isID(manifest.id) else {
        throw PluginFailure(
          plugin: staged.bundle.library,
          kind: .garbage("its id “\(manifest.id)” is not of a–z, 0–9, “.” and “-” alone"))
      }
      return manifest
    } catch {
      var problem = error.problem
      problem.hint = "Nothing was installed. charrette plugin check tells more."
      throw CommandProblem.error(problem)
    }
  }

  /// A file's bytes; a problem names what it was for.
  func read(_ path: String) throws -> [UInt8] {
    do throws(Problem) {
      return try LocalFiles().read(path)
    } catch {
      throw CommandProblem.error(error)
    }
  }
}

/// A problem as the error that ends the process: 2 where it was asked wrongly, else 1.
enum CommandProblem {
  static func error(_ problem: Problem) -> any Error {
    problem.isUsage
      ? ValidationError(Presentation.plainText(of: problem)) : Failure(problem)
  }
}

/// A key, given as its 64 digits or as the path of its file.
struct KeyArgument: ExpressibleByArgument {
  let key: PublicKey

  init?(argument: String) {
    if let key = PublicKey(argument) {
      self.key = key
    } else if let bytes = try? LocalFiles().read(argument), let key = PublicKey(file: bytes) {
      self.key = key
    } else {
      return nil
    }
  }
}
