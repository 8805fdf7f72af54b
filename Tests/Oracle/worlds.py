"""Invented models with their rows: small, awkward, the same from the same seed."""
import os

# In Vietnamese order: no two begin with letters of the same weight.
NAMES = ["An Bình", "Ăn Thua", "Ân Thi", "Bến Đò", "Cầu Giấy", "Dốc Miếu", "Đèo Gia, khu 2", "Em Út", "Êm Đềm",
         'Gò "Mây"', "Hồ Sơn", "Ia Pa", "Khe Sanh", "Lũng Cú", "Mường Lò", "Nà Sầm", "Oanh", "Ô Môn", "Ơ Đu",
         "Phố Vị", "Quán Lào", "Rạch Giá", "Sơn La", "Tà Lùng", "Uông Bí", "Ước Lễ", "Vũng Áng", "Xín Mần", "Yên Bái"]
GROUPS = ["Chỗ thấp", "Đồi", "Núi đá", "Ven sông"]
OUTSIDE = ["Zơ Ngoài"]
MEASURES = ["tong", "co", "du", "thieu", "them"]


class Dimension:
    """A list of members; a listed one has keys apart from labels, and perhaps an attribute."""

    def __init__(self, name, labels, listed, attribute=None, group_of=None):
        self.name, self.labels, self.listed = name, labels, listed
        self.keys = [f"M-{i + 1:02d}" for i in range(len(labels))] if listed else labels
        self.attribute = attribute
        self.group_of = group_of or {}
        self.apart = False


class Measure:
    def __init__(self, name, kind, unit, flow, blank):
        self.name, self.kind, self.unit, self.flow, self.blank = name, kind, unit, flow, blank
        self.scale = 2 if kind == "amount" else 0


class Table:
    def __init__(self, name, dimensions, reports, measures, years):
        self.name, self.dimensions, self.reports = name, dimensions, reports
        self.measures, self.years = measures, years
        self.rows = []  # (year, {dimension: key or None}, {measure: whole number at its scale or None})


