"""Writes a question as SQL for DuckDB, forced to what hoi means.

Every value is three columns: a state (v a value, m missing, k not applicable), a numerator and a denominator, both whole
numbers; so nothing is rounded and SQL's own idea of division, NULL and order never matters.
"""


def load(connection, world):
    """Puts the rows of a world into DuckDB, members by their place in the order of answers."""
    connection.execute("drop schema if exists w cascade; create schema w; set schema='w'")
    for d in world.dimensions:
        connection.execute(f"create table d_{d.name} (place int, label text, listed bool, grp int)")
        groups = sorted({g for g in d.group_of.values() if g}, key=_order)
        rows = [(i, l, d.listed, groups.index(d.group_of[l]) if d.group_of.get(l) else None)
                for i, l in enumerate(d.labels)]
        rows += [(len(d.labels) + i, l, False, None) for i, l in enumerate(_outside())]
        connection.executemany(f"insert into d_{d.name} values (?, ?, ?, ?)", rows)
        if d.attribute:
            connection.execute(f"create table g_{d.name} (place int, label text)")
            if groups:
                connection.executemany(f"insert into g_{d.name} values (?, ?)", list(enumerate(groups)))
    for t in world.tables:
        columns = ["nam int"] + [f"{d.name} int" for d in t.dimensions] + [f"{m.name} bigint" for m in t.measures]
        connection.execute(f"create table {t.name} ({', '.join(columns)})")
        rows = [(y, *(_place(d, k[d.name]) for d in t.dimensions), *(v[m.name] for m in t.measures))
                for y, k, v in t.rows]
        if rows:
            connection.executemany(f"insert into {t.name} values ({', '.join('?' * len(columns))})", rows)


def _order(name):
    from worlds import GROUPS
    return GROUPS.index(name)


def _outside():
    from worlds import OUTSIDE
    return OUTSIDE


def _plain(text):
    """Without accents and case."""
    import unicodedata
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("-", " ").strip()


def _place(dimension, key):
    if key is None:
        return None
    if key in dimension.keys:
        return dimension.keys.index(key)
    return len(dimension.keys) + _outside().index(key)


