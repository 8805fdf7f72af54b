"""Checks of invented promises, judged by the text of the language from the rows: verdict, value, bounds, milestone."""
from fractions import Fraction

import comparing, questions, reckoning
from reckoning import MISSING, NOT_APPLICABLE

HOLDS = {">=": lambda v, t: v >= t, ">": lambda v, t: v > t, "<=": lambda v, t: v <= t, "<": lambda v, t: v < t,
         "=": lambda v, t: v == t}


class Promise:
    """A target: ordering and threshold, or a range; due by a year or in every one; the line it begins on; its scope."""

    def __init__(self, rng, world, number):
        self.id = f"muc_{number}"
        self.ratio = rng.choice(world.ratios)
        kind = rng.random()
        self.bounds = sorted(Fraction(rng.choice([100, 250, 333, 500, 557, 750, 900, 1000]), 1000) for _ in "ab")
        self.ordering = "in" if kind < 0.1 and self.bounds[0] < self.bounds[1] else rng.choice([">=", ">=", ">=", ">", "<=", "<", "="])
        years = self.ratio[1][0].years
        near = list(range(years[0] - 1, years[-1] + 3))
        self.due = rng.choice(near) if rng.random() < 0.65 else None
        self.start = rng.choice([y for y in near if y < (self.due or near[-1] + 1)] or [None]) if rng.random() < 0.7 else None
        self.start_value = Fraction(rng.randint(0, 1000), 1000) if self.start and rng.random() < 0.25 else None
        self.last = None
        if self.due is None and rng.random() < 0.3:
            self.last = rng.choice([y for y in near if y > (self.start or 0)] or [None])
        self.scope = None
        shared = [d for d in self.ratio[1][0].dimensions if d in self.ratio[2][0].dimensions]
        if rng.random() < 0.4:
            d = rng.choice(shared)
            known = world.known(d, [self.ratio[1][0], self.ratio[2][0]])
            if known:
                self.scope = ("member", d.name, "=", [rng.choice(known)])
        self.grade = rng.choice(["dat", "dat", "duy_tri", "phan_dau", "tam_nhin"])
        # Some stand where a value stands.
        value = Found(world, self, rng.choice(years)).value
        if self.ordering != "in" and isinstance(value, Fraction) and 0 < value < 3 and rng.random() < 0.5:
            self.bounds = [Fraction(round(value * 1000), 1000)] * 2

    def text(self, world):
        def percent(fraction):
            return f"{fraction.numerator * 1000 // fraction.denominator / 10:g}%"
        what = (f"in {percent(self.bounds[0])}..{percent(self.bounds[1])}" if self.ordering == "in"
                else f"{self.ordering} {percent(self.bounds[0])}")
        when = f"due {self.due}" if self.due else "every year" + (f" to {self.last}" if self.last else "")
        start = f" from {self.start}" + (f" {percent(self.start_value)}" if self.start_value is not None else "") if self.start else ""
        where = f" where {questions.condition(self.scope, world)}" if self.scope else ""
        return f'target s.{self.id} on s.{self.ratio[0]} {what} {when}{start}{where} grade {self.grade} per "1" quote "x"'

    def meets(self, value):
        return value >= self.bounds[0] if self.ordering == "in" else HOLDS[self.ordering](value, self.bounds[0])


class Judging(questions.Question):
    def __init__(self, promises, year):
        super().__init__()
        self.promises, self.year = promises, year

    def text(self, world):
        return f"check s where nam = {self.year}"

    def tables(self):
        return [t for p in self.promises for t in {id(t): t for t in (p.ratio[1][0], p.ratio[2][0])}.values()]


def invent(rng, world):
    years = sorted({r[0] for t in world.tables for r in t.rows}) or world.tables[0].years
    return Judging(world.promises, rng.choice(years + years + [years[-1] + 1]))


class Found:
    """What is known of one promise in one year."""

    def __init__(self, world, promise, year):
        question = comparing.Comparing()
        name, top, bottom = promise.ratio
        question.items = [(("ratio", name, top, bottom), "x")]
        question.where, question.years = promise.scope, ("year", "=", year)
        asked = reckoning.Reckoning(world, question)
        tree = question.items[0][0]
        self.value, self.low, self.high = asked.value(tree, year, ()), None, None
        tables = [top[0]] if top[0] is bottom[0] else [top[0], bottom[0]]
        if not any(asked.at(t, year, ()) for t in tables):
            self.value, self.is_partial = MISSING, True
            return
        expected, reported = asked.reports(tree, year, ())
        counts = asked.counts(top, bottom, year, ()) or (Fraction(0), Fraction(0))
        scale = 10 ** bottom[1].scale
        rows = asked.at(bottom[0], year, ())
        known = sum(Fraction(r.values[bottom[1].name] or 0, scale) for r in rows)
        blanks = [r for r in rows if r.values[bottom[1].name] is None]
        self.is_partial = reported < expected or bool(blanks) or known != counts[1]
        if self.is_partial and name in world.parts and not blanks and known > 0 and not self.unknown(asked, promise, year):
            if 0 <= known - counts[1]:
                self.low, self.high = counts[0] / known, (counts[0] + known - counts[1]) / known
        self.is_suspect = name in world.parts and isinstance(self.value, Fraction) and self.value > 1

    is_suspect = False

    def unknown(self, asked, promise, year):
        """Whether somebody owes a report of whom not even the denominator is known."""
        (t1, m1), (t2, m2) = promise.ratio[1:]
        if not t2.reports:
            return False
        for p in asked.owing(t2, ()):
            own = [[r for r in asked.at(t, year, ()) if r.places[t.reports] == p] for t in (t1, t2)]
            known = [r for r in own[1] if r.values[m2.name] is not None]
            if known:
                continue
            needed = [m1, m2] if t1 is t2 else [m2]
            if own[1] or p not in asked.attended(t2, needed, year, ()):
                return True
        return False

    @property
    def possible(self):
        """Every value that it may turn out to be, by the extremes."""
        if self.is_partial:
            return [] if self.low is None else [self.low, self.high]
        return [self.value] if isinstance(self.value, Fraction) else []