class World:
    def __init__(self, rng):
        self.dimensions, self.tables, self.ratios = [], [], []
        self.extreme = rng.random() < 0.12
        self._make_dimensions(rng)
        for name in ["bang"] + (["kia"] if rng.random() < 0.4 else []):
            self.tables.append(self._table(rng, name))
        self._make_ratios(rng)
        self._make_sided(rng)
        # Promises are made last, so that they change nothing of what is before them.
        import judging
        self.parts = {name for name, *_ in self.ratios if rng.random() < 0.6}
        self.promises = [judging.Promise(rng, self, i) for i in range(8)] if self.ratios else []

    @property
    def has_apart(self):
        return any(d.apart for d in self.dimensions)

    def dimension(self, name):
        return next(d for d in self.dimensions if d.name == name)

    def _make_dimensions(self, rng):
        def names(most):
            return sorted(rng.sample(range(len(NAMES)), rng.randint(1, most)))
        listed = rng.random() < 0.7
        labels = [NAMES[i] for i in names(12)]
        if listed:
            rng.shuffle(labels)
        groups = None
        if listed and rng.random() < 0.7:
            groups = {l: rng.choice(GROUPS + [None]) for l in labels}
        self.dimensions = [
            Dimension("thon", labels, listed, "vung" if groups else None, groups),
            Dimension("nhom", [NAMES[i] for i in names(4)], rng.random() < 0.5),
            Dimension("loai", [NAMES[i] for i in names(rng.choice([2, 25]))], False)]
        self.dimensions[1].apart = not self.extreme and rng.random() < 0.2

    def _table(self, rng, name):
        listed = [d for d in self.dimensions if d.listed]
        first = self.dimensions[0]
        rest = [d for d in self.dimensions[1:] if rng.random() < 0.7]
        dims = [first] + rest
        reports = first.name if first in listed and rng.random() < 0.7 else None
        flow = rng.random() < 0.4
        measures = []
        for index in range(rng.randint(2, 4)):
            kind = "amount" if rng.random() < 0.2 else "count"
            measures.append(Measure(MEASURES[index], kind, "trẻ", flow, rng.choice([0, 0, 0.1, 0.4])))
        if not flow and rng.random() < 0.3:
            measures.append(Measure("muc", "level", None, False, 0.1))
        if not flow and rng.random() < 0.3:
            measures.append(Measure("dat", "flag", None, False, 0.1))
        start = rng.randint(2019, 2026)
        table = Table(name, dims, reports, measures, list(range(start, start + rng.randint(1, 4))))
        self._fill(rng, table, flow)
        return table

    def _fill(self, rng, table, flow):
        density = rng.choice([0, 0.3, 0.8, 1]) if rng.random() < 0.3 else 0.8
        most = rng.choice([3, 50, 1000])
        seen = set()
        for _ in range(int(rng.choice([3, 30, 120]) * density)):
            year = rng.choice(table.years)
            keys = {}
            for d in table.dimensions:
                members = d.keys + (OUTSIDE if d.listed and not d.apart and rng.random() < 0.1 else [])
                lost = 0.04 if d.name != table.reports and not d.apart else 0
                keys[d.name] = None if rng.random() < lost else rng.choice(members)
            key = (year, tuple(sorted((k, v or "") for k, v in keys.items())))
            if not flow and key in seen:
                continue
            seen.add(key)
            values = {}
            for m in table.measures:
                values[m.name] = None if rng.random() < m.blank else self._value(rng, m, most)
            table.rows.append((year, keys, values))

    def _value(self, rng, measure, most):
        if measure.kind == "level":
            return rng.randint(1, 3)
        if measure.kind == "flag":
            return rng.randint(0, 1)
        if rng.random() < 0.15:
            return 0
        if self.extreme and rng.random() < 0.3:
            return rng.choice([2**62, 2**63 - 1, 2**53 + 1, 255, 256, 65535, 65536, 2**32 - 1, 2**32])
        if measure.kind == "amount" and rng.random() < 0.2:
            return -rng.randint(0, most * 100)
        return rng.randint(0, most * (100 if measure.kind == "amount" else 1))

    def _make_ratios(self, rng):
        plain = [(t, m) for t in self.tables for m in t.measures if m.kind in ("count", "amount")]
        for index in range(rng.randint(1, 3)):
            top, bottom = rng.sample(plain, 2)
            if top[0] is bottom[0] or (top[0].reports and bottom[0].reports):
                self.ratios.append((f"tyle_{index}", top, bottom))

    def known(self, dimension, tables):
        """Labels that can be named: those of a list, or of rows."""
        return [l for l, k in zip(dimension.labels, dimension.keys) if '"' not in l
                and (dimension.listed or any(r[1].get(dimension.name) == k for t in tables for r in t.rows))]

    def _make_sided(self, rng):
        """Ratios whose sides have a condition, or are of an earlier year: (name, side, side, years back)."""
        self.sided = []
        plain = [(t, m) for t in self.tables for m in t.measures if m.kind in ("count", "amount")]
        for index in range(2):
            (t1, m1), (t2, m2) = rng.choice(plain), rng.choice(plain)
            if t1 is not t2 and not (t1.reports and t2.reports):
                continue
            places = [d for d in t1.dimensions if d in t2.dimensions and not d.apart and self.known(d, [t1, t2])]
            d = rng.choice(places) if places else None
            conditions = [("member", d.name, "=", [rng.choice(self.known(d, [t1, t2]))]) if d and rng.random() < odds else None
                          for odds in (0.9, 0.3)]
            back = rng.choice([0, 0, 1, 2])
            if conditions == [None, None] and back == 0:
                continue
            self.sided.append((f"ben_{index}", (t1, [m1], conditions[0]), (t2, [m2], conditions[1]), back))

    # ---- what hoi reads ----

    def model(self):
        lines = []
        for d in self.dimensions:
            if d.listed:
                lines.append(f'dimension {d.name} from "{d.name}.csv" {{ key ma; label ten'
                             + (f"; attribute {d.attribute}" if d.attribute else "") + " }")
        for t in self.tables:
            lines.append(f'table {t.name} from "{t.name}.csv" {{')
            lines.append("  time nam calendar")
            lines += [f"  {'apart ' if d.apart else ''}dimension {d.name}" for d in t.dimensions]
            if t.reports:
                lines.append(f"  reports by {t.reports}")
            for m in t.measures:
                if m.kind in ("count", "amount"):
                    lines.append(f'  {m.kind} {m.name} unit "{m.unit}" {"flow" if m.flow else "stock"}')
                elif m.kind == "level":
                    lines.append(f'  level {m.name} {{ 1 "thấp", 2 "vừa", 3 "cao" }}')
                else:
                    lines.append(f"  flag {m.name}")
            lines.append("}")
        if self.ratios or self.sided:
            lines.append("subject s {")
            for name, (t1, m1), (t2, m2) in self.ratios:
                part = " part" if name in self.parts else ""
                lines.append(f"  ratio {name} = {t1.name}.{m1.name} / {t2.name}.{m2.name}{part}")
            for name, top, bottom, back in self.sided:
                below = f"prev({side(bottom)}, {back})" if back else side(bottom)
                lines.append(f"  ratio {name} = {side(top)} / {below}")
            lines.append("}")
        lines += [p.text(self) for p in self.promises]
        return "\n".join(lines) + "\n"

    def files(self):
        files = {}
        for d in self.dimensions:
            if d.listed:
                head = ["ma", "ten"] + ([d.attribute] if d.attribute else [])
                files[f"{d.name}.csv"] = csv([head] + [
                    [k, l] + ([d.group_of[l] or ""] if d.attribute else []) for k, l in zip(d.keys, d.labels)])
        for t in self.tables:
            head = ["nam"] + [d.name for d in t.dimensions] + [m.name for m in t.measures]
            files[f"{t.name}.csv"] = csv([head] + [
                [str(y)] + [k[d.name] or "" for d in t.dimensions] + [written(v[m.name], m.scale) for m in t.measures]
                for y, k, v in t.rows])
        return files

    def write(self, folder):
        for name, text in {**self.files(), "model.hoi": self.model()}.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
                file.write(text)


def side(part):
    table, (measure,), condition = part
    name = f"{table.name}.{measure.name}"
    return name if condition is None else f'({name} where {condition[1]} = "{condition[3][0]}")'


def written(value, scale):
    if value is None:
        return ""
    if scale == 0:
        return str(value)
    sign, digits = ("-" if value < 0 else ""), str(abs(value)).rjust(scale + 1, "0")
    return f"{sign}{digits[:-scale]}.{digits[-scale:]}"


def csv(rows):
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text
    return "".join(",".join(map(cell, row)) + "\n" for row in rows)
