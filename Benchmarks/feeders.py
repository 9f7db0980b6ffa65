#!/usr/bin/env python3
"""Volunteer-kilometres that steering and feeder trips save on a day with published timetables (R12).

The day is planned four times with the same limits: as it is, with `steer`, with `feeder`, and with both, and each plan
is checked. Feeder trips are told by the plan; steering by the legs that it keeps from volunteers.

    python3 Benchmarks/feeders.py .build/release/camin Scenarios/lot-ordinary Scenarios/territories/lot/transit \\
        --time-limit 60 --seed 1 --threads 2
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

CASES = {"as it is": [], "steer": ["steer"], "feeder": ["feeder"], "both": ["steer", "feeder"]}


def run(*arguments):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}\n{done.stdout}{done.stderr}")
    return done.stdout


def prepare(camin, day, feeds, folder, flags):
    """A copy of the day that names the timetables, with flags of the volunteers' profile set."""
    shutil.copytree(day, folder)
    file = folder / "territory.json"
    territory = json.loads(file.read_text())
    territory["transit"] = str(feeds.resolve())
    if "roads" in territory and not territory["roads"].startswith(("/", "osrm:", "valhalla:")):
        territory["roads"] = str((day / territory["roads"]).resolve())
    file.write_text(json.dumps(territory))
    profiles = folder / "profiles"
    profiles.mkdir(exist_ok=True)
    profile = json.loads(run(camin, "rules", "show", "volunteer-default", "--json"))[0]
    for flag in flags:
        profile["figures"][flag]["value"] = 1
    (profiles / "volunteer-default.json").write_text(json.dumps(profile))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("camin")
    parser.add_argument("day", type=pathlib.Path)
    parser.add_argument("feeds", type=pathlib.Path)
    parser.add_argument("--time-limit", default="60")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--threads", default="2")
    options = parser.parse_args()
    print("| case | served | volunteer-km | all km | feeder trips | cost (EUR) | gap |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for case, flags in CASES.items():
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch) / "day"
            prepare(options.camin, options.day, options.feeds, folder, flags)
            out = pathlib.Path(scratch) / "out"
            run(
                options.camin, "plan", folder, "--out", out, "--time-limit", options.time_limit,
                "--seed", options.seed, "--threads", options.threads, "--quiet")
            run(options.camin, "check", folder, out / "plan.json")
            plan = json.loads((out / "plan.json").read_text())
        volunteers = sum(r["metres"] for r in plan["runs"] if r["mode"] == "volunteer") / 1000
        figures = plan["indicators"]
        gap = plan.get("proof", {}).get("gap")
        print(
            f"| {case} | {figures['served_legs']}/{figures['legs']} | {volunteers:.0f} "
            f"| {figures['km']:.0f} | {len(plan.get('connections', []))} "
            f"| {figures['cost']:.0f} | {'-' if gap is None else f'{100 * gap:.1f} %'} |", flush=True)


if __name__ == "__main__":
    main()
