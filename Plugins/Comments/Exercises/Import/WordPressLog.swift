/// What plugins of WordPress keep as comments because it is convenient, and what nobody said: the
/// notes of an order, the log of a scheduler, the deliveries of a webhook, an editor's notes.
enum WordPressLog {
  /// The posts that are none: what is “said” under them is a log.
  private static let records: Set<String> = [
    "shop_order", "shop_order_refund", "shop_order_placehold", "shop_subscription",
    "shop_coupon", "scheduled-action", "edd_payment", "shop_webhook", "wpcf7_contact_form",
    "customize_changeset", "revision",
  ]

  /// - Parameters:
  ///   - type: the comment's; empty or `comment` for what people say.
  ///   - post: the type of the post that it stands under; empty where it is not told.
  static func isLog(type: String, ofPost post: String = "") -> Bool {
    if records.contains(post) { return true }
    let type = type.lowercased()
    guard !["", "comment", "review", "pingback", "trackback"].contains(type) else { return false }
    let words = type.split(whereSeparator: { "_-. ".contains($0) })
    return words.contains { word in
      ["note", "notes", "log", "logs", "logger", "webhook", "delivery", "payment", "activity"]
        .contains(String(word))
    }
  }
}
