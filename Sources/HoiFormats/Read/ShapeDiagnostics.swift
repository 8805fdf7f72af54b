import HoiDiagnostics

// H210–H217: delimited files whose encoding, quotes, header or rows are not as they must be.
extension Diagnostic {
  static func invalidUTF8(_ file: DataFile, _ bytes: Range<Int>) -> Diagnostic {
    let place = file.excerpt(SourceRange(bytes.lowerBound, bytes.upperBound))
    return Diagnostic(
      "H210", in: place.source, at: place.range,
      Wording(
        vi: "tệp `\(file.name)` không phải UTF-8", en: "the file `\(file.name)` is not UTF-8"),
      notes: [
        Wording(
          vi: "chữ Việt ở đây có thể được ghi theo bảng mã cũ như Windows-1258, TCVN3 hay VNI",
          en: "its text may be in an older encoding such as Windows-1258, TCVN3 or VNI")
      ], fix: saveAsUTF8)
  }

  static func utf16(_ file: DataFile) -> Diagnostic {
    let source = SourceText("", name: file.name)
    return Diagnostic(
      "H211", in: source, at: SourceRange(0, 0),
      Wording(
        vi: "tệp `\(file.name)` bắt đầu như UTF-16 nhưng bị hỏng",
        en: "the file `\(file.name)` begins as UTF-16 and is broken"),
      notes: [
        Wording(
          vi: "có một ký tự bị cắt đôi; tệp có thể chưa chép xong",
          en: "a character is cut in half; the file may not have been copied whole")
      ], fix: saveAsUTF8)
  }

  static func oldFont(_ file: DataFile, _ range: SourceRange, _ word: String) -> Diagnostic {
    let place = file.excerpt(range)
    return Diagnostic(
      "H256", in: place.source, at: place.range,
      Wording(
        vi: "chữ trong tệp `\(file.name)` là của phông cũ TCVN3 hoặc VNI: `\(shortened(word))`",
        en: "the text of `\(file.name)` is that of an old font, TCVN3 or VNI: `\(shortened(word))`"),
      notes: [
        Wording(
          vi: "đọc nguyên như vậy thì tên thôn, tên trường thành tên khác",
          en: "read as it stands, villages and schools would have other names")
      ],
      fix: .hint(
        Wording(
          vi: "chuyển sang Unicode (bằng Unikey chẳng hạn) rồi lưu kiểu “CSV UTF-8”",
          en: "convert it to Unicode (with Unikey, say) and save it as “CSV UTF-8”")))
  }

  private static var saveAsUTF8: Fix {
    .hint(
      Wording(
        vi: "trong Excel chọn Lưu thành, kiểu “CSV UTF-8 (Comma delimited)”",
        en: "in Excel, choose Save As with the type “CSV UTF-8 (Comma delimited)”"))
  }

  static func emptyFile(_ file: DataFile) -> Diagnostic {
    Diagnostic(
      "H212", in: SourceText("", name: file.name), at: SourceRange(0, 0),
      Wording(vi: "tệp `\(file.name)` trống", en: "the file `\(file.name)` is empty"),
      notes: [
        Wording(
          vi: "cần ít nhất một dòng tiêu đề nêu tên các cột",
          en: "it needs at least a header line that names the columns")
      ])
  }

  /// A record that cannot be taken apart into cells.
  static func shape(
    _ fault: CSVScanner.Fault, in file: DataFile, longestCell: Int
  ) -> Diagnostic {
    switch fault {
    case .unclosedQuote(let opener): unclosedQuote(file, opener)
    case .textAfterQuote(let start, let end): textAfterQuote(file, start..<end)
    case .cellTooLong(let start, let isQuoted):
      cellTooLong(file, start, limit: longestCell, isQuoted: isQuoted)
    }
  }

  private static func unclosedQuote(_ file: DataFile, _ opener: Int) -> Diagnostic {
    let place = file.excerpt(SourceRange(opener, opener + 1))
    return Diagnostic(
      "H213", in: place.source, at: place.range,
      Wording(vi: "dấu nháy `\"` mở ở đây không được đóng", en: "this `\"` is never closed"),
      notes: [
        Wording(
          vi: "từ đây đến hết tệp không còn dấu nháy nào đóng ô này",
          en: "there is no closing quote from here to the end of the file")
      ],
      fix: .hint(
        Wording(
          vi: "thêm `\"` ở cuối ô, hoặc bỏ dấu nháy này",
          en: "add `\"` at the end of the cell, or remove this one")))
  }

