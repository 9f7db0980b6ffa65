"""How fast the server answers while every processor solves.

    python3 Benchmarks/Server/latency.py .build/release/camin

Four searches run side by side on a server of its own (loopback only). Meanwhile `/healthz` and the status of a job are asked
for at a steady pace, then the status 2,000 times a second on four connections, then a day of 500 legs is sent. Latencies count
from the moment at which a request was due, so that a server that stalls is not measured less often.
"""
import json
import os
import resource
import socket
import sys
import threading
import time

from server import Server, generated_day

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Line:
    """One connection that is kept open; as little work in Python as possible, for it takes part in the load."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def get(self, request):
        self.socket.sendall(request)
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self.receive()
        head, _, rest = self.buffer.partition(b"\r\n\r\n")
        at = head.lower().find(b"content-length:")
        length = int(head[at + 15 :].split(b"\r\n", 1)[0])
        while len(rest) < length:
            rest += self.receive()
        self.buffer = rest[length:]
        return int(head[9:12])

    def receive(self):
        piece = self.socket.recv(65536)
        if not piece:
            raise ConnectionError("closed")
        return piece


def paced(port, path, rate, seconds, lines):
    """Asks `rate` times a second in all; returns latencies in ms and the number of answers other than 200."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    latencies, wrong = [], []

    def work(number):
        line = Line(port)
        begin = time.perf_counter()
        count = int(rate * seconds / lines)
        for index in range(count):
            due = begin + (index + number / lines) * lines / rate
            delay = due - time.perf_counter()
            if delay > 0:
                time.sleep(delay)
            status = line.get(request)
            latencies.append((time.perf_counter() - due) * 1000)
            if status != 200:
                wrong.append(status)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(lines)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(latencies), len(wrong), time.perf_counter() - begin


def told(name, latencies, wrong, elapsed):
    def at(share):
        return latencies[min(len(latencies) - 1, int(share * len(latencies)))]

    print(
        f"{name:34} {len(latencies) / elapsed:8.0f}/s  p50 {at(0.5):7.1f} ms  p99 {at(0.99):7.1f} ms  "
        f"most {latencies[-1]:7.1f} ms  other than 200: {wrong}"
    )


def main():
    camin = sys.argv[1]
    resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
    day = generated_day(camin, 500, os.path.join(ROOT, "Scenarios/territories/lot"))
    legs = sum(len(booking["legs"]) for booking in day["bookings"])
    server = Server(camin, "--jobs", "4", "--threads", "1").start()
    try:
        jobs = []
        for seed in range(4):
            body = {"scenario": day, "options": {"time_limit": 120, "seed": seed + 1}}
            jobs.append(server.ask("POST", "/v1/plans", body)[1]["Location"])
        while any(json.loads(server.ask("GET", job)[2])["state"] != "solving" for job in jobs):
            time.sleep(0.2)
        print(f"4 searches of {legs} legs on {os.cpu_count()} processors")
        told("/healthz, 50/s", *paced(server.port, "/healthz", 50, 20, 2))
        told("job status, 50/s", *paced(server.port, jobs[0], 50, 20, 2))
        told("job status, 2000/s asked for", *paced(server.port, jobs[0], 2000, 15, 4))
        times = []
        for number in range(5):
            body = {"scenario": day, "options": {"time_limit": 1, "seed": 90 + number}}
            payload = json.dumps(body)
            begin = time.perf_counter()
            status, _, _ = server.ask("POST", "/v1/plans", body)
            times.append((time.perf_counter() - begin) * 1000)
            assert status == 202, status
        print(f"POST of {legs} legs ({len(payload) // 1000} kB), ms: " + ", ".join(f"{t:.0f}" for t in times))
        for job in jobs:
            server.ask("DELETE", job)
    finally:
        server.stop()

    server = Server(camin).start()
    try:
        accepted = server.ask("POST", "/v1/plans?wait=30", {"scenario": day, "options": {"iterations": 0}}, timeout=90)
        job = json.loads(server.ask("GET", "/v1/jobs")[2])["jobs"][0]
        print(f"the rest on an idle server (job {job['state']}, {accepted[0]})")
        told("job status, 2000/s asked for", *paced(server.port, job["links"]["self"], 2000, 15, 4))
        times = []
        for number in range(5):
            begin = time.perf_counter()
            server.ask("POST", "/v1/plans", {"scenario": day, "options": {"time_limit": 1, "seed": number}})
            times.append((time.perf_counter() - begin) * 1000)
            time.sleep(4)
        print(f"POST of {legs} legs, ms: " + ", ".join(f"{t:.0f}" for t in times))
    finally:
        server.stop()


main()
