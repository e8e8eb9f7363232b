import ExerciseProtocol

extension WireForm {
  static let contributions = [
    WireForm(
      "a manifest that contributes",
      Manifest(
        id: "check-in", name: "Check-in", version: "0.1.0", summary: "", author: "",
        licence: "MIT", exercises: [],
        contributes: Contributions(
          templates: ["day.yaml"],
          sections: [SectionDescription(id: "mood", title: "Mood", summary: "the check-ins")],
          importers: [
            ImporterDescription(
              id: "lines", name: "Lines", summary: "a card for each line", extensions: ["txt"],
              fields: [
                FieldDescription(
                  "remark", .text, "What begins a remark", isRequired: false, defaultValue: "#")
              ])
          ]), capabilities: ["org.example.chime/1"]),
      """
      {"id": "check-in", "name": "Check-in", "version": "0.1.0", "summary": "", "author": "",
       "licence": "MIT", "capabilities": ["org.example.chime/1"],
       "contributes": {
         "templates": ["day.yaml"],
         "sections": [{"id": "mood", "title": "Mood", "summary": "the check-ins"}],
         "importers": [
           {"id": "lines", "name": "Lines", "summary": "a card for each line",
            "extensions": ["txt"],
            "fields": [{"name": "remark", "summary": "What begins a remark", "default": "#",
                        "type": "text"}]}
         ]}}
      """),
    WireForm(
      "hello with extensions",
      Request.hello(versions: [1], host: "charrette 1.1.0", extensions: ExtensionID.all),
      """
      {"call": "hello", "versions": [1], "host": "charrette 1.1.0",
       "extensions": ["charrette.report-section/1", "charrette.importer/1"]}
      """),
    WireForm(
      "welcome with extensions", Reply.welcome(version: 1, extensions: [.importer]),
      #"{"reply": "welcome", "version": 1, "extensions": ["charrette.importer/1"]}"#),
    WireForm(
      "section",
      Request.section(
        "mood",
        activities: [ActivityNews("a1"), ActivityNews("a3", events: [.cardRemoved("c7")])]),
      """
      {"call": "section", "section": "mood",
       "activities": [{"activity": "a1"}, {"activity": "a3", "events": [{"card-removed": "c7"}]}]}
      """),
    WireForm(
      "import",
      Request.importing(
        "lines", file: FileForm(name: "a.txt", base64: "VGlyZWQ="), fields: ["remark": "#"]),
      """
      {"call": "import", "importer": "lines", "file": {"name": "a.txt", "base64": "VGlyZWQ="},
       "fields": {"remark": "#"}}
      """),
    WireForm(
      "import of several",
      Request.importing(
        "lines",
        file: FileForm(
          name: "1.txt", base64: "VGlyZWQ=", more: [FileForm(name: "2.txt", base64: "QXdha2U=")]),
        fields: [:]),
      """
      {"call": "import", "importer": "lines", "file": {"name": "1.txt", "base64": "VGlyZWQ=",
       "more": [{"name": "2.txt", "base64": "QXdha2U="}]}, "fields": {}}
      """),
  ]
}
