import HoiDiagnostics

extension Keyword {
  /// Every keyword with its Vietnamese spelling, in the order of `Grammar/keywords.tsv`.
  package static let allRows: [Row] = statementRows + clauseRows + wordRows + entryRows + modelRows

  private static let statementRows: [Row] = [
    row(
      .show, [.statement], "xem",
      vi: "hỏi giá trị", en: "asks for values"),
    row(
      .check, [.statement], "kiểm",
      vi: "kết luận cho từng mục tiêu", en: "a verdict for each target"),
    row(
      .pace, [.statement], "nhịp",
      vi: "mỗi năm còn phải tăng bao nhiêu", en: "what a year still has to bring"),
    row(
      .project, [.statement], "dự_báo",
      vi: "dự báo theo đường thẳng", en: "a straight-line projection"),
    row(
      .trace, [.statement], "truy",
      vi: "một con số từ đâu ra", en: "where a number came from"),
    row(
      .rows, [.statement], "dòng",
      vi: "các dòng số liệu gốc", en: "the stored rows"),
    row(
      .list, [.statement], "liệt_kê",
      vi: "liệt kê danh mục", en: "lists the catalogue"),
    row(
      .describe, [.statement], "mô_tả",
      vi: "mô tả một tên", en: "describes a name"),
    row(
      .explain, [.statement], "giải_thích",
      vi: "cách một câu được tính", en: "the plan of a statement"),
    row(
      .let, [.statement], "đặt",
      vi: "đặt tên cho một biểu thức", en: "a name for an expression"),
    row(
      .param, [.statement], "tham_số",
      vi: "tham số của kịch bản", en: "a parameter of a script"),
    row(
      .set, [.statement], "thiết_lập",
      vi: "đổi một thiết lập", en: "changes a setting"),
    row(
      .expect, [.statement], "mong_đợi",
      vi: "điều phải đúng trong kịch bản", en: "what must hold in a script"),
    row(
      .say, [.statement], "nói",
      vi: "lời văn giữa các câu trả lời", en: "a text between answers"),
    row(
      .use, [.statement], "dùng",
      vi: "đọc một tệp khác", en: "reads another file"),
    row(
      .load, [.statement], "nạp",
      vi: "nạp một tệp số liệu", en: "reads a data file"),
    row(
      .dimension, [.statement, .entry], "chiều",
      vi: "một danh mục", en: "a list of members"),
    row(
      .table, [.statement], "bảng",
      vi: "một bảng số liệu", en: "a table of facts"),
    row(
      .subject, [.statement], "lĩnh_vực",
      vi: "các chỉ tiêu của một lĩnh vực", en: "indicators under names"),
    row(
      .target, [.statement], "mục_tiêu",
      vi: "một mục tiêu của nghị quyết", en: "a target of a resolution"),
  ]

  private static let clauseRows: [Row] = [
    row(
      .by, [.clause, .word], "theo",
      vi: "mỗi thành viên một dòng", en: "one row for each member"),
    row(
      .where, [.clause, .target, .word], "khi",
      vi: "chọn số liệu", en: "keeps rows of the data"),
    row(
      .having, [.clause], "lọc",
      vi: "chọn dòng của câu trả lời", en: "keeps rows of the answer"),
    row(
      .vs, [.clause], "so_với",
      vi: "so với một năm hoặc một thành viên", en: "compares with a year or a member"),
    row(
      .with, [.clause], "kèm",
      vi: "mở đầu `with total`", en: "opens `with total`"),
    row(
      .pivot, [.clause], "xoay",
      vi: "mỗi thành viên một cột", en: "one column for each member"),
    row(
      .sort, [.clause], "sắp",
      vi: "sắp thứ tự các dòng", en: "orders the rows"),
    row(
      .limit, [.clause], "lấy",
      vi: "chỉ lấy các dòng đầu", en: "only the first rows"),
    row(
      .pooled, [.clause], "gộp",
      vi: "chủ ý gộp các năm", en: "merges years on purpose"),
    row(
      .strict, [.clause], "chặt",
      vi: "thiếu một phần là thiếu cả", en: "missing where anything is missing"),
    row(
      .restated, [.clause], "quy_đổi",
      vi: "tính theo đơn vị sau sắp xếp", en: "merged members under their successors"),
    row(
      .chart, [.clause], "biểu_đồ",
      vi: "vẽ biểu đồ", en: "draws the answer"),
    row(
      .format, [.clause], "dạng",
      vi: "dạng của câu trả lời", en: "the form of the answer"),
    row(
      .into, [.clause], "ra",
      vi: "ghi câu trả lời ra đâu", en: "where the answer goes"),
  ]

