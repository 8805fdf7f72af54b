"""Asks hoi and DuckDB the same invented questions and compares every cell.

    run.py HOI [--questions 3000] [--seed 1] [--each 40] [--arguments "--threads 2"]

Prints 'N passed, N failed' and ends with 1 where anything differs; a difference is printed whole.
"""
import argparse, json, os, random, subprocess, sys, tempfile
from decimal import Decimal
from fractions import Fraction

import duckdb

import comparing, emitter, judging, questions, reckoning, worlds

# Numbers are written with at most fifteen decimals, points with thirteen.
ROUNDING = Fraction(1, 2 * 10**15)
POINTS = Fraction(1, 2 * 10**13)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hoi")
    parser.add_argument("--questions", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=40, help="questions of one model")
    parser.add_argument("--arguments", default="", help="passed on to hoi")
    parser.add_argument("--kind", choices=["summed", "compared", "both"], default="both",
                        help="sums put to DuckDB too, or comparisons put to reckoning.py")
    parser.add_argument("--most", type=int, default=5, help="differences shown")
    options = parser.parse_args()
    connection = duckdb.connect(config={"threads": 1})
    passed = failed = left_out = 0
    for number in range((options.questions + options.each - 1) // options.each):
        rng = random.Random(f"{options.seed}/{number}")
        world = worlds.World(rng)
        kinds = {"summed": [questions], "compared": [comparing], "both": [questions, comparing]}[options.kind]
        # Comparing multiplies what is extreme already beyond what is written exactly.
        kinds = [questions] if world.extreme else kinds
        # What never adds is no matter of sums.
        kinds = [comparing] if world.has_apart else kinds
        asked = [kind.invent(rng, world) for kind in kinds for _ in range(options.each // len(kinds))]
        if options.kind != "summed" and world.promises and not world.extreme and not world.has_apart:
            asked += [judging.invent(rng, world) for _ in range(3)]
        answers = ask_hoi(options, world, [q.text(world) for q in asked])
        emitter.load(connection, world)
        for question, answer in zip(asked, answers):
            if isinstance(question, judging.Judging):
                problem = judging.compare(answer, world, question, ROUNDING)
                passed, failed = passed + (problem is None), failed + (problem is not None)
                if problem and failed <= options.most:
                    show(options.seed, number, world, question, answer, ([], []), problem)
                continue
            try:
                if isinstance(question, comparing.Comparing):
                    expected = reckoning.Reckoning(world, question).answer()
                else:
                    expected = ask_duckdb(connection, world, question)
            except duckdb.OutOfRangeException:
                left_out += 1  # Past 128 bits on the way: nothing to compare with.
                continue
            problem = compare(answer, expected, question)
            if problem is None:
                passed += 1
                continue
            failed += 1
            if failed <= options.most:
                show(options.seed, number, world, question, answer, expected, problem)
    if left_out:
        print(f"{left_out} left out: beyond 128 bits in SQL")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


def ask_hoi(options, world, texts):
    with tempfile.TemporaryDirectory() as folder:
        world.write(folder)
        command = [options.hoi, os.path.join(folder, "model.hoi"), "--jsonl", "--lang", "en"]
        done = subprocess.run(command + options.arguments.split(), input="\n".join(texts) + "\n",
                              capture_output=True, text=True, timeout=300)
    lines = done.stdout.splitlines()
    if len(lines) != len(texts):
        sys.exit(f"hoi answered {len(lines)} of {len(texts)} questions and ended with {done.returncode}\n"
                 f"{done.stderr}\n{done.stdout[-2000:]}\n{world.model()}")
    return [json.loads(line, parse_float=Decimal) for line in lines]


def ask_duckdb(connection, world, question):
    made = emitter.Emitter(world, question)
    rows = connection.execute(made.sql()).fetchall()
    cells = []
    for row in rows:
        keys = list(row[2:2 + len(made.axes)])
        rest = row[2 + len(made.axes):]
        for index in range(len(question.items)):
            state, top, bottom = rest[3 * index:3 * index + 3]
            keys.append(Fraction(top, bottom) if state == "v" else {"m": "missing", "k": "not applicable"}[state])
        cells.append(keys)
    return made.axes, cells


def compare(answer, expected, question):
    """What differs, or nothing."""
    if "error" in answer:
        return "hoi refused: " + answer["error"].get("message", "")
    axes, rows = expected
    if len(answer["rows"]) != len(rows):
        return f"{len(answer['rows'])} rows, expected {len(rows)}"
    states = {}
    for note in answer["notes"]:
        if note["code"] in ("missing", "not_applicable"):
            for row in note["rows"]:
                states[row, note["column"]] = note["code"].replace("_", " ")
    names = [column["name"] for column in answer["columns"]]
    for place, (own, other) in enumerate(zip(answer["rows"], rows)):
        if len(own) != len(other):
            return f"row {place} has {len(own)} cells, expected {len(other)}"
        for column, (cell, wanted) in enumerate(zip(own, other)):
            rounding = POINTS if answer["columns"][column]["unit"] == "points" else ROUNDING
            if column < len(axes):
                same = str(cell) == wanted if cell is not None else wanted is None
            elif cell is None:
                same = states.get((place, names[column])) == wanted
            else:
                same = isinstance(wanted, Fraction) and abs(Fraction(cell) - wanted) <= rounding
            if not same:
                return f"row {place}, {names[column]}: {cell}, expected {wanted}"
    return None


def show(seed, number, world, question, answer, expected, problem):
    print(f"\n=== seed {seed}, model {number}: {problem}")
    for name, text in {**world.files(), "model.hoi": world.model()}.items():
        print(f"--- {name}\n{text}", end="")
    print(f"--- question\n{question.text(world)}")
    print(f"--- hoi\n{json.dumps(answer.get('error', answer.get('rows')), default=str, ensure_ascii=False)}")
    print(f"--- expected\n{[[str(c) for c in row] for row in expected[1]]}")
    if not isinstance(question, (comparing.Comparing, judging.Judging)):
        print(f"--- SQL\n{emitter.Emitter(world, question).sql()}")


if __name__ == "__main__":
    main()
