"""Generated days of thousands of legs: Camin beside insertion by OR-Tools and VROOM on the same matrix.

    python big_days.py --camin .build/release/camin --territory Scenarios/territories/lot \
      --day 1000:30 --day 3000:120 --json big_days.json

A day has rules that no peer can state. So three problems are made of each day, and a peer is compared with Camin on
a problem that both can state:

  pairs  pickup and delivery, time windows, service times, seats of the first layout, shifts, who may drive whom, and
         the costs of vehicles used, metres, seconds driven and requests left out;
  rides  the same and the longest ride;
  day    all rules, links, crews, breaks and costs: Camin alone, through `camin plan`.

Requests left out cost what the day says. VROOM has no such cost: it serves as many as it can, the dearer first.
Every answer to pairs and rides is judged and priced by this script, Camin's too; the plan of the day is checked by
Camin's own exact checker before it is written, and once more here by `camin check`.
"""

import argparse
import json
import math
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

HORIZON = 172_800
SCALE = 100
TOLERANCE = 1e-6


# What is stated


def common(problem, with_rides):
    """The problem without the rules that a peer cannot state."""
    requests = []
    for request in problem["requests"]:
        kept = {key: request[key] for key in
                ("id", "pickup", "delivery", "load", "allowedVehicles", "unservedPenalty")}
        kept |= {"ridesAlone": False, "mixingClass": 0, "setupClass": 0, "latenessCost": 0,
                 "vehicleCosts": []}
        if with_rides:
            kept["longestRide"] = request.get("longestRide")
        # Stays of a driver with a rider are part of a link, and mean nothing without it.
        if not request["id"].endswith("~stay"):
            requests.append(kept)
    vehicles = [{"id": v["id"], "start": v["start"], "end": v["end"], "shift": v["shift"],
                 "layouts": v["layouts"][:1], "layoutScope": "route", "breaks": [],
                 "setupTimes": [], "mayReturnToBase": False, "matrix": v["matrix"],
                 "fixedCost": v["fixedCost"], "costPerMetre": v["costPerMetre"],
                 "costPerSecondDriven": v["costPerSecondDriven"], "costPerSecondWaiting": 0}
                for v in problem["vehicles"]]
    return {"name": problem["name"], "requests": requests, "vehicles": vehicles,
            "matrices": problem["matrices"], "links": [], "locks": [], "crews": [], "mixing": []}


def window(stop):
    """First and last start of service; the windows of these days are single."""
    windows = stop.get("windows") or [{"start": 0, "end": HORIZON}]
    return max(0, windows[0]["start"]), min(HORIZON, windows[-1]["end"])


def side(request, delivers):
    return request["delivery" if delivers else "pickup"]


# Judging


