#!/usr/bin/env python3
"""What 90 % intervals hold at best where a commune has one of two risks.

  bench/decisions/two_levels.py [WORLDS]

481 communes, 500 persons in all, 40 communes at four times the risk of the rest, as in the families clusters and corridor;
people log-normal around 12,000, reporting even or four-fold. The observer knows the two risks and how many communes have
which, and applies Bayes' rule: no posterior is better calibrated than his. Nothing but Python's own library is needed.
"""
import math
import random
import sys

COMMUNES, PERSONS, PLANTED, TIMES, TAIL = 481, 500.0, 40, 4.0, 0.05


def poisson(mean, draws):
    count, product, least = 0, draws.random(), math.exp(-mean)
    while product > least:
        count, product = count + 1, product * draws.random()
    return count


def held_in(worlds, ratio):
    """How often the interval holds the truth: in planted communes, in the others."""
    draws = random.Random(1)
    held = {True: [], False: []}
    prior = PLANTED / COMMUNES
    for _ in range(worlds):
        weight = [math.exp(draws.gauss(math.log(12000.0), 0.5)) * ratio ** (draws.random() - 1.0)
                  for _ in range(COMMUNES)]
        planted = set(draws.sample(range(COMMUNES), PLANTED))
        risk = [TIMES if i in planted else 1.0 for i in range(COMMUNES)]
        scale = PERSONS / sum(w * r for w, r in zip(weight, risk))
        for i in range(COMMUNES):
            expected = scale * weight[i]
            count = poisson(expected * risk[i], draws)
            low = (1.0 - prior) * math.exp(-expected)
            high = prior * math.exp(-expected * TIMES) * TIMES ** count
            chance = high / (low + high)
            left_out = chance < TAIL if i in planted else 1.0 - chance < TAIL
            held[i in planted].append(not left_out)
    return held


def main():
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print("| reporting | 90 % intervals hold | in planted communes | in the others |")
    print("| --- | --- | --- | --- |")
    for ratio, name in ((1.0, "even"), (4.0, "x4")):
        held = held_in(worlds, ratio)
        cells = ["%.1f %%" % (100.0 * sum(part) / len(part))
                 for part in (held[True] + held[False], held[True], held[False])]
        print(f"| {name} | " + " | ".join(cells) + " |")


main()