def judged(world, promise, year):
    """The verdict, what was found, and where the line stands."""
    found = Found(world, promise, year)
    if found.value == NOT_APPLICABLE and not found.is_partial:
        return "khong_xet", found, None
    if found.is_suspect:
        found.low = found.high = None
        return "dang_ngo", found, None
    if promise.due is None or promise.grade == "duy_tri":
        return every_year(world, promise, year, found), found, None
    return by_date(world, promise, year, found)


def agreed(verdicts):
    return verdicts.pop() if len(verdicts) == 1 else "chua_du_so_lieu"


def in_time(promise, value):
    """Of the year that decides."""
    if not promise.meets(value):
        if promise.ordering == "in":
            return "duoi"
        return "chua_dat_khong_vi_pham" if promise.grade == "phan_dau" else "chua_dat"
    return "dat" if promise.ordering != "in" else "vuot" if value > promise.bounds[1] else "trong"


def every_year(world, promise, year, found):
    last = promise.due or promise.last
    if promise.start and year < promise.start:
        return "chua_den_han"
    if last and year > last:
        return "khong_xet"

    def of(found):
        return "dang_ngo" if found.is_suspect else agreed({in_time(promise, v) for v in found.possible})
    verdict = of(found)
    if promise.grade != "duy_tri":
        return verdict
    # To keep something up is broken by any year, and kept only if every year is known.
    earlier = [of(Found(world, promise, y)) for y in range(promise.start or year, year)
               if Found(world, promise, y).value != NOT_APPLICABLE]
    if any(v in ("chua_dat", "duoi") for v in earlier):
        return "chua_dat"
    if verdict == "dat" and any(v in ("chua_du_so_lieu", "dang_ngo") for v in earlier):
        return "chua_du_so_lieu"
    return verdict


def by_date(world, promise, year, found):
    bases = [promise.start_value]
    if promise.start and promise.start_value is None:
        first = Found(world, promise, promise.start)
        bases = [] if first.is_suspect else first.possible
    goal, verdicts, lines = promise.bounds[0], set(), set()
    too_early = year < promise.due and (promise.grade == "tam_nhin" or promise.start is None or year < promise.start)
    for value in found.possible:
        if year >= promise.due:
            verdicts.add(in_time(promise, value))
        elif promise.meets(value):
            verdicts.add("dat_truoc_han" if promise.ordering != "in" else in_time(promise, value))
        elif too_early:
            verdicts.add("chua_den_han")
        elif promise.start_value is None and promise.start == year:
            verdicts.add("dung_tien_do")  # The line begins here.
        else:
            verdicts |= {on_line(promise, value, base, year) for base in bases} or {"chua_du_so_lieu"}
    verdict = agreed(verdicts) if verdicts else "chua_den_han" if too_early else "chua_du_so_lieu"
    if verdict in ("dung_tien_do", "cham"):
        lines = {line(promise, base, year) for base in bases}
    return verdict, found, lines.pop() if len(lines) == 1 else None


def line(promise, base, year):
    return base + (promise.bounds[0] - base) * Fraction(year - promise.start, promise.due - promise.start)


def on_line(promise, value, base, year):
    stands = line(promise, base, year)
    if promise.ordering in (">", "<") and value == stands and year > promise.start:
        return "cham"
    descends = promise.ordering in ("<", "<=") or promise.ordering == "=" and base > promise.bounds[0]
    return "dung_tien_do" if (value <= stands if descends else value >= stands) else "cham"


def compare(answer, world, question, rounding):
    """What differs, or nothing."""
    if "error" in answer:
        return "hoi refused: " + answer["error"].get("message", "")
    names = [c["name"] for c in answer["columns"]]
    rows = {row[names.index("id")]: dict(zip(names, row)) for row in answer["rows"]}
    if sorted(rows) != sorted(f"s.{p.id}" for p in question.promises):
        return f"targets {sorted(rows)}"
    for promise in question.promises:
        own = rows[f"s.{promise.id}"]
        verdict, found, stands = judged(world, promise, question.year)
        wanted = {"ket_luan": verdict, "gia_tri": found.value, "moc": stands, "can_duoi": found.low, "can_tren": found.high}
        for name, value in wanted.items():
            cell = own.get(name)
            if isinstance(value, Fraction):
                if cell is None or abs(Fraction(cell) - value) > rounding:
                    return f"{promise.text(world)}: {name} {cell}, expected {value} ({float(value)})"
            elif name == "ket_luan" and cell != value or name != "ket_luan" and cell is not None:
                return f"{promise.text(world)}: {name} {cell}, expected {value}"
    return None
