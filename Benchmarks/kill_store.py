"""Kills camin at random moments over import, plan and publish on a territory's store.

After each kill the store must open, pass SQLite's integrity check and its check of references, and hold exactly what it
held before the command or what it holds after it: the content of every table is compared, moments apart, with a copy on
which the same command was run to its end.

    python3 Benchmarks/kill_store.py .build/release/camin --kills 200 --out Benchmarks/results/kill_store.json
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

DAY = "2026-11-25"
# Moments and ids that differ from run to run, and what SQLite keeps for itself.
LEFT_OUT = {"at", "made_at", "changed_at", "plan_hash", "document"}
TABLES = [
    "territory", "profile", "place", "alias", "rider", "volunteer", "vehicle", "availability", "line",
    "standing", "booking", "lock", "version", "transition", "driven", "change", "run", "tier",
]


def content(path):
    """Hash of all that the store holds, without moments; raises where the file is not sound."""
    with sqlite3.connect(path) as db:
        verdict = db.execute("PRAGMA integrity_check").fetchall()
        if verdict != [("ok",)]:
            raise AssertionError(f"integrity: {verdict}")
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise AssertionError(f"references: {broken}")
        digest = hashlib.sha256()
        for table in TABLES:
            cursor = db.execute(f'SELECT * FROM "{table}"')
            keep = [i for i, c in enumerate(cursor.description) if c[0] not in LEFT_OUT]
            rows = [tuple(row[i] for i in keep) for row in cursor]
            digest.update(json.dumps([table, sorted(rows, key=repr)]).encode())
        # A plan is one state with its version and its document.
        whole = db.execute(
            "SELECT count(*) FROM version v WHERE document IS NULL AND number ="
            " (SELECT max(number) FROM version WHERE day = v.day)"
        ).fetchone()[0]
        if whole:
            raise AssertionError("a last version without its document")
    db.close()
    return digest.hexdigest()


def copy(source, target):
    for tail in ["", "-wal", "-shm"]:
        if os.path.exists(target + tail):
            os.remove(target + tail)
        if os.path.exists(source + tail):
            shutil.copyfile(source + tail, target + tail)


def days(folder, document):
    """Two versions of the day to import in turn, one of them with many bookings more."""
    day = json.load(open(document))
    day["territory"].pop("roads", None)
    first = os.path.join(folder, "first.json")
    json.dump(day, open(first, "w"))
    model = day["bookings"][0]
    for number in range(400):
        booking = json.loads(json.dumps(model))
        booking["id"] = f"x{number}"
        for index, leg in enumerate(booking["legs"]):
            leg["id"] = f"x{number}-{index}"
        # Of another day than the one that is planned, so that plans stay quick.
        day["bookings"].append(booking)
    day["territory"]["date"] = "2026-11-26"
    second = os.path.join(folder, "second.json")
    json.dump(day, open(second, "w"))
    for booking in day["bookings"]:
        booking["companions"] = 1
    third = os.path.join(folder, "third.json")
    json.dump(day, open(third, "w"))
    return first, [second, third]


def commands(camin, store, folder, imports, number, publishes):
    out = os.path.join(folder, "out")
    if number % 3 == 0:
        return "import", [camin, "import", store, imports[number // 3 % 2], "--quiet"]
    if number % 3 == 1:
        return "plan", [
            camin, "plan", store, "--date", DAY, "--iterations", "0", "--seed", str(number), "--out", out, "--quiet",
        ]
    if publishes:
        return "publish", [camin, "publish", store, "--date", DAY, "--quiet"]
    return "state", [camin, "state", store, "--date", DAY, "proposed", "--quiet"]


def wait_anywhere(length, generator):
    seconds = length * 1.03 * generator.random()
    time.sleep(seconds)
    return seconds


def wait_for_write(store, process, generator):
    """Waits until the log of the file grows beyond its header, and a little longer."""
    log = store + "-wal"
    while process.poll() is None:
        try:
            if os.stat(log).st_size > 32:
                break
        except FileNotFoundError:
            pass
        time.sleep(0.0001)
    seconds = 0.01 * generator.random() ** 2
    time.sleep(seconds)
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("camin")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    arguments = parser.parse_args()
    camin = os.path.abspath(arguments.camin)
    document = os.path.join(os.path.dirname(__file__), "..", "Scenarios", "lot-small.json")
    generator = random.Random(arguments.seed)
    tally = {}
    began = time.time()
    with tempfile.TemporaryDirectory() as folder:
        first, imports = days(folder, document)
        fresh, store, after = (os.path.join(folder, name) for name in ["fresh.camin", "lot.camin", "after.camin"])
        subprocess.run([camin, "init", fresh, "--territory", first, "--quiet"], check=True)
        copy(fresh, store)
        kills = number = 0
        while kills < arguments.kills:
            # After publication a plan is an amendment; every thirty commands the story begins anew.
            if number % 30 == 0:
                copy(fresh, store)
            before = content(store)
            copy(store, after)
            kind, done = commands(camin, after, folder, imports, number, number % 6 == 5)
            start = time.time()
            ended = subprocess.run(done, capture_output=True)
            length = time.time() - start
            wanted = content(after)
            if ended.returncode not in (0, 65):
                sys.exit(f"{kind}: {ended.stderr.decode()}")
            kind, attempt = commands(camin, store, folder, imports, number, number % 6 == 5)
            process = subprocess.Popen(attempt, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of the kills fall anywhere, half within some milliseconds of the first byte that is written.
            if generator.random() < 0.5:
                moment = f"{wait_anywhere(length, generator):.3f} of {length:.3f} s"
            else:
                moment = f"{wait_for_write(store, process, generator) * 1000:.2f} ms after the first write"
            process.send_signal(signal.SIGKILL)
            process.wait()
            number += 1
            found = content(store)
            if found not in (before, wanted):
                sys.exit(f"{kind}, killed {moment}: neither before nor after")
            if process.returncode != -signal.SIGKILL:
                continue
            kills += 1
            entry = tally.setdefault(kind, {"kills": 0, "before": 0, "after": 0})
            entry["kills"] += 1
            entry["before" if found == before else "after"] += 1
            # What was not done is done now, so that the story goes on.
            if found == before:
                subprocess.run(attempt, capture_output=True)
            left = [name for name in os.listdir(folder) if name.startswith(".lot.camin")]
            if left:
                sys.exit(f"left behind: {left}")
    result = {
        "kills": kills, "seed": arguments.seed, "neither": 0, "commands": tally,
        "seconds": round(time.time() - began),
    }
    text = json.dumps(result, indent=2, sort_keys=True) + "\n"
    if arguments.out:
        with open(arguments.out, "w") as file:
            file.write(text)
    print(text, end="")


if __name__ == "__main__":
    main()
