/// The columns of a `check`, by the names that programs read and pages are laid out from.
public enum CheckColumn: String, Sendable, CaseIterable {
  /// The target in words, and as questions name it.
  case target = "muc_tieu"
  case id
  /// What it asks for, in words: `≥ 55,7 %`.
  case threshold = "nguong"
  case comparison = "so_sanh"
  /// The unit of the value: `ratio`, `level`, `flag`, or as the model names it.
  case unit = "don_vi"
  case grade = "muc_cam_ket"
  case clause = "dieu_khoan"
  case year = "nam"
  case value = "gia_tri"
  /// The value in words, where a number alone does not say it: `2 (trung bình)`.
  case valueWords = "gia_tri_chu"
  /// What is lacking, in words: points, and units of what is counted.
  case shortfall = "con_thieu"
  case verdict = "ket_luan"
  /// Why the verdict is what it is.
  case details = "chi_tiet"
  /// The threshold, the distance to it, the units lacking, the interpolated milestone and the worst
  /// and best case as numbers.
  case thresholdNumber = "nguong_so"
  case distance = "thieu"
  case unitsLacking = "thieu_dv"
  case milestone = "moc"
  case lowerBound = "can_duoi"
  case upperBound = "can_tren"
}

extension Answer {
  public func column(_ name: CheckColumn) -> AnswerColumn? {
    columns.first { $0.name == name.rawValue && $0.role != .group }
  }
}
