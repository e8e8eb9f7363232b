/// What `?` explains, paragraph by paragraph, in plain words.
extension BoothWording {
  static let waitingHelp = [
    "This is a voting booth. One person after another comes to this keyboard, votes in private, "
      + "and leaves a wiped screen to the next.",
    "Press Enter, say who you are, and answer one question after the other. Nothing is handed in "
      + "before you say so twice.",
    "Everybody sees how many ballots are in the box. Nobody sees what they say before the poll is "
      + "closed.",
    "Until the poll is counted its ballots lie in clear text in this account's files. Whoever "
      + "controls this computer can read them there; a backup or a sync of the folder must rest "
      + "meanwhile.",
    "Only the facilitator can close the booth.",
  ]
  static let receiptHelp = [
    "A receipt that proves your ballot is in the box lets you check later that nothing was lost. "
      + "It can't show that this terminal took down what you meant.",
    "A receipt that also shows what you chose can be shown to others, or asked of you. With such a "
      + "receipt nobody can promise that nobody is put under pressure.",
    "In a small group, or where everybody chooses the same, the result alone tells what each "
      + "chose. No secret ballot can change that.",
  ]
  static let nameHelp = [
    "Type the first letters of any part of your name until only yours is left, then Enter.",
    "Or go to it with the arrow keys, or type the number before it.",
    "Esc, or back and Enter, leaves this screen to the next person.",
  ]
  static let codeHelp = [
    "Your slip of paper has a code. Type it as it stands there; capitals, dashes and spaces make "
      + "no difference.",
    "A code is good for one ballot. If you leave before you cast, it stays good.",
  ]
  static let startHelp = [
    "Enter begins with the first question. You can go back at any time, and change every answer "
      + "until the ballot is cast.",
    "If nobody touches a key for some minutes, the booth asks whether you are still there. If "
      + "nobody answers, the ballot is forgotten, not handed in, and you may come again.",
  ]
  static let questionHelp = [
    "Enter goes on to the next question, and after the last to all of your answers. Esc goes back; "
      + "the Tab key goes on as well.",
    "You may leave a question unanswered. You are told, and asked to press Enter once more.",
    "Nothing is handed in before you have seen all your answers and said so.",
  ]
  static func blindHelp(mayBeEmpty: Bool) -> [String] {
    [
      "Others may see this screen, so what you type is not shown, not even how much of it.",
      "Type your answer and press Enter, then type it once more. If both are the same, it is "
        + "taken; if not, this question begins again.",
      (mayBeEmpty ? "Enter alone, twice, leaves the question empty. " : "")
        + "Backspace takes back the last character, Esc the whole line.",
    ]
  }
  static let reviewHelp = [
    "Look at your answers. To change one, type its number and press Enter, or go to it with the "
      + "arrow keys and press Enter.",
    "“Cast” puts the ballot in the box. You are asked once more, and after that nobody can change "
      + "it.",
    "An empty ballot says that you were here and abstain. A spoilt ballot counts for nothing; some "
      + "hand one in to protest. Neither bears your name.",
    "You can also leave without handing anything in, and come again later.",
  ]
  static let confirmHelp = [
    "Go to “Yes” with the arrow keys and press Enter, or type 2 and press Enter. Anything else "
      + "goes back, and nothing happens."
  ]
  static let messageHelp = ["Press Enter to go on."]
  static let openingHelp = [
    "The word is asked for when you want to close the booth. Nobody can find it out from this "
      + "screen, and it is kept only in memory.",
    "If you forget it, end the program from another terminal; no ballot that was cast is lost.",
  ]
  static let leavingHelp = [
    "Type the word that you chose when the booth opened. Nothing is shown while you type.",
    "After three wrong words the booth waits a while before it takes another.",
  ]
}
