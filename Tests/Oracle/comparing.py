"""Invented questions across years, members and groups: what `reckoning.py` answers."""
import questions


class Comparing(questions.Question):
    """years: a top-level term about years or None; versus: (what, place, text) or None; fixed: dimensions of one member."""

    def __init__(self):
        super().__init__()
        self.years, self.versus, self.strict, self.per, self.fixed = None, None, False, None, []

    def text(self, world):
        scope, terms = self.where, []
        if self.years:
            terms.append(questions.condition(self.years, world))
        if scope:
            terms.append(questions.bracketed(scope, world))
        terms += [questions.condition(("member", name, "=", [label]), world) for name, label in self.fixed]
        parts = ["show " + ", ".join(f"{item(tree)} as {alias}" for tree, alias in self.items)]
        parts += ["by " + ", ".join(self.by)] if self.by else []
        parts += ["where " + " and ".join(terms)] if terms else []
        parts += ["having " + questions.condition(self.having, world)] if self.having else []
        if self.versus:
            parts.append("vs " + self.versus_text)
        if self.sort:
            parts.append("sort " + ", ".join(("-" if down else "") + key for key, down in self.sort))
        if self.limit:
            parts.append(f"limit {self.limit}" + (f" per {self.per}" if self.per else ""))
        parts += ["strict"] if self.strict else []
        parts += ["with total"] if self.total else []
        return " ".join(parts)

    def tables_of(self, tree):
        return tables_of(tree)

    def in_years(self, year):
        match self.years:
            case None: return True
            case ("year", _, wanted): return year == wanted
            case ("span", first, last): return first <= year <= last
            case ("years", wanted): return year in wanted

    def fixed_year(self):
        found = [y for y in range(1990, 2060) if self.in_years(y)]
        return found[0] if len(found) == 1 else None


def tables_of(tree):
    if tree[0] in ("prev", "change", "growth", "moving", "share", "rank", "coverage", "lacking"):
        return tables_of(tree[1])
    if tree[0] == "sides":
        return [tree[2][0]] if tree[2][0] is tree[3][0] else [tree[2][0], tree[3][0]]
    return questions.tables_of(tree)


def sides_of(tree):
    """The sides with conditions, or of earlier years, that an item reads."""
    match tree:
        case ("sides", _, top, bottom, _): return [top, bottom]
        case ("prev" | "change" | "growth" | "rank" | "share" | "moving" | "coverage" | "lacking", inner, *_): return sides_of(inner)
    return []


def item(tree):
    match tree:
        case ("prev", inner, 1): return f"prev({item(inner)})"
        case ("prev" | "moving", inner, n): return f"{tree[0]}({item(inner)}, {n})"
        case ("lacking", inner): return f"missing({item(inner)})"
        case ("change" | "growth" | "share" | "rank" | "coverage", inner): return f"{tree[0]}({item(inner)})"
        case ("sides", name, *_): return f"s.{name}"
    return questions.item(tree)


def invent(rng, world):
    while True:
        question = invent_any(rng, world)
        # What never adds must be fixed or shown for every table.
        if len({any(d.apart for d in t.dimensions) for t in question.tables()}) == 1:
            return question


