"""Judges solutions by the rules of the literature, without any code of Camin's.

A route is valid if service times exist: windows, travel, ride times and duration are differences
`t[a] - t[b] <= c`, which have a solution unless they close a negative cycle (Bellman and Ford).

    python check.py INSTANCE SOLUTION.json          one solution: {"routes": [[node, ...], ...]}
    python check.py --bench RESULTS.json INSTANCES  every run in the JSON of `camin bench`

Exit status: 0 all valid, 1 something is not, 2 the input cannot be read.
"""

import argparse
import itertools
import json
import pathlib
import sys

import instances

TOLERANCE = 1e-6


def has_schedule(instance, vehicle, route):
    stops = [instance.nodes[node] for node in route]
    count = len(stops) + 2
    zero = count
    places = [vehicle.place] + [stop.place for stop in stops] + [vehicle.place]
    service = [0.0] + [stop.service for stop in stops] + [0.0]
    windows = [(vehicle.open, vehicle.close)] + [(s.open, s.close) for s in stops]
    windows.append((vehicle.open, vehicle.close))
    bounds = []  # t[to] - t[at] <= length
    for i, (opens, closes) in enumerate(windows):
        bounds += [(zero, i, closes), (i, zero, -opens)]
        if i + 1 < count:
            bounds.append((i + 1, i, -(service[i] + instance.times[places[i]][places[i + 1]])))
    at = {node: i + 1 for i, node in enumerate(route)}
    for node in route:
        ride = instance.longest_ride.get(node, instances.NO_LIMIT)
        if node in instance.pairs and ride < instances.NO_LIMIT:
            end = at[instance.pairs[node]]
            bounds.append((at[node], end, ride + service[at[node]]))
    if vehicle.longest_route < instances.NO_LIMIT:
        bounds.append((0, count - 1, vehicle.longest_route))
    least = [0.0] * (count + 1)
    for _ in range(count + 2):
        changed = False
        for start, end, length in bounds:
            if least[start] + length < least[end] - TOLERANCE:
                least[end] = least[start] + length
                changed = True
        if not changed:
            return True
    return False


def route_faults(instance, vehicle, route):
    """Why a vehicle cannot drive a route; empty: it can."""
    unknown = [node for node in route if node not in instance.nodes]
    if unknown:
        return [f"unknown nodes {unknown}"]
    faults, load, seen = [], [0.0] * len(vehicle.capacity), set()
    pickup_of = {delivery: pickup for pickup, delivery in instance.pairs.items()}
    for node in route:
        load = [a + b for a, b in zip(load, instance.nodes[node].load)]
        if any(a > c + TOLERANCE or a < -TOLERANCE for a, c in zip(load, vehicle.capacity)):
            faults.append(f"load {load} after node {node}")
        if node in pickup_of and pickup_of[node] not in seen:
            faults.append(f"node {node} before its pickup")
        seen.add(node)
    faults += [f"node {n} is never delivered" for n in route
               if n in instance.pairs and instance.pairs[n] not in seen]
    if not faults and not has_schedule(instance, vehicle, route):
        faults.append(f"no schedule for {route}")
    return faults


def solution_faults(instance, routes, vehicles=None):
    """Why a solution is not valid.

    `vehicles` names the vehicle of each route; without it, routes are given to vehicles of the kinds there are
    (a matching, since not every vehicle may be able to drive every route).
    """
    visited = sorted(itertools.chain.from_iterable(routes))
    faults = [] if visited == sorted(instance.nodes) else ["not every node exactly once"]
    if len(routes) > len(instance.vehicles):
        return faults + [f"{len(routes)} routes for {len(instance.vehicles)} vehicles"]
    if vehicles is not None:
        if len(set(vehicles)) < len(vehicles):
            faults.append("a vehicle drives two routes")
        for vehicle, route in zip(vehicles, routes):
            faults += route_faults(instance, instance.vehicles[vehicle], route)
        return faults
    kinds = {}
    for index, vehicle in enumerate(instance.vehicles):
        key = (vehicle.place, vehicle.capacity, vehicle.longest_route, vehicle.open, vehicle.close)
        kinds.setdefault(key, []).append(index)
    fits = []
    for route in routes:
        able, why = [], []
        for members in kinds.values():
            found = route_faults(instance, instance.vehicles[members[0]], route)
            able += [] if found else members
            why = found or why
        if not able:
            faults += why
        fits.append(able)
    if not faults and match(fits) is None:
        faults.append("not enough vehicles of the kinds that the routes need")
    return faults


def match(fits):
    """A vehicle for each route, all different; None where there is no such choice."""
    owner = {}

    def place(route, tried):
        for vehicle in fits[route]:
            if vehicle in tried:
                continue
            tried.add(vehicle)
            if vehicle not in owner or place(owner[vehicle], tried):
                owner[vehicle] = route
                return True
        return False

    if not all(place(route, set()) for route in range(len(fits))):
        return None
    return {route: vehicle for vehicle, route in owner.items()}


def cost(instance, routes, vehicles=None):
    """Travel of all routes. Without `vehicles` the first vehicle's depot is everybody's."""
    total = 0.0
    for index, route in enumerate(routes):
        depot = instance.vehicles[vehicles[index] if vehicles else 0].place
        places = [depot] + [instance.nodes[node].place for node in route] + [depot]
        total += sum(instance.times[a][b] for a, b in zip(places, places[1:]))
    return total


def judge(instance, solution):
    """Faults of a solution file, its stated cost included."""
    routes = [route for route in solution["routes"] if route]
    vehicles = solution.get("route_vehicles")
    if vehicles is None and "schedules" in solution:
        vehicles = [schedule["vehicle"] for schedule in solution["schedules"]]
    faults = solution_faults(instance, routes, vehicles)
    has_one_depot = len({vehicle.place for vehicle in instance.vehicles}) == 1
    if not faults and solution.get("cost") is not None and (vehicles or has_one_depot):
        true = cost(instance, routes, vehicles)
        if abs(true - solution["cost"]) > 1e-4:
            faults.append(f"cost is {true}, not {solution['cost']}")
    return faults


def judge_bench(results, folder):
    """All runs of a `camin bench` document that it counts; prints a line a fault."""
    files = {path.name.removesuffix(".txt"): path for path in sorted(folder.rglob("*"))
             if path.is_file() and path.suffix in ("", ".txt")}
    runs, bad = 0, 0
    for item in itertools.chain.from_iterable(s["instances"] for s in results["sets"]):
        instance = instances.read(str(files[item["instance"]]))
        for run in item["runs"]:
            if run["status"] != "valid":
                continue
            runs += 1
            faults = judge(instance, run)
            bad += bool(faults)
            for fault in faults:
                print(f"{item['instance']} seed {run['seed']}: {fault}")
    print(f"{runs} runs judged, {bad} not valid")
    return 1 if bad else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", action="store_true", help="the first file is of camin bench")
    parser.add_argument("first")
    parser.add_argument("second")
    options = parser.parse_args()
    try:
        if options.bench:
            results = json.loads(pathlib.Path(options.first).read_text(encoding="utf-8"))
            return judge_bench(results, pathlib.Path(options.second))
        instance = instances.read(options.first)
        solution = json.loads(pathlib.Path(options.second).read_text(encoding="utf-8"))
        faults = judge(instance, solution)
    except (OSError, ValueError, KeyError, IndexError) as error:
        print(f"cannot be read: {error!r}", file=sys.stderr)
        return 2
    print("\n".join(faults) or "valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
