"""Schemathesis against the OpenAPI document of a running server: no 5xx, no answer that is not documented.

    python3 -m venv venv && venv/bin/pip install schemathesis
    venv/bin/python Benchmarks/Server/contract.py .build/release/camin [SECONDS]

Loopback only; the server has short time limits, so that jobs it is made to accept are soon over, and the store of a made-up day.
All phases run, the stateful one too. Three checks are left out: a schema cannot say that a rider's home must be among the places (positive_data_acceptance), unknown
keys are told as warnings (negative_data_rejection), and DELETE ends a job, which stays to be looked at (use_after_free).
"""
import os
import subprocess
import sys

from server import Server

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main():
    camin, seconds = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "300"
    server = Server(
        camin, "--jobs", "1", "--threads", "1", "--time-limit", "0.1", "--longest-time", "0.5", "--max-body", "1"
    )
    store = os.path.join(server.folder, "lot.camin")
    subprocess.run(
        [camin, "init", store, "--territory", os.path.join(ROOT, "Scenarios/lot-small.json")], check=True,
        stdout=subprocess.DEVNULL)
    server.options += ("--days", store, "--feeds", os.path.join(ROOT, "Scenarios/territories/lot/transit"))
    server.start()
    tool = os.path.join(os.path.dirname(os.path.abspath(sys.executable)), "schemathesis")
    try:
        run = subprocess.run(
            [
                tool, "run", f"http://127.0.0.1:{server.port}/openapi.json", "--seed", "1", "--max-examples", "40",
                "--max-time", seconds, "--request-timeout", "70", "--continue-on-failure", "--exclude-path", "/v1/jobs/{id}/events",
                "--exclude-checks", "positive_data_acceptance,negative_data_rejection,use_after_free",
            ],
            timeout=3 * int(seconds) + 120,
            cwd=server.folder,
        )
        alive = server.process.poll() is None
        print("the server", "still answers" if alive and server.ask("GET", "/healthz")[0] == 200 else "has ended")
        sys.exit(run.returncode if alive else 1)
    finally:
        if server.process.poll() is None:
            server.stop()


main()
