"""Runs VROOM (pyvroom) and `camin vroom` on the same requests, each with the same limit of wall time and as many threads
and processors (one unless told otherwise), and compares.

    python vroom_cases.py --count 200 --out cases
    python vroom_compare.py --camin ../../.build/release/camin --seconds 2 --json results.json cases

VROOM searches as hard as it can within the time (exploration level 5) and stops by itself when it is done;
Camin uses the time given (-l, no bound, which would need a processor more), or with --matched the time that
VROOM took. Every answer of both is judged by
vroom_check.py. What counts first is the sum of priorities served, then the number of tasks, then cost, as VROOM has it.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import vroom_check


def vroom_worker(path, seconds, level, threads, out):
    from datetime import timedelta

    import vroom

    begin = time.perf_counter()
    model = vroom.Input.from_json(pathlib.Path(path))
    solution = model.solve(exploration_level=level, nb_threads=threads, timeout=timedelta(seconds=seconds))
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        solution.to_json(pathlib.Path(file.name))
        out.put((json.load(open(file.name, encoding="utf-8")), time.perf_counter() - begin))


def run_vroom(path, seconds, level, threads):
    """VROOM's answer and the seconds it took, in a process of its own."""
    out = multiprocessing.Queue()
    process = multiprocessing.Process(target=vroom_worker, args=(path, seconds, level, threads, out))
    process.start()
    try:
        answer = out.get(timeout=seconds * 3 + 60)
    except Exception as error:
        answer = ({"code": 1, "error": repr(error)}, seconds)
    process.join(timeout=5)
    if process.is_alive():
        process.kill()
    return answer


def run_camin(command, path, seconds, threads):
    begin = time.perf_counter()
    with open(path, "rb") as file:
        done = subprocess.run(
            [*command, "-l", str(seconds), "-t", str(threads), "--no-bound"], stdin=file, capture_output=True,
            timeout=seconds * 3 + 60,
        )
    took = time.perf_counter() - begin
    try:
        return json.loads(done.stdout), took
    except ValueError:
        return {"code": 1, "error": f"status {done.returncode}: {done.stderr[-300:]!r}"}, took


def reread_worker(request, out):
    import vroom

    with tempfile.TemporaryDirectory() as folder:
        written, read = pathlib.Path(folder, "in.json"), pathlib.Path(folder, "out.json")
        written.write_text(json.dumps(request), encoding="utf-8")
        vroom.Input.from_json(written).check(1).to_json(read)
        out.put(json.loads(read.read_text(encoding="utf-8"))["summary"]["violations"])


def reread(request, answer):
    """What VROOM's own plan mode says of Camin's routes: their violations, empty for none."""
    given = json.loads(json.dumps(request))
    steps = {
        r["vehicle"]: [{k: s[k] for k in ("type", "id") if k in s} for s in r["steps"]] for r in answer["routes"]
    }
    given["vehicles"] = [dict(v, steps=steps[v["id"]]) for v in given["vehicles"] if v["id"] in steps]
    if not given["vehicles"]:
        return []
    out = multiprocessing.Queue()
    process = multiprocessing.Process(target=reread_worker, args=(given, out))
    process.start()
    try:
        found = out.get(timeout=120)
    except Exception as error:
        found = [repr(error)]
    process.join(timeout=5)
    if process.is_alive():
        process.kill()
    return found


def value(answer, request):
    """Smaller is better: priorities not served, tasks not served, cost."""
    tasks = vroom_check.tasks_of(request)
    left = {(u["type"], u["id"]) for u in answer["unassigned"]}
    return sum(tasks[k].get("priority", 0) for k in left), len(left), answer["summary"]["cost"]


def compare(path, options):
    request = json.loads(path.read_text(encoding="utf-8"))
    row = {"case": path.stem}
    theirs, row["vroom_seconds"] = run_vroom(path, options.seconds, options.level, options.threads)
    seconds = max(0.1, row["vroom_seconds"]) if options.matched else options.seconds
    ours, row["camin_seconds"] = run_camin(options.camin, path, seconds, options.threads)
    for name, answer in (("camin", ours), ("vroom", theirs)):
        row[name + "_faults"] = vroom_check.faults(request, answer)
        row[name] = value(answer, request) if answer.get("code") == 0 else None
    if options.reread and row["camin"]:
        row["camin_reread"] = reread(request, ours)
    return row


def verdict(row):
    a, b = row["camin"], row["vroom"]
    if a is None or b is None or row["camin_faults"]:
        return "failed"
    # Costs are rounded route by route.
    if a[:2] == b[:2] and abs(a[2] - b[2]) <= 2:
        return "equal"
    return "better" if a < b else "worse"


def summary(rows):
    verdicts = [verdict(r) for r in rows]
    same = [r for r in rows if r["camin"] and r["vroom"] and r["camin"][:2] == r["vroom"][:2] and r["vroom"][2] > 0]
    gaps = [100 * (r["camin"][2] - r["vroom"][2]) / r["vroom"][2] for r in same]
    return {
        "cases": len(rows),
        **{word: verdicts.count(word) for word in ("better", "equal", "worse", "failed")},
        "more tasks or priority": sum(r["camin"][:2] < r["vroom"][:2] for r in rows if r["camin"] and r["vroom"]),
        "fewer tasks or priority": sum(r["camin"][:2] > r["vroom"][:2] for r in rows if r["camin"] and r["vroom"]),
        "same service": len(same),
        "mean cost difference there, %": round(statistics.fmean(gaps), 3) if gaps else None,
        "worst there, %": round(max(gaps), 3) if gaps else None,
        "camin answers not valid": sum(bool(r["camin_faults"]) for r in rows),
        "vroom answers not valid": sum(bool(r["vroom_faults"]) for r in rows),
        "camin answers that vroom objects to": (
            sum(bool(r["camin_reread"]) for r in rows) if all("camin_reread" in r for r in rows) else None
        ),
        "mean seconds of camin": round(statistics.fmean(r["camin_seconds"] for r in rows), 2),
        "mean seconds of vroom": round(statistics.fmean(r["vroom_seconds"] for r in rows), 2),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--camin", required=True, help="the built command, or a program that reads and writes as it does")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--level", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--matched", action="store_true", help="Camin has the time that VROOM took, but 0.1 s at least")
    parser.add_argument("--reread", action="store_true", help="let VROOM's own plan mode judge Camin's routes too")
    parser.add_argument("--every", type=int, default=1, help="only each so many cases")
    options = parser.parse_args()
    name = pathlib.Path(options.camin)
    options.camin = [str(name), "vroom"] if name.name == "camin" else [str(name)]
    os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[-options.threads:]))
    rows = []
    for path in sorted(options.folder.glob("*.json"))[:: options.every]:
        row = compare(path, options)
        rows.append(row)
        print(verdict(row), row["case"], row["camin"], row["vroom"], row["camin_faults"][:2], flush=True)
    result = summary(rows)
    print(json.dumps(result, indent=2))
    if options.json:
        options.json.write_text(
            json.dumps({"seconds": options.seconds, "level": options.level, "threads": options.threads, "matched": options.matched, "summary": result, "rows": rows}, indent=1),
            encoding="utf-8",
        )
    return 1 if result["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