  private static func textAfterQuote(_ file: DataFile, _ range: Range<Int>) -> Diagnostic {
    let place = file.excerpt(SourceRange(range.lowerBound, range.upperBound))
    return Diagnostic(
      "H214", in: place.source, at: place.range,
      Wording(
        vi: "sau dấu nháy đóng ô còn chữ `\(shortened(place.source[place.range]))`",
        en: "there is text after the closing quote: `\(shortened(place.source[place.range]))`"),
      notes: [
        Wording(
          vi: "sau dấu nháy đóng chỉ có thể là dấu phân cách hoặc hết dòng",
          en: "only a delimiter or the end of the line can follow a closing quote")
      ],
      fix: .hint(
        Wording(
          vi: "dấu nháy nằm trong ô phải viết hai lần: `\"\"`",
          en: "a quote inside a cell is written twice: `\"\"`")))
  }

  private static func cellTooLong(
    _ file: DataFile, _ start: Int, limit: Int, isQuoted: Bool
  ) -> Diagnostic {
    let place = file.excerpt(SourceRange(start, min(start + 1, file.bytes.count)))
    let quoteNote = Wording(
      vi: "có thể dấu nháy mở ở đây không được đóng",
      en: "perhaps the quote that opens it is never closed")
    return Diagnostic(
      "H215", kind: .limit, in: place.source, at: place.range,
      Wording(vi: "ô bắt đầu từ đây quá dài", en: "the cell that begins here is too long"),
      notes: [
        Wording(
          vi: "một ô được phép có nhiều nhất \(limit) byte",
          en: "a cell may have at most \(limit) bytes")
      ] + (isQuoted ? [quoteNote] : []))
  }

  static func record(
    _ fault: RecordFault, in opened: OpenedCSV, _ limits: Limits
  ) -> Diagnostic {
    switch fault {
    case .shape(let fault): shape(fault, in: opened.file, longestCell: limits.cellBytes)
    case .ragged(let record): ragged(record, in: opened)
    }
  }

  private static func ragged(_ record: CSVScanner.Record, in opened: OpenedCSV) -> Diagnostic {
    let expected = opened.header.count
    let place = opened.file.excerpt(
      SourceRange(record.surplus ?? record.start, max(record.surplus ?? 0, record.end)))
    let heads = headList(opened)
    let hint =
      record.surplus == nil
      ? Wording(
        vi: "ô chưa có số liệu vẫn phải có dấu phân cách của nó",
        en: "a cell without data still needs its delimiter")
      : Wording(
        vi: "ô có chứa dấu phân cách phải đặt trong dấu nháy `\"…\"`",
        en: "a cell that holds the delimiter must stand in quotes `\"…\"`")
    return Diagnostic(
      record.surplus == nil ? "H216" : "H217", in: place.source, at: place.range,
      record.surplus == nil
        ? Wording(
          vi: "dòng này chỉ có \(record.cellCount) ô, cần \(expected)",
          en: "this row has only \(record.cellCount) cells, \(expected) expected")
        : Wording(
          vi: "dòng này có \(record.cellCount) ô, chỉ cần \(expected)",
          en: "this row has \(record.cellCount) cells, \(expected) expected"),
      notes: [Wording(vi: "các cột của tệp: \(heads)", en: "the columns of the file: \(heads)")],
      fix: .hint(hint))
  }

  /// The columns of a file as its header has them, some of very many.
  static func headList(_ opened: OpenedCSV) -> String {
    let shown = opened.header.prefix(40).map { shortened($0) }.joined(separator: ", ")
    return opened.header.count > 40 ? shown + ", …" : shown
  }
}

/// A cell's text as a message quotes it.
func shortened(_ text: String, to limit: Int = 40) -> String {
  text.count > limit ? text.prefix(limit) + "…" : text
}
