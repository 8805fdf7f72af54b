"""Works out from the rows themselves, by the text of the language, what DuckDB is not asked: years before, shares, ranks,
reports, totals. Fractions throughout; a value is a Fraction, or 'missing', or 'not applicable'.
"""
from fractions import Fraction

import comparing, worlds
from emitter import _plain as plain

MISSING, NOT_APPLICABLE = "missing", "not applicable"
SIGNS = {"=": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
         "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}


class Row:
    """A stored row with members by their place; what lies past the list lies past it in order."""

    def __init__(self, world, table, year, keys, values):
        self.year, self.values = year, values
        self.places = {d.name: place_of(d, keys[d.name]) for d in table.dimensions}
        for d in table.dimensions:
            if d.attribute:
                self.places[d.attribute] = group_of(d, self.places[d.name])


def place_of(dimension, key):
    if key is None:
        return None
    if key in dimension.keys:
        return dimension.keys.index(key)
    return len(dimension.keys) + worlds.OUTSIDE.index(key)


def group_of(dimension, place):
    if place is None or place >= len(dimension.labels):
        return None
    name = dimension.group_of.get(dimension.labels[place])
    return worlds.GROUPS.index(name) if name else None


def over(top, bottom):
    """A quotient: missing wins over not applicable, and that over a value."""
    if MISSING in (top, bottom):
        return MISSING
    if NOT_APPLICABLE in (top, bottom) or bottom == 0:
        return NOT_APPLICABLE
    return Fraction(top) / bottom


def grown(more, base):
    """Growth from less than nothing says nothing, as from nothing."""
    return over(more, base) if base in (MISSING, NOT_APPLICABLE) or base > 0 else over(more, Fraction(0))


def less(left, right):
    if MISSING in (left, right):
        return MISSING
    return NOT_APPLICABLE if NOT_APPLICABLE in (left, right) else left - right


class Reckoning:
    def __init__(self, world, question):
        self.world, self.question = world, question
        self.tables = question.tables()
        self.rows = {t.name: [Row(world, t, *row) for row in t.rows] for t in world.tables}
        one = question.fixed_year()
        self.fixed = {name: world.dimension(name).labels.index(label) for name, label in question.fixed}
        apart = [d.name for d in self.tables[0].dimensions if d.apart and d.name not in question.by
                 and d.name not in self.fixed]
        self.split = (["nam"] if "nam" not in question.by and one is None else []) + apart
        self.axes = self.split + question.by
        self.one = one
        self.kept = {}
        self.groups = {}
        self.came = {}

    # ---- what a row must meet ----

    def holds(self, tree, row):
        match tree:
            case None: return True
            case ("and", *terms): return all(self.holds(t, row) for t in terms)
            case ("or", *terms): return any(self.holds(t, row) for t in terms)
            case ("not", inner): return not self.holds(inner, row)
        return self.meets(tree, row.places)

    def meets(self, tree, places):
        match tree:
            case ("member", name, sign, labels):
                known = [self.world.dimension(name).labels.index(l) for l in labels]
                return (places[name] in known) == (sign != "!=")
            case ("like", name, text):
                return places[name] is not None and any(plain(text) in plain(t) for t in self.texts(name, places[name]))
            case ("group", d, sign, label):
                return (places[d.attribute] == worlds.GROUPS.index(label)) == (sign != "!=")
        raise ValueError(tree)

    def texts(self, name, place):
        d = self.world.dimension(name)
        if place >= len(d.labels):
            return [worlds.OUTSIDE[place - len(d.labels)]]
        return [d.labels[place], d.keys[place]]

    def possible(self, tree, dimension, place, positive=True):
        """Whether a member could be in scope, whatever else a row holds."""
        match tree:
            case None: return True
            case ("and" | "or", *terms):
                every = all if (tree[0] == "and") == positive else any
                return every(self.possible(t, dimension, place, positive) for t in terms)
            case ("not", inner): return self.possible(inner, dimension, place, not positive)
            case ("member" | "like", name, *_) if name != dimension.name: return True
            case ("group", d, *_) if d is not dimension: return True
        places = {dimension.name: place, dimension.attribute: group_of(dimension, place)}
        return self.meets(tree, places) == positive

    # ---- rows of a group ----

    def scoped(self, table, more=None):
        """The rows within the question's scope and a side's own."""
        place = (table.name, str(more))
        if place not in self.kept:
            self.kept[place] = [r for r in self.rows[table.name]
                                if self.holds(self.question.where, r) and self.holds(more, r)
                                and all(r.places[name] == p for name, p in self.fixed.items())]
        return self.kept[place]

    def at(self, table, year, key, more=None):
        """The rows of one year and group; a key is a tuple of (axis, place)."""
        axes = tuple(axis for axis, _ in key)
        place = (table.name, str(more), axes)
        if place not in self.groups:
            grouped = self.groups[place] = {}
            for row in self.scoped(table, more):
                own = (row.year, *(row.places[a] for a in axes))
                grouped.setdefault(own, []).append(row)
        return self.groups[place].get((year, *(p for _, p in key)), [])

    def attended(self, table, measures, year, key):
        """The members with a row in which all these measures are reported, whatever else is asked but what never adds."""
        apart = tuple((a, p) for a, p in [*self.fixed.items(), *key] if a != "nam" and self.never_added(a))
        place = (table.name, year, apart, *(m.name for m in measures))
        if place not in self.came:
            self.came[place] = {r.places[table.reports] for r in self.rows[table.name]
                                if r.year == year and all(r.values[m.name] is not None for m in measures)
                                and all(r.places[a] == p for a, p in apart)}
        return self.came[place]

    def owing(self, table, key):
        """The members that owe a report for a group."""
        dimension = self.world.dimension(table.reports)
        found = [p for p in range(len(dimension.labels)) if self.possible(self.question.where, dimension, p)]
        for axis, place in key:
            if axis == dimension.name:
                found = [p for p in found if p == place]
            elif axis == dimension.attribute:
                found = [p for p in found if group_of(dimension, p) == place]
        return found

    def nothing(self, sides, key):
        """Whether there is no row of a group although everybody has reported: that is nothing, and not a gap.

        A side is a table, the measures that it reads, its year, and a condition of its own."""
        if any(not table.reports or self.at(table, year, key, more) for table, _, year, more in sides):
            return False
        owing = self.owing(sides[0][0], key)
        return bool(owing) and all(p in self.attended(table, measures, year, key)
                                   for table, measures, year, _ in sides for p in owing)

    # ---- values ----

    def value(self, tree, year, key):
        match tree:
            case ("formula", table, inner): return self.formula(table, inner, year, key)
            case ("rows", table): return self.counted(table, year, len(self.at(table, year, key)))
            case ("distinct", table, axis):
                found = {r.places[axis] for r in self.at(table, year, key)} - {None}
                return self.counted(table, year, len(found))
            case ("call", function, table, m): return self.called(function, table, m, year, key)
            case ("ratio" | "tu" | "mau", _, top, bottom): return self.ratio(tree[0], top, bottom, year, key)
            case ("sides", _, top, bottom, n):
                found = self.paired("/", top, bottom, year, year - n, key)
                return NOT_APPLICABLE if found == MISSING and self.is_zero(bottom, year - n, key) else found
            case ("prev", inner, n): return self.value(inner, year - n, key)
            case ("change", inner):
                if sums(inner):
                    return self.paired("-", sums(inner), sums(inner), year, year - 1, key)
                found = less(self.value(inner, year, key), self.value(inner, year - 1, key))
                return found * 100 if is_ratio(inner) and isinstance(found, Fraction) else found
            case ("growth", inner):
                if sums(inner):
                    both = [self.paired(s, sums(inner), sums(inner), year, year - 1, key) for s in "-b"]
                    return grown(*both)
                before = self.value(inner, year - 1, key)
                return grown(less(self.value(inner, year, key), before), before)
            case ("moving", inner, n): return self.moving(inner, n, year, key)
            case ("share", inner):
                whole = tuple((a, p) for a, p in key if self.never_added(a))
                parts = [self.value(inner, y, k) for y, k in self.frame if y == year
                         and tuple((a, p) for a, p in k if self.never_added(a)) == whole]
                own = self.value(inner, year, key)
                return over(own, own if key == whole else sum((v for v in parts if isinstance(v, Fraction)), Fraction(0)))
            case ("rank", inner): return self.rank(inner, year, key)
            case ("coverage", inner):
                expected, reported = self.reports(inner, year, key)
                return over(Fraction(reported), Fraction(expected))
            case ("lacking", inner):
                expected, reported = self.reports(inner, year, key)
                return Fraction(expected - reported)
        raise ValueError(tree)

    def strict(self, tree, year, key):
        """The value, or missing where any leaf is."""
        found = self.value(tree, year, key)
        if not self.question.strict:
            return found
        if tree[0] in ("prev", "change", "growth", "moving"):
            years = [self.strict(tree[1], year - back, key) for back in reaches(tree)]
            return MISSING if MISSING in years else found
        if tree[0] not in ("formula", "ratio", "tu", "mau", "call"):
            return found
        if tree[:2] == ("call", "count") or found == MISSING:
            return found
        expected, reported = self.reports(tree, year, key)
        return MISSING if reported < expected else found

    def counted(self, table, year, number):
        """Of nothing there are none; before the first year and in a gap nothing is known."""
        if year not in self.shown and year != self.one and all(r.year != year for r in self.scoped(table)):
            return MISSING
        return Fraction(number)

    def called(self, function, table, m, year, key):
        known = [Fraction(r.values[m.name], 10 ** m.scale) for r in self.at(table, year, key)
                 if r.values[m.name] is not None]
        if function == "count":
            return self.counted(table, year, len(known))
        if not known and self.nothing([(table, [m], year, None)], key):
            return Fraction(0) if function == "sum" else NOT_APPLICABLE
        if not known:
            return MISSING
        return {"sum": sum, "min": min, "max": max, "avg": lambda v: Fraction(sum(v), len(v))}[function](known)

    def formula(self, table, tree, year, key):
        rows, measures = self.at(table, year, key), measures_of(tree)
        if self.nothing([(table, measures, year, None)], key):
            # Of nothing a sum is 0; it has no quotient, no lowest, and nobody who says yes or no.
            return NOT_APPLICABLE if tree[0] == "/" or tree[0] == "m" and tree[1].kind in ("level", "flag") else Fraction(0)
        entered = [r for r in rows if all(r.values[m.name] is not None for m in measures)]

        def part(tree, rows):
            if tree[0] == "m":
                m = tree[1]
                found = [r.values[m.name] for r in rows]
                if m.kind == "level":
                    return Fraction(min(found))
                return Fraction(sum(found), len(found) if m.kind == "flag" else 10 ** m.scale)
            left, right = part(tree[1], rows), part(tree[2], rows)
            if tree[0] == "/":
                return over(left, right)
            return left + right if tree[0] == "+" else left - right
        if entered:
            return part(tree, entered)
        if tree[0] == "/":
            known = [r for r in rows if all(r.values[m.name] is not None for m in measures_of(tree[2]))]
            if known and part(tree[2], known) == 0 or self.nothing([(table, measures_of(tree[2]), year, None)], key):
                return NOT_APPLICABLE
        return MISSING

    def ratio(self, kind, top, bottom, year, key):
        counts = self.counts(top, bottom, year, key)
        if counts is None:
            known = [r.values[bottom[1].name] for r in self.at(bottom[0], year, key)
                     if r.values[bottom[1].name] is not None]
            is_known = known and sum(known) == 0 or self.nothing([(bottom[0], [bottom[1]], year, None)], key)
            return NOT_APPLICABLE if kind == "ratio" and is_known else MISSING
        return over(*counts) if kind == "ratio" else counts[0 if kind == "tu" else 1]

    def counts(self, top, bottom, year, key):
        """Both sums of a ratio, or nothing where no pair is there."""
        (t1, m1), (t2, m2) = top, bottom
        if t1 is t2:
            both = [r for r in self.at(t1, year, key) if None not in (r.values[m1.name], r.values[m2.name])]
            if not both:
                return (Fraction(0),) * 2 if self.nothing([(t1, [m1, m2], year, None)], key) else None
            return tuple(Fraction(sum(r.values[m.name] for r in both), 10 ** m.scale) for m in (m1, m2))
        found = self.sums((t1, [m1], None), (t2, [m2], None), year, year, key)
        return found

    def sums(self, left, right, year, other, key):
        """Each side summed over the members that have a value on both, or nothing in a report that came; with no member
        shared, each on its own."""
        sides = ((*left, year), (*right, other))
        shared = left[0].reports and left[0].reports == right[0].reports and left[0].reports

        # Two sides of the same rows: a row that is in both enters both or none, and one report is behind them.
        related = left[0] is right[0] and year == other

        def needed(row, measures):
            both = (left, right) if related else ()
            return measures + [m for _, own, more in both if self.holds(more, row) for m in own]

        def entered(rows, measures):
            return [r for r in rows if all(r.values[m.name] is not None for m in needed(r, measures))]

        def came(table, measures, when):
            if related:
                return self.attended(table, left[1], when, key) | self.attended(table, right[1], when, key)
            return self.attended(table, measures, when, key)
        rows = [self.at(table, when, key, more) for table, _, more, when in sides]
        if shared:
            there = {r.places[shared] for own in rows for r in own}
            for (table, measures, _, when), own in zip(sides, rows):
                present = {r.places[shared] for r in own}
                there &= ({r.places[shared] for r in entered(own, measures)}
                          | came(table, measures, when) - present)
            rows = [[r for r in own if r.places[shared] in there] for own in rows]
        is_absent = [not own for own in rows]
        rows = [entered(own, measures) for own, (_, measures, _, _) in zip(rows, sides)]
        is_paired = related and any(rows) and all(own or absent for own, absent in zip(rows, is_absent))
        if not all(rows) and not (shared and any(rows)) and not is_paired:
            owing = self.owing(left[0], key) if shared and not any(self.at(t, w, key, c) for t, _, c, w in sides) else []
            none = owing and all(p in came(table, measures, when) for table, measures, _, when in sides for p in owing)
            return (Fraction(0),) * 2 if none else None
        return tuple(sum((Fraction(r.values[m.name], 10 ** m.scale) * sign for r in own
                          for m, sign in zip(measures, [1, *self.signs])), Fraction(0))
                     for own, (_, measures, _, _) in zip(rows, sides))

    def is_zero(self, side, year, key):
        """Whether all that there is of a side is known to be nothing."""
        table, (measure,), more = side
        known = [r.values[measure.name] for r in self.at(table, year, key, more) if r.values[measure.name] is not None]
        return bool(known) and sum(known) == 0 or self.nothing([(table, [measure], year, more)], key)

    signs = (1,)

    def paired(self, how, left, right, year, other, key):
        found = self.sums(left, right, year, other, key)
        if found is None:
            return MISSING
        return {"/": over(*found), "-": found[0] - found[1], "b": found[1]}[how]

    def moving(self, inner, n, year, key):
        years = range(year - n + 1, year + 1)
        if inner[0] != "ratio" and not (inner[0] == "formula" and inner[2][0] == "/"):
            found = [self.value(inner, y, key) for y in years]
            for state in (MISSING, NOT_APPLICABLE):
                if state in found:
                    return state
            return sum(found, Fraction(0)) / n
        if inner[0] == "formula":
            _, table, (_, left, right) = inner
            if left[0] != "m" or right[0] != "m":
                raise ValueError(inner)
            inner = ("ratio", None, (table, left[1]), (table, right[1]))
        found = [self.counts(*inner[2:], y, key) for y in years]
        if None in found:
            return MISSING
        return over(sum(f[0] for f in found), sum(f[1] for f in found))

    def never_added(self, axis):
        return axis == "nam" or any(d.apart for d in self.world.dimensions if d.name == axis)

    def rank(self, inner, year, key):
        fixed = tuple((a, p) for a, p in key if self.never_added(a))
        if len(fixed) == len(key):
            return NOT_APPLICABLE
        own = self.strict(inner, year, key)
        if not isinstance(own, Fraction):
            return own
        rivals = [self.strict(inner, year, k) for y, k in self.frame if y == year
                  and tuple((a, p) for a, p in k if self.never_added(a)) == fixed]
        return Fraction(1 + sum(isinstance(v, Fraction) and v > own for v in rivals))

    # ---- reports ----

    def reports(self, tree, year, key):
        """How many leaves owe a report, and how many of them sent one."""
        sides, bottom = reads(tree)
        member = sides[0][0].reports
        if not member:
            return self.reporting_rows(sides, bottom, year, key)
        expected = reported = 0
        for p in self.owing(sides[0][0], key):
            has_entered, bottom_rows = True, None
            for table, measures in sides:
                rows = [r for r in self.at(table, year, key) if r.places[member] == p]
                if not any(all(r.values[m.name] is not None for m in measures) for r in rows):
                    has_entered = has_entered and not rows and p in self.attended(table, measures, year, key)
            if bottom:
                table, measures, part = bottom
                rows = [r for r in self.at(table, year, key) if r.places[member] == p]
                known = [part(r) for r in rows if all(r.values[m.name] is not None for m in measures)]
                sides_of = next(m for t, m in sides if t is table)
                if known and sum(known) == 0 or not rows and p in self.attended(table, sides_of, year, key):
                    continue
            expected += 1
            reported += has_entered
        return expected, reported

    def reporting_rows(self, sides, bottom, year, key):
        (table, measures), *more = sides
        if more:
            raise ValueError("rows of two tables")
        rows = self.at(table, year, key)
        return len(rows), len([r for r in rows if all(r.values[m.name] is not None for m in measures)])

    # ---- the whole ----

    def years(self):
        found = {r.year for t in self.tables for r in self.scoped(t)}
        return sorted(y for y in found if self.question.in_years(y))

    def answer(self):
        """The axes and the rows, as they must be shown."""
        q = self.question
        self.shown = self.years()
        others = [a for a in self.axes if a != "nam"]
        self.frame = set()
        # One year that is asked for is shown whatever it has.
        every = [self.one] if self.one else sorted(
            {r.year for tree, _ in q.items for t in shown_by(tree) for r in self.rows[t.name] if q.in_years(r.year)})
        for year in every:
            for tree, _ in q.items:
                back = reaches(tree) or {0}
                if q.versus and q.versus[0] == "year" and self.one:
                    back = back | {year - q.versus[1]}
                if q.versus and q.versus[0] == "prev":
                    back = back | {b + 1 for b in back}
                parts = [(t, more, b + further) for t, more, further in parts_of(tree) for b in back]
                if all(further for _, _, further in parts) or q.versus and q.versus[0] == "prev":
                    # What looks at other years alone has the rows of the years shown too.
                    parts += [(t, None, 0) for t in comparing.tables_of(tree)]
                for t, more, further in parts:
                    for r in self.scoped(t, more):
                        if year - r.year == further:
                            self.frame.add((year, tuple((a, r.places[a]) for a in others)))
        counts = any(tree[0] in ("rows", "distinct") or tree[:2] == ("call", "count") for tree, _ in q.items)
        if not self.axes and counts:
            self.frame.add((self.one, ()))  # How many there are of nothing is a number.
        self.list_members(others)
        rows = sorted(self.frame, key=lambda r: [low(self.part(r, a)) for a in self.axes])
        made = [(r, [c for tree, _ in q.items for c in self.cells(tree, *r)]) for r in rows]
        made = [m for m in made if self.held(q.having, m[1])]
        for key, down in reversed(q.sort):
            made = self.sorted(made, key, down)
        made.sort(key=lambda m: [low(self.part(m[0], a)) for a in self.split])
        if q.limit:
            counts, kept = {}, []
            for m in made:
                within = tuple(self.part(m[0], a) for a in self.split + ([q.per] if q.per else []))
                counts[within] = counts.get(within, 0) + 1
                if counts[within] <= q.limit:
                    kept.append(m)
            made = kept
        if q.total and any(tree[0] != "rank" for tree, _ in q.items) and any(not self.never_added(a) for a in q.by) and rows:
            fixed = [a for a in self.axes if self.never_added(a)]
            totals = {(y, tuple(p for p in k if self.never_added(p[0]))) for y, k in rows}
            for r in sorted(totals, key=lambda r: [low(self.part(r, a)) for a in fixed]):
                made.append((r, [c for tree, _ in q.items for c in self.cells(tree, *r)]))
        return self.axes, [[self.label(a, self.part(r, a)) for a in self.axes] + cells for r, cells in made]

    def list_members(self, others):
        """With one dimension that a table reports by, all its listed members have a row."""
        if len(self.question.by) != 1 or not any(t.reports == self.question.by[0] for t in self.tables):
            return
        name = self.question.by[0]
        d = self.world.dimension(name)
        for year, key in list(self.frame):
            for place in range(len(d.labels)):
                if self.possible(self.question.where, d, place):
                    self.frame.add((year, tuple((a, place if a == name else p) for a, p in key)))

    def cells(self, tree, year, key):
        own = self.strict(tree, year, key)
        if not self.question.versus:
            return [own]
        what, place = self.question.versus
        if what == "prev":
            other = self.strict(tree, year - 1, key)
        elif what == "year":
            other = self.strict(tree, place, key)
        else:
            other = self.strict(tree, year, tuple((a, place if a == what else p) for a, p in key))
        if is_level(tree):
            return [own, other]  # Steps have no difference.
        gap = less(own, other)
        return [own, other, gap * 100 if is_ratio(tree) and isinstance(gap, Fraction) else gap]

    def held(self, tree, cells):
        match tree:
            case None: return True
            case ("and", *terms): return all(self.held(t, cells) for t in terms)
            case ("or", *terms): return any(self.held(t, cells) for t in terms)
            case ("result", alias, sign, number, unit):
                own = cells[int(alias[1:])]
                return isinstance(own, Fraction) and SIGNS[sign](own, Fraction(number, 100 if unit else 1))
        raise ValueError(tree)

    def sorted(self, made, key, down):
        if key in self.axes:
            known = [m for m in made if self.part(m[0], key) is not None]
            known.sort(key=lambda m: -self.part(m[0], key) if down else self.part(m[0], key))
            return known + [m for m in made if self.part(m[0], key) is None]
        before = [tree for tree, _ in self.question.items[:int(key[1:])]]
        i = sum(2 if is_level(t) else 3 for t in before) if self.question.versus else len(before)
        known = [m for m in made if isinstance(m[1][i], Fraction)]
        known.sort(key=lambda m: -m[1][i] if down else m[1][i])
        return known + [m for m in made if not isinstance(m[1][i], Fraction)]

    def part(self, row, axis):
        return row[0] if axis == "nam" else dict(row[1]).get(axis)

    def label(self, axis, place):
        if place is None or axis == "nam":
            return None if place is None else str(place)
        for d in self.world.dimensions:
            if axis == d.name:
                return self.texts(axis, place)[0]
            if axis == d.attribute:
                return worlds.GROUPS[place]


def low(place):
    return (place is None, place or 0)


def measures_of(tree):
    if tree[0] == "m":
        return [tree[1]]
    found = measures_of(tree[1])
    return found + [m for m in measures_of(tree[2]) if m not in found]


def sums(tree):
    """The side that a sum of one table is, if it is one: it pairs with itself across years."""
    match tree:
        case ("formula", table, ("m", m)) if m.kind in ("count", "amount"): return (table, [m], None)
    return None


def is_ratio(tree):
    match tree:
        case ("formula", _, ("/", _, _)) | ("ratio", *_) | ("growth", _) | ("share", _) | ("coverage", _) | ("sides", *_):
            return True
        case ("formula", _, ("m", m)): return m.kind == "flag"
        case ("prev" | "moving", inner, _): return is_ratio(inner)
    return False


def is_level(tree):
    return tree[0] == "formula" and tree[2][0] == "m" and tree[2][1].kind == "level"


def reads(tree):
    """What a leaf must have reported, side by side, and how its denominator is summed."""
    match tree:
        case ("formula", table, inner):
            bottom = None
            if inner[0] == "/":
                measures = measures_of(inner[2])
                bottom = (table, measures, lambda r: signed(inner[2], r))
            return [(table, measures_of(inner))], bottom
        case ("ratio" | "tu" | "mau", _, (t1, m1), (t2, m2)):
            bottom = (t2, [m2], lambda r: r.values[m2.name])
            return ([(t1, [m1, m2])] if t1 is t2 else [(t1, [m1]), (t2, [m2])]), bottom
        case ("call", _, table, m): return [(table, [m])], None
    raise ValueError(tree)


def signed(tree, row):
    if tree[0] == "m":
        return Fraction(row.values[tree[1].name], 10 ** tree[1].scale)
    left, right = signed(tree[1], row), signed(tree[2], row)
    return left + right if tree[0] == "+" else left - right


def parts_of(tree):
    """What an item reads: tables, the conditions of sides, and how many years before the others a side is."""
    match tree:
        case ("sides", _, top, bottom, n): return [(top[0], top[2], 0), (bottom[0], bottom[2], n)]
        case ("prev" | "change" | "growth" | "moving" | "share" | "rank" | "coverage" | "lacking", inner, *_): return parts_of(inner)
    return [(t, None, 0) for t in comparing.tables_of(tree)]


def shown_by(tree):
    """The tables whose years an item has rows in: a side of an earlier year alone shows none."""
    match tree:
        case ("sides", _, top, _, n) if n > 0: return [top[0]]
        case ("share" | "rank" | "coverage" | "lacking", inner): return shown_by(inner)
    return comparing.tables_of(tree)


def reaches(tree):
    """How many years back an item looks, but for sides of an earlier year."""
    match tree:
        case ("prev", inner, n): return {n + b for b in reaches(inner) or {0}}
        case ("rank" | "share", inner): return reaches(inner)
        case ("change" | "growth", inner): return {0, 1}
        case ("moving", _, n): return set(range(n))
    return set()
