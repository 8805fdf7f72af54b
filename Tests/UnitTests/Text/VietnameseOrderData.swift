// Data, not written by hand: the order of ICU 72, locale vi, collated at its default strength.

/// The letters of Vietnamese with their tones in both cases, and f, j, w, z, as ICU orders them.
let lettersInICUOrder = """
  a|A|à|À|ả|Ả|ã|Ã|á|Á|ạ|Ạ|ă|Ă|ằ|Ằ|ẳ|Ẳ|ẵ|Ẵ|ắ|Ắ|ặ|Ặ|â|Â|ầ|Ầ|ẩ|Ẩ|ẫ|Ẫ|ấ|Ấ|ậ|Ậ|b|B|c|C|d|D|đ|Đ|e|E|è|
  È|ẻ|Ẻ|ẽ|Ẽ|é|É|ẹ|Ẹ|ê|Ê|ề|Ề|ể|Ể|ễ|Ễ|ế|Ế|ệ|Ệ|f|F|g|G|h|H|i|I|ì|Ì|ỉ|Ỉ|ĩ|Ĩ|í|Í|ị|Ị|j|J|k|K|l|L|m|M|
  n|N|o|O|ò|Ò|ỏ|Ỏ|õ|Õ|ó|Ó|ọ|Ọ|ô|Ô|ồ|Ồ|ổ|Ổ|ỗ|Ỗ|ố|Ố|ộ|Ộ|ơ|Ơ|ờ|Ờ|ở|Ở|ỡ|Ỡ|ớ|Ớ|ợ|Ợ|p|P|q|Q|r|R|s|S|t|
  T|u|U|ù|Ù|ủ|Ủ|ũ|Ũ|ú|Ú|ụ|Ụ|ư|Ư|ừ|Ừ|ử|Ử|ữ|Ữ|ứ|Ứ|ự|Ự|v|V|w|W|x|X|y|Y|ỳ|Ỳ|ỷ|Ỷ|ỹ|Ỹ|ý|Ý|ỵ|Ỵ|z|Z|
  """

