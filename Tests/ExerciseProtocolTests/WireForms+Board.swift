import ExerciseProtocol

extension WireForm {
  private static let morning = Timestamp(milliseconds: 1_318_411_800_000)

  static let cards = [
    WireForm(
      "the smallest card", Card(id: "c1", text: "A guide", activity: "a1", at: morning),
      #"{"id": "c1", "text": "A guide", "activity": "a1", "at": "2011-10-12T09:30:00.000Z"}"#),
    WireForm(
      "a whole card",
      Card(
        id: "c2", text: "Yes, a guide", author: "p1", parent: "c1", activity: "a1", at: morning,
        tags: ["skills", "youth"], hidden: "said twice",
        attributes: ["url": "https://example.org", "kind": "pingback"]),
      """
      {"id": "c2", "text": "Yes, a guide", "author": "p1", "parent": "c1", "activity": "a1",
       "at": "2011-10-12T09:30:00.000Z", "tags": ["skills", "youth"], "hidden": "said twice",
       "attributes": {"kind": "pingback", "url": "https://example.org"}}
      """),
    WireForm(
      "a participant", Participant(id: "p1", name: "Ruth Hyde"),
      #"{"id": "p1", "name": "Ruth Hyde", "role": "participant"}"#),
    WireForm(
      "a facilitator",
      Participant(id: "p2", name: "Carrie", role: .facilitator, organisation: "FutureGov"),
      #"{"id": "p2", "name": "Carrie", "role": "facilitator", "organisation": "FutureGov"}"#),
  ]

  static let changes = [
    WireForm(
      "a new card of whoever acts", Change.addCard(CardDraft("A guide")),
      #"{"change": "add-card", "text": "A guide"}"#),
    WireForm(
      "a new card that answers one, by a person named",
      Change.addCard(
        CardDraft(
          "Yes", author: .named("Ruth Hyde"), parent: .card("c1"), tags: ["skills"],
          attributes: ["kind": "idea"])),
      """
      {"change": "add-card", "text": "Yes", "author": "Ruth Hyde", "parent": "c1",
       "tags": ["skills"], "attributes": {"kind": "idea"}}
      """),
    WireForm(
      "a new card of nobody that answers the first one in this list",
      Change.addCard(CardDraft("Yes", author: .nobody, parent: .draft(0))),
      #"{"change": "add-card", "text": "Yes", "author": false, "parent": 0}"#),
    WireForm(
      "other words", Change.editCard("c1", text: "Two guides"),
      #"{"change": "edit-card", "card": "c1", "text": "Two guides"}"#),
    WireForm(
      "other tags", Change.tagCard("c1", add: ["skills"], remove: ["youth"]),
      #"{"change": "tag-card", "card": "c1", "add": ["skills"], "remove": ["youth"]}"#),
    WireForm(
      "kept with a card", Change.noteCard("c1", set: ["owner": "p1"], remove: ["due"]),
      #"{"change": "note-card", "card": "c1", "set": {"owner": "p1"}, "remove": ["due"]}"#),
    WireForm(
      "out of sight", Change.hideCard("c1", reason: "said twice"),
      #"{"change": "hide-card", "card": "c1", "reason": "said twice"}"#),
    WireForm("in sight", Change.unhideCard("c1"), #"{"change": "unhide-card", "card": "c1"}"#),
    WireForm(
      "somebody for the roster",
      Change.addParticipant(name: "Carrie", role: .facilitator, organisation: "FutureGov"),
      """
      {"change": "add-participant", "name": "Carrie", "role": "facilitator",
       "organisation": "FutureGov"}
      """),
    WireForm(
      "somebody who is not in the room",
      Change.addParticipant(
        name: "Ruth", role: .participant, organisation: nil, isPresent: false),
      """
      {"change": "add-participant", "name": "Ruth", "role": "participant", "present": false}
      """),
    WireForm(
      "the proposition", Change.propose(title: "Proposition 4", text: "We live in networks."),
      #"{"change": "propose", "title": "Proposition 4", "text": "We live in networks."}"#),
    WireForm(
      "the exercise's own event", Change.record(["voted": ["p1", ["c1": 2]]]),
      #"{"change": "record", "event": {"voted": ["p1", {"c1": 2}]}}"#),
    WireForm("an event of null", Change.record(.null), #"{"change": "record", "event": null}"#),
  ]

  static let occurrences = [
    WireForm(
      "a card is so now",
      Occurrence.card(Card(id: "c1", text: "A guide", activity: "a1", at: morning)),
      """
      {"card": {"id": "c1", "text": "A guide", "activity": "a1",
                "at": "2011-10-12T09:30:00.000Z"}}
      """),
    WireForm("a card is gone", Occurrence.cardRemoved("c1"), #"{"card-removed": "c1"}"#),
    WireForm(
      "somebody joined", Occurrence.participant(Participant(id: "p1", name: "Ruth")),
      #"{"participant": {"id": "p1", "name": "Ruth", "role": "participant"}}"#),
    WireForm(
      "the exercise's own event came true", Occurrence.recorded("revealed", at: morning),
      #"{"recorded": "revealed", "at": "2011-10-12T09:30:00.000Z"}"#),
    WireForm(
      "an event of null came true", Occurrence.recorded(.null, at: morning),
      #"{"recorded": null, "at": "2011-10-12T09:30:00.000Z"}"#),
  ]
}