  private static let wordRows: [Row] = [
    row(
      .total, [.word], "tổng",
      vi: "dòng cuối cho tất cả", en: "a last row for all"),
    row(
      .per, [.word, .target], "mỗi",
      vi: "cho mỗi; ở mục tiêu: điều khoản", en: "for each; in a target, the clause"),
    row(
      .as, [.word], "là",
      vi: "tên gọi cho phần đứng trước", en: "a name for what stands before"),
    row(
      .to, [.word, .target], "đến",
      vi: "đến năm nào", en: "up to a year"),
    row(
      .and, [.operator], "và",
      vi: "cả hai", en: "both"),
    row(
      .or, [.operator], "hoặc",
      vi: "một trong hai", en: "either"),
    row(
      .not, [.operator], "không",
      vi: "điều ngược lại", en: "the contrary"),
    row(
      .in, [.operator, .target], "trong",
      vi: "thuộc một danh sách, một khoảng", en: "one of, or within a range"),
    row(
      .on, [.target], "về",
      vi: "chỉ tiêu của mục tiêu", en: "the indicator of a target"),
    row(
      .due, [.target], "hạn",
      vi: "năm đến hạn", en: "the year a target is due"),
    row(
      .every, [.target], "hằng",
      vi: "mở đầu `every year`", en: "opens `every year`"),
    row(
      .year, [.target], "năm",
      vi: "kết thúc `every year`", en: "closes `every year`"),
    row(
      .from, [.target, .word], "từ",
      vi: "từ năm, tệp hay cột nào", en: "where from: a year, a file, a column"),
    row(
      .blend, [.target], "hòa",
      vi: "các mục tiêu chung một ngưỡng bình quân", en: "targets with one weighted threshold"),
    row(
      .grade, [.target], "mức_độ",
      vi: "mức ràng buộc của câu chữ", en: "how binding the words are"),
    row(
      .quote, [.target], "trích",
      vi: "lời của nghị quyết", en: "the words of the resolution"),
  ]

