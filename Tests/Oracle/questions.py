"""Invented questions about a world, each as a tree that can be written in hoi and, elsewhere, in SQL."""


class Question:
    """items: (tree, alias); by: axes; where and having: trees or None; sort: (key, descending)."""

    def __init__(self):
        self.items, self.by, self.where, self.having = [], [], None, None
        self.sort, self.limit, self.total, self.pooled = [], None, False, False

    def text(self, world):
        parts = ["show " + ", ".join(f"{item(tree)} as {alias}" for tree, alias in self.items)]
        if self.by:
            parts.append("by " + ", ".join(self.by))
        if self.where:
            parts.append("where " + condition(self.where, world))
        if self.having:
            parts.append("having " + condition(self.having, world))
        if self.sort:
            parts.append("sort " + ", ".join(("-" if down else "") + key for key, down in self.sort))
        if self.limit:
            parts.append(f"limit {self.limit}")
        if self.pooled:
            parts.append("pooled nam")
        if self.total:
            parts.append("with total")
        return " ".join(parts)

    def tables(self):
        found = []
        for tree, _ in self.items:
            found += [t for t in self.tables_of(tree) if t not in found]
        return found

    def tables_of(self, tree):
        return tables_of(tree)


def tables_of(tree):
    match tree:
        case ("formula", table, _) | ("call", _, table, _) | ("rows", table) | ("distinct", table, _):
            return [table]
        case ("ratio", _, top, bottom) | ("tu", _, top, bottom) | ("mau", _, top, bottom):
            return [top[0]] if top[0] is bottom[0] else [top[0], bottom[0]]
        case ("over", left, right) | ("minus", left, right):
            return tables_of(left) + [t for t in tables_of(right) if t not in tables_of(left)]
        case ("round", inner, _) | ("abs", inner):
            return tables_of(inner)
    raise ValueError(tree)


def is_ratio(tree):
    match tree:
        case ("formula", _, ("/", _, _)) | ("ratio", *_) | ("over", _, _):
            return True
        case ("formula", _, ("m", measure)):
            return measure.kind == "flag"
        case ("round", inner, _) | ("abs", inner):
            return is_ratio(inner)
    return False


def item(tree):
    match tree:
        case ("formula", table, inner):
            return formula(table, inner)
        case ("call", function, table, measure):
            return f"{function}({table.name}.{measure.name})"
        case ("rows", table):
            return f"count({table.name})"
        case ("distinct", table, axis):
            return f"distinct({table.name}.{axis})"
        case ("ratio", name, _, _):
            return f"s.{name}"
        case ("tu", name, _, _) | ("mau", name, _, _):
            return f"s.{name}.{tree[0]}"
        case ("over", left, right):
            return f"{item(left)} / {item(right)}"
        case ("minus", left, right):
            return f"{item(left)} - {item(right)}"
        case ("round", inner, places):
            return f"round({item(inner)}, {places})"
        case ("abs", inner):
            return f"abs({item(inner)})"
    raise ValueError(tree)


def formula(table, tree):
    if tree[0] == "m":
        return f"{table.name}.{tree[1].name}"
    inner = formula(table, tree[2])
    return f"{formula(table, tree[1])} {tree[0]} " + (f"({inner})" if tree[2][0] != "m" else inner)


def condition(tree, world):
    match tree:
        case ("and", *terms):
            return " and ".join(bracketed(t, world) for t in terms)
        case ("or", *terms):
            return " or ".join(bracketed(t, world) for t in terms)
        case ("not", inner):
            return f"not ({condition(inner, world)})"
        case ("member", name, sign, labels):
            quoted = [f'"{label}"' for label in labels]
            return f"{name} {sign} " + (f"({', '.join(quoted)})" if sign == "in" else quoted[0])
        case ("like", name, text):
            return f'{name} ~ "{text}"'
        case ("group", dimension, sign, label):
            return f'{dimension.attribute} {sign} "{label}"'
        case ("year", sign, year):
            return f"nam {sign} {year}"
        case ("years", years):
            return f"nam in ({', '.join(map(str, years))})"
        case ("span", first, last):
            return f"nam in {first}..{last}"
        case ("value", table, measure, sign, number):
            return f"{table.name}.{measure.name} {sign} {number}"
        case ("missing", table, measure):
            return f"missing({table.name}.{measure.name})"
        case ("result", alias, sign, number, unit):
            return f"{alias} {sign} {number}{unit}"
        case ("lacking", alias):
            return f"missing({alias})"
    raise ValueError(tree)


def bracketed(tree, world):
    text = condition(tree, world)
    return f"({text})" if tree[0] in ("and", "or") else text


# ---- inventing ----

SIGNS = ["=", "!=", "<", "<=", ">", ">="]