class Judge:
    """Price and faults of routes, a route being a vehicle's list of (request, is its delivery)."""

    def __init__(self, problem):
        self.problem = problem
        matrix = problem["matrices"][0]
        self.size, self.times = matrix["size"], matrix["times"]
        self.metres = matrix["distances"] or matrix["times"]

    def price(self, routes):
        requests, vehicles = self.problem["requests"], self.problem["vehicles"]
        served, cost, faults = set(), 0.0, []
        for v, stops in routes.items():
            if not stops:
                continue
            vehicle = vehicles[v]
            places = [vehicle["start"]] + [side(requests[r], d)["location"] for r, d in stops]
            places.append(vehicle["end"])
            cost += vehicle["fixedCost"]
            for a, b in zip(places, places[1:]):
                cell = a * self.size + b
                cost += (vehicle["costPerMetre"] * self.metres[cell]
                         + vehicle["costPerSecondDriven"] * self.times[cell])
            faults += self.faults(v, stops, places)
            for r, delivers in stops:
                if not delivers and r in served:
                    faults.append(f"{requests[r]['id']} twice")
                served.add(r)
        left = [r for r in range(len(requests)) if r not in served]
        penalty = sum(requests[r]["unservedPenalty"] for r in left)
        return {"objective": cost + penalty, "routing": cost, "unserved": len(left),
                "vehicles": sum(1 for stops in routes.values() if stops), "faults": faults}

    def faults(self, v, stops, places):
        requests, vehicle = self.problem["requests"], self.problem["vehicles"][v]
        found, load, aboard = [], [0] * len(vehicle["layouts"][0]), {}
        for r, delivers in stops:
            request = requests[r]
            if request["allowedVehicles"] is not None and v not in request["allowedVehicles"]:
                found.append(f"{request['id']} may not ride in {vehicle['id']}")
            if delivers != (r in aboard):
                found.append(f"{request['id']} out of order")
            aboard[r] = True
            for k, amount in enumerate(request["load"]):
                load[k] += -amount if delivers else amount
                if load[k] > vehicle["layouts"][0][k]:
                    found.append(f"{vehicle['id']} too full at {request['id']}")
        if not self.has_schedule(v, stops, places):
            found.append(f"{vehicle['id']} has no schedule")
        return found

    def has_schedule(self, v, stops, places):
        """Longest paths over difference constraints (Bellman and Ford), least times first."""
        requests, vehicle = self.problem["requests"], self.problem["vehicles"][v]
        at = {stop: i for i, stop in enumerate(stops)}
        leg = [self.times[a * self.size + b] for a, b in zip(places, places[1:])]
        stop = [side(requests[r], d) for r, d in stops]
        least, latest = [], []
        for i, each in enumerate(stop):
            opens, closes = window(each)
            least.append(max(opens, vehicle["shift"]["start"] + leg[0] if i == 0 else opens))
            latest.append(closes)
        last = len(stops) - 1
        home = vehicle["shift"]["end"] - leg[-1] - stop[last]["serviceTime"]
        latest[last] = min(latest[last], home)
        for _ in range(len(stops) + 1):
            changed = False
            for i in range(1, len(stops)):
                reached = least[i - 1] + stop[i - 1]["serviceTime"] + leg[i]
                if reached > least[i] + TOLERANCE:
                    least[i], changed = reached, True
            for (r, delivers), i in at.items():
                longest = requests[r].get("longestRide")
                if not delivers or longest is None:
                    continue
                j = at[(r, False)]
                start = least[i] - longest - stop[j]["serviceTime"]
                if start > least[j] + TOLERANCE:
                    least[j], changed = start, True
            if any(a > b + TOLERANCE for a, b in zip(least, latest)):
                return False
            if not changed:
                return True
        return False


# Peers, each in a process of its own


def vroom(problem, seconds, level):
    """No ride times, no cost of requests left out; who may drive whom by skills, one a list of vehicles."""
    import datetime

    import numpy
    import vroom as api

    matrix = problem["matrices"][0]
    shape = (matrix["size"], matrix["size"])
    model = api.Input()
    model.set_durations_matrix(
        "car", numpy.ceil(numpy.array(matrix["times"]).reshape(shape)).astype(numpy.uint32))
    model.set_distances_matrix(
        "car", numpy.array(matrix["distances"]).reshape(shape).astype(numpy.uint32))
    everybody = tuple(range(len(problem["vehicles"])))
    skills, skill_of = {}, []
    for request in problem["requests"]:
        allowed = request["allowedVehicles"]
        key = everybody if allowed is None else tuple(allowed)
        skill_of.append(skills.setdefault(key, len(skills) + 1))
    skills_of = [set() for _ in everybody]
    for key, skill in skills.items():
        for v in key:
            skills_of[v].add(skill)
    for v, vehicle in enumerate(problem["vehicles"]):
        model.add_vehicle(api.Vehicle(
            v + 1, start=vehicle["start"], end=vehicle["end"], profile="car",
            capacity=vehicle["layouts"][0], skills=skills_of[v],
            time_window=api.TimeWindow(
                math.ceil(vehicle["shift"]["start"]), math.floor(vehicle["shift"]["end"])),
            costs=api.VehicleCosts(
                fixed=round(vehicle["fixedCost"] * SCALE),
                per_hour=max(1, round(vehicle["costPerSecondDriven"] * 3600 * SCALE)),
                per_km=round(vehicle["costPerMetre"] * 1000 * SCALE))))
    dearest = max(request["unservedPenalty"] for request in problem["requests"])
    for r, request in enumerate(problem["requests"]):
        steps = []
        for delivers in (False, True):
            stop = side(request, delivers)
            opens, closes = window(stop)
            steps.append(api.ShipmentStep(
                r + 1, stop["location"], default_service=math.ceil(stop["serviceTime"]),
                time_windows=[api.TimeWindow(math.ceil(opens), math.floor(closes))]))
        model.add_shipment(
            *steps, amount=api.Amount(request["load"]), skills={skill_of[r]},
            priority=round(100 * request["unservedPenalty"] / dearest))
    answer = model.solve(
        exploration_level=level, nb_threads=2, timeout=datetime.timedelta(seconds=seconds))
    routes, table = {}, answer.routes
    for v, kind, r in zip(table["vehicle_id"], table["type"], table["id"]):
        if kind in ("pickup", "delivery"):
            routes.setdefault(int(v) - 1, []).append((int(r) - 1, kind == "delivery"))
    return routes


