"""Judges an answer in VROOM's JSON against its request, with nothing of Camin's or VROOM's own code.

    python vroom_check.py REQUEST.json ANSWER.json

Follows every route step by step: places, travel, set-up and service times, windows, waiting, loads in every dimension,
skills, pickup before delivery in one vehicle, breaks, numbers of tasks, travel time, distance, ride times
(max_transit_time), capacity profiles; and adds up the cost again. Only requests with matrices are judged. Prints one
line a fault; exit status 0 without, 1 with, 2 where a file cannot be read.
"""

import json
import sys

# Two roundings may meet: an answer has whole seconds.
SLACK = 1


def factor(vehicle):
    """Hundredths by which travel times are multiplied, rounded as VROOM rounds them."""
    return int(100 / vehicle.get("speed_factor", 1) + 0.5)


def capacities(vehicle, dims):
    profiles = vehicle.get("capacity_profiles")
    if profiles:
        return [p["capacity"] for p in profiles]
    return [vehicle.get("capacity", [0] * dims)]


def padded(amount, dims):
    return list(amount or [0] * dims)


class Route:
    """One route of the answer, followed from start to end."""

    def __init__(self, request, answer, tasks, faults):
        self.say = lambda text: faults.append(f"vehicle {answer['vehicle']}: {text}")
        self.vehicle = next(v for v in request["vehicles"] if v["id"] == answer["vehicle"])
        self.answer = answer
        self.tasks = tasks
        tables = request["matrices"][self.vehicle.get("profile", "car")]
        self.durations, self.metres, self.costs = (tables.get(k) for k in ("durations", "distances", "costs"))
        first = request["vehicles"][0]
        self.dims = len(capacities(first, len(first.get("capacity", [])))[0])

    def work(self, task, key, per_type):
        return task.get(per_type, {}).get(self.vehicle.get("type"), task.get(key, 0))

    def judge(self):
        steps = self.answer["steps"]
        kinds = [s["type"] for s in steps]
        # Open ends have steps too, at the first or last task.
        if (kinds[0], kinds[-1]) != ("start", "end") or {"start", "end"} & set(kinds[1:-1]):
            self.say("does not begin with start and end with end")
        # VROOM rounds each leg of a vehicle with a speed factor.
        slack = SLACK + (len(steps) if self.vehicle.get("speed_factor", 1) != 1 else 0)
        at = self.vehicle.get("start_index")
        leave = None
        driven = metres = 0
        cost = self.vehicle.get("costs", {}).get("fixed", 0)
        load = [0] * self.dims
        for step in steps:
            if step["type"] == "job":
                load = [a + b for a, b in zip(load, padded(self.tasks["job", step["id"]].get("delivery"), self.dims))]
        self.loads = [list(load)]
        boarded = {}
        breaks = []
        ahead = 0
        hours = self.vehicle.get("costs", {})
        for step in steps:
            kind = step["type"]
            task = self.tasks.get((kind, step.get("id")))
            here = {"start": self.vehicle.get("start_index"), "end": self.vehicle.get("end_index")}.get(
                kind, task["location_index"] if task else None
            )
            travel = 0
            setup = 0
            if here is not None:
                if at is not None:
                    travel = self.durations[at][here] * factor(self.vehicle) / 100
                    metres += self.metres[at][here] if self.metres else 0
                    if self.costs:
                        cost += self.costs[at][here]
                    else:
                        cost += travel * hours.get("per_hour", 3600) / 3600
                        cost += (self.metres[at][here] if self.metres else 0) * hours.get("per_km", 0) / 1000
                if task and at != here:
                    setup = self.work(task, "setup", "setup_per_type")
                at = here
            driven += travel
            arrival, begin = step["arrival"], step["arrival"] + step["waiting_time"]
            if step["waiting_time"] < 0:
                self.say(f"negative waiting at {kind} {step.get('id')}")
            # A break may be taken on the way: what is driven before it is part of the way to the next place.
            if kind == "break":
                part = step["duration"] - (driven + ahead)
                if part < -slack:
                    self.say(f"duration {step['duration']} at break {step['id']}, driven are {driven + ahead}")
                ahead += part
                travel = part
            elif abs(step["duration"] - driven) > slack:
                self.say(f"duration {step['duration']} at {kind} {step.get('id')}, driven are {driven}")
            if leave is not None and abs(arrival - (leave + travel - (0 if kind == "break" else ahead))) > slack:
                self.say(f"arrives at {kind} {step.get('id')} at {arrival}: left at {leave}, {travel} s away")
            if here is not None:
                if ahead > travel + slack:
                    self.say(f"drives {ahead} s before breaks on a way of {travel} s")
                ahead = 0
            service = self.work(task, "service", "service_per_type") if task else 0
            rest = None
            if kind == "break":
                rest = next((b for b in self.vehicle.get("breaks", []) if b["id"] == step["id"]), None)
                if rest is None or step["id"] in breaks:
                    self.say(f"break {step['id']} unknown or taken twice")
                    continue
                breaks.append(step["id"])
                service = rest.get("service", 0)
                if any(a > b for a, b in zip(load, rest.get("max_load", load))):
                    self.say(f"break {step['id']} with load {load}")
            if (step["setup"], step["service"]) != (setup, service):
                self.say(f"set-up and service {step['setup']}, {step['service']} at {kind} {step.get('id')}: {setup}, {service}")
            windows = (task or rest or {}).get("time_windows")
            if kind in ("start", "end"):
                windows = [self.vehicle["time_window"]] if "time_window" in self.vehicle else None
            if windows and not any(a - slack <= begin <= b + slack for a, b in windows):
                self.say(f"{kind} {step.get('id')} begins at {begin}, outside of {windows}")
            leave = begin + setup + service
            cost += (setup + service) * hours.get("per_task_hour", 0) / 3600 if task else 0
            load = self.move(kind, step, task, load, begin, leave, boarded)
            if step.get("load", [0] * self.dims if self.dims else None) not in (load, None):
                self.say(f"load {step.get('load')} at {kind} {step.get('id')}: {load}")
            self.loads.append(list(load))
        self.limits(steps, kinds, breaks, driven, metres, boarded)
        if abs(cost - self.answer["cost"]) > slack:
            self.say(f"cost {self.answer['cost']}, recomputed {cost:.2f}")
        if self.answer["violations"] or any(s["violations"] for s in steps):
            self.say("violations in an answer of solve mode")
        return cost

    def move(self, kind, step, task, load, begin, leave, boarded):
        if task is None:
            return load
        if not set(task.get("skills", [])) <= set(self.vehicle.get("skills", [])):
            self.say(f"{kind} {step['id']} needs {task['skills']}")
        up, down = [], []
        if kind == "job":
            up, down = task.get("pickup"), task.get("delivery")
        elif kind == "pickup":
            up = task["amount"]
            boarded[step["id"]] = leave
        else:
            down = task["amount"]
            left = boarded.pop(task["partner"], None)
            if left is None:
                self.say(f"delivery {step['id']} before its pickup, or without it")
            elif begin - left > task.get("max_transit_time", 10**12) + SLACK:
                self.say(f"delivery {step['id']} {begin - left} s after its pickup")
        return [a + b - c for a, b, c in zip(load, padded(up, self.dims), padded(down, self.dims))]

    def limits(self, steps, kinds, breaks, driven, metres, boarded):
        vehicle = self.vehicle
        if boarded:
            self.say(f"pickups without delivery: {sorted(boarded)}")
        if not any(all(a <= b for load in self.loads for a, b in zip(load, c)) for c in capacities(vehicle, self.dims)):
            self.say("no capacity holds all loads")
        for rest in vehicle.get("breaks", []):
            if rest["id"] not in breaks:
                self.say(f"break {rest['id']} is missing")
        tasks = sum(k in ("job", "pickup", "delivery") for k in kinds)
        if tasks > vehicle.get("max_tasks", 10**9):
            self.say(f"{tasks} tasks")
        if driven > vehicle.get("max_travel_time", 10**9) + SLACK:
            self.say(f"{driven} s driven")
        if metres > vehicle.get("max_distance", 10**9):
            self.say(f"{metres} m driven")


