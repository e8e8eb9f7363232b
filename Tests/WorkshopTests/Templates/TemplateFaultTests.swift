import Testing
import Workshop

@Suite("Faults of templates")
struct TemplateFaultTests {
  @Test(
    "Each is named with its file and line, and with the mend",
    arguments: [
      ("charrette-template: 1", "", "2: this is not a template of version 1."),
      ("charrette-template: 1", "charrette-template: 2", "1: this is not a template of version 1."),
      ("name: short", "", "1: “name” is missing."),
      ("name: short", "name: Short Talk", "2: “Short Talk” is no name in kebab case."),
      ("name: short", "name: long", "2: the name “long” is not the file's, “short”."),
      ("name: short", "name: short\nname: long", "3: “name” stands here a second time."),
      ("title: Short", "title:", "3: “title” is empty."),
      ("title: Short", "titel: Short", "3: “titel” is not known here."),
      ("title: Short", "title: [a, b]", "3: “title” is not a text."),
      ("title: Short", "title: \"a\\nb\"", "3: “title” goes over several lines."),
      ("One step.", String(repeating: "x", count: 601), "4: “summary” is 601 characters long"),
      ("phase: define", "phase: middle", "5: there is no phase “middle”."),
      ("phase: define", "", "1: “phase” is missing."),
      ("people: 3-40", "people: 40-3", "6: “people” is no size of a group."),
      ("people: 3-40", "people: 0", "6: “people” is no size of a group."),
      ("people: 3-40", "people: 3-4-5", "6: “people” is no size of a group."),
      ("originator: Somebody, somewhere.", "originator: {a: b}", "7: “originator” is not a text."),
      ("  - Pens", "  pens: 3", "10: “materials” is not a list."),
      ("- Pens", "- [a]", "10: “materials” is not a text."),
      ("- exercise: discussion", "- exercize: discussion", "12: “exercize” is not known here."),
      ("exercise: discussion", "template: x", "19: “gives” is not known here."),
      ("title: Talk", "template: x", "12: a step is an exercise or a template, and this is both."),
      ("  - exercise: discussion", "  -", "13: “exercise” is missing."),
      ("minutes: 10", "minutes: ten", "15: “minutes” is not a whole number from 1 to 1440."),
      ("minutes: 10", "minutes: 0", "15: “minutes” is not a whole number from 1 to 1440."),
      ("minutes: 10", "minutes: 1441", "15: “minutes” is not a whole number from 1 to 1440."),
      ("takes: nothing", "takes: some", "16: “Talk” takes from “some”, and no earlier step is"),
      ("takes: nothing", "takes: #idea", "16: “takes” does not say which cards come in."),
      ("takes: nothing", "takes: previous", "16: the first step takes what comes before it"),
      ("focus: What now?", "focus: {a: b}", "14: “focus” is not a text."),
      ("      order: newest", "      - newest", "18: “settings” is not names with values."),
      ("order: newest", "order: [newest]", "18: “order” is not one value."),
      ("    guide:", "    guide: {a: b}\n    more:", "20: “guide” is not a list."),
      ("- do: Read it out.", "- Read it out.", "21: it is not told what this is for."),
      ("- do: Read it out.", "- Do: Read it out.", "21: “Do” is not known here."),
      ("- do: Read it out.", "- do: a\n        tip: b", "21: this entry says several things."),
      ("- tip: Wait.", "- tip:", "23: “tip” is empty."),
      ("title: Talk", "title: \"Talk", "22: did not find expected key."),
      ("    title: Talk", "\ttitle: Talk", "13: found a tab character that violates indentation."),
      ("title: Talk", "title: &a Talk", "13: anchors and aliases (& and *) have no place here."),
    ])
  func faults(_ line: String, _ spoilt: String, _ message: String) throws {
    let yaml = TemplateSamples.good.replacing(line, with: spoilt)
    let shelf = TemplateShelf(["short": yaml])
    #expect(shelf.templates.isEmpty)
    let problem = try #require(shelf.faults.first).problem
    #expect(problem.message.hasPrefix("short.yaml:\(message)"), "\(shelf.told)")
    #expect(problem.hint != nil)
  }

  @Test("All of a file are found in one go, in the order of its lines")
  func allAtOnce() {
    var yaml = TemplateSamples.good
    for (line, spoilt) in [
      ("title: Short", "titel: Short"), ("phase: define", "phase: middle"),
      ("minutes: 10", "minutes: ten"), ("- tip: Wait.", "- hint: Wait."),
    ] { yaml.replace(line, with: spoilt) }
    #expect(
      TemplateShelf(["short": yaml]).told == [
        "short.yaml:3: “titel” is not known here.",
        "short.yaml:5: there is no phase “middle”.",
        "short.yaml:15: “minutes” is not a whole number from 1 to 1440.",
        "short.yaml:23: “hint” is not known here.",
      ])
  }

  @Test("A file with nothing in it, or something else, is told so")
  func nothing() {
    for (yaml, message) in [
      ("", "t.yaml:1: the file is empty."),
      ("# only a remark", "t.yaml:1: the file is empty."),
      ("- a list", "t.yaml:1: names with values are expected here."),
      ("words", "t.yaml:1: names with values are expected here."),
      ("--- {}\n--- {}", "t.yaml:2: another document begins here."),
      (TemplateSamples.template("t", []), "t.yaml:7: the agenda has no steps."),
      (TemplateSamples.template("t", ["3"]), "t.yaml:8: names with values are expected here."),
    ] {
      #expect(TemplateShelf(["t": yaml]).told.last == message)
    }
  }

  @Test("Neither aliases that multiply, nor depth, nor size keep it busy")
  func bombs() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let texts = [
      bomb, bomb + "? *a40\n: x\n", "a: &a [*a]", "a: *b",
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
      String(repeating: "{a: ", count: 100_000), "a: \"" + String(repeating: "x", count: 300_000),
      TemplateSamples.good + String(repeating: "\n# x", count: 100_000),
    ]
    for text in texts {
      let shelf = TemplateShelf(["t": text])
      #expect(shelf.templates.isEmpty && !shelf.faults.isEmpty)
    }
  }

  @Test("A list that is too long is told so, and not read to its end")
  func tooMany() {
    let steps = Array(repeating: TemplateSamples.step("A"), count: 101)
    #expect(
      TemplateShelf(["t": TemplateSamples.template("t", steps)]).told.contains(
        "t.yaml:8: “agenda” has 101 entries, and 100 are allowed."))
    let entries = String(repeating: "          - do: x\n", count: 41)
    let yaml = TemplateSamples.good.replacing("      - do: Read it out.\n", with: "")
    #expect(
      TemplateShelf(["short": yaml + "\n" + entries.replacing("          ", with: "      ")])
        .told == ["short.yaml:21: “guide” has 45 entries, and 40 are allowed."])
  }
}
