import ExerciseProtocol
import Rendering
package import Workshop

extension Console {
  /// Leads somebody who came without a word into a running workshop: an earlier one, or a new one
  /// in three questions. Every question can be passed by Enter, and left by ^C or ^D; a command in
  /// place of an answer leaves them too, and is done.
  package func welcome() {
    write(line(Wording.welcome, as: .hint) + "\n")
    do throws(Problem) {
      let sessions = try desk.library.list().prefix(9)
      guard !sessions.isEmpty else { return try begin() }
      // The latest one first, so that after a break or a power cut Enter alone goes on.
      let choice = choose(
        Wording.askSession, numbered(sessions.map(\.called)) + [(0, Wording.newSession)]
      ) { answer in
        guard case .found(let meant) = Array(sessions).session(called: answer, isExact: false)
        else { return nil }
        return sessions.firstIndex(of: meant).map { $0 + 1 }
      }
      guard let choice else { return }
      if choice == 0 { return try begin() }
      try open(sessions[choice - 1].name)
    } catch {
      show(error)
    }
  }

  /// Opens a session and shows where it stands. One whose exercise can't show itself, because its
  /// plugin is gone or broken, is open all the same.
  package func open(_ name: String) throws(Problem) {
    let opened = try desk.openSession(called: name).view
    show(opened.withoutWarnings)
    if desk.session?.current != nil {
      do throws(Problem) {
        try showPlace()
      } catch {
        show(error)
      }
    }
    confirm(opened.warningBlocks)
  }

  /// Warnings of what was found come last, next to the prompt, and stay until somebody has answered
  /// them. Whatever is typed in place of Enter is the next line.
  private func confirm(_ warnings: [View.Block]) {
    guard !warnings.isEmpty else { return }
    show(View(warnings))
    // What others do meanwhile is shown, and the warnings stay below it.
    editor.watched = watchedDescriptors
    let arrow = presentation.style.usesUnicode ? "›" : ">"
    while true {
      switch ask(Question(Prompt("\(Wording.confirmWarnings) \(arrow) "))) {
      case .text(let text):
        standing.wereAnswered(byLineBegunAt: editor.lineBegan ?? .now)
        // What was pasted is the next line, and asked about.
        if text.contains(where: { !$0.isWhitespace }) { steering = text }
        // Enter that was typed before they were there says nothing.
        if steering == nil, !standing.blocks.isEmpty { continue }
        return
      case .refused(let refusal): show(refusal.problem)
      case .cancelled, .ended:
        standing = StandingWarnings()
        return
      }
    }
  }

  private func begin() throws(Problem) {
    guard let title = ask(Wording.askTitle, "  › "), !title.isEmpty else { return }
    if let other = try desk.sessionsMistakable(for: title).first {
      let choice = choose(
        Problem.mistakable(title, [other]).message,
        [(1, Wording.openOther(other.called)), (2, Wording.beginAnother(title))]
      ) { _ in nil }
      guard let choice else { return }
      if choice == 1 { return try open(other.name) }
    }
    var template: Template?
    let shelf = desk.surroundings.templates.shelf
    if !shelf.templates.isEmpty {
      guard let choice = chooseTemplate(shelf) else { return try beginForCommand(title) }
      template = choice > 0 ? shelf.templates[choice - 1] : nil
    }
    show(try desk.begin(title, with: template).view)
    var joined = View()
    let left = welcomePeople(&joined)
    if template != nil {
      var started = try desk.perform("/start")
      let begun = line(Wording.begun, as: .hint)
      let whole = View(joined.blocks + started.view.blocks)
      // Where it would scroll away it is told last, next to the prompt.
      let fits = presentation.text(of: whole).rows + begun.rows + 1 < rows
      if fits { started.view = whole }
      _ = try follow(started)
      if !fits { show(joined) }
      write(begun)
    } else {
      show(joined)
    }
    // Next to the prompt, where they come back.
    if !left.failures.isEmpty { _ = finish(left, of: left.failures.count) }
  }

  /// A command in place of the answer to how it shall go is done in the workshop that was named, so
  /// that its name is not asked for again; where it leads elsewhere, there is none.
  private func beginForCommand(_ title: String) throws(Problem) {
    let elsewhere = ["quit", "exit", "open", "new", "sessions", "rehearse"]
    guard let steering, let first = steering.split(whereSeparator: \.isWhitespace).first,
      let shape = desk.shape(ofCommand: String(first.dropFirst())),
      !elsewhere.contains(shape.name.text)
    else { return }
    show(try desk.begin(title, with: nil).view)
  }

