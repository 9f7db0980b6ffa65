"""Times the commands of the coordinator's afternoon on the Lot's shipped days, against the targets that are set for them.

    python3 Benchmarks/desk.py .build/release/camin --out Benchmarks/results/desk.json

The heavy day is planned first. Then come calls (`quote`), events (`replan`, some of them beside a search of a minute for
the same day after the event), a thousand rehearsed days of the ordinary day, and a sheet of 5,000 bookings with 50 faults. Everything
runs as a command, from reading to writing; every plan made is passed by `camin check`.
"""

import argparse
import csv
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEAVY = os.path.join(ROOT, "Scenarios", "lot-heavy")
ORDINARY = os.path.join(ROOT, "Scenarios", "lot-ordinary")
SMALL = os.path.join(ROOT, "Scenarios", "lot-small")


class Desk:
    def __init__(self, camin, folder):
        self.camin, self.folder = camin, folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, well=(0,)):
        """Seconds that a command takes, and what it writes; ends the script where it ends otherwise than it may."""
        begin = time.time()
        done = subprocess.run([self.camin, *arguments], capture_output=True, text=True)
        taken = time.time() - begin
        if done.returncode not in well:
            sys.exit(f"{' '.join(arguments)}: status {done.returncode}\n{done.stderr}{done.stdout}")
        return taken, done.stdout

    def plan(self, name):
        with open(os.path.join(self.path(name), "plan.json")) as file:
            return json.load(file)

    def check(self, day, name):
        self.run("check", day, os.path.join(self.path(name), "plan.json"), "--quiet")


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def quotes(desk, count, chance):
    """Calls from anywhere to anywhere, there and half of them back, as they come in a day."""
    places = [row["id"] for row in rows(HEAVY, "places.csv")]
    taken, offers = [], 0
    for _ in range(count):
        origin, destination = chance.sample(places, 2)
        hour = chance.randint(8, 15)
        wish = ["--arrive", f"{hour}:{chance.choice(['00', '15', '30', '45'])}"]
        if chance.random() < 0.5:
            wish += ["--return", f"{hour + 2}:00"]
        seconds, text = desk.run(
            "quote", HEAVY, os.path.join(desk.path("told"), "plan.json"), "--from", origin, "--to", destination, *wish, "--json",
            well=(0, 1))
        taken.append(seconds)
        offers += bool(json.loads(text).get("offers"))
    taken.sort()
    return {
        "calls": count, "with_an_offer": offers, "median": statistics.median(taken),
        "p95": taken[-(-95 * count // 100) - 1], "most": taken[-1],
    }


def events(plan, chance):
    """Ten events: who has most stops falls ill, declines or breaks down, riders cancel."""
    def stops(mode):
        own = [run for run in plan["runs"] if run["mode"] == mode]
        return [run["resource"] for run in sorted(own, key=lambda run: -len(run["stops"]))]

    volunteers, vans, cars = stops("volunteer"), stops("tad"), stops("vsl") or stops("taxi")
    bookings = sorted({stop["leg"].rsplit("-", 1)[0] for run in plan["runs"] for stop in run["stops"] if stop.get("leg")})
    return (
        [["--unavailable", driver] for driver in volunteers[:3]]
        + [["--declined", driver] for driver in volunteers[3:5]]
        + [["--unavailable", f"{vans[0]}@08:00-12:00"], ["--breakdown", f"{vans[1]}@10:15"], ["--unavailable", cars[0]]]
        + [["--cancelled", booking] for booking in chance.sample(bookings, 2)])


def replans(desk, chance, search, searches):
    told = os.path.join(desk.path("told"), "plan.json")
    found = []
    for event in events(desk.plan("told"), chance):
        seconds, _ = desk.run("replan", HEAVY, told, *event, "--out", desk.path("mended"), "--quiet")
        day = os.path.join(desk.path("mended"), "day.json")
        desk.check(day, "mended")
        mended = desk.plan("mended")
        line = {
            "event": " ".join(event), "seconds": seconds, "changes": len(mended["changes"]["changes"]),
            "served": mended["indicators"]["served_legs"],
        }
        # After a breakdown the day has begun: what was driven is no part of a search from nothing.
        if searches and "--breakdown" not in event:
            searches -= 1
            desk.run(
                "plan", day, "--previous", told, "--keep-times", "--time-limit", str(search), "--out", desk.path("searched"),
                "--quiet")
            desk.check(day, "searched")
            searched = desk.plan("searched")
            line |= {
                "changes_of_search": len(searched["changes"]["changes"]),
                "served_by_search": searched["indicators"]["served_legs"],
            }
        print(line, flush=True)
        found.append(line)
    return found


def rehearsal(desk):
    desk.run("plan", ORDINARY, "--time-limit", "20", "--out", desk.path("ordinary"), "--quiet")
    desk.check(ORDINARY, "ordinary")
    seconds, _ = desk.run(
        "rehearse", ORDINARY, os.path.join(desk.path("ordinary"), "plan.json"), "--days", "1000", "--json")
    return {"days": 1000, "seconds": seconds}


def sheet(desk):
    day = desk.path("day")
    shutil.copytree(SMALL, day)
    path = desk.path("sheet.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("passager;lieu_depart;lieu_arrivee;arrivee_avant;accompagnants\n")
        for number in range(5_000):
            place = f"nulle part {number}" if number % 100 == 50 else "8761310"
            file.write(f"r0{1 + number // 960 % 22:02};domicile;{place};{6 + number // 60 % 16}:{number % 60:02};\n")
    taken = []
    for _ in range(5):
        seconds, text = desk.run("import", path, "--into", day, "--dry-run", "--json", well=(65,))
        taken.append(seconds)
    return {"rows": 5_000, "faults": len(json.loads(text)["faults"]), "seconds": statistics.median(taken)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("camin")
    parser.add_argument("--calls", type=int, default=100)
    parser.add_argument("--search", type=int, default=60, help="seconds of the search beside an event")
    parser.add_argument("--searches", type=int, default=9, help="events beside which one is run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="JSON file for the figures")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(os.path.abspath(asked.camin), folder)
        desk.run("plan", HEAVY, "--time-limit", "90", "--out", desk.path("told"), "--quiet")
        desk.check(HEAVY, "told")
        found = {"seed": asked.seed}
        for name, part in [
            ("import", lambda: sheet(desk)), ("rehearse", lambda: rehearsal(desk)),
            ("quote", lambda: quotes(desk, asked.calls, chance)), ("replan", lambda: replans(desk, chance, asked.search, asked.searches)),
        ]:
            found[name] = part()
            print(name, json.dumps(found[name]), flush=True)
    if asked.out:
        with open(asked.out, "w") as file:
            json.dump(found, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