class Emitter:
    def __init__(self, world, question):
        self.world, self.question = world, question
        self.tables = question.tables()
        open_years = "nam" not in question.by and not question.pooled and not self._one_year()
        self.split = ["nam"] if open_years else []
        self.axes = self.split + question.by
        self.sources = {}  # name of a source -> its SQL

    # ---- which years ----

    def _one_year(self):
        """Whether the top-level terms leave one year."""
        return len(self._allowed_years()) == 1

    def _allowed_years(self):
        """The years that the top-level terms leave."""
        terms = self.question.where
        terms = [] if terms is None else list(terms[1:]) if terms[0] == "and" else [terms]
        allowed = set(range(1900, 2100))
        for term in self._flat(terms):
            match term:
                case ("year", "=", year): allowed &= {year}
                case ("years", years): allowed &= set(years)
                case ("span", first, last): allowed &= set(range(first, last + 1))
                case ("year", "!=", year): allowed -= {year}
                case ("year", "<", year): allowed &= set(range(1900, year))
                case ("year", "<=", year): allowed &= set(range(1900, year + 1))
                case ("year", ">", year): allowed &= set(range(year + 1, 2100))
                case ("year", ">=", year): allowed &= set(range(year, 2100))
        return allowed

    def _flat(self, terms):
        for term in terms:
            if term[0] == "and":
                yield from self._flat(term[1:])
            else:
                yield term

    # ---- conditions ----

    def where(self, tree):
        """On dimensions two-valued, on measures with SQL's third value: exactly what is wanted."""
        match tree:
            case None: return "true"
            case ("and", *terms): return "(" + " and ".join(map(self.where, terms)) + ")"
            case ("or", *terms): return "(" + " or ".join(map(self.where, terms)) + ")"
            case ("not", inner): return f"(not {self.where(inner)})"
            case ("value", _, m, sign, number): return f"({m.name} {sign} {number * 10 ** m.scale})"
            case ("missing", _, m): return f"({m.name} is null)"
            case _: return f"coalesce({self._atom(tree)}, false)" if tree[1] != "!=" else self._atom(tree)

    def _atom(self, tree):
        match tree:
            case ("member", name, sign, labels):
                d = self.world.dimension(name)
                places = ", ".join(str(d.labels.index(l)) for l in labels)
                if sign == "!=":
                    return f"({name} is distinct from {places})"
                return f"({name} in ({places}))"
            case ("like", name, text):
                d = self.world.dimension(name)
                labels = d.labels + (_outside() if name in ("thon", "nhom", "loai") and d.listed else [])
                places = [i for i, l in enumerate(labels) if _plain(text) in _plain(l)
                          or d.listed and i < len(d.keys) and _plain(text) in _plain(d.keys[i])]
                return f"({name} in ({', '.join(map(str, places)) or 'null'}))"
            case ("group", d, sign, label):
                group = (f"(select x.grp from d_{d.name} x where x.place = {d.name}) is not distinct from "
                         f"(select g.place from g_{d.name} g where g.label = '{label}')")
                return f"(not ({group}))" if sign == "!=" else f"({group})"
            case ("year", sign, year): return f"(nam {sign} {year})"
            case ("years", years): return f"(nam in ({', '.join(map(str, years))}))"
            case ("span", first, last): return f"(nam between {first} and {last})"

    def possible(self, tree, dimension, positive=True):
        """Whether a member of one dimension could be in scope, whatever else a row holds."""
        match tree:
            case None: return "true"
            case ("and", *terms) | ("or", *terms):
                word = " and " if (tree[0] == "and") == positive else " or "
                return "(" + word.join(self.possible(t, dimension, positive) for t in terms) + ")"
            case ("not", inner): return self.possible(inner, dimension, not positive)
            case ("member" | "like", name, *_) if name == dimension.name: atom = self.where(tree)
            case ("group", d, _, _) if d is dimension: atom = self.where(tree)
            case _: return "true"
        return atom if positive else f"(not {atom})"

    # ---- keys ----

    def key(self, axis, row=""):
        for d in self.world.dimensions:
            if axis == d.attribute and d.attribute:
                return f"(select x.grp from d_{d.name} x where x.place = {d.name})"
        return axis

    def label(self, axis):
        for d in self.world.dimensions:
            if axis == d.name:
                return f"(select x.label from d_{d.name} x where x.place = k_{axis})"
            if d.attribute and axis == d.attribute:
                return f"(select x.label from g_{d.name} x where x.place = k_{axis})"
        return f"k_{axis}"

    def keys(self, axes):
        return "".join(f"{self.key(a)} as k_{a}, " for a in axes)

    # ---- values: (state, numerator, denominator) ----

    def value(self, tree, aggregates):
        match tree:
            case ("formula", table, inner): return self._formula(table, inner, aggregates)
            case ("call", "count", table, m): return ("'v'", aggregates(table, f"count({m.name})"), "1", 0)
            case ("call", function, table, m):
                n = aggregates(table, f"count({m.name})")
                nothing = self._nothing([(table, [m])], aggregates)
                state = (f"case when {nothing} then '{'v' if function == 'sum' else 'k'}' "
                         f"when coalesce({n}, 0) = 0 then 'm' else 'v' end")
                if function == "avg":
                    return (state, aggregates(table, f"sum({m.name})"), f"{n}::hugeint * {10 ** m.scale}")
                return (state, aggregates(table, f"{function}({m.name})"), str(10 ** m.scale))
            case ("rows", table): return ("'v'", aggregates(table, "count(*)"), "1", 0)
            case ("distinct", table, axis): return ("'v'", aggregates(table, f"count(distinct {axis})"), "1", 0)
            case ("ratio" | "tu" | "mau", _, top, bottom):
                return self._ratio(tree[0], top, bottom, aggregates)
            case ("over", left, right):
                return self._divided(self.value(left, aggregates), self.value(right, aggregates))
            case ("abs", inner):
                s, n, d = self.value(inner, aggregates)[:3]
                return (s, f"abs({n}::hugeint)", f"abs({d}::hugeint)")
            case ("round", inner, places):
                from questions import is_ratio
                places += 2 if is_ratio(inner) else 0
                s, n, d = self.value(inner, aggregates)[:3]
                scaled = f"(2 * {10 ** places}::hugeint * abs({n}::hugeint) + abs({d}::hugeint))"
                sign = f"(sign({n}::hugeint) * sign({d}::hugeint))"
                return (s, f"{sign} * ({scaled} // nullif(2 * abs({d}::hugeint), 0))", str(10 ** places))

    def _divided(self, left, right):
        (s1, n1, d1), (s2, n2, d2) = left[:3], right[:3]
        state = (f"case when {s1} = 'm' or {s2} = 'm' then 'm' when {s1} = 'k' or {s2} = 'k' or coalesce({n2}, 0) = 0 "
                 "then 'k' else 'v' end")
        return (state, f"{n1}::hugeint * {d2}", f"{n2}::hugeint * {d1}")

    def _formula(self, table, tree, aggregates):
        measures = _measures(tree)
        entered = " and ".join(f"{m.name} is not null" for m in measures)
        rows = aggregates(table, f"count(*) filter ({entered})")

        def part(tree, entered):
            if tree[0] == "m":
                m = tree[1]
                if m.kind == "level":
                    return ("'v'", aggregates(table, f"min({m.name}) filter ({entered})"), "1")
                total = aggregates(table, f"sum({m.name}) filter ({entered})")
                if m.kind == "flag":
                    return ("'v'", total, aggregates(table, f"count(*) filter ({entered})"))
                return ("'v'", total, str(10 ** m.scale))
            left, right = part(tree[1], entered), part(tree[2], entered)
            if tree[0] == "/":
                return self._divided(left, right)
            (_, n1, d1), (_, n2, d2) = left, right
            return ("'v'", f"({n1}::hugeint * {d2} {tree[0]} {n2}::hugeint * {d1})", f"({d1}::hugeint * {d2})")

        state, n, d = part(tree, entered)
        lacking = "'m'"
        if tree[0] == "/" and any(m not in _measures(tree[2]) for m in measures):
            known = " and ".join(f"{m.name} is not null" for m in _measures(tree[2]))
            kn = part(tree[2], known)[1]
            count = aggregates(table, f"count(*) filter ({known})")
            nothing = self._nothing([(table, _measures(tree[2]))], aggregates)
            lacking = f"case when coalesce({count}, 0) > 0 and {kn} = 0 or {nothing} then 'k' else 'm' end"
        nothing = self._nothing([(table, measures)], aggregates)
        # Of nothing a sum is 0; it has no quotient, no lowest, and nobody who says yes or no.
        none = "k" if tree[0] == "/" or tree[0] == "m" and tree[1].kind in ("level", "flag") else "v"
        return (f"case when {nothing} then '{none}' when coalesce({rows}, 0) = 0 then {lacking} else {state} end", n, d)

    def _ratio(self, side, top, bottom, aggregates):
        (t1, m1), (t2, m2) = top, bottom
        if t1 is t2:
            both = f"{m1.name} is not null and {m2.name} is not null"
            n1 = aggregates(t1, f"sum({m1.name}) filter ({both})")
            n2 = aggregates(t1, f"sum({m2.name}) filter ({both})")
            there = f"coalesce({aggregates(t1, f'count(*) filter ({both})')}, 0) > 0"
            nothing = self._nothing([(t1, [m1, m2])], aggregates)
        else:
            n1, n2, there = self._paired(t1, m1, t2, m2, aggregates)
            nothing = self._nothing([(t1, [m1]), (t2, [m2])], aggregates)
        if side != "ratio":
            n, scale = (n1, m1.scale) if side == "tu" else (n2, m2.scale)
            return (f"case when {there} or {nothing} then 'v' else 'm' end", n, str(10 ** scale))
        known = aggregates(t2, f"sum({m2.name})")
        state = (f"case when {there} then (case when {n2} = 0 then 'k' else 'v' end) "
                 f"when {known} = 0 or {self._nothing([(t2, [m2])], aggregates)} then 'k' else 'm' end")
        return (state, f"{n1}::hugeint * {10 ** m2.scale}", f"{n2}::hugeint * {10 ** m1.scale}")

    def _paired(self, t1, m1, t2, m2, aggregates):
        """Sums over the members, years and groups that have a value in both tables, or nothing in a report that came."""
        member, filter = t1.reports, self.where(self.question.where)
        name = f"p_{t1.name}_{m1.name}_{t2.name}_{m2.name}"
        keys = [f"k_{a}" for a in self.axes] + ["year", "who"]

        def own(t, m):
            return (f"select {self.keys(self.axes)}nam as year, {member} as who, count({m.name}) as n, "
                    f"sum({m.name}) as v from {t.name} where {filter} group by {', '.join(keys)}")

        self.sources[f"both_{name}"] = (
            f"select {', '.join(f'coalesce(a.{k}, b.{k}) as {k}' for k in keys)}, a.n as na, a.v as va, b.n as nb, "
            f"b.v as vb from ({own(t1, m1)}) a full join ({own(t2, m2)}) b on "
            + " and ".join(f"a.{k} is not distinct from b.{k}" for k in keys))
        groups = "".join(f"k_{a}, " for a in self.axes)
        group_by = f" group by {groups[:-2]}" if self.axes else ""
        told = " and ".join(
            f"case when {n} is null then {self._told(t, [m], 'c.year', 'c.who')} else {n} > 0 end"
            for n, t, m in (("na", t1, m1), ("nb", t2, m2)))
        self.sources[name] = (f"select {groups}coalesce(sum(va), 0) as a, coalesce(sum(vb), 0) as b, count(*) as n "
                              f"from both_{name} c where {told}{group_by}")
        return (f"coalesce({aggregates(name, 'a')}, 0)", f"coalesce({aggregates(name, 'b')}, 0)",
                f"coalesce({aggregates(name, 'n')}, 0) > 0")

    def _told(self, table, measures, year, member):
        """Whether a member has reported these measures at all, whatever else is asked."""
        read = {m.name for m in measures} | _looked_at(self.question.where)
        known = "".join(f" and o.{name} is not null" for name in sorted(read))
        return (f"exists (select 1 from {table.name} o where o.nam = {year} and "
                f"o.{table.reports} is not distinct from {member}{known})")

    def _nothing(self, sides, aggregates):
        """Whether a row has no rows of these tables although everybody has reported: that is nothing, and not a gap."""
        tables = [t for t, _ in sides]
        if not all(t.reports for t in tables):
            return "false"
        d = self.world.dimension(tables[0].reports)
        same = {d.name: "place", d.attribute: "grp"}
        there = " and ".join([f"m.{same[a]} is not distinct from r.k_{a}" for a in self.axes if a in same] or ["true"])
        members = (f"(select * from (select place, grp, place as {d.name} from d_{d.name} where listed) "
                   f"where {self.possible(self.question.where, d)}) m where {there}")
        allowed = self._allowed_years()
        if "nam" in self.axes:
            years = "(select r.k_nam as nam) y"
        elif len(allowed) == 1:
            years = f"(select {min(allowed)} as nam) y"
        else:
            found = " union ".join(f"select nam from {t.name}" for t in tables)
            years = f"(select nam from ({found}) where nam in ({', '.join(map(str, sorted(allowed)))})) y"
        told = " and ".join(self._told(t, ms, "y.nam", "m.place") for t, ms in sides)
        absent = " and ".join(f"{aggregates(t, 'count(*)')} is null" for t in tables)
        return (f"({absent} and exists (select 1 from {members}) and exists (select 1 from {years}) "
                f"and not exists (select 1 from {years}, {members} and not ({told})))")

    # ---- the whole ----

    def sql(self):
        main = self._rows(self.axes, True)
        kept, order = self._kept(), self._order()
        partition = f"partition by {', '.join('k_' + a for a in self.split)} " if self.split else ""
        sql = (f"select 0 as part, row_number() over (order by {order}) as place, * from (select *, row_number() over "
               f"({partition}order by {order}) as within from ({main}) where {kept})")
        if self.question.limit:
            sql += f" where within <= {self.question.limit}"
        labels = [f"{self.label(a)}::text as l_{a}" for a in self.axes]
        columns = [f"{c}{i}" for i in range(len(self.question.items)) for c in "snd"]
        text = f"select {', '.join(['part', 'place', *labels, *columns])} from ({sql})"
        if self.question.total:
            held, self.axes = self.axes, self.split
            total = self._rows(self.split, False)
            self.axes = held
            labels = [f"{self.label(a)}::text" if a in self.split else "null" for a in held]
            order = "".join(f"k_{a} nulls last" for a in self.split) or "1"
            text += (f" union all select 1, row_number() over (order by {order}), {', '.join(labels + columns)} "
                     f"from ({total}) where exists (select 1 from ({main}))")
        return text + " order by part, place"

    def _rows(self, axes, is_main):
        """The rows of an answer before having, sort and limit."""
        self.sources = {}
        used = {}

        def aggregates(source, text):
            name = source if isinstance(source, str) else source.name
            columns = used.setdefault(name, {})
            return f"t_{name}.{columns.setdefault(text, f'c{len(columns)}')}"
        values = [self.value(tree, aggregates) for tree, _ in self.question.items]
        filter = self.where(self.question.where)
        for table in self.tables:
            used.setdefault(table.name, {})
        parts = []
        for name, columns in used.items():
            if name in self.sources:
                inner = ", ".join([f"k_{a}" for a in axes] + [f"{t} as {c}" for t, c in columns.items()])
                parts.append(f"t_{name} as (select {inner} from {name})")
                continue
            inner = "".join(f", {t} as {c}" for t, c in columns.items())
            groups = ", ".join(str(i + 1) for i in range(len(axes)))
            tail = f" group by {groups}" if axes else " having count(*) > 0"
            parts.append(f"t_{name} as (select {self.keys(axes)}1 as one{inner} from {name} where {filter}{tail})")
        own = [f"{name} as ({sql})" for name, sql in self.sources.items()]
        rows = " union ".join(f"select {''.join(f'k_{a}, ' for a in axes)}1 as one from t_{t.name}" for t in self.tables)
        joins = "".join(
            f" left join t_{name} on " + (" and ".join(f"r.k_{a} is not distinct from t_{name}.k_{a}" for a in axes)
                                          or "true") for name in used)
        rows = self._listed(axes, rows) if is_main else rows
        counting = any(tree[0] in ("rows", "distinct") or tree[:2] == ("call", "count") for tree, _ in self.question.items)
        if not axes and counting:
            rows = "select 1 as one"
        out = "".join(f", {s} as s{i}, coalesce({n}, 0)::hugeint as n{i}, coalesce({d}, 1)::hugeint as d{i}"
                      for i, (s, n, d, *_) in enumerate(values))
        return f"with {', '.join(own + parts)} select {''.join(f'r.k_{a}, ' for a in axes)}1 as one{out} from ({rows}) r{joins}"

    def _listed(self, axes, rows):
        """With one dimension that a table reports by, all its listed members have a row."""
        if len(axes) != len(self.split) + 1:
            return rows
        dimension = next((d for d in self.world.dimensions if d.name == axes[-1]), None)
        if dimension is None or all(t.reports != dimension.name for t in self.tables):
            return rows
        members = (f"select place from (select place, place as {dimension.name} from d_{dimension.name} where listed) "
                   f"where {self.possible(self.question.where, dimension)}")
        split = "".join(f"q.k_{a}, " for a in self.split)
        return (f"with q as ({rows}) select * from q union select {split}m.place, 1 from "
                f"(select distinct {split.replace('q.', '') or '1 as nothing, '}1 as one from q) q, ({members}) m")

    def _kept(self):
        def held(tree):
            match tree:
                case None: return "true"
                case ("and", *terms): return "(" + " and ".join(map(held, terms)) + ")"
                case ("or", *terms): return "(" + " or ".join(map(held, terms)) + ")"
                case ("not", inner): return f"(not {held(inner)})"
                case ("lacking", alias): return f"(s{alias[1:]} = 'm')"
                case ("result", alias, sign, number, unit):
                    i = alias[1:]
                    scale = 100 if unit else 1
                    left = f"n{i} * sign(d{i})::hugeint * {scale}"
                    return f"(case when s{i} = 'v' then {left} {sign} {number} * abs(d{i}) end)"
        return held(self.question.having)

    def _order(self):
        keys = [f"k_{a} nulls last" for a in self.split]
        for key, down in self.question.sort:
            word = "desc" if down else "asc"
            if key in self.axes:
                keys.append(f"k_{key} {word} nulls last")
                continue
            i = key[1:]
            # A double tells fractions of small terms apart, whole numbers need none.
            value = f"n{i}::double / d{i}::double" if self._is_fraction(int(i)) else f"n{i}"
            keys.append(f"(case when s{i} = 'v' then {value} end) {word} nulls last")
        return ", ".join(keys + [f"k_{a} nulls last" for a in self.axes]) or "1"

    def _is_fraction(self, index):
        """Whether the denominators of an item differ from row to row."""
        def divides(tree):
            match tree:
                case ("formula", _, inner): return divides(inner)
                case ("m", measure): return measure.kind == "flag"
                case ("/", *_) | ("ratio", *_) | ("over", *_) | ("call", "avg", *_): return True
                case ("+" | "-", left, right): return divides(left) or divides(right)
                case ("abs" | "round", inner, *_): return tree[0] == "abs" and divides(inner)
            return False
        return divides(self.question.items[index][0])


def _measures(tree):
    if tree[0] == "m":
        return [tree[1]]
    found = _measures(tree[1])
    return found + [m for m in _measures(tree[2]) if m not in found]


def _looked_at(tree):
    """The measures that a condition looks at."""
    match tree:
        case ("and" | "or" | "not", *terms): return set().union(*map(_looked_at, terms))
        case ("value", _, m, *_) | ("missing", _, m): return {m.name}
    return set()
