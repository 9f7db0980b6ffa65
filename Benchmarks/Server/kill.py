"""A hundred kills of the server while it works: no accepted job may be lost.

    python3 Benchmarks/Server/kill.py .build/release/camin [ROUNDS]

Each round sends jobs, kills the server with SIGKILL at a random moment and starts it again on the same file. At the end every
job whose 202 was received must be over, with a plan that `/v1/check` accepts or with a reason.
"""
import json
import os
import random
import sys
import threading
import time

from server import Server

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main():
    camin, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100
    draw = random.Random(7)
    with open(os.path.join(ROOT, "Scenarios/lot-small.json")) as file:
        day = json.load(file)
    day["territory"].pop("roads", None)
    server = Server(camin, "--jobs", "2", "--threads", "1", "--max-queue", "4000").start()
    accepted, number = {}, 0
    for turn in range(rounds):
        stop = threading.Event()

        def send():
            nonlocal number
            while not stop.is_set():
                number += 1
                options = {"time_limit": draw.choice([0.1, 0.2, 0.4]), "seed": number}
                key = f"job-{number}"
                try:
                    status, headers, _ = server.ask(
                        "POST", "/v1/plans", {"scenario": day, "options": options}, {"Idempotency-Key": key})
                except OSError:
                    return
                except Exception:
                    return
                if status == 202:
                    accepted[key] = headers["Location"]
                stop.wait(draw.uniform(0.02, 0.3))

        thread = threading.Thread(target=send)
        thread.start()
        time.sleep(draw.uniform(0.05, 0.8))
        server.kill()
        stop.set()
        thread.join()
        server.start()
    states = {}
    verdicts = {"valid": 0, "broken": 0}
    deadline = time.time() + 1200
    for key, place in accepted.items():
        while True:
            status, _, body = server.ask("GET", place)
            if status != 200:
                raise SystemExit(f"{place} is lost: {status}")
            job = json.loads(body)
            if job["state"] not in ("queued", "solving"):
                break
            if time.time() > deadline:
                raise SystemExit(f"{place} is still {job['state']}")
            time.sleep(0.2)
        if job["state"] == "failed":
            assert job["failure"]["title"], job
        else:
            plan = json.loads(server.ask("GET", place + "/result")[2])
            verdict = json.loads(server.ask("POST", "/v1/check", {"scenario": day, "plan": plan})[2])
            verdicts["valid" if verdict["valid"] else "broken"] += 1
        again = job["attempts"] > 1
        states[(job["state"], "begun again" if again else "begun once")] = states.get((job["state"], "begun again" if again else "begun once"), 0) + 1
    print(f"{rounds} kills, {len(accepted)} jobs accepted, none lost")
    for (state, how), count in sorted(states.items()):
        print(f"  {state}, {how}: {count}")
    print(f"  plans that the checker accepts: {verdicts['valid']}, that it does not: {verdicts['broken']}")
    print(f"  SIGTERM at the end: status {server.stop()}")


main()
