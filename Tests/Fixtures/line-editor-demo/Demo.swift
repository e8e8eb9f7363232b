internal import SystemPackage
internal import Terminal

final class Demo {
  private let editor: LineEditor
  private let control: FileDescriptor?
  private let done: FileDescriptor?
  private var orders = PlainLines()
  private var prompt: Prompt = "demo> "
  private var deadline: ContinuousClock.Instant?
  private var question: Question?
  private var isRunning = true

  init(arguments: ArraySlice<String>) throws {
    let signals = try TerminalSignals()
    var options = LineEditor.Options()
    var control: String?
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--history": options.history = rest.popFirst().map { HistoryFile(FilePath($0)) }
      case "--control": control = rest.popFirst()
      case "--patient": options.keyPatience = .seconds(60)
      case "--hasty": options.keyPatience = .zero
      default: options.isLinear = argument == "--linear"
      }
    }
    options.completer = Completions.complete
    editor = LineEditor(capabilities: .current(), signals: signals, options: options)
    // For reading and writing, so that they do not end when the other side closes them.
    self.control = try control.map { try .open(FilePath($0), .readWrite) }
    done = try control.map { try .open(FilePath($0 + ".done"), .readWrite) }
    editor.watched = self.control.map { [$0] } ?? []
  }

  func run() {
    while isRunning {
      let event = editor.next(prompt: prompt, until: deadline)
      switch event {
      case .line(let line): obey(line)
      case .invalidLine(let refusal):
        say("event: refused line \(refusal.line), \(refusal.reason)")
      case .interrupt: say("event: interrupt")
      case .endOfInput:
        say("event: end")
        isRunning = !editor.isAtEnd && !prompt.plain.contains("leave")
        prompt = "leave? "
      case .terminate(let signal):
        say("event: terminate \(signal)")
        isRunning = false
      case .ready:
        readOrders()
        if let asked = question.take() { ask(asked) }
      case .outputLost: isRunning = false
      case .tick:
        deadline = nil
        editor.printAbove("event: tick")
      }
    }
    editor.close()
  }

  private func say(_ text: String) { try? editor.write(text + "\n") }

  private func obey(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1)
    switch words.first {
    case ":quit": isRunning = false
    case ":ask": ask(Question(Prompt("\(words.last ?? "")? "), initial: "Ann Roe"))
    case ":secret": ask(Question("secret? ", isPrivate: true))
    default:
      say("event: line \(line.debugDescription)")
      do { try editor.remember(line) } catch { say("history: \(error)") }
    }
  }

  private func ask(_ question: Question) {
    say("answer: \(editor.ask(question, meanwhile: { _ in self.readOrders() }))")
  }

  private func readOrders() {
    guard let control else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = (try? buffer.withUnsafeMutableBytes { try control.read(into: $0) }) ?? 0
    orders.append(buffer[..<count])
    while case .success(let order)? = orders.next() {
      carryOut(order)
      _ = try? done?.writeAll([0])
    }
  }

  private func carryOut(_ order: String) {
    let words = order.split(separator: " ", maxSplits: 1).map(String.init)
    let text = words.count > 1 ? words[1] : ""
    switch words.first {
    case "notice": editor.printAbove(text)
    case "prompt":
      prompt = ""
      prompt.append(style: "\u{1B}[1m")
      prompt.append(text + "> ")
      prompt.append(style: "\u{1B}[m")
    case "ask": question = Question(Prompt(text + "? "))
    case "suspended": editor.suspended { say(text) }
    case "tick": deadline = .now
    default: break
    }
  }
}
