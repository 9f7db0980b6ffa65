"""Published instances, read without any code of Camin's.

Every format becomes one `Instance`: node i of `pairs` is picked up and its partner delivered; vehicle k has a start
and end place, capacities by dimension and a longest duration. Times are in the file's unit.
"""

import math
from dataclasses import dataclass, field

NO_LIMIT = math.inf


@dataclass
class Node:
    place: int
    service: float
    load: tuple
    open: float
    close: float


@dataclass
class Vehicle:
    place: int
    capacity: tuple
    longest_route: float
    open: float
    close: float


@dataclass
class Instance:
    name: str
    nodes: dict  # by the file's node number, without depots
    pairs: dict  # pickup node -> delivery node
    vehicles: list
    times: list  # between places; equal to the cost
    longest_ride: dict = field(default_factory=dict)  # by pickup node; absent: no limit
    vehicles_first: bool = False

    @property
    def has_ride_limit(self):
        return any(limit < NO_LIMIT for limit in self.longest_ride.values())

    @property
    def has_route_limit(self):
        return any(v.longest_route < v.close - v.open for v in self.vehicles)


def plane(points):
    return [[math.hypot(a[0] - b[0], a[1] - b[1]) for b in points] for a in points]


def read(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip()]
    name = path.replace("\\", "/").split("/")[-1].removesuffix(".txt")
    if ":" in lines[0]:
        return sartori_buriol(name, lines)
    rows = [line.split() for line in lines]
    if len(rows[0]) == 5:
        return cordeau(name, rows)
    if len(rows[0]) == 3:
        return li_lim(name, rows)
    return malheiros(name, rows)


def cordeau(name, rows):
    vehicles, _, route, capacity, ride = (float(cell) for cell in rows[0])
    read_rows = [[float(cell) for cell in row] for row in rows[1:]]
    if len(read_rows) % 2 == 0:  # the depot once more at the end
        read_rows.pop()
    count = (len(read_rows) - 1) // 2
    nodes = {
        i: Node(i, row[3], (row[4],), row[5], row[6]) for i, row in enumerate(read_rows) if i > 0
    }
    depot = read_rows[0]
    fleet = [Vehicle(0, (capacity,), route, depot[5], depot[6]) for _ in range(int(vehicles))]
    return Instance(
        name, nodes, {i: i + count for i in range(1, count + 1)}, fleet,
        plane([(row[1], row[2]) for row in read_rows]),
        {i: ride for i in range(1, count + 1)})


# Vehicle k, from 0, stands at the depot k mod 4 (Braekers et al. 2014).
DEPOTS = [(-5.0, -5.0), (5.0, 5.0), (-5.0, 5.0), (5.0, -5.0)]


def malheiros(name, rows):
    """Companions (0) may take places 0 to 2, seated riders (1) 1 or 2, lying ones 2, wheelchairs 3: sums say it."""

    def sums(kinds):
        staff, seat, stretcher, wheelchair = (float(kind) for kind in kinds)
        return (stretcher, seat + stretcher, staff + seat + stretcher, wheelchair)

    count_vehicles, count = int(rows[0][0]), int(rows[0][1])
    stops = rows[1 + count_vehicles:1 + count_vehicles + 2 * count + 2]
    nodes, rides = {}, {}
    for i in range(1, 2 * count + 1):
        row = stops[i]
        nodes[i] = Node(i, float(row[3]), sums(row[5:9]), float(row[9]), float(row[10]))
        if i <= count:
            rides[i] = float(row[4])
    first = 2 * count + 1
    depot = stops[0]
    fleet = [
        Vehicle(first + k % 4, sums(row[1:5]), float(row[0]), float(depot[9]), float(depot[10]))
        for k, row in enumerate(rows[1:1 + count_vehicles])
    ]
    points = [(float(row[1]), float(row[2])) for row in stops[:2 * count + 1]] + DEPOTS
    return Instance(name, nodes, {i: i + count for i in rides}, fleet, plane(points), rides)


def paired(name, rows, vehicles, capacity, times):
    """Rows `id x y load open close service pickup delivery`; node 0 is the depot."""
    nodes, pairs = {}, {}
    for row in rows:
        number, load, opens, closes, service, pickup, delivery = (
            float(row[i]) for i in (0, 3, 4, 5, 6, 7, 8))
        nodes[int(number)] = Node(int(number), service, (load,), opens, closes)
        if delivery:
            pairs[int(number)] = int(delivery)
        elif pickup:
            pairs[int(pickup)] = int(number)
    depot = nodes.pop(0)
    count = vehicles or len(pairs)
    fleet = [Vehicle(0, (capacity,), NO_LIMIT, depot.open, depot.close) for _ in range(count)]
    return Instance(name, nodes, pairs, fleet, times, vehicles_first=True)


def li_lim(name, rows):
    points = [(float(row[1]), float(row[2])) for row in rows[1:]]
    return paired(name, rows[1:], int(rows[0][0]), float(rows[0][1]), plane(points))


def sartori_buriol(name, lines):
    nodes, edges = lines.index("NODES"), lines.index("EDGES")
    header = dict(line.split(":", 1) for line in lines[:nodes])
    size = int(header["SIZE"])
    times = [[float(cell) for cell in line.split()] for line in lines[edges + 1:edges + 1 + size]]
    rows = [line.split() for line in lines[nodes + 1:nodes + 1 + size]]
    return paired(name, rows, None, float(header["CAPACITY"]), times)
