"""Runs Camin and every peer on the same instances one after the other and prints one table.

    python compare.py --camin ../../.build/release/camin --seconds 10 --json results.json INSTANCE...

Every process is held to one processor. Every answer, Camin's too, is judged by check.py: an answer that is not
valid is shown as such and has no gap. "–": the peer cannot state the problem (see solvers.py).
"""

import argparse
import csv
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import check
import instances
import solvers

HERE = pathlib.Path(__file__).resolve().parent


def best_known(path):
    """Cost and vehicles from the `best_known*.csv` in the instance's folder or beside it."""
    name = path.name.removesuffix(".txt").lower()
    for folder in (path.parent, path.parent.parent):
        for table in sorted(folder.glob("best_known*.csv")):
            with table.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    if row.get("instance", "").lower() == name:
                        vehicles = row.get("vehicles")
                        return float(row["best_known"]), int(vehicles) if vehicles else None
    return None


def on_one_processor(command, processor, limit):
    return subprocess.run(
        ["taskset", "-c", str(processor), *command], capture_output=True, text=True,
        timeout=limit, check=True).stdout


def run_peer(peer, path, options, seed):
    command = [sys.executable, str(HERE / "run_one.py"), peer, str(path), str(options.seconds),
               str(seed)]
    output = on_one_processor(command, options.processor, options.seconds * 3 + 120)
    return json.loads(output.strip().splitlines()[-1])


def run_camin(path, options, seed):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "solution.json"
        command = [options.camin, "solve", str(path), "--time-limit", str(options.seconds),
                   "--threads", "1", "--seed", str(seed), "--quiet", "--out", str(out)]
        on_one_processor(command, options.processor, options.seconds * 3 + 120)
        solution = json.loads(out.read_text(encoding="utf-8"))
    return {"stated": True, "routes": solution["routes"],
            "route_vehicles": [schedule["vehicle"] for schedule in solution["schedules"]]}


def measure(solver, path, instance, known, options, seed):
    run = {"solver": solver, "instance": instance.name, "seed": seed}
    begin = time.perf_counter()
    try:
        answer = run_camin(path, options, seed) if solver == "camin" else run_peer(
            solver, path, options, seed)
    except (subprocess.SubprocessError, ValueError, OSError) as error:
        reason = getattr(error, "stderr", None) or repr(error)
        return run | {"status": "failed", "faults": [str(reason).strip()[-300:]]}
    run["seconds"] = time.perf_counter() - begin
    if not answer["stated"]:
        return run | {"status": "not stated"}
    routes, vehicles = answer["routes"], answer["route_vehicles"]
    faults = check.solution_faults(instance, routes, vehicles)
    run |= {"status": "invalid" if faults else "valid", "faults": faults[:5], "routes": routes,
            "vehicles": len(routes)}
    if faults:
        return run
    run["cost"] = check.cost(instance, routes, vehicles)
    comparable = known and (not instance.vehicles_first or known[1] == len(routes))
    run["gap"] = (round(run["cost"], 2) - known[0]) / known[0] if comparable else None
    return run


def cell(runs, instance):
    """The median of the runs of one solver on one instance."""
    if all(run["status"] == "not stated" for run in runs):
        return "–"
    valid = [run for run in runs if run["status"] == "valid"]
    if not valid:
        return runs[0]["status"]
    by_vehicles = instance.vehicles_first
    valid.sort(key=lambda run: (run["vehicles"] if by_vehicles else 0, run["cost"]))
    median = valid[len(valid) // 2]
    text = f"{median['cost']:.2f}"
    if by_vehicles:
        text = f"{median['vehicles']}/{text}"
    if median["gap"] is not None:
        text += f" {median['gap'] * 100:+.2f} %"
    return text if len(valid) == len(runs) else f"{text} ({len(valid)}/{len(runs)})"


def print_table(table, names):
    rows = [["instance", "best known", *names]] + table
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(text.ljust(width) for text, width in zip(row, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("instances", nargs="+", type=pathlib.Path)
    parser.add_argument("--camin", help="the built command; without it only the peers run")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--processor", type=int, default=0, help="the one that all run on")
    parser.add_argument("--peers", nargs="*", default=list(solvers.PEERS))
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    names = (["camin"] if options.camin else []) + options.peers
    table, runs = [], []
    for path in options.instances:
        instance, known = instances.read(str(path)), best_known(path)
        shown = "" if known is None else f"{known[0]:.2f}"
        if known and instance.vehicles_first:
            shown = f"{known[1]}/{shown}"
        row = [instance.name, shown]
        for name in names:
            found = [measure(name, path, instance, known, options, seed)
                     for seed in range(1, options.seeds + 1)]
            runs += found
            row.append(cell(found, instance))
            print(f"{instance.name} {name}: {row[-1]}", file=sys.stderr)
        table.append(row)
        if options.json:
            document = {"schema": "camin-peers-1", "seconds": options.seconds,
                        "seeds": options.seeds, "machine": platform.platform(), "runs": runs}
            options.json.write_text(json.dumps(document, indent=1, sort_keys=True) + "\n",
                                    encoding="utf-8")
    print_table(table, names)
    for name in names:
        gaps = [run["gap"] for run in runs if run["solver"] == name and run.get("gap") is not None]
        if gaps:
            print(f"{name}: mean gap {statistics.mean(gaps) * 100:.3f} % over {len(gaps)} runs")


if __name__ == "__main__":
    main()