def invent(rng, world):
    question = Question()
    for index in range(rng.randint(1, 3)):
        question.items.append((invented_item(rng, world), f"x{index}"))
    tables = question.tables()
    shared = [d for d in tables[0].dimensions if all(d in t.dimensions for t in tables)]
    axes = [d.name for d in shared] + [d.attribute for d in shared if d.attribute] + ["nam"]
    question.by = rng.sample(axes, min(len(axes), rng.choice([0, 1, 1, 1, 2, 2, 3])))
    question.where = invented_filter(rng, tables, shared)
    if rng.random() < 0.3:
        question.having = results(rng, question.items)
    if rng.random() < 0.5:
        keys = [alias for _, alias in question.items] + question.by
        question.sort = [(key, rng.random() < 0.5) for key in rng.sample(keys, min(len(keys), rng.randint(1, 2)))]
    if rng.random() < 0.3:
        question.limit = rng.choice([1, 2, 5])
    # A total over years that were asked for one by one is a question of its own.
    question.total = bool(question.by) and "nam" not in question.by and rng.random() < 0.3
    # What is counted on a day never adds over years.
    if all(m.flow for t in tables for m in t.measures) and "nam" not in question.by:
        question.pooled = rng.random() < 0.4
    return question


def invented_item(rng, world):
    table = rng.choice(world.tables)
    plain = [m for m in table.measures if m.kind in ("count", "amount")]
    kind = rng.random()
    if kind < 0.2 and world.ratios:
        ratio = rng.choice(world.ratios)
        return (rng.choice(["ratio", "ratio", "tu", "mau"]), *ratio)
    if kind < 0.45:
        return ("formula", table, ("m", rng.choice(table.measures)))
    if kind < 0.6:
        left, right = (("m", rng.choice(plain)) for _ in range(2))
        if rng.random() < 0.3:
            right = (rng.choice("+-"), right, ("m", rng.choice(plain)))
        return ("formula", table, (rng.choice("//+-"), left, right))
    if kind < 0.8:
        return ("call", rng.choice(["sum", "min", "max", "avg", "count"]), table, rng.choice(plain))
    if kind < 0.85:
        return ("rows", table)
    if kind < 0.9:
        return ("distinct", table, rng.choice(table.dimensions).name)
    if kind < 0.95:
        inner = ("call", "sum", table, rng.choice(plain))
        return ("over", inner, ("call", "sum", table, rng.choice(plain)))
    return (("round", invented_item(rng, world), rng.randint(0, 3)) if rng.random() < 0.7
            else ("abs", ("formula", table, ("m", rng.choice(plain)))))


def invented_filter(rng, tables, shared):
    terms = []
    if rng.random() < 0.55:
        years = tables[0].years
        kind = rng.random()
        if kind < 0.5:
            terms.append(("year", "=", rng.choice(years + [years[-1] + 3])))
        elif kind < 0.6:
            terms.append(("year", rng.choice(SIGNS), rng.choice(years)))
        elif kind < 0.8:
            terms.append(("span", years[0] - rng.randint(0, 1), rng.choice(years)))
        else:
            terms.append(("years", rng.sample(years, rng.randint(1, len(years)))))
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        terms.append(invented_condition(rng, tables, shared, 0))
    terms = [t for t in terms if t]
    if not terms:
        return None
    return terms[0] if len(terms) == 1 else ("and", *terms)


def invented_condition(rng, tables, shared, depth):
    kind = rng.random()
    if depth < 2 and kind < 0.25:
        terms = [invented_condition(rng, tables, shared, depth + 1) for _ in range(rng.randint(2, 3))]
        return (rng.choice(["and", "or"]), *terms)
    if depth < 2 and kind < 0.4:
        return ("not", invented_condition(rng, tables, shared, depth + 1))
    if kind < 0.6 and len(tables) == 1:
        measure = rng.choice([m for m in tables[0].measures if m.kind in ("count", "amount")])
        if rng.random() < 0.4:
            return ("missing", tables[0], measure)
        return ("value", tables[0], measure, rng.choice(SIGNS), rng.choice([0, 1, 7, 40]))
    grouped = [d for d in shared if d.attribute and any(d.group_of.values())]
    if grouped and kind < 0.7:
        dimension = rng.choice(grouped)
        label = rng.choice(sorted({g for g in dimension.group_of.values() if g}))
        return ("group", dimension, rng.choice(["=", "!="]), label)
    dimension = rng.choice(shared)
    known = {row[1][dimension.name] for table in tables for row in table.rows}
    labels = [l for k, l in zip(dimension.keys, dimension.labels)
              if '"' not in l and (dimension.listed or k in known)]
    if not labels:
        return ("value", tables[0], tables[0].measures[0], ">=", 0) if len(tables) == 1 else ("year", ">", 2000)
    sign = rng.choice(["=", "!=", "in", "~"])
    if sign == "~":
        return ("like", dimension.name, rng.choice(["an", "AN", "a", "en", "Phố", "gia, khu", "oo", "m l", "đ"]))
    return ("member", dimension.name, sign, rng.sample(labels, min(len(labels), 1 if sign != "in" else 3)))


def results(rng, items, depth=0):
    if depth < 2 and rng.random() < 0.3:
        return (rng.choice(["and", "or"]), *(results(rng, items, depth + 1) for _ in range(2)))
    if depth < 2 and rng.random() < 0.15:
        return ("not", results(rng, items, depth + 1))
    tree, alias = rng.choice(items)
    if rng.random() < 0.2:
        return ("lacking", alias)
    number = rng.choice([0, 1, 25, 50, 100]) if is_ratio(tree) else rng.choice([0, 1, 2, 10, 50])
    return ("result", alias, rng.choice(SIGNS), number, "%" if is_ratio(tree) else "")
