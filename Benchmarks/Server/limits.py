"""Each bound of the server, tried as somebody would who wishes it ill.

    python3 Benchmarks/Server/limits.py .build/release/camin

Loopback only, on a server of its own with small limits. After each attempt the server must answer `/healthz` within a second,
and at the end its memory must not have grown by more than 500 MB.
"""
import http.client
import json
import os
import socket
import sys
import time

from server import Server

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONNECTIONS = 200


def memory(process):
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


class Attack:
    def __init__(self, server):
        self.server = server

    def open(self):
        line = socket.create_connection(("127.0.0.1", self.server.port), timeout=100)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return line

    def head(self, path="/v1/validate", **headers):
        lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"]
        return ("\r\n".join(lines + [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]) + "\r\n\r\n").encode()

    def status(self, line):
        """Of the answer; None where the connection ends without one."""
        try:
            answer = line.recv(65536)
        except (ConnectionError, socket.timeout):
            return None
        return int(answer[9:12]) if answer else None

    def ends(self, line, seconds):
        """Whether the server closes the connection in time, however much is sent to it."""
        line.settimeout(0.2)
        deadline = time.time() + seconds
        while time.time() < deadline:
            try:
                line.sendall(b" " * 4096)
                if line.recv(65536) == b"":
                    return True
            except socket.timeout:
                continue
            except OSError:
                return True
        return False

    def long_body(self):
        line = self.open()
        line.sendall(self.head(Content_Length=10**12))
        return self.status(line) == 413 and self.ends(line, 10)

    def endless_body(self):
        line = self.open()
        line.sendall(self.head(Transfer_Encoding="chunked"))
        piece = b"10000\r\n" + b" " * 65536 + b"\r\n"
        try:
            for _ in range(200):
                line.sendall(piece)
        except OSError:
            pass
        return self.status(line) in (413, None) and self.ends(line, 10)

    def slow_body(self):
        line = self.open()
        line.sendall(self.head(Content_Length=1000))
        line.settimeout(1)
        begin = time.time()
        while time.time() - begin < 90:
            try:
                line.sendall(b" ")
                return int(line.recv(65536)[9:12]) == 408
            except socket.timeout:
                continue
            except OSError:
                return False
        return False

    def many_large_bodies(self):
        lines = []
        for _ in range(100):
            line = self.open()
            line.sendall(self.head(Content_Length=900_000) + b" " * 899_999)
            lines.append(line)
        last = self.open()
        last.sendall(self.head(Content_Length=900_000))
        last.settimeout(3)
        refused = self.status(last) == 503
        for line in lines + [last]:
            line.close()
        return refused

    def silence(self):
        """More connections than there may be, none of which says anything; those that ask are answered once some end."""
        lines = [self.open() for _ in range(CONNECTIONS + 50)]
        late = self.open()
        late.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        for line in lines:
            line.close()
        late.settimeout(5)
        return self.status(late) == 200

    def large_head(self):
        line = self.open()
        try:
            line.sendall(self.head(X_Large="a" * 10_000_000, Content_Length=2) + b"{}")
        except OSError:
            return True
        return self.status(line) in (400, 413, 431, None)

    def many_headers(self):
        line = self.open()
        headers = {f"X_{number}": "1" for number in range(100_000)}
        try:
            line.sendall(self.head(Content_Length=2, **headers) + b"{}")
        except OSError:
            return True
        return self.status(line) in (400, 413, 431, None)

    def deep(self):
        good = True
        for path in ["/v1/plans", "/v1/validate", "/vroom", "/v1/days/2026-11-25/plans"]:
            for text in ["[" * 400_000, '{"a":' * 150_000, '{"scenario":' + "[" * 300_000 + "]" * 300_000 + "}"]:
                good = good and self.post(path, text.encode()) in (400, 422)
        return good

    def packed(self):
        return self.post("/v1/validate", b"\x1f\x8b" + b"\0" * 1000, {"Content-Encoding": "gzip"}) == 415

    def no_text(self):
        return all(self.post("/v1/validate", body) == 400 for body in [b"\xff\xfe\0\0", b"\0" * 900_000, b'{"a":"\xc3\x28"}'])

    def post(self, path, body, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        try:
            connection.request("POST", path, body, {"Content-Type": "application/json", **(headers or {})})
            return connection.getresponse().status
        finally:
            connection.close()

    def many_places(self):
        day = self.day()
        day["places"] += [{"id": f"x{i}", "name": f"x{i}", "latitude": 44.5, "longitude": 1.5} for i in range(15_000)]
        body = json.dumps({"scenario": day}).encode()
        return all(self.post(path, body) == 413 for path in ["/v1/plans", "/v1/validate"])

    def many_pairs(self):
        day = self.day()
        first = day["bookings"][0]
        day["bookings"] += [
            dict(first, id=f"x{i}", legs=[dict(leg, id=f"x{i}-{j}") for j, leg in enumerate(first["legs"])])
            for i in range(2_500)
        ]
        day["volunteers"] += [dict(day["volunteers"][0], id=f"w{i}") for i in range(5_000)]
        return self.post("/v1/validate", json.dumps({"scenario": day}).encode()) == 413

    def endless_search(self):
        job = self.server.ask("POST", "/v1/plans", {"scenario": self.day(), "options": {"iterations": 10**9}})[1]["Location"]
        begin = time.time()
        while json.loads(self.server.ask("GET", job)[2])["state"] in ("queued", "solving"):
            if time.time() - begin > 60:
                return False
            time.sleep(0.2)
        return True

    def many_watchers(self):
        job = self.server.ask("POST", "/v1/plans", {"scenario": self.day(), "options": {"iterations": 10**9}})[1]["Location"]
        lines = []
        for _ in range(CONNECTIONS - 20):
            line = self.open()
            line.sendall(f"GET {job}/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            lines.append(line)
        good = self.well()
        for line in lines:
            line.close()
        return good

    def day(self):
        with open(os.path.join(ROOT, "Scenarios/lot-small.json")) as file:
            day = json.load(file)
        day["territory"].pop("roads", None)
        return day

    def well(self):
        begin = time.time()
        try:
            return self.server.ask("GET", "/healthz", timeout=10)[0] == 200 and time.time() - begin < 1
        except OSError:
            return False


def main():
    server = Server(
        os.path.abspath(sys.argv[1]), "--jobs", "1", "--threads", "1", "--longest-time", "5", "--max-body", "3",
        "--memory", "4000", "--max-connections", str(CONNECTIONS), "--days", os.path.join(ROOT, "Sources/PlanningAPI/Resources/example-day.json"),
    ).start()
    attack = Attack(server)
    before = memory(server.process)
    bad = 0
    for name in [
        "long_body", "endless_body", "large_head", "many_headers", "deep", "packed", "no_text", "many_places", "many_pairs",
        "many_large_bodies", "silence", "many_watchers", "endless_search", "slow_body",
    ]:
        begin = time.time()
        held = getattr(attack, name)()
        well = attack.well() or (time.sleep(2), attack.well())[1]
        bad += not (held and well)
        print(f"{name:20} {'held' if held else 'NOT HELD':9} {time.time() - begin:6.1f} s  {'answers' if well else 'DOES NOT ANSWER'}", flush=True)
        if server.process.poll() is not None:
            raise SystemExit(f"the server has ended with {server.process.returncode}; see {server.log.name}")
    grown = memory(server.process) - before
    print(f"memory: {before} MB before, {grown:+} MB after; end: {server.stop()}")
    sys.exit(1 if bad or grown > 500 else 0)


main()