  /// Asks until the names are taken, or Enter passes the question.
  ///
  /// - Parameter joined: gets what is told of those who were typed.
  /// - Returns: what of a pasted list could not be taken.
  private func welcomePeople(_ joined: inout View) -> PasteOutcome {
    var offered: String?
    while true {
      guard let people = ask(Wording.askPeople, "  › ", takesList: true, offered: offered),
        !people.isEmpty
      else { return PasteOutcome() }
      if people.contains(where: \.isNewline) {
        let entries = PastedLines(people).entries
        return addList(PastedText(before: "/people add ", people), entries)
      }
      do throws(Problem) {
        joined = try desk.perform("/people add \(people)").view
        return PasteOutcome()
      } catch {
        show(error)
        offered = people
      }
    }
  }

  /// Asks for a whole workshop by number, or for any template by name.
  ///
  /// - Returns: the template's place on the shelf, from 1; 0 for an empty agenda. Nil where the
  ///   person went out.
  private func chooseTemplate(_ shelf: TemplateShelf) -> Int? {
    let all = Array(shelf.templates.enumerated())
    let whole = all.filter { $0.element.head.phase == .whole }
    let offered = whole.isEmpty ? Array(all.prefix(9)) : Array(whole.prefix(9))
    // Several summaries would not leave room for the question.
    let isLong = offered.count > 3
    let lines = offered.map { _, template in
      isLong
        ? "\(template.title) (\(template.extent))" : "\(template.title): \(template.head.summary)"
    }
    let others = all.count - offered.count
    let choice = choose(
      Wording.askTemplate, numbered(lines) + [(0, Wording.emptyAgenda)],
      remark: others > 0 ? Wording.otherTemplates(others) : nil
    ) { answer in
      guard let template = shelf.template(called: answer) else { return nil }
      // A number that is not offered: past all of them.
      return all.first { $0.element == template }.map { offered.count + 1 + $0.offset }
    }
    guard let choice, choice > 0 else { return choice }
    return choice <= offered.count ? offered[choice - 1].offset + 1 : choice - offered.count
  }

  private func numbered(_ names: [String]) -> [(number: Int, name: String)] {
    names.enumerated().map { ($0 + 1, $1) }
  }

  /// Asks for one of several by its number, or by a name that `named` has a number for; Enter is
  /// the first. Nil where the person went out.
  private func choose(
    _ question: String, _ choices: [(number: Int, name: String)], remark: String? = nil,
    named: (String) -> Int?
  ) -> Int? {
    write(line(question, as: .title))
    for (number, name) in choices {
      let text = name.wrapped(to: presentation.style.columns - 6, indent: 0)
      for (row, part) in text.enumerated() {
        let head = row == 0 ? "\(number)".padded(to: 4, atStart: true) + "  " : "      "
        write(head + neutralised(part) + "\n")
      }
    }
    if let remark { write(line(remark, as: .hint)) }
    while true {
      guard let answer = ask(nil, "  [1] › ") else { return nil }
      if answer.isEmpty { return choices.first?.number }
      if let number = Int(answer), choices.contains(where: { $0.number == number }) {
        return number
      }
      if let number = named(answer) { return number }
      write(line(Wording.notANumber, as: .hint))
    }
  }

  /// - Parameter takesList: whether an answer may have several lines.
  private func ask(
    _ question: String?, _ prompt: String, takesList: Bool = false, offered: String? = nil
  ) -> String? {
    if let question { write(line(question, as: .title)) }
    let arrow = presentation.style.usesUnicode ? prompt : prompt.replacing("›", with: ">")
    var offered = offered
    while true {
      var question = Question(Prompt(arrow))
      question.offered = offered
      switch ask(question) {
      case .text(let text) where editor.pasted != nil && !takesList:
        write(line(Wording.pastedAnswer, as: .hint))
        offered = PastedLines(text).entries.first?.text
      case .text(let text):
        let words = text.trimmed
        if editor.pasted != nil, editor.pasted?.before.trimmed.isEmpty == true { return words }
        guard words.hasPrefix("/") else { return words }
        if words != "/cancel" { steering = words }
        return nil
      case .refused(let refusal): show(refusal.problem)
      case .cancelled, .ended: return nil
      }
    }
  }
}
