"""Kills camin at random moments over import, plan, replan and publish on a territory's store, and import into a folder.

After each kill the store must open, pass SQLite's integrity check and its check of references, and hold exactly what it
held before the command or what it holds after it: the content of every table is compared, moments apart, with a copy on
which the same command was run to its end.

A day's folder must be a sound day after each kill (`camin validate`), each of its files must be whole, as before or as
after, and the same import made again must leave what it leaves where nobody kills it.

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
MOVED = "b001-1"
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


def commands(camin, store, folder, imports, number):
    out = os.path.join(folder, "out")
    step, publishes = number % 4, number % 8 == 7
    if step == 0:
        return "import", [camin, "import", store, imports[number // 4 % 2], "--quiet"]
    if step == 1:
        return "plan", [
            camin, "plan", store, "--date", DAY, "--iterations", "0", "--seed", str(number), "--out", out, "--quiet",
        ]
    if step == 2:
        # A rider asks for another time, now later, now earlier, so that there is always something to mend.
        time = ["13:40", "14:00"][number // 4 % 2]
        return "replan", [
            camin, "replan", store, f"{store}@{DAY}", "--date", DAY, "--moved", f"{MOVED}={time}", "--iterations", "0",
            "--out", out, "--quiet",
        ]
    if publishes:
        return "publish", [camin, "publish", store, "--date", DAY, "--quiet"]
    return "state", [camin, "state", store, "--date", DAY, "proposed", "--quiet"]


def wait_anywhere(length, generator):
    seconds = length * 1.03 * generator.random()
    time.sleep(seconds)
    return seconds


def wait_for_write(story, process, generator):
    """Waits until the first byte is written, and a little longer."""
    while process.poll() is None and not story.has_begun_to_write():
        time.sleep(0.0001)
    seconds = 0.01 * generator.random() ** 2
    time.sleep(seconds)
    return seconds


class StoreStory:
    """Commands on a store, one after the other, as an afternoon has them."""

    def __init__(self, camin, folder, document):
        self.camin, self.folder = camin, folder
        first, self.imports = days(folder, document)
        self.fresh, self.store, self.after = (
            os.path.join(folder, name) for name in ["fresh.camin", "lot.camin", "after.camin"]
        )
        subprocess.run([camin, "init", self.fresh, "--territory", first, "--quiet"], check=True)
        self.number = 0

    def begin(self):
        """What the next command finds, what it leaves where nobody kills it, and how long it takes."""
        # After publication a plan is an amendment; every forty commands the story begins anew.
        if self.number % 40 == 0:
            copy(self.fresh, self.store)
        before = content(self.store)
        copy(self.store, self.after)
        kind, done = commands(self.camin, self.after, self.folder, self.imports, self.number)
        length = run_to_end(kind, done, {0, 65})
        _, self.attempt = commands(self.camin, self.store, self.folder, self.imports, self.number)
        self.number += 1
        return kind, before, content(self.after), length

    def has_begun_to_write(self):
        """The log of the file has grown beyond its header."""
        return size(self.store + "-wal") > 32

    def found(self, before, wanted):
        found = content(self.store)
        left = [name for name in os.listdir(self.folder) if name.startswith(".lot.camin")]
        if left:
            sys.exit(f"left behind: {left}")
        # What was not done is done now, so that the story goes on.
        if found == before:
            subprocess.run(self.attempt, capture_output=True)
        return found


class FolderStory:
    """A sheet of many bookings into the folder of a day."""

    def __init__(self, camin, folder, day):
        self.camin = camin
        self.fresh, self.day = day, os.path.join(folder, "day")
        self.sheet = os.path.join(folder, "sheet.csv")
        rows = ["passager;domicile;lieu_depart;lieu_arrivee;arrivee_avant"]
        for number in range(600):
            rider = f"x{number // 4:03}"
            rows.append(f"{rider};dom-r004;domicile;8761310;{8 + number % 4 * 3}:{number // 4 % 60:02}")
        with open(self.sheet, "w") as file:
            file.write("\n".join(rows) + "\n")
        self.mapping = os.path.join(folder, "map.csv")
        self.attempt = [camin, "import", self.sheet, "--into", self.day, "--map", self.mapping, "--quiet"]
        self.renew()
        subprocess.run(self.attempt, capture_output=True)
        with open(self.mapping) as file:
            confirmed = file.read().replace("à confirmer", "confirmé")
        with open(self.mapping, "w") as file:
            file.write(confirmed)

    def renew(self):
        shutil.rmtree(self.day, ignore_errors=True)
        shutil.copytree(self.fresh, self.day)

    def files(self):
        """Files of the day; what a kill has left of one being written has a hidden name and is cleared by its next writer."""
        found = {}
        for name in sorted(os.listdir(self.day)):
            if name.startswith("."):
                continue
            with open(os.path.join(self.day, name), "rb") as file:
                found[name] = file.read()
        return found

    def begin(self):
        self.renew()
        self.before, self.names = self.files(), set(os.listdir(self.day))
        length = run_to_end("folder", self.attempt, {0})
        self.wanted = self.files()
        if self.wanted == self.before:
            sys.exit("folder: the sheet has changed nothing")
        self.renew()
        return "folder", "before", "after", length

    def has_begun_to_write(self):
        return set(os.listdir(self.day)) != self.names

    def found(self, before, wanted):
        own = self.files()
        broken = [name for name in own if own[name] not in (self.before.get(name), self.wanted.get(name))]
        if broken or not set(self.before) <= set(own):
            return f"neither: {broken}"
        check = [self.camin, "validate", self.day, "--roads", "none", "--quiet"]
        if subprocess.run(check, capture_output=True).returncode != 0:
            return "no sound day"
        if own == self.before:
            return before
        if own == self.wanted:
            return wanted
        # Between two files: the import made again brings the rest.
        run_to_end("folder", self.attempt, {0})
        return "between" if self.files() == self.wanted else "not mended by the next import"


def size(path):
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def run_to_end(kind, command, allowed):
    start = time.time()
    ended = subprocess.run(command, capture_output=True)
    if ended.returncode not in allowed:
        sys.exit(f"{kind}: {ended.stderr.decode()}")
    return time.time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("camin")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    arguments = parser.parse_args()
    camin = os.path.abspath(arguments.camin)
    scenarios = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Scenarios")
    generator = random.Random(arguments.seed)
    tally = {}
    began = time.time()
    with tempfile.TemporaryDirectory() as folder:
        store = StoreStory(camin, folder, os.path.join(scenarios, "lot-small.json"))
        day = FolderStory(camin, folder, os.path.join(scenarios, "lot-small"))
        kills = number = 0
        while kills < arguments.kills:
            # Every fifth command is an import into the folder.
            story = day if number % 5 == 4 else store
            number += 1
            kind, before, wanted, length = story.begin()
            process = subprocess.Popen(story.attempt, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of the kills fall anywhere, half within some milliseconds of the first byte that is written.
            if generator.random() < 0.5:
                moment = f"{wait_anywhere(length, generator):.3f} of {length:.3f} s"
            else:
                waited = wait_for_write(story, process, generator)
                moment = f"{waited * 1000:.2f} ms after the first write"
            process.send_signal(signal.SIGKILL)
            process.wait()
            found = story.found(before, wanted)
            if found not in (before, wanted, "between"):
                sys.exit(f"{kind}, killed {moment}: {found}, neither before nor after")
            if process.returncode != -signal.SIGKILL:
                continue
            kills += 1
            entry = tally.setdefault(kind, {"kills": 0, "before": 0, "after": 0})
            entry["kills"] += 1
            name = "before" if found == before else "after" if found == wanted else found
            entry[name] = entry.get(name, 0) + 1
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
