/// A number as it is shown, parted where a column lines it up.
struct ShownNumber: Equatable {
  /// Sign and digits before the decimal mark.
  var whole: String
  /// The decimal mark and the digits after it.
  var decimals: String
  /// What follows the digits: ` %`, ` ?`.
  var suffix: String

  var text: String { whole + decimals + suffix }
}