def ortools(problem, seconds, level):
    """Parallel cheapest insertion alone; both stops of a request are left out together."""
    import numpy
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    matrix = problem["matrices"][0]
    shape = (matrix["size"], matrix["size"])
    times = numpy.array(matrix["times"]).reshape(shape)
    metres = numpy.array(matrix["distances"] or matrix["times"]).reshape(shape)
    requests, vehicles = problem["requests"], problem["vehicles"]
    places = [side(request, d)["location"] for request in requests for d in (False, True)]
    service = [side(request, d)["serviceTime"] for request in requests for d in (False, True)]
    starts, ends = [], []
    for vehicle in vehicles:
        starts.append(len(places))
        ends.append(len(places) + 1)
        places += [vehicle["start"], vehicle["end"]]
        service += [0, 0]
    manager = pywrapcp.RoutingIndexManager(len(places), len(vehicles), starts, ends)
    routing = pywrapcp.RoutingModel(manager)
    grid = numpy.ix_(places, places)
    transit = numpy.ceil(times[grid] + numpy.array(service)[:, None]).astype(numpy.int64)
    routing.AddDimension(
        routing.RegisterTransitMatrix(transit.tolist()), HORIZON, HORIZON, False, "time")
    clock = routing.GetDimensionOrDie("time")
    arcs = {}
    for v, vehicle in enumerate(vehicles):
        key = vehicle["costPerMetre"], vehicle["costPerSecondDriven"]
        if key not in arcs:
            costs = SCALE * (key[0] * metres[grid] + key[1] * times[grid])
            arcs[key] = routing.RegisterTransitMatrix(costs.round().astype(numpy.int64).tolist())
        routing.SetArcCostEvaluatorOfVehicle(arcs[key], v)
        routing.SetFixedCostOfVehicle(round(SCALE * vehicle["fixedCost"]), v)
        shift = math.ceil(vehicle["shift"]["start"]), math.floor(vehicle["shift"]["end"])
        for end in (routing.Start(v), routing.End(v)):
            clock.CumulVar(end).SetRange(*shift)
    for k in range(len(vehicles[0]["layouts"][0])):
        loads = [sign * request["load"][k] for request in requests for sign in (1, -1)]
        loads += [0] * (2 * len(vehicles))
        routing.AddDimensionWithVehicleCapacity(
            routing.RegisterUnaryTransitVector(loads), 0,
            [vehicle["layouts"][0][k] for vehicle in vehicles], True, f"load{k}")
    limits = []
    for r, request in enumerate(requests):
        a, b = manager.NodeToIndex(2 * r), manager.NodeToIndex(2 * r + 1)
        routing.AddPickupAndDelivery(a, b)
        routing.solver().Add(routing.VehicleVar(a) == routing.VehicleVar(b))
        routing.solver().Add(clock.CumulVar(a) <= clock.CumulVar(b))
        if request.get("longestRide") is not None:
            longest = math.floor(request["longestRide"] + service[2 * r])
            routing.solver().Add(clock.CumulVar(b) - clock.CumulVar(a) <= longest)
            limits.append(lambda _pickup, _delivery, longest=longest: longest)
            clock.SetPickupToDeliveryLimitFunctionForPair(limits[-1], r)
        for node, delivers in ((a, False), (b, True)):
            opens, closes = window(side(request, delivers))
            clock.CumulVar(node).SetRange(math.ceil(opens), math.floor(closes))
            if request["allowedVehicles"] is not None:
                routing.VehicleVar(node).SetValues([-1] + request["allowedVehicles"])
        routing.AddDisjunction([a, b], round(SCALE * request["unservedPenalty"]), 2)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = (
        routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION)
    parameters.time_limit.FromSeconds(seconds)
    parameters.solution_limit = 1
    solution = routing.SolveWithParameters(parameters)
    if solution is None:
        return None
    routes = {}
    for v in range(len(vehicles)):
        at = solution.Value(routing.NextVar(routing.Start(v)))
        while not routing.IsEnd(at):
            node = manager.IndexToNode(at)
            routes.setdefault(v, []).append((node // 2, node % 2 == 1))
            at = solution.Value(routing.NextVar(at))
    return routes


def work(peer, path, seconds, level):
    """A process of one peer: prints its routes; the time excludes reading the file, not building the model."""
    problem = json.loads(path.read_text(encoding="utf-8"))
    begin = time.monotonic()
    routes = (vroom if peer == "vroom" else ortools)(problem, seconds, level)
    print(json.dumps({"seconds": time.monotonic() - begin,
                      "routes": None if routes is None else sorted(routes.items())}))


# Running


def measured(command, limit):
    """Output, seconds and peak memory in megabytes of a process; no output where the limit ended it."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=err)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - begin > limit:
                process.kill()
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.05)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return {"output": out.read().decode() if process.returncode == 0 else None,
                "errors": err.read().decode()[-400:], "seconds": time.monotonic() - begin,
                "megabytes": usage.ru_maxrss / 1024}


def run_peer(peer, path, judge, seconds, level):
    command = [sys.executable, __file__, "--work", peer, str(path), str(seconds), str(level)]
    run = measured(command, 2 * seconds + 120)
    answer = json.loads(run["output"].splitlines()[-1]) if run["output"] else None
    row = {"megabytes": run["megabytes"], "seconds": run["seconds"]}
    if answer is None or answer["routes"] is None:
        return row | {"status": "none in time" if answer or not run["errors"] else run["errors"]}
    routes = {v: [tuple(stop) for stop in stops] for v, stops in answer["routes"]}
    return row | judge.price(routes) | {"seconds": answer["seconds"]}


def run_camin(camin, path, judge, seconds, folder):
    out = folder / "solution.json"
    command = [camin, "solve", str(path), "--format", "json", "--time-limit", str(seconds),
               "--threads", "2", "--quiet", "--out", str(out)]
    run = measured(command, 2 * seconds + 120)
    row = {"megabytes": run["megabytes"], "seconds": run["seconds"]}
    if run["output"] is None:
        return row | {"status": run["errors"]}
    solution = json.loads(out.read_text(encoding="utf-8"))
    routes = {}
    stops = 2 * len(judge.problem["requests"])
    for schedule, route in zip(solution["schedules"], solution["routes"]):
        routes[schedule["vehicle"]] = [(s // 2, s % 2 == 1) for s in route if s < stops]
    return row | judge.price(routes) | {"seconds": solution["seconds"]}


def run_plan(camin, scenario, seconds, folder):
    """The whole way: scenario read, compiled, searched, reasons found, plan checked and written."""
    out = folder / "plan"
    run = measured([camin, "plan", str(scenario), "--time-limit", str(seconds), "--threads", "2",
                    "--quiet", "--out", str(out)], 3 * seconds + 120)
    row = {"megabytes": run["megabytes"], "seconds": run["seconds"]}
    if run["output"] is None:
        return row | {"status": run["errors"]}
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    check = measured([camin, "check", str(scenario), str(out / "plan.json"), "--quiet"], 600)
    return row | {"unserved": sum(len(each["legs"]) for each in plan["unserved"]),
                  "vehicles": len(plan["runs"]), "routing": None, "objective": None,
                  "faults": [] if check["output"] is not None else [check["errors"]]}


# The table


def line(legs, kind, solver, row):
    """One row of the table."""
    if "status" in row:
        return (f"| {legs} | {kind} | {solver} | – | – | – | {row['seconds']:.1f} "
                f"| {row['megabytes']:.0f} | – | {row['status'].strip()[-60:]} |")
    objective = "–" if row["objective"] is None else f"{row['objective']:,.0f}"
    faults = "valid" if not row["faults"] else f"{len(row['faults'])} faults: {row['faults'][0]}"
    return (f"| {legs} | {kind} | {solver} | {objective} | {row['unserved']} | {row['vehicles']} "
            f"| {row['seconds']:.1f} | {row['megabytes']:.0f} "
            f"| {1000 * row['seconds'] / legs:.1f} ms, {1024 * row['megabytes'] / legs:.0f} kB "
            f"| {faults} |")


HEAD = ("| legs | problem | solver | objective | left out | vehicles | s | MB | per leg | verdict |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")


def day(legs, seconds, options, folder, tell):
    scenario = folder / "scenario"
    measured([options.camin, "scenario", "generate", "--territory", options.territory, "--size",
              str(legs), "--seed", "46", "--date", "2026-11-25", "--out", str(scenario),
              "--quiet"], 600)
    if "plan" in options.run:
        tell(legs, "day", "camin plan", run_plan(options.camin, scenario, seconds, folder))
    if options.run == ["plan"]:
        return
    whole = folder / "problem.json"
    measured([options.camin, "scenario", "problem", str(scenario), "--out", str(whole), "--quiet"],
             600)
    problem = json.loads(whole.read_text(encoding="utf-8"))
    for kind, with_rides in (("pairs", False), ("rides", True)):
        stated = common(problem, with_rides)
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(stated), encoding="utf-8")
        judge = Judge(stated)
        if "camin" in options.run:
            tell(legs, kind, "camin solve",
                 run_camin(options.camin, path, judge, seconds, folder))
        if "vroom" in options.run and not with_rides:
            tell(legs, kind, f"VROOM, level {options.level}",
                 run_peer("vroom", path, judge, seconds, options.level))
        if "ortools" in options.run:
            tell(legs, kind, "OR-Tools insertion", run_peer("ortools", path, judge, seconds, 0))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--camin", required=True)
    parser.add_argument("--territory", required=True)
    parser.add_argument("--day", action="append", required=True, metavar="LEGS:SECONDS")
    parser.add_argument("--level", type=int, default=0, help="VROOM's exploration level, 0 to 5")
    parser.add_argument("--run", nargs="+", default=["plan", "camin", "vroom", "ortools"],
                        choices=["plan", "camin", "vroom", "ortools"])
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    options.camin = str(pathlib.Path(options.camin).resolve())
    rows = []
    print(HEAD, flush=True)

    def tell(legs, kind, solver, row):
        rows.append({"legs": legs, "problem": kind, "solver": solver} | row)
        print(line(legs, kind, solver, row), flush=True)
        if options.json:
            document = {"schema": "camin-big-days-1", "machine": platform.platform(),
                        "processors": os.cpu_count(), "command": sys.argv[1:], "rows": rows}
            options.json.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")

    for each in options.day:
        legs, seconds = (int(part) for part in each.split(":"))
        with tempfile.TemporaryDirectory() as folder:
            day(legs, seconds, options, pathlib.Path(folder), tell)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
    else:
        main()
