import HoiAnswer
import HoiNumbers
import HoiPlanning

/// The verdict on a target in each row, by its place among all verdicts; missing where there is no
/// year to judge.
func verdicts(
  _ judged: JudgedTarget, _ judge: TargetCells, keys: [[Int32]], rowCount: Int
) throws(LeafFailure) -> NumberColumn {
  var builder = NumberColumnBuilder(capacity: rowCount)
  for row in 0..<rowCount {
    let group = judged.places.map { keys[$0][row] }
    guard let year = judged.timePlace.map({ keys[$0][row] }) ?? judged.year ?? judge.years.last
    else {
      builder.append(.missing)
      continue
    }
    let verdict = try judge.finding(group, in: year).verdict
    builder.append(Fraction(Int128(Verdict.allCases.firstIndex(of: verdict)!)))
  }
  return builder.finish()
}