/// Names of villages, made-up words and signs as ICU orders them; no two are equal.
let wordsInICUOrder = """
  _'|_A ”|-”|.|.__“|...|…|….|…”&"|…a|…đ|"…–&|"à|"đ9&|“…|(|(/&|(0,|/eà'|&",ớa|&0|% trẻ|%%9|+|1|
  1/²(|1à– a|²–9|²./_²|9|9'đ0|9)|ả|ả PHỔ Chùng|A.,1|à1đ|Aa|àà…1|ạăfò|aớ|ảơx|ãỮ|Ẵ|ẲAớ|ẰbỬ|ẰẾ|ău|
  ẲỮỐo|ẩ|ẫ|Ẫ|ầÁẶá|ẩẳ|âẮĐ|ÂĂhở|ââ|ÂẦả|ậẤIử|ẩễớn|ẫÌ|ẩÓơ|ẦÔ|ậỖỨP|BAỊCH|Bản 10|Bản 22|Bản 3|Bản Bep|
  Bản chềc|Bản kếung pìê|Bản Piêng|Bản Piềng|Bản TAÒNG Tyng|Bản Ụng Gẹoch|Bản_tuỹ|Bản-16|Bản-27|
  Bản-3|Bản-9|Bản-Nguàp-Pợch|Bản, Quằch, Quẳm|Bản, XÚYP, trổm|bỊẼG|Bó bũnh nghìt|Bó Mânh|
  Bó SƯỢC Ngồt|Bó Sỷm Xiêp|Bó Truôm ợc|Bó Vầm|Bó_15|Bó_22|Bó_24|Bó_5|Bó-15|Bó-Muỹ-Lỳch|
  Bó, giiêng, hìanh|Bó, Khúam, Khỏac|boát|Bọech|Bọnh_Trờn|Bô|bũôn Sãnh|Bỳm, XOÃCH|Cáing|cắng|
  cen|Chaõ Mầt|Chăn Quiãn|Chề Giẻo|Chễunh CĨCH|Chiêp Treòng|choap, thện, poã|Choẹp|Chỏnh cuyễm|
  Chủch|Chún Nhàp|CHÚÔT giũang|Chụyt Gaỏc|chừ kĩêm|Chửm bệup Ghẳng|Cìa Sàch sáong|Cốc 11|Cốc 27|
  Cốc 3|Cốc 4|Cốc 9|Cốc giỏm kỹt|Cốc Giuống|Cốc kúyên gế|Cốc Nhỉc Xốnh|Cốc Pổnh Nhụôch|
  Cốc Thãnh Ceỏng|Cốc thữch Ngõc|Cốc_22|Cốc-19|Cốc-Haic|Cốc, Thửơm, túynh|Cốc, tuôp|Củn|
  Cụông Cọeng giồnh|CUYẾNG-Uỳp-Thũôch|Cuýnh Nủn|Cuỵt|cừ|CỪNG Nghíêp|CxẰ|cZ|DẠOT phếun|dầ|DÈỆú|
  Dian nụap Xúyênh|Dóain|dỖẴỀ|Duang|dup, Pũan, Vaõnh|dưãn|Dưởc, Vĩnh|đ/người|đaõt|Đắm|đeỏch|đim|
  đõa|Đoàit Vinh cheóm|Đoam|Đồng 12|Đồng 6|Đồng 9|Đồng Đéong|Đồng ký|Đồng Ngẩn|Đồng theó|
  Đồng Xực SỀUP|Đồng_22|Đồng_6|Đồng_Rũôt|Đồng_ưãn|Đồng_Vúach|Đồng_Xán_troaỉ|Đồng-Khunh-Khúch|
  Đồng-Thĩn-kheon|Đồng, xúc, pêúch|ĐợWợ|Đũch|Đuộm|Đuýên|Đựt|đỵt|e|è|e_1%|ẹã|ÈÃc|ẼẢự|Ẹấũố|ẹỂ|Ẹp|
  ẼùÁ|ẸủlẪ|Eừ|ềMẦo|êổợ|ÊỤN-Koac-đứm|Ểup Biat Baịnh|êut_phủn|GÁãỈ|Ghaĩm|Ghẫc|Ghím|Ghòach|
  Ghoáing_Khoẹ|Ghọn, Đỳng|ghung|GHUÝCH Nhặn|Ghừm Xỷt|ghựơn thẩnh|Ghưt|Gi|Giaòp|Giẫng|giânh|
  Giẻt_SENG|Giềm|giện|Giểnh|Giểuch|giiát|GIIÊ-Nõach-ữn|Giĩp|giồ, giuà|Giớp|Giủ, Đỹch|
  Giuạch_Tiảng|giừt hỡch trọng|Goan|Goẽ_Đẩ|gòng pựơp hiàp|Gũy, Rọep|gũyn Khỏec|gừt Nhóm phưỡng|
  Hẵ|HỀ|hểng_myng|HIỂNH Põap|Hòa 16|Hoà 22|Hoà 23|Hòa 27|Hòa 6|Hoà An|Hòa An|Hòa báng mật|
  Hòa Ghích|Hòa giụôm|Hòa Hưỡt|Hòa Nghuỹ Cỹp|Hòa Péot|Hoà Phuyếnh|Hoà riêc|hoa sen|Hoa Sen|
  Hòa TRŨYN Ngụôch|Hòa xỗt quúyêp|Hoà_11|Hòa_21|Hoà_Cụanh|Hòa_Dờn|Hòa_pàc|Hòa_RỔNH_thánh|
  Hòa_xỡp|Hoà-16|Hòa-18|Hòa-23|Hoà-29|Hoà-6|Hoà-8|Hoà-bũac|Hoà-daom|Hoà-Kủang|Hòa-PHAÒ-Giứơm|
  Hoà, Khẹoc, rọec|Hoà, thẩt, Ốm|Hòa, Thoẽm|hỏap|HỌT|hỖẲ|Huýn|Hữc Nhứơm|hưm lỏnh lứơn|ĩ|Í|
  Ìan Cáich nám|ịẶ|ỉăRf|Iẳỵ|Ìên-Koẽt-xạt|Iị|ỊÍõ|ÌLụÚ|Iơ|ÌVẳ|ỊWẬư|José|kãin|kậm Tứt|KẬN, pých|
  KHAIM, goẽt, thềt|Kham|KHÁNH|khaỏp Bíach Chễuc|Khau 29|Khau Ca|Khau Cà|Khau duyệt|
  Khau Haot Ghaỏt|Khau Lệch đén|Khau Lót nech|Khau Mèonh|Khau Mùyp|Khau phaõnh|Khau vạ Nhúô|
  Khau_14|Khau_15|Khau_2|Khau_NGHẸN_taím|Khau_Nhiãch|Khau_Thuỵc_páic|Khau-9|Khau-Ngêuc|
  Khau, Xùt|khẹn|Khỉê, cuỹ, trĩ|Khiê, nủôch, Ròa|KHOAIN_ghóch_Nghuốch|Khồt chùan Trẫm|Khu 1|
  Khu 11|Khu Chưãp nuc|Khu đờch ghoaĩn|Khu iang|Khu khén|Khu Nghùyn|Khu nởnh phỉên|Khu Pòac|
  Khu rựam Uyn|Khu THỌEC|Khu Trẵch|Khu_15|Khu_17|Khu_Kẻng|Khu_ngợp|Khu-12|Khu-6|Khu-Coài|
  Khu-Dở-thàin|Khu-nuỵn-NGHÚCH|Khu-sêung|Khu, thaó|khuàm sàch Lớm|Khuổi 20|Khuổi 25|Khuổi biêch|
  Khuổi Byp|Khuổi cảch|Khuổi chẵc|Khuổi Chuổch Pặt|Khuổi dòec hãng|Khuổi Suyệng Ruỳênh|
  Khuổi Toait|Khuổi Trũyêc|Khuổi_gêut_Kiạp|Khuổi_Sanh|Khuổi-Ần|Khuổi-hưạt-nhiảp|
  Khuổi-quêú-Poaip|Khuổi, ĐỦNG|Khuổi, lũônh, Cuỵêch|Khuổi, quoẽng|khưam, gệm|kiệm-Mỹp-Cheon|km2|
  km²|KnẪ|koam|Kõen Đúch ịc|kồnh ghập Hạm|kuột ghõan Ả|Kữơch|Kyn|l|Lâng|lèoc|lẽp|lÊ|lếut Quẫp|
  líach-KAOC|Líêp Chuố giuông|Lóanh|LÒCH|loén, Noãt|Lom, phứng|lỏt|lônh rép giẫm|LỜNH|
  LỞNH, Quiả|Lũng 12|Lũng 29|Lũng 5|Lũng Gưan|Lũng nèoch HÊUNG|Lũng rừ xiêm|Lũng_Quẽp|
  Lũng_Trứơng|Lũng-14|Lũng-20|Lũng-23|Lũng-Trông-QUUP|Lũng, Thỏe, Boaich|Lũng, Xũanh|Luỳên|lửm|
  lỹ|MAÌN, loèm|Maỏch|Maom suạm Giíanh|maõn, Đễunh|Meóch NHỮNG Dịêt|Mín|Moài|moàng|MƠê|
  Mờnh Hững|Mường 20|Mường Troãim|Mường_10|Mường_27|Mường_3|Mường_6|Mường_bụm|Mường-NHỬƠT|
  Mường-Soaỉm-nguộn|mướnh dụac khiạnh|mỹm-giủyp-Chuảp|Nà 21|Nà 22|Nà Cuỹt Khiễt|Nà lõac|Nà Pha|
  Nà Phja|Nà_chỉp_giuỷêch|Nà_Nghiã_Rãing|Nà-12|Nà-27|Nà-Dủyênh|Nà-Gỉm-Giâch|Nà-Reỏm|Nà-Thuỹêt|
  Nà, kaĩn|Nà, Puát|Nạong, ngãoc, Vưỡc|nầc|Nậm 6|Nậm Ceot Ghầnh|Nậm Nỏep|Nậm RAỊP|Nậm_quình|
  Nậm-27|Nậm-5|Nậm-Ngủt-Soãm|Nậm-Oẽng-gẽm|Nậm, kưa|Nậm, Loaic, búyc|Nẻn|Nểunh DỌACH|ngẵng|ngấ|
  ngậch_Põch|NGỆM Mũc Khọaim|nghẩnh-Huản|Nghen Rướp|nghẽoch-Trến-Phuônh|Nghệm Quum|nghễng|
  nghóach|Nghòt-Nhoẽch|Nghờng|Nghua deọn đuãnh|nghuồch Thãch|Nghửanh_Choãnh|Nghươm xuách|Ngíng|
  Ngính|Ngỏec|Ngổt_Nghóp|nguộch quýt|NGUỸN Quậng|ngửơng|Ngým-Xũô-đùc|Ngýp|Nhàot|nhỏm đẹop quịap|
  Nhở-Bàt-rơng|Nhưán|Nhựơch Buyểnh|Noảch|NOE Nhĩch|Ñora|Núac|Nùm|Nuỳêm|Nươc, KẴC, quách|Ỏ|Oaình|
  Oảm|OẢM_Quang_bựơt|ÕỈ|óíỸf|ỏkđ|õRủ|óvc|ỏỶ|ô|ÔảT|ốâQ|ỔDÒO|ỗẸừỠ|ổi|ỐÌi|ốkễÒ|Ổõ|ôỏỉ|ổỤẬ|ỘỬ|ỐÝế|Ơ|
  ở|ớ|Ớ|Ỡa|ớấ|ỞbLỵ|Ợch|ớđ-|ỜÌủÁ|ợnh, dưch|ỚóS|ỡp|Ởp_loaím_Giãc|ỚƯé|ơỬỜ|ỞxÝ|ỡỷẬa|Pác 17|Pác 25|
  Pác 5|Pác Ghưach|Pác nghĩng|Pác Nháoc|Pác Phép|Pác Quảt|Pác Quich dím|Pác Xoaỉt|Pác Xuỵêch|
  Pác_3|Pác_5|Pác_Kỉê|Pác-19|Pác-27|Pác-Giểnh-Xừt|Pác-gỡ|Pác, phêung, hoeng|pệc|pênh|phãm Kờng|
  Phẹot|phêun|Phỉc|Phỉm Nhyt Giẻ|Phja 1|Phja 28|Phja chiêm|Phja nửanh|Phja Taĩng|Phja Xãc NHẪP|
  Phja_12|Phja_22|Phja_Ễn|Phja_Nhửap|Phja_xẽt_Tĩc|Phja-20|Phja-giem|Phja, Bọech, Noam|
  Phja, Kĩ, tĩng|Phja, PƠC|Phoang Ghêu nghẹop|PHỦYÊ|phuỵnh|Phữap_Nghaọm_Mọch|Phữơng, Rẹn|
  Phyn, Gioep|pìan nạon|Poaìch_Lêuch|poaim|Poèng_phưàt|Poèp_duyễn|pùch|Puồp-Voảch-Pỹnh|
  PỦYC hằch|PUYÊ_Gẩm|pưanh|Q|Qế|QỖ|QUÉ|quềt, TÒNG|quianh|QUÍCH chạch|Quoẽch-thẻp|quỏeng|Quợnh|
  quự|quửam|quừơnh, Thằt, Phịn|Rằnh|Rặnh trẳnh mệp|Rêng|RÒP|Rùac|Rút|RỪP, thủc|Rỹn|S|Sàinh|sắc|
  sẳn, haín, Piá|SÉE|siềch|SIÊT Hộc|Sín 13|Sín 27|Sín BÒET Mỏaich|Sín Gêu Phoech|Sín GHỴC|
  Sín Khẳ|Sín Khởm Sởch|Sín Nhẹm hụôn|Sín Rỗp Hòeng|Sín Thiễt|Sín_1|Sín_14|Sín_trừach_Nghóait|
  Sín_tuyềng|Sín-24|Sín-ghôm-Nhaĩch|soan truyêc|Sỏanh|sQ|suản Đướnh Nghưach|Súyn|SỬƠC Phưnh|t|
  Tả 3|Tả gha|Tà GHUỒT|Tả mơm|Tà nhểuc KIÁ|Tả Paình|Tả Quoaing|Tả riê uyễch|Tả Suôt Bùyêm|
  Tà Truyt|Tà_15|Tà_28|Tà_3|Tả_Dỳm|Tà_Khứng|Tả_lễt|Tả_QUỮANG|Tà_Roẽc_Mêung|Tả_thuyng|
  Tả_Truỷênh_Toạit|Tả-25|Tà-dảim-Khùôc|Tà-mửc|Tà-puồnh-ghõng|Tả, đọng, cuôm|Tả, guỗc|
  Tà, Loe, Thóe|Tà, nghũnh, tểp|Tà, nghưỡc|Tà, vưn|TẢÉb|Tão, khóch, PUNH|tcP|thãnh_Nghoaip|
  Thaoc Lòap|Thẳm 11|Thẳm 25|Thẳm 4|Thẳm Đuôt kũt|Thẳm Ghụt|Thẳm_28|Thẳm_29|Thẳm_8|Thẳm_dẳ_kêụ|
  Thẳm_Doé|Thẳm_Thảich|Thẳm-12|Thẳm-7|Thẳm-Vẻc-phiang|Thẳm, ghait|Thẳm, haỉng|Thẳm, Quửp|Thẳn|
  Them|THÈONH|Theọt_gưạnh|Thèot-vêùng|thềp-Ngháich|Thiãnh|Thinh|Thôn 10|Thôn 14|thôn 2|Thôn 2|
  Thôn 21|Thôn DIÁC|Thôn GIŨYÊC|Thôn Lụanh GỘNG|Thôn SOẸN|Thôn sỵp|Thôn thãi|Thôn Tiệm|
  Thôn_khêúm|Thôn-Căch-Troẽm|Thôn-Guýêch|Thôn-quằch-Vấn|Thôn, Hưam|Thổp_cỉêt_đoait|Thũam|thúat|
  thùyênh|Thứm Nươt Nghãop|THỮNG_Đĩang_Rợt|Tỉ 14|Tỉ 19|Tỉ 24|Tỉ 25|Tỉ 6|Tỉ 9|Tỉ Ghòp|Tỉ Giởch|
  Tỉ Ổc Loaic|Tỉ Tỳc|Tỉ vaích Đóac|Tỉ vuyn khuốt|Tỉ_19|Tỉ_22|Tỉ_4|Tỉ_lọng|Tỉ-2|Tỉ-dạch|Tỉ-ỞT|
  Tỉ-Pốn-Kếch|Tỉ-sòn|Tỉ, Aòp, Ngửam|TÌCH|Toéch|Tổ 1-2|Tổ 1–2|Tổ 24|Tổ 28|Tổ 4|Tổ Đãm|Tổ lỗng|
  Tổ_11|Tổ_21|Tổ_bêù|Tổ_ghèot_Xỳp|Tổ-4|Tổ-6|Tổ-đeóch|Tổ, HAÓNG|tốp|Tran|trắt-teõm|Trẫng|treònh|
  trễn, Giang, Ngềc|Tría TRỄM Phiê|Trĩam-nhưan|Trĩang|Trỉp|troainh Khúyng giuyng|trờc Cệuch|
  Truỳm|trủyp|Trứơch kùyp Sốc|TRỴ|trỹc, gệum|Tữm Thẹoc Seom|Tỷ 18|Tỷ 24|Tỷ 25|Tỷ 27|Tỷ chũnh|
  Tỷ duych|Tỷ gêũt|Tỷ GHÉ|Tỷ giụyc dỷng|Tỷ LĂM|Tỷ Sãing|Tỷ Suỳêp|Tỷ thuỳnh Khừơn|Tỷ_19|Tỷ_29|
  Tỷ_khầt|Tỷ_xòet_Khìch|Tỷ-Aỉt-Goaịm|Tỷ-nũyêp-HẠNH|ủ|ụ|ỤằẠ|UỈĐ|ỤỒủẨ|uơ|Ụyêc ghủ Maom|Ữ|ứ|ưc|ỬU|
  ỰÙỄỖ|v|Vác Chữch|Vaĩp_Ữm_Phùam|Vằng 10|Vằng 17|Vằng 9|Vằng Đũym|Vằng Ghụyt|Vằng mưỡnh Đựp|
  Vằng traic pạo|Vằng Vữac|Vằng_1|Vằng-2|Vằng-7|Vằng-ỏainh|Vằng-quản|Vằng, Bỏn, ngữm|
  Vẳnh Chất Uàp|vặp_Phẽoc_tữat|VIÀNG Trùyt PHỮT|Vìên|vỊS|VÓM|Vòng Hèm|Vuảc Phừơ phảip|vuỷch|
  vuyêc|vuyệt_xoảm|vuỷnh|Vưỡ, Duyn|Vừt-riệt-Dọm|WẤỶÙ|WOỴí|x|xầc Pănh|xèng, rẩp, Dịêng|
  xêum Ngủ THỮNH|Xiãn|Xịan|XÕ|Xoèc Chềch|Xom|Xóm 17|Xóm 18|Xóm 2|Xóm 26|Xóm 5|Xóm Dy BỶN|
  Xóm Giợng|Xóm Nhựng ghẹom|Xóm Rồc|Xóm_16|Xóm_5|Xóm_Chaop_KÚA|Xóm-23|Xóm-QUUYẾM-khuổm|
  Xóm-Rầc-TUỶÊN|Xóm, Suỵm, Chuýêt|Xỗt Ngồt Tụap|xởp Quửơn queóc|Xủôm Ghac|Xuốn GHỰAM|Xưam|
  xữnh Phỷc nừt|Xướch Vúc Ghũap|XỴ|Ỳ|Ỵ|ýÈ|Ýềo|ỶếỘ|ỴfkỈ|ỶÒư|ỹỚởọ|Ýỡp|ỶRBẪ|ÝỪ|ỲWL|Z|zỄd|ZHỗ|
  Zürich|zừẳb|
  """