def invent_any(rng, world):
    question = Comparing()
    function = rng.choice(["prev", "change", "growth", "moving", "share", "rank", "coverage", "lacking", "versus", "plain"])
    count = rng.randint(1, 2)
    while len(question.items) < count:
        tree = inner(rng, world, function)
        if function not in ("versus", "plain") and (len(question.items) == 0 or rng.random() < 0.5):
            tree = (function, tree) + ((rng.randint(1, 3),) if function in ("prev", "moving") else ())
            if function == "moving" and tree[2] == 1:
                tree = (*tree[:2], 2)
        question.items.append((tree, f"x{len(question.items)}"))
    tables = question.tables()
    # What a definition has fixed is no matter of a question.
    taken = {c[1] for tree, _ in question.items for _, _, c in sides_of(tree) if c}
    shared = [d for d in tables[0].dimensions if all(d in t.dimensions for t in tables) and d.name not in taken]
    if not shared:
        return invent_any(rng, world)
    axes = [d.name for d in shared] + [d.attribute for d in shared if d.attribute] + ["nam"]
    question.by = rng.sample(axes, min(len(axes), rng.choice([0, 1, 1, 1, 2, 2, 3])))
    if function in ("share", "rank") and not set(question.by) - {"nam"} - {d.name for d in shared if d.apart}:
        adding = [d.name for d in shared if not d.apart and d.attribute not in question.by]
        if not adding:
            return invent_any(rng, world)
        question.by.append(adding[0])
    years = tables[0].years
    kind = rng.random()
    if kind < 0.45:
        question.years = ("year", "=", rng.choice(years))
    elif kind < 0.6:
        question.years = ("span", rng.choice(years), years[-1] + 1)
    elif kind < 0.7 and len(years) > 1:
        question.years = ("years", rng.sample(years, 2))
    for d in shared:
        if d.apart and d.name not in question.by and rng.random() < 0.5:
            question.fixed += [(d.name, rng.choice(found)) for found in [world.known(d, tables)] if found]
    adding = [d for d in shared if not d.apart]
    if adding and rng.random() < 0.35:
        question.where = scope(rng, tables, adding, 0)
    if function == "versus":
        versus(rng, question, world, shared, years)
    has_sides = any(list(sides_of(tree)) for tree, _ in question.items)
    question.strict = function in ("plain", "versus") and not has_sides and rng.random() < 0.25
    question.total = bool(question.by) and (question.versus or ("prev",))[0] in ("prev", "year") and rng.random() < 0.35
    if rng.random() < 0.4:
        keys = [alias for _, alias in question.items] + question.by
        question.sort = [(key, rng.random() < 0.5) for key in rng.sample(keys, min(len(keys), rng.randint(1, 2)))]
    if rng.random() < 0.3:
        question.limit = rng.choice([1, 2, 5])
        is_split = "nam" not in question.by and question.fixed_year() is None or any(d.apart for d in shared)
        question.per = rng.choice(question.by) if question.by and not is_split and rng.random() < 0.5 else None
    return question


def inner(rng, world, function):
    """What the function is asked of."""
    table = rng.choice(world.tables)
    plain = [m for m in table.measures if m.kind in ("count", "amount")]
    kind = rng.random()
    if kind < 0.15 and world.sided and function in ("prev", "change", "rank", "versus", "plain"):
        return ("sides", *rng.choice(world.sided))
    if kind < 0.35 and world.ratios and function != "share":
        return ("ratio", *rng.choice(world.ratios))
    if kind < 0.45 and function != "share":
        return ("formula", table, ("/", *(("m", m) for m in rng.sample(plain, 2))))
    if kind < 0.6 and function in ("prev", "rank", "versus", "plain"):
        return ("call", rng.choice(["sum", "min", "max", "avg"]), table, rng.choice(plain))
    if kind < 0.65 and function in ("plain", "share"):
        return ("rows", table)
    if kind < 0.7 and function == "plain":
        return ("distinct", table, rng.choice(table.dimensions).name)
    if kind < 0.8 and world.ratios and function in ("share", "rank", "prev", "versus"):
        return (rng.choice(["tu", "mau"]), *rng.choice(world.ratios))
    if kind < 0.85 and function in ("prev", "versus", "plain", "rank", "coverage", "lacking"):
        return ("formula", table, ("m", rng.choice(table.measures)))
    return ("formula", table, ("m", rng.choice(plain)))


def versus(rng, question, world, shared, years):
    kind = rng.random()
    places = [(d, d.labels.index(label)) for d in shared
              if d.name in question.by and not d.apart and d.attribute not in question.by and not question.where
              for label in world.known(d, question.tables())]
    if kind < 0.4:
        question.versus, question.versus_text = ("prev", None), "prev"
    elif kind < 0.75 or not places:
        year = rng.choice(years)
        question.versus, question.versus_text = ("year", year), str(year)
    else:
        d, place = rng.choice(places)
        question.versus, question.versus_text = (d.name, place), f'{d.name} = "{d.labels[place]}"'


def scope(rng, tables, shared, depth):
    """A condition on dimensions alone."""
    kind = rng.random()
    if depth < 2 and kind < 0.3:
        return (rng.choice(["and", "or"]), *(scope(rng, tables, shared, depth + 1) for _ in range(2)))
    if depth < 2 and kind < 0.4:
        return ("not", scope(rng, tables, shared, depth + 1))
    found = questions.invented_condition(rng, tables, shared, 2)
    return found if found[0] in ("member", "like", "group") else ("like", shared[0].name, "a")
