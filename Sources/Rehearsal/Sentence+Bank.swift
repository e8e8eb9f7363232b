/// Our own sentences. `{who}` is several people, `{service}` one service; with a capital at the
/// beginning of a sentence.
extension Sentence.Kind {
  var patterns: [String] {
    switch self {
    case .presence:
      [
        "A little tired, and glad to be here", "Curious what {service} will say today",
        "I come straight from the night shift, be gentle", "Awake, with a long list in my head",
        "Hopeful, because {who} are here at last", "Sceptical, but I came",
        "Late, because of {service}, and now I am here", "Here for {who}, who could not come",
        "Quiet today; I would rather listen to {who}", "In a good mood, {service} rang me back",
        "Nervous: I have never said anything about {service} in public",
        "With a cold, a coffee and a question about {service}",
      ]
    case .hope:
      [
        "That {who} are asked before {service} changes again",
        "One person at {service} who knows the whole story",
        "That {service} and the people who use it talk every month",
        "{Who} say of {service}: that was easy", "That we leave with something we start on Monday",
      ]
    case .fear:
      [
        "That {service} has decided already, and this is for show",
        "{Who} will hear nothing more after today",
        "That the loud ones win and {who} stay quiet", "That it ends as a paper about {service}",
      ]
    case .problem:
      [
        "{Who} wait weeks for an answer from {service}",
        "The form of {service} asks {who} the same thing three times",
        "Nobody tells {who} what happens next at {service}",
        "{Service} closes before {who} can get there",
        "{Who} give up on {service} after the second call",
        "Letters from {service} are written for lawyers, not for {who}",
        "{Who} tell {service} their story again with every new face",
      ]
    case .cause:
      [
        "Because {service} was planned around its own departments",
        "Because nobody asked {who} before it was changed",
        "Because the counter and {service} keep two different records",
        "Because {service} is paid per call and not per problem solved",
        "Because the rules of {service} were written for another time",
        "Because {who} were never counted when the hours were set",
      ]
    case .need: Self.needs
    case .strength:
      [
        "The woman at the counter of {service} knows everybody by name",
        "{Who} already help each other with {service}",
        "{Service} has a warm room that stands empty in the evening",
        "People trust {service} more than any website",
        "{Service} answers within the day when a nurse or a teacher calls",
      ]
    case .evidence: Self.facts
    case .assumption:
      [
        "{Who} read the letters of {service}", "{Who} have a phone that can open the form",
        "{Service} has somebody free to do it", "{Who} would come if the hours were longer",
        "What worked at {service} works elsewhere too",
      ]
    case .stakeholder:
      [
        "{Who}", "The people behind the counter of {service}", "The drivers and the cleaners",
        "The manager of {service}", "The landlords", "Those who gave up on {service} long ago",
      ]
    case .feeling:
      [
        "Ashamed to ask at {service} again", "Relieved when {service} finally calls back",
        "Angry, and too tired to complain about {service}",
        "Proud to have found the way through {service} alone",
        "Afraid of doing something wrong at {service}",
      ]
    case .saying: Self.sayings
    case .doing:
      [
        "Rings {service} in the lunch break", "Asks a neighbour how {service} works",
        "Goes to {service} with a folder full of letters", "Waits forty minutes at {service}",
        "Fills in the form of {service} on a borrowed phone",
        "Writes down the name of who answered",
      ]
    case .question:
      [
        "Who pays for it in the second year?", "How would {who} hear of it?",
        "What does it change for the people who work at {service}?",
        "Who decides if it does not work?", "When would {service} begin with it?",
      ]
    default: further
    }
  }

  private var further: [String] {
    switch self {
    case .idea: Self.ideas
    case .risk:
      [
        "{Who} are shut out, because it asks for a phone",
        "{Service} loses the one person who knows how it works",
        "The money ends after a year and {service} goes back to before",
        "{Who} share what they would rather keep to themselves",
        "Staff of {service} get a second job on top of the first",
      ]
    case .action:
      [
        "Ask {who} what they would change first at {service}",
        "Spend a morning at the counter of {service} and listen",
        "Write to the manager of {service} and invite her",
        "Put up a note at {service} that says what we heard today",
        "Try the new letter of {service} with five people",
      ]
    case .decision:
      [
        "We begin with {service} and tell everybody why",
        "{Who} have a seat wherever {service} is planned",
        "We try it at {service} for three months, and then look again",
      ]
    case .insight:
      [
        "The people at {service} know the problem, and nobody had asked them",
        "{Who} and the staff of {service} want nearly the same",
        "What {who} miss at {service} is an answer, not a discount",
        "The first contact with {service} decides about all the others",
      ]
    case .reaction:
      [
        "I like it, as long as {who} can still come in person",
        "It is small enough to try at {service}", "I would start later, after the summer",
        "It makes sense to me, and I would help at {service}",
        "I am not sure that {service} has the people for it",
      ]
    case .digital:
      [
        "A text message from {service} that says where you stand",
        "One page about {service} that {who} can read on an old phone",
        "A shared calendar of {service}, with a number to ring beside it",
        "Never online only: {who} need a counter at {service} too",
      ]
    default: ["{Who} know {service} better than any plan does"]
    }
  }

  private static let needs = [
    "{Who} need to know who at {service} looks after their case",
    "{Who} need {service} to be open after work once a week",
    "To ask {service} something without giving my name",
    "A straight answer from {service}, also when it is no",
    "{Who} need words from {service} that a ten-year-old understands",
    "To be treated as somebody who knows something about {service}",
  ]

  private static let facts = [
    "Of twenty people we asked at {service}, fourteen came for the second time",
    "{Service} counted 340 calls in March, half of them to ask what a letter means",
    "Two of three {who} had never heard of {service}",
    "On Mondays the queue at {service} is four times as long",
    "A letter from {service} takes eleven days to arrive",
  ]

  private static let sayings = [
    "I have used {service} for years, and it works when somebody picks up the phone",
    "{Who} should be in the room when {service} is discussed",
    "We talk about {service} and mean our own departments",
    "It is not the website of {service}, it is what happens after it",
    "{Service} was at its best when the staff could decide themselves",
    "If it works for {who}, it works for everybody who uses {service}",
    "I don't know whom to ask at {service}, and I am paid to know",
  ]

  private static let ideas = [
    "A named person at {service} for everybody who comes a second time",
    "{Who} test every letter of {service} before it goes out",
    "An evening a week when {service} comes to the market hall",
    "A card that {who} carry, so that {service} need not ask again",
    "Staff of {service} swap places with a neighbouring office for a day",
    "A phone line of {service} where {who} help each other",
    "{Service} rings people up the day before, instead of fining them after",
    "A box at {service}: what annoyed you today?",
  ]
}
