import HoiDiagnostics
import HoiSyntax
import Testing

/// Ranges, and where comments and blank lines find their place.
@Suite struct SyntaxOutlineTests {
  @Test func everyPartHasItsRangeAndItsComments() {
    let (tree, diagnostics) = parse(SourceText(Self.text), lineEnds: .mayContinue)
    #expect(diagnostics.isEmpty)
    #expect(outline(tree) == Self.expected)
  }

  @Test func noCommentIsLost() {
    var found = 0
    for line in outline(parse(SourceText(Self.text), lineEnds: .mayContinue).tree).split(
      separator: "\n")
    where line.contains("comment") {
      found += 1
    }
    #expect(found == Self.text.filter { $0 == "#" }.count)
  }

  @Test func aCommentBehindAStatementStaysWithIt() {
    let text = "show a # one\n# two\n\nshow b; # three\n"
    let expected = """
      show 0-6
        item 5-6
          name 5-6 a
      comment behind 7-12 # one
      comment 13-18 # two
      blank line
      show 20-26
        item 25-26
          name 25-26 b
      comment behind 28-35 # three

      """
    #expect(outline(parse(SourceText(text), lineEnds: .mayContinue).tree) == expected)
  }

  private static let text = """
    # head

    # second
    show a.b as x, # number one
      "Tỷ lệ".c  # number two
      # before by
      by thon, nam # behind by
      where nam = 2027 and not (b in 1..3 or x = (y + 1)) # end
    dimension nhom { nhatre "Nhà trẻ", # first
      maugiao "Mẫu giáo"
    }
    table t from "x.csv" {
      # c1
      time nam school at 31-05   # c2
      level muc { 1 "tb", 2 "khá" }; apart dimension ky
      missing "..", "x"
      blank is zero
      only rows where loai = 3 and a != "z"
      # last
    }
    target a.b in 41%..43% every year to 2030 from 2025 12.5% where x = y
      # inside
      grade dat per "Đ1" quote "…"
    # trailing

    """

  private static let expected = """
    comment 0-6 # head
    blank line
    comment 8-16 # second
    comment 32-44 # number one
    show 17-169
      item 22-30 as x
        name 22-25 a.b
      item 47-60
        name 47-60 "Tỷ lệ".c
      comment 62-74 # number two
      comment 77-88 # before by
      by 91-103 thon, nam
      comment behind 104-115 # behind by
      where 118-169
        all 124-169
          comparison 124-134 =
            name 124-127 nam
            number 130-134 2027
          not 139-169
            bracket 143-169
              any 144-168
                range 144-153
                  name 144-145 b
                  number 149-150 1
                  number 152-153 3
                comparison 157-168 =
                  name 157-158 x
                  bracket 161-168
                    arithmetic 162-167 +
                      name 162-163 y
                      number 166-167 1
    comment behind 170-175 # end
    comment 214-221 # first
    dimension 176-247 nhom
      member 193-199 nhatre "Nhà trẻ"
      member 224-231 maugiao "Mẫu giáo"
    comment 443-449 # last
    table 248-451 t "x.csv"
      comment 273-277 # c1
      time 280-304 nam school at 31-05
      comment behind 307-311 # c2
      level 314-344 muc
        member 326-327 1 "tb"
        member 334-335 2 "khá"
      apart 346-364
        dimension 362-364 ky
      option 367-384 missing
        string 375-379 ".."
        string 381-384 "x"
      option 387-400 blank
      only rows 403-440
        all 419-440
          comparison 419-427 =
            name 419-423 loai
            number 426-427 3
          comparison 432-440 !=
            name 432-433 a
            string 437-440 "z"
    comment 524-532 # inside
    target 452-566 a.b
      threshold 463-474 in
        number 466-469 41%
        number 471-474 43%
      every year 475-493 to 2030
      from 499-503 2025
        number 504-509 12.5%
      where 516-521
        comparison 516-521 =
          name 516-517 x
          name 520-521 y
      grade 541-544 dat
      per 549-554 "Đ1"
      quote 561-566 "…"
    comment 567-577 # trailing

    """
}