def tasks_of(request):
    """Every visit by type and id; ends of shipments know their amount, skills and partner."""
    tasks = {("job", j["id"]): dict(j, delivery=j.get("delivery", j.get("amount"))) for j in request.get("jobs", [])}
    for s in request.get("shipments", []):
        shared = {
            "skills": s.get("skills", []),
            "amount": s.get("amount"),
            "partner": s["pickup"]["id"],
            "priority": s.get("priority", 0),
        }
        if "max_transit_time" in s:
            shared["max_transit_time"] = s["max_transit_time"]
        for end in ("pickup", "delivery"):
            tasks[end, s[end]["id"]] = {**s[end], **shared}
    return tasks


def faults(request, answer):
    """What is wrong with an answer; empty: nothing."""
    if answer.get("code") != 0:
        return [f"code {answer.get('code')}: {answer.get('error')}"]
    found = []
    tasks = tasks_of(request)
    seen = []
    total = 0
    used = set()
    for route in answer["routes"]:
        if route["vehicle"] in used:
            found.append(f"vehicle {route['vehicle']} twice")
        used.add(route["vehicle"])
        total += Route(request, route, tasks, found).judge()
        seen += [(s["type"], s["id"]) for s in route["steps"] if s["type"] in ("job", "pickup", "delivery")]
    seen += [(u["type"], u["id"]) for u in answer["unassigned"]]
    if sorted(seen) != sorted(tasks):
        found.append("tasks are not each made once or unassigned")
    summary = answer["summary"]
    if summary["unassigned"] != len(answer["unassigned"]) or summary["routes"] != len(answer["routes"]):
        found.append("summary counts wrongly")
    if abs(summary["cost"] - total) > 1 + len(tasks):
        found.append(f"summary cost {summary['cost']}, recomputed {total:.2f}")
    if summary.get("lower_bound", 0) > summary["cost"]:
        found.append("lower bound above the cost")
    left = {(u["type"], u["id"]) for u in answer["unassigned"]}
    priority = sum(t.get("priority", 0) for k, t in tasks.items() if k not in left)
    if summary["priority"] != priority:
        found.append(f"summary priority {summary['priority']}, recomputed {priority}")
    return found


def main():
    try:
        request, answer = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    except (OSError, ValueError) as error:
        print(error)
        return 2
    found = faults(request, answer)
    print("\n".join(found) or "valid")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
