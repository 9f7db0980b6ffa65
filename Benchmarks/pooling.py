"""What pooling is worth: generated days planned apart per offer and pooled, by `camin compare`.

    python3 Benchmarks/pooling.py --camin .build/release/camin --territory Scenarios/territories/lot \
      --day ordinary:30 --day heavy:40 --seeds 5 --json Benchmarks/results/pooling.json

Both plans of a day get the same solver and the same total time. The results file is rewritten after each day. Plans that
break a rule, or a sum of offers that does, are listed and end the script with 1.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

COLUMNS = [
    ("legs_served", "served", 0, 1),
    ("vehicle_km", "km", 0, 1),
    ("empty_share", "empty", 1, 100),
    ("occupancy", "riders", 2, 1),
    ("cost", "EUR", 0, 1),
    ("cost_per_trip", "EUR a leg", 2, 1),
    ("co2_kg", "CO2 kg", 0, 1),
    ("co2_kg_per_leg", "CO2 kg a leg", 2, 1),
]


def run(command, statuses=(0,)):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in statuses:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    return done


def measured(args, size, seconds, seed, folder):
    day = str(pathlib.Path(folder) / f"{size}-{seed}.json")
    run([args.camin, "scenario", "generate", "--territory", args.territory, "--size", size,
         "--seed", str(seed), "--date", args.date, "--out", day, "--quiet"])
    started, load = time.time(), os.getloadavg()[0]
    done = run([args.camin, "compare", day, "--time-limit", str(seconds), "--threads", str(args.threads),
                "--seed", "1", "--json"] + (["--hand-on"] if args.hand_on else []), statuses=(0, 1))
    result = json.loads(done.stdout)
    columns = {}
    for column in result["comparison"]["columns"]:
        values = column["values"]
        values["co2_kg_per_leg"] = values["co2_kg"] / max(1, values["legs_served"])
        columns[column["id"]] = values
    return {"size": size, "seed": seed, "seconds": seconds, "status": done.returncode,
            "elapsed": round(time.time() - started, 1), "load_before": load,
            "factors": result["comparison"]["factors"]["id"],
            "offers": result["apart"], "violations": {k: len(v) for k, v in result["violations"].items()},
            "apart": columns["apart"], "pooled": columns["pooled"]}


def table(days):
    heads = [title for _, title, _, _ in COLUMNS]
    print("| day | plan | asked | " + " | ".join(heads) + " |")
    print("| --- | --- |" + " --- |" * (len(heads) + 1))
    def line(name, plan, asked, values):
        cells = [f"{values[key] * scale:,.{decimals}f}" for key, _, decimals, scale in COLUMNS]
        print(f"| {name} | {plan} | {asked} | " + " | ".join(cells) + " |")
    for day in days:
        for plan in ("apart", "pooled"):
            name = f"{day['size']} {day['seed']}" if plan == "apart" else ""
            line(name, plan, f"{day[plan]['legs_asked']:.0f}" if plan == "apart" else "", day[plan])
    for size in dict.fromkeys(day["size"] for day in days):
        own = [day for day in days if day["size"] == size]
        for plan in ("apart", "pooled"):
            mean = {key: statistics.mean(day[plan][key] for day in own) for key, _, _, _ in COLUMNS}
            line(f"{size}, mean" if plan == "apart" else "", plan, "", mean)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--camin", required=True)
    parser.add_argument("--territory", required=True)
    parser.add_argument("--day", action="append", required=True, help="SIZE:SECONDS, both plans alike")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=1, help="seed of the first day")
    parser.add_argument("--date", default="2026-11-25")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--hand-on", action="store_true", help="apart, volunteers are asked for what the TAD refuses")
    parser.add_argument("--json", required=True)
    args = parser.parse_args()
    days = []
    with tempfile.TemporaryDirectory() as folder:
        # Roads are named by the day from its own folder, so the territory is given as a whole path.
        args.territory = str(pathlib.Path(args.territory).resolve())
        for entry in args.day:
            size, seconds = entry.split(":")
            for seed in range(args.first, args.seeds + 1):
                days.append(measured(args, size, float(seconds), seed, folder))
                document = {"schema": "camin-pooling-1", "machine": platform.machine(),
                            "processors": os.cpu_count(), "threads": args.threads, "hand_on": args.hand_on, "date": args.date,
                            "measured": time.strftime("%Y-%m-%d"), "days": days}
                pathlib.Path(args.json).write_text(json.dumps(document, indent=1, sort_keys=True) + "\n")
                print(f"{size} {seed}: {days[-1]['elapsed']} s", file=sys.stderr)
    table(days)
    sys.exit(1 if any(day["status"] for day in days) else 0)


if __name__ == "__main__":
    main()
