"""What a person sees at the prompt: letters, colours, hints, lists, wrapping."""

import os
import signal
import tempfile

from screen import SAMPLE, Screen


def test_greeting_is_two_lines():
    with Screen() as screen:
        screen.prompt()
        lines = screen.lines()
        assert lines[0].startswith("hoi ") and "54 chỉ tiêu" in lines[0], lines[0]
        assert lines[1].startswith(".help"), lines[1]
        assert screen.screen.cursor.y == 2 and screen.screen.cursor.x == 5
    with Screen((SAMPLE, "--lang", "en"), columns=160) as screen:
        screen.wait_for("54 indicators, 49 targets, 29 tables")


def test_a_long_path_is_greeted_by_its_end():
    long = os.path.join(tempfile.mkdtemp(prefix="hoi-screen-"), "a" * 60, "bangmac")
    os.mkdir(os.path.dirname(long))
    os.symlink(SAMPLE, long)
    with Screen((long, "--lang", "en")) as screen:
        screen.prompt()
        assert screen.lines()[0].endswith(" · …/bangmac: 54 indicators, 49 targets, 29 tables"), screen.lines()[0]
        assert screen.lines()[1].startswith(".help"), screen.lines()[1]


def test_vietnamese_stands_where_the_cursor_thinks():
    # Composed, decomposed, half composed, and as Telex sends it.
    for typed in ("tỷ lệ", "ty\u0309 le\u0302\u0323", "t\u1ef7 l\u00ea\u0323", "tỷ le\x7fê\x7fệ"):
        with Screen() as screen:
            screen.prompt()
            screen.type(typed)
            screen.wait_for_row("hoi> tỷ lệ")
            assert screen.screen.cursor.x == 10, screen.screen.cursor.x
            screen.type("\x7f\x7f")
            screen.wait_for_row("hoi> tỷ")
            screen.wait(lambda s: s.screen.cursor.x == 8, "the cursor behind the blank")


def test_words_are_coloured_while_typed():
    with Screen() as screen:
        screen.prompt()
        screen.type('xem mamnon.tre theo nam khi nhom = "Nhà trẻ" # ghi')
        screen.wait(lambda s: s.style("theo") == "magenta", "a coloured keyword")
        assert screen.style("mamnon") == "default"
        assert screen.style('"Nhà') == "green"
    with Screen(NO_COLOR="1") as screen:
        screen.prompt()
        screen.type("xem mamnon.tre ")
        screen.wait_for_row("hoi> xem mamnon.tre")
        assert screen.style("xem") == "default"


def test_a_hint_is_shown_taken_and_left():
    with Screen() as screen:
        screen.prompt()
        screen.enter("show mamnon.tre by nam")
        screen.type("show mam")
        screen.wait_for_row("hoi> show mamnon.tre by nam")
        assert screen.screen.cursor.x == 13
        screen.type("\x1b[C")
        screen.wait(lambda s: s.screen.cursor.x == 27, "the cursor behind the hint")
        screen.type("\x03")
        screen.prompt()
        # Enter runs what was typed, not what was hinted.
        screen.type("show mam\r")
        screen.wait_for("`mam`")
        assert "hoi> show mam\n" in screen.text() + "\n", screen.text()


def test_tab_lists_with_labels_below_the_line():
    with Screen() as screen:
        screen.prompt()
        screen.type("show mamnon.tyle_sdd\t\t")
        screen.wait_for("tyle_sdd_hop      Tỷ lệ suy dinh dưỡng ít nhất một thể")
        screen.wait_for_row("hoi> show mamnon.tyle_sdd_")
        screen.type("hop\r")
        screen.wait_for("Tỷ lệ suy dinh dưỡng ít nhất một thể")


def test_many_choices_fit_the_window():
    with Screen(columns=40, rows=12) as screen:
        screen.prompt()
        screen.type("show huy\twhere thon = \t\t")
        screen.wait(lambda s: "BM-17" in s.text(), "members")
        screen.wait_for_row(" = BM-")
        assert "Thôn" not in screen.text(), "labels where there is no room for them"


def test_a_long_line_wraps_and_is_mended():
    line = "show mamnon.tyle_huydong by thon, nam where nhom = nhatre and nam in 2025..2027 and thon = BM-01"
    with Screen() as screen:
        screen.prompt()
        screen.type(line)
        screen.wait(lambda s: line in "".join(s.screen.display)[5:].replace("hoi> ", ""), "the line over two rows")
        screen.type("\x01\x1b[C\x1b[C\x1b[C\x1b[C")
        screen.wait(lambda s: s.screen.cursor.x == 9, "the cursor in the first row")
        screen.resize(60)
        screen.wait(lambda s: s.screen.cursor.x == 9, "the cursor after a resize")
        screen.type("\x05\x0b\r")
        screen.wait_for("BM-01")


def test_an_unfinished_entry_says_what_it_waits_for():
    with Screen() as screen:
        screen.prompt()
        screen.type("show mamnon.tre,\r")
        screen.wait_for_row("  …>")
        screen.type("(mamnon.tre\r")
        screen.wait_for_row("  (>")
        screen.type(") by nam\r")
        screen.wait_for("2027")
        screen.prompt()
        screen.type("\x1b[A")
        # One entry, recalled as a whole.
        screen.wait_for("hoi> show mamnon.tre,\n(mamnon.tre\n) by nam")


def test_control_z_and_back():
    with Screen() as screen:
        screen.prompt()
        screen.type("xem mamnon")
        screen.wait_for_row("hoi> xem mamnon")
        screen.child.kill(signal.SIGSTOP)
        screen.child.kill(signal.SIGCONT)
        screen.wait_for_row("hoi> xem mamnon")
        screen.type(".tre theo nam\r")
        screen.wait_for("2027")


def test_nothing_raw_reaches_the_screen():
    with Screen() as screen:
        screen.prompt()
        screen.paste("show \x1b]0;title\x07mamnon.tre\u202e by nam")
        screen.type("\r")
        screen.wait(lambda s: s.row() == "hoi>", "a prompt")
        assert screen.screen.title == ""


def test_what_is_typed_too_early_is_shown_once():
    with Screen() as screen:
        screen.prompt()
        screen.type("show mamnon.tyle_huydong by thon, nam limit 3\rlist tab")
        screen.wait(lambda s: s.row().startswith("hoi> list tab"), "what was typed too early")
        assert screen.text().count("list tab") == 1, screen.text()


def test_search_finds_older_entries():
    with Screen() as screen:
        screen.prompt()
        screen.enter("show mamnon.tre by nam")
        screen.enter("list tables")
        screen.type("\x12tre")
        screen.wait_for("show mamnon.tre by nam")
        screen.type("\r")
        screen.wait(lambda s: s.text().count("2027") >= 2, "the answer once more")


def test_a_dumb_terminal_gets_plain_rows():
    with Screen(TERM="dumb", LC_ALL="C") as screen:
        screen.wait_for("hoi>")
        screen.type("xem mamnon.tre theo nam\n")
        screen.wait_for("2027")


def test_one_home_two_sessions():
    with Screen() as first, Screen(home=first.home) as second:
        first.prompt()
        second.prompt()
        first.enter("list tables")
        second.enter("list targets")
        first.enter("list subjects")
        with Screen(home=first.home) as third:
            third.prompt()
            for expected in ("list subjects", "list targets", "list tables"):
                third.type("\x1b[A")
                third.wait_for_row("hoi> " + expected)
