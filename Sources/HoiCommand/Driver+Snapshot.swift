import Hoi
import LineEditing

extension Driver {
  /// Says what became of the snapshot: always where it was refused, else where that is asked for.
  func tellSnapshot() {
    switch session.lastSnapshotUse {
    case .refused(let warning):
      complain(warning)
      // The same, where it was found while a question was answered.
      _ = session.takeLateRefusals()
    case .used(let path, let tables, let changed, let byteCount, let isVerified) where isVerbose:
      let checked =
        isVerified
        ? Wording(vi: "đã kiểm tra toàn bộ", en: "all of it checked")
        : Wording(vi: "phần nào được đọc mới kiểm tra phần ấy", en: "checked where it is read")
      let words = Wording(
        vi: "\(path): lấy \(tables) bảng, \(changed) bảng đọc lại vì tệp đã đổi; "
          + "\(sizeText(byteCount)), \(checked.vietnamese)",
        en: "\(path): \(tables) tables taken, \(changed) read anew because files have changed; "
          + "\(sizeText(byteCount)), \(checked.english)")
      Output.complain(words[page.language] + "\n")
    case .used, nil: break
    }
  }

  /// Says that a snapshot was found damaged by the question whose answer follows.
  func tellLateRefusals() {
    for refusal in session.takeLateRefusals() { complain(refusal) }
  }

  /// Says how much of the snapshot was looked at by all that was asked, where that is asked for.
  func tellChecked() {
    guard isVerbose,
      case .used(let path, let tables, _, let byteCount, _) = session.lastSnapshotUse,
      tables > 0
    else { return }
    Output.flush()
    let (checked, whole) = (sizeText(session.checkedSnapshotBytes), sizeText(byteCount))
    let words = Wording(
      vi: "\(path): đã kiểm tra \(checked) số liệu trong \(whole), không hỏng",
      en: "\(path): \(checked) of rows of \(whole) checked, none damaged")
    Output.complain(words[page.language] + "\n")
  }
}

/// A number of bytes for people: `960 B`, `12.3 kB`, `228.1 MB`.
func sizeText(_ count: Int) -> String {
  if count < 1000 { return "\(count) B" }
  return count < 1_000_000
    ? "\(count / 1000).\(count / 100 % 10) kB"
    : "\(count / 1_000_000).\(count / 100_000 % 10) MB"
}
