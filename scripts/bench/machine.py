"""What all measures share: processes that are started and surely stopped, their times and memory, and medians."""
import contextlib, dataclasses, http.client, json, os, signal, socket, statistics, subprocess, threading, time


@dataclasses.dataclass
class Bench:
    sallyport: str
    upstreams: str
    guarddog: str
    folder: str

    def path(self, *names):
        return os.path.join(self.folder, *names)


@dataclasses.dataclass
class Row:
    what: str
    ours: str
    theirs: str
    ratio: str
    bar: str
    holds: bool | None


def median(values):
    return statistics.median(values)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def process(command, **options):
    """A process in a session of its own, so that the kernel shares the cores out by process and not by terminal."""
    child = subprocess.Popen(command, start_new_session=True, **options)
    try:
        yield child
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def await_port(port):
    for _ in range(600):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.02)
    raise RuntimeError(f"nothing listens on port {port}")


class Sallyport:
    """A running server, its address, and a decision by its API."""

    def __init__(self, child, port, data):
        self.child, self.port, self.data = child, port, data
        self.url = f"http://127.0.0.1:{port}"

    def decide(self, action, purl):
        with open(os.path.join(self.data, "token")) as file:
            token = file.read().strip()
        body = json.dumps({"action": action, "purl": purl, "reason": "benchmark"})
        fields = {"authorization": f"Bearer {token}", "content-type": "application/json"}
        status, _, answer = request(self.port, "/api/v1/decisions", fields, "POST", body)
        if status != 201:
            raise RuntimeError(f"{action} {purl}: {status} {answer[:300]}")

    def memory(self, field="VmRSS"):
        """Mebibytes of resident memory, now (`VmRSS`) or at the highest (`VmHWM`)."""
        return memory_of(self.child.pid, field)


def memory_of(pid, field="VmRSS"):
    with open(f"/proc/{pid}/status") as file:
        for line in file:
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
    raise RuntimeError(f"no {field} of {pid}")


def cpu_seconds(pid):
    """User and system time that a running process and its children (nginx's workers) have used."""
    tick = os.sysconf("SC_CLK_TCK")
    total = 0
    for each in [pid, *children_of(pid)]:
        with open(f"/proc/{each}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / tick


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


@contextlib.contextmanager
def sallyport(bench, upstream, data, port=None, ecosystem="npm"):
    """Sallyport as it comes, in front of one upstream."""
    port = port or free_port()
    os.makedirs(data, exist_ok=True)
    configuration = data + ".yaml"
    with open(configuration, "w") as file:
        file.write(f'upstreams:\n  {ecosystem}: {{ url: "{upstream}" }}\n')
    command = [bench.sallyport, "serve", "--listen", f"127.0.0.1:{port}", "--data", data, "--config", configuration]
    with open(data + ".log", "w") as log:
        with process(command, stdout=log, stderr=log) as child:
            await_port(port)
            yield Sallyport(child, port, data)


@contextlib.contextmanager
def nginx(bench, root, port, access_log="off", location=""):
    """nginx as Debian configures it for files, with as many workers as cores; `NAME` finds `NAME.json` too."""
    folder = bench.path(f"nginx-{port}")
    os.makedirs(folder, exist_ok=True)
    configuration = f"""
daemon off; worker_processes auto; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log {access_log}; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port} backlog=511; root {root}; default_type application/json;
    location / {{ try_files $uri $uri.json =404; {location} }}
  }}
}}
"""
    with open(os.path.join(folder, "nginx.conf"), "w") as file:
        file.write(configuration if os.getuid() else "user root;" + configuration)
    with process(["nginx", "-p", folder, "-c", os.path.join(folder, "nginx.conf")]) as child:
        await_port(port)
        yield child


def request(port, path, fields=None, method="GET", body=None):
    """Status, headers and body of one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request(method, path, body, fields or {})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def settled(port, path, fields=None):
    """Asks until the answer is there and stays the same, since what stands behind it is judged ahead of demand."""
    last = None
    for _ in range(100):
        status, _, body = request(port, path, fields)
        if status == 200 and body == last:
            return body
        last = body
        time.sleep(0.2)
    raise RuntimeError(f"{path} does not settle: {status} {body[:300]}")


class Watched:
    """The highest resident memory of a process while a block runs."""

    def __init__(self, pid):
        self.pid, self.highest, self.ended = pid, 0, threading.Event()
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        while not self.ended.wait(0.1):
            self.highest = max(self.highest, memory_of(self.pid))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


def timed(command, **options):
    """Wall seconds, processor seconds and exit status of a command."""
    started = time.perf_counter()
    child = subprocess.Popen(command, start_new_session=True, **options)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, child.returncode