  private static let entryRows: [Row] = [
    row(
      .note, [.entry, .target, .word], "ghi_chú",
      vi: "ghi chú", en: "a remark"),
    row(
      .key, [.entry], "mã",
      vi: "cột mã", en: "the column of codes"),
    row(
      .label, [.entry], "nhãn",
      vi: "cột tên", en: "the column of labels"),
    row(
      .attribute, [.entry], "thuộc_tính",
      vi: "thuộc tính của thành viên", en: "a property of members"),
    row(
      .valid, [.entry], "hiệu_lực",
      vi: "có hiệu lực từ và đến", en: "from when and until when"),
    row(
      .successor, [.entry], "kế_thừa",
      vi: "đơn vị kế thừa", en: "what a member became"),
    row(
      .time, [.entry], "thời_gian",
      vi: "cột năm", en: "the column of years"),
    row(
      .apart, [.entry], "riêng",
      vi: "các thành viên không cộng với nhau", en: "members never added"),
    row(
      .reports, [.entry], "báo_cáo",
      vi: "ai phải báo cáo", en: "who owes a report"),
    row(
      .count, [.entry], "đếm",
      vi: "số đếm", en: "a whole number of units"),
    row(
      .amount, [.entry], "lượng",
      vi: "số thập phân, như tiền", en: "an exact decimal, such as money"),
    row(
      .level, [.entry], "cấp_độ",
      vi: "mức có thứ bậc", en: "an ordered step"),
    row(
      .flag, [.entry], "cờ",
      vi: "có hoặc không", en: "yes or no"),
    row(
      .only, [.entry], "chỉ",
      vi: "mở đầu `only rows where`", en: "opens `only rows where`"),
    row(
      .ratio, [.entry], "tỷ_lệ",
      vi: "tỷ lệ của hai tổng", en: "a share of two sums"),
    row(
      .measure, [.entry], "số_đo",
      vi: "một số đo có tên", en: "a number under a name"),
    row(
      .delimiter, [.entry], "dấu_ngăn",
      vi: "dấu ngăn các cột của tệp", en: "what parts the columns of a file"),
    row(
      .decimal, [.entry], "dấu_thập_phân",
      vi: "dấu thập phân của tệp", en: "the decimal sign of a file"),
    row(
      .encoding, [.entry], "bảng_mã",
      vi: "bảng mã của tệp", en: "the encoding of a file"),
    row(
      .sheet, [.entry], "trang_tính",
      vi: "trang tính trong sổ", en: "the sheet of a workbook"),
    row(
      .skip, [.entry], "bỏ",
      vi: "số dòng bỏ qua ở đầu tệp", en: "lines before the head"),
    row(
      .missing, [.entry], "thiếu",
      vi: "ký hiệu chỗ thiếu trong tệp", en: "what a file writes for missing"),
    row(
      .blank, [.entry], "ô_trống",
      vi: "mở đầu `blank is zero`", en: "opens `blank is zero`"),
  ]

  private static let modelRows: [Row] = [
    row(
      .is, [.word], "coi_là",
      vi: "ở giữa `blank is zero`", en: "inside `blank is zero`"),
    row(
      .zero, [.word], "số_không",
      vi: "kết thúc `blank is zero`", en: "closes `blank is zero`"),
    row(
      .unit, [.word], "đơn_vị",
      vi: "đơn vị đếm", en: "what a measure counts"),
    row(
      .stock, [.word], "thời_điểm",
      vi: "không cộng theo thời gian", en: "never adds over time"),
    row(
      .flow, [.word], "phát_sinh",
      vi: "cộng được theo thời gian", en: "adds over time"),
    row(
      .open, [.word], "công_khai",
      vi: "không đếm người, số nhỏ vẫn công bố",
      en: "counts no people, published however small"),
    row(
      .at, [.word], "tại",
      vi: "ngày chốt số liệu", en: "the reference day"),
    row(
      .school, [.word], "năm_học",
      vi: "năm học", en: "years that begin in autumn"),
    row(
      .calendar, [.word], "năm_dương_lịch",
      vi: "năm dương lịch", en: "years from January"),
    row(
      .columns, [.word], "các_cột",
      vi: "các cột theo mẫu", en: "wide columns by a pattern"),
    row(
      .part, [.word], "thuộc_mẫu",
      vi: "tử số nằm trong mẫu số", en: "the numerator is in the denominator"),
    row(
      .lower, [.word], "thấp",
      vi: "mở đầu `lower better`", en: "opens `lower better`"),
    row(
      .better, [.word], "tốt",
      vi: "kết thúc `lower better`", en: "closes `lower better`"),
    row(
      .bound, [.word], "giới_hạn",
      vi: "nằm giữa những giá trị nào", en: "between what values it lies"),
    row(
      .definition, [.word], "định_nghĩa",
      vi: "chỉ tiêu được hiểu thế nào", en: "what an indicator means"),
    row(
      .population, [.word], "đối_tượng",
      vi: "tính cho những ai", en: "whom it counts"),
    row(
      .source, [.word], "nguồn",
      vi: "nguồn số liệu", en: "where its data come from"),
  ]

  private static func row(
    _ keyword: Keyword, _ roles: [Role], _ vietnamese: String, vi: String, en: String
  ) -> Row {
    Row(
      keyword: keyword, roles: roles, vietnamese: vietnamese, meaning: Wording(vi: vi, en: en))
  }
}
