import HoiNumbers

/// A bar of block letters, an eighth of a cell fine where the glyphs allow it.
///
/// - Parameters:
///   - share: of the whole bar, from 0 to 1.
///   - isFull: whether the last eighth may be there: a bar that looks full says that it is.
func bar(_ share: Fraction, isFull: Bool, cells: Int, _ glyphs: Glyphs) -> String {
  let steps = glyphs.partialBlocks.count + 1
  let most = cells * steps - (isFull ? 0 : 1)
  let scaled = Fraction.multiplying(share, Fraction(Int128(cells * steps)))
  let whole = scaled.map { Int(clamping: $0.numerator / $0.denominator) } ?? 0
  let filled = min(max(whole, 0), most)
  let part = filled % steps
  return String(repeating: glyphs.fullBlock, count: filled / steps)
    + (part > 0 ? glyphs.partialBlocks[part - 1] : "")
}
