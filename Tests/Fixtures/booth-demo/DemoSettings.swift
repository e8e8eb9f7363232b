internal import Terminal

/// What the command line says.
struct DemoSettings {
  var poll = "all"
  var names = 4
  var usesCodes = false
  var isBlind = false
  var hasProxy = false
  /// The first ballot can't be put in the box.
  var refusesOnce = false
  var receipts = BoothPoll.Receipts.none
  var box: String?
  var clock: String?
  /// The file that says how the vote stands: open, closed, over or unreachable.
  var standing: String?
  /// The file that is told whether somebody is in the booth.
  var presence: String?
  var takesEntered = false
  var options = BoothOptions()

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--poll": poll = rest.popFirst() ?? poll
      case "--names": names = rest.popFirst().flatMap { Int($0) } ?? names
      case "--codes": usesCodes = true
      case "--blind": isBlind = true
      case "--proxy": hasProxy = true
      case "--refuse-once": refusesOnce = true
      case "--linear": options.isLinear = true
      case "--receipts": receipts = rest.popFirst() == "full" ? .full : .inclusion
      case "--box": box = rest.popFirst()
      case "--clock": clock = rest.popFirst()
      case "--standing": standing = rest.popFirst()
      case "--presence": presence = rest.popFirst()
      case "--entered": takesEntered = true
      default: break
      }
    }
  }
}
