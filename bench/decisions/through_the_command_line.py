#!/usr/bin/env python3
"""Lists of 20 communes on worlds of known truth, made and judged by the command line with its defaults.

  bench/decisions/through_the_command_line.py MARCHLAND STUDY FOLDER [WORLDS [FAMILY...]]

For each family of worlds, with even and with four-fold reporting: `simulate`, `hotspots`, and then what each list holds
of the true persons, in per cent of the best possible list. Null worlds say how often a cluster is seen where there is
none. Prints a table; nothing but Python's own library is needed.
"""
import csv
import math
import pathlib
import subprocess
import sys

TOP = 20
LISTS = ("ours", "EB", "raw counts")


def rows_of(file):
    with open(file, encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def number(word):
    return float(word) if word else 0.0


def share_of(order, persons):
    best = sum(sorted(persons.values(), reverse=True)[:TOP])
    return 100.0 * sum(persons[code] for code in order[:TOP]) / best


def marchland(program, *words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr}")


def judged(program, study, folder, family, reporting, seed):
    """Shares of the three lists, which intervals hold the truth, whether a cluster was seen."""
    marchland(program, "simulate", study, "-o", folder, "--force", "--quiet", "--world", family,
              "--reporting", reporting, "--seed", seed)
    marchland(program, "hotspots", folder, "--force", "--quiet", "--seed", seed)
    truth = rows_of(folder / "truth.csv")
    communes = rows_of(folder / "out" / "communes.csv")
    persons = {row["code"]: float(row["persons"]) for row in truth}
    risk = {row["code"]: float(row["relative_risk"]) for row in truth}
    people = {row["code"]: number(row["at_risk"] or row["population"]) for row in communes}
    mean = sum(risk[c] * people[c] for c in risk) / sum(people.values())

    def order(value):
        return [row["code"] for row in sorted(communes, key=lambda row: (-value(row), row["code"]))]

    lists = {
        "ours": order(lambda row: -number(row["rank"]) if number(row["rank"]) > 0 else -math.inf),
        "EB": order(lambda row: number(row["eb_rate"]) * people[row["code"]]),
        "raw counts": order(lambda row: number(row["cases"])),
    }
    held = {True: [], False: []}  # by whether the commune is planted
    for row, true in zip(communes, sorted(truth, key=lambda row: row["code"])):
        assert row["code"] == true["code"]
        held[number(true["planted"]) > 0].append(
            number(row["lower"]) <= risk[row["code"]] / mean <= number(row["upper"]))
    clusters = rows_of(folder / "out" / "clusters.csv")
    seen = any(number(row["p_value"]) <= 0.05 for row in clusters)
    return {name: share_of(codes, persons) for name, codes in lists.items()}, held, seen


def per_cent(held):
    return "%.1f %%" % (100.0 * sum(held) / len(held)) if held else ""


def mean_and_interval(values):
    mean = sum(values) / len(values)
    spread = math.sqrt(sum((v - mean) ** 2 for v in values) / max(1, len(values) - 1))
    return mean, 1.645 * spread / math.sqrt(len(values))


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, study, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    worlds = int(sys.argv[4]) if len(sys.argv) > 4 else 12
    families = sys.argv[5:] or ["null", "smooth", "clusters", "corridor"]
    print("| world | " + " | ".join(LISTS) + " | ours less EB | ours less raw counts | 90 % intervals hold | in planted communes | in the others | with a cluster |")
    print("| --- |" + " --- |" * (len(LISTS) + 6))
    for family in families:
        for reporting in (1, 4):
            all_shares, all_held, all_seen = [], {True: [], False: []}, 0
            for seed in range(1, worlds + 1):
                shares, held, seen = judged(program, study, folder, family, reporting, seed)
                all_shares.append(shares)
                for planted in held:
                    all_held[planted] += held[planted]
                all_seen += seen
            cells = ["%.1f ±%.1f" % mean_and_interval([s[name] for s in all_shares]) for name in LISTS]
            cells += ["%+.1f ±%.1f" % mean_and_interval([s["ours"] - s[name] for s in all_shares])
                      for name in LISTS[1:]]
            cells += [per_cent(all_held[True] + all_held[False]), per_cent(all_held[True]),
                      per_cent(all_held[False]), f"{all_seen} of {worlds}"]
            print(f"| {family}, {'even' if reporting == 1 else 'x4'} | " + " | ".join(cells) + " |", flush=True)


main()
