"""Makes random requests in VROOM's JSON: jobs, shipments or both, with most of what its schema knows.

    python vroom_cases.py --count 200 --out FOLDER [--seed 1] [--sizes 5 100] [--rules plain|full|wide]

The travel times are rounded up from a plane, so that no way round is shorter. `plain` has windows, capacities, skills
and priorities; `full` adds breaks, set-up times, types, limits, costs, speed factors and open routes; `wide` is `full` with
custom costs in every second request and, for half of the vehicles, two breaks in narrow windows, which mostly lie on the
way. Everything that is written is read by VROOM 1.15 (pyvroom) without complaint.
"""

import argparse
import json
import math
import pathlib
import random

DAY = 36_000


def matrix(rng, size):
    """Seconds and metres between points of a square of 20 km, at 54 km/h."""
    points = [(rng.uniform(0, 20_000), rng.uniform(0, 20_000)) for _ in range(size)]
    metres = [[math.ceil(math.dist(a, b)) for b in points] for a in points]
    seconds = [[math.ceil(math.dist(a, b) / 15) for b in points] for a in points]
    for table in (metres, seconds):
        for k in range(size):
            table[k][k] = 0
    return seconds, metres


def window(rng, share):
    """One or two windows, or none."""
    if rng.random() > share:
        return None
    start = rng.randrange(0, DAY - 7_200, 300)
    if rng.random() < 0.15:
        second = start + 7_200
        return [[start, start + 3_600], [second, second + 3_600]]
    return [[start, start + rng.choice([1_800, 3_600, 7_200])]]


def visit(rng, number, places, full):
    task = {"id": number, "location_index": rng.randrange(1, places), "service": rng.randrange(0, 600, 60)}
    windows = window(rng, 0.6)
    if windows:
        task["time_windows"] = windows
    if full and rng.random() < 0.3:
        task["setup"] = rng.randrange(60, 400, 60)
    if full and rng.random() < 0.2:
        task["service_per_type"] = {"van": task["service"] + 120}
    return task


def owner(rng, task, dims, full):
    if rng.random() < 0.2:
        task["skills"] = [rng.choice([1, 2])]
    if rng.random() < 0.3:
        task["priority"] = rng.choice([1, 5, 10, 100])
    return task


def job(rng, number, places, dims, full):
    task = owner(rng, visit(rng, number, places, full), dims, full)
    way = rng.random()
    amount = [rng.randrange(0, 3) for _ in range(dims)]
    if way < 0.6:
        task["delivery"] = amount
    elif way < 0.8:
        task["pickup"] = amount
    else:
        task["delivery"] = amount
        task["pickup"] = [rng.randrange(0, 3) for _ in range(dims)]
    return task


def shipment(rng, number, places, dims, full):
    pickup = visit(rng, number, places, full)
    delivery = visit(rng, number, places, full)
    if pickup.get("time_windows") and delivery.get("time_windows"):
        del delivery["time_windows"]
    task = {"pickup": pickup, "delivery": delivery, "amount": [rng.randrange(1, 3) for _ in range(dims)]}
    return owner(rng, task, dims, full)


def vehicle(rng, number, dims, full):
    made = {
        "id": number,
        "start_index": 0,
        "end_index": 0,
        "capacity": [rng.randrange(6, 16) for _ in range(dims)],
        "skills": rng.choice([[], [1], [2], [1, 2]]),
        "time_window": [0, DAY],
    }
    if not full:
        return made
    if rng.random() < 0.2:
        del made[rng.choice(["start_index", "end_index"])]
    if rng.random() < 0.4:
        start = rng.randrange(10_000, 20_000, 600)
        rest = {"id": 1, "service": 1_800, "time_windows": [[start, start + 7_200]]}
        if rng.random() < 0.3:
            rest["max_load"] = [4] * dims
        made["breaks"] = [rest]
    if rng.random() < 0.3:
        made["type"] = "van"
    if rng.random() < 0.3:
        made["max_tasks"] = rng.randrange(4, 20)
    if rng.random() < 0.2:
        made["max_travel_time"] = rng.randrange(4_000, 14_000)
    if rng.random() < 0.2:
        made["max_distance"] = rng.randrange(60_000, 200_000)
    if rng.random() < 0.3:
        made["costs"] = {"fixed": rng.choice([0, 1_000, 3_600]), "per_hour": rng.choice([1_800, 3_600, 5_400])}
        if rng.random() < 0.5:
            made["costs"]["per_km"] = rng.choice([50, 100])
    if rng.random() < 0.2:
        made["speed_factor"] = rng.choice([0.8, 1.25])
    return made


def widen(rng, made):
    """Custom costs, which limits on metres and seconds go on beside, and breaks that a moment on the way hits."""
    if rng.random() < 0.5:
        table = made["matrices"]["car"]
        table["costs"] = [
            [0 if a == b else round(rng.uniform(0.5, 1.5) * seconds) for b, seconds in enumerate(row)]
            for a, row in enumerate(table["durations"])
        ]
        for vehicle in made["vehicles"]:
            if "costs" in vehicle:
                vehicle["costs"] = {"fixed": vehicle["costs"]["fixed"]}
    for vehicle in made["vehicles"]:
        if rng.random() < 0.5:
            starts = rng.randrange(8_000, 14_000, 100), rng.randrange(18_000, 26_000, 100)
            vehicle["breaks"] = [
                {"id": k + 1, "service": 900, "time_windows": [[start, start + 600]]} for k, start in enumerate(starts)
            ]
    return made


def request(seed, size, rules):
    """One request with about so many tasks, as VROOM counts them."""
    rng = random.Random(seed)
    full = rules != "plain"
    kind = ["jobs", "shipments", "mixed"][seed % 3]
    jobs = size if kind == "jobs" else size // 2 if kind == "mixed" else 0
    shipments = 0 if kind == "jobs" else max(1, (size - jobs) // 2)
    dims = rng.choice([1, 1, 2])
    places = 1 + max(2, round(size * rng.choice([0.6, 1.0])))
    seconds, metres = matrix(rng, places)
    made = {
        "jobs": [job(rng, 1 + k, places, dims, full) for k in range(jobs)],
        "shipments": [shipment(rng, 1 + k, places, dims, full) for k in range(shipments)],
        "vehicles": [vehicle(rng, 1 + k, dims, full) for k in range(max(2, round(size / rng.choice([7, 10, 14]))))],
        "matrices": {"car": {"durations": seconds, "distances": metres}},
    }
    return widen(rng, made) if rules == "wide" else made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs=2, default=(5, 100))
    parser.add_argument("--rules", choices=["plain", "full", "wide"], default="full")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    low, high = options.sizes
    for k in range(options.count):
        seed = options.seed * 100_000 + k
        size = low + (high - low) * k // max(1, options.count - 1)
        path = options.out / f"{options.rules}-{size:03d}-{seed}.json"
        path.write_text(json.dumps(request(seed, size, options.rules)), encoding="utf-8")


if __name__ == "__main__":
    main()
