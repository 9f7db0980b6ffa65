"""A `camin serve` of its own on a free port of this machine, for the scripts beside this file."""
import http.client
import json
import os
import re
import signal
import subprocess
import tempfile
import time


class Server:
    def __init__(self, camin, *options, folder=None):
        self.camin, self.options = camin, options
        self.folder = folder or tempfile.mkdtemp(prefix="camin-server-")
        self.process, self.port = None, None

    def start(self):
        self.log = open(os.path.join(self.folder, "log"), "ab")
        started = self.log.tell()
        command = [self.camin, "serve", "--store", os.path.join(self.folder, "server.db"), "--port", "0", "--lang", "en"]
        self.process = subprocess.Popen(command + list(self.options), stderr=self.log, stdin=subprocess.DEVNULL)
        for _ in range(600):
            with open(self.log.name, "rb") as log:
                log.seek(started)
                found = re.search(rb"listens on https?://[^:]+:(\d+)", log.read())
            if found:
                self.port = int(found.group(1))
                return self
            if self.process.poll() is not None:
                raise SystemExit(f"camin serve ended with {self.process.returncode}; see {self.log.name}")
            time.sleep(0.02)
        raise SystemExit("camin serve does not listen")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self, patience=60):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=patience)
        self.log.close()
        return status

    def ask(self, method, path, body=None, headers=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            payload = None if body is None else json.dumps(body)
            connection.request(method, path, payload, {"Content-Type": "application/json", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()


def generated_day(camin, legs, territory, seed=1):
    """A made-up day as one document, without the roads that no request may name."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "day.json")
        subprocess.run(
            [camin, "scenario", "generate", "--territory", territory, "--size", str(legs), "--seed", str(seed), "--date", "2026-11-25", "--out", path],
            check=True, stdout=subprocess.DEVNULL,
        )
        with open(path) as file:
            day = json.load(file)
    day["territory"].pop("roads", None)
    return day
