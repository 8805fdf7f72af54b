/// The quantile 0.9 of Student's t: half of an interval that holds four of five.
///
/// Up to thirty degrees of freedom as tabled (Fisher and Yates, *Statistical Tables*, table III, to
/// six decimals); beyond them by the expansion about the normal quantile of Cornish and Fisher
/// (Abramowitz and Stegun 26.7.5), which is right to five decimals there.
///
/// - Precondition: `degrees >= 1`.
package func studentQuantile(degrees: Int) -> Double {
  precondition(degrees >= 1, "a spread needs a degree of freedom")
  if degrees <= tabled.count { return tabled[degrees - 1] }
  let normal = 1.281_551_565_544_600_5
  let n = Double(degrees)
  let square = normal * normal
  let first = normal * (square + 1) / 4
  let second = normal * ((5 * square + 16) * square + 3) / 96
  let third = normal * (((3 * square + 19) * square + 17) * square - 15) / 384
  return normal + first / n + second / (n * n) + third / (n * n * n)
}

private let tabled: [Double] = [
  3.077684, 1.885618, 1.637744, 1.533206, 1.475884, 1.439756, 1.414924, 1.396815, 1.383029,
  1.372184, 1.363430, 1.356217, 1.350171, 1.345030, 1.340606, 1.336757, 1.333379, 1.330391,
  1.327728, 1.325341, 1.323188, 1.321237, 1.319460, 1.317836, 1.316345, 1.314972, 1.313703,
  1.312527, 1.311434, 1.310415,
]
