"""Runs one peer on one instance, in a process of its own: python run_one.py PEER INSTANCE SECONDS SEED

Prints one JSON object: whether the peer can state the problem, and its routes."""

import json
import sys

import instances
import solvers

peer, path, seconds, seed = sys.argv[1:]
answer = solvers.PEERS[peer](instances.read(path), float(seconds), int(seed))
if answer is None:
    print(json.dumps({"stated": False}))
else:
    print(json.dumps({"stated": True, "routes": answer[0], "route_vehicles": answer[1]}))
