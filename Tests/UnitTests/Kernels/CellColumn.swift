/// Cells of one column between line feeds, as kernels that read delimited text are given them.
///
/// - Parameter around: what stands before and behind them, as far as kernels may look.
/// - Returns: the bytes, and the byte before the first cell and behind each.
func cellColumn(_ cells: [String], around byte: UInt8) -> (bytes: [UInt8], ends: [UInt32]) {
  var text = [UInt8](repeating: byte, count: 64)
  var ends: [UInt32] = [63]
  for cell in cells {
    text += Array(cell.utf8)
    ends.append(UInt32(text.count))
    text.append(0x0A)
  }
  return (text + [UInt8](repeating: byte, count: 128), ends)
}
