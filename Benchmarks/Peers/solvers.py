"""Other solvers on an `Instance`. Each adapter answers routes of node numbers, or None where the solver cannot state
the problem; none is given a relaxed problem in its place.

All of them count in integers: travel and service times are rounded up and limits down, so that what keeps the
rounded rules keeps the true ones. `SCALE` units make one unit of the file.
"""

import json
import math
from datetime import datetime, timedelta, timezone

SCALE = 100
FIXED = 10_000  # cost of a vehicle where fewest come first, in the file's unit

DROPPED = 1_000_000  # penalty of an unserved request, where a solver searches with them


def up(value):
    return math.ceil(value * SCALE - 1e-9)


def down(value):
    return math.floor(value * SCALE + 1e-9)


def near(value):
    return round(value * SCALE)


def horizon(instance):
    return max(vehicle.close for vehicle in instance.vehicles)


class Layout:
    """Dense numbers for nodes, and depots behind them."""

    def __init__(self, instance):
        self.nodes = sorted(instance.nodes)
        self.index = {node: i for i, node in enumerate(self.nodes)}
        self.depots = sorted({vehicle.place for vehicle in instance.vehicles})
        self.depot = {place: len(self.nodes) + i for i, place in enumerate(self.depots)}
        self.places = [instance.nodes[node].place for node in self.nodes] + self.depots
        times = instance.times
        self.durations = [[up(times[a][b]) for b in self.places] for a in self.places]
        self.costs = [[near(times[a][b]) for b in self.places] for a in self.places]


def ortools(instance, seconds, seed):
    """The whole model: ride times, durations, depots, several load dimensions. The search has no seed."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    layout = Layout(instance)
    starts = [layout.depot[vehicle.place] for vehicle in instance.vehicles]
    manager = pywrapcp.RoutingIndexManager(
        len(layout.places), len(instance.vehicles), starts, starts)
    routing = pywrapcp.RoutingModel(manager)
    service = [up(instance.nodes[node].service) for node in layout.nodes]
    service += [0] * len(layout.depots)
    cost = routing.RegisterTransitCallback(
        lambda a, b: layout.costs[manager.IndexToNode(a)][manager.IndexToNode(b)])
    routing.SetArcCostEvaluatorOfAllVehicles(cost)
    if instance.vehicles_first:
        routing.SetFixedCostOfAllVehicles(FIXED * SCALE)

    def transit(a, b):
        first, second = manager.IndexToNode(a), manager.IndexToNode(b)
        return service[first] + layout.durations[first][second]

    end = down(horizon(instance))
    routing.AddDimension(routing.RegisterTransitCallback(transit), end, end, False, "time")
    time = routing.GetDimensionOrDie("time")
    for k, vehicle in enumerate(instance.vehicles):
        for at in (routing.Start(k), routing.End(k)):
            time.CumulVar(at).SetRange(up(vehicle.open), down(vehicle.close))
        routing.AddVariableMinimizedByFinalizer(time.CumulVar(routing.End(k)))
        routing.AddVariableMinimizedByFinalizer(time.CumulVar(routing.Start(k)))
        if vehicle.longest_route < vehicle.close - vehicle.open:
            time.SetSpanUpperBoundForVehicle(down(vehicle.longest_route), k)
    for dimension in range(len(instance.vehicles[0].capacity)):
        loads = [int(instance.nodes[n].load[dimension]) for n in layout.nodes]
        loads += [0] * len(layout.depots)
        callback = routing.RegisterUnaryTransitCallback(
            lambda a, loads=loads: loads[manager.IndexToNode(a)])
        routing.AddDimensionWithVehicleCapacity(
            callback, 0, [int(v.capacity[dimension]) for v in instance.vehicles], True,
            f"load{dimension}")
    solver = routing.solver()
    for node in layout.nodes:
        stop = instance.nodes[node]
        at = manager.NodeToIndex(layout.index[node])
        time.CumulVar(at).SetRange(up(stop.open), min(end, down(stop.close)))
    limits = []
    for number, (pickup, delivery) in enumerate(instance.pairs.items()):
        a = manager.NodeToIndex(layout.index[pickup])
        b = manager.NodeToIndex(layout.index[delivery])
        routing.AddPickupAndDelivery(a, b)
        solver.Add(routing.VehicleVar(a) == routing.VehicleVar(b))
        solver.Add(time.CumulVar(a) <= time.CumulVar(b))
        # Without leave to drop requests on the way it finds no first solution of tight instances.
        routing.AddDisjunction([a, b], DROPPED * SCALE, 2)
        ride = instance.longest_ride.get(pickup, math.inf)
        if ride < math.inf:
            longest = down(ride) + service[layout.index[pickup]]
            solver.Add(time.CumulVar(b) - time.CumulVar(a) <= longest)
            # The same once more for the insertion heuristics, which do not see constraints.
            limits.append(lambda _pickup, _delivery, longest=longest: longest)
            time.SetPickupToDeliveryLimitFunctionForPair(limits[-1], number)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = (
        routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION)
    parameters.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH)
    parameters.time_limit.FromMilliseconds(int(seconds * 1000))
    solution = routing.SolveWithParameters(parameters)
    if solution is None:
        return [], []
    routes, vehicles = [], []
    for k in range(len(instance.vehicles)):
        route, at = [], solution.Value(routing.NextVar(routing.Start(k)))
        while not routing.IsEnd(at):
            route.append(layout.nodes[manager.IndexToNode(at)])
            at = solution.Value(routing.NextVar(at))
        if route:
            routes.append(route)
            vehicles.append(k)
    return routes, vehicles


def vroom(instance, seconds, seed):
    """No ride-time limit; its limit of travel time leaves waiting and service out. No seed; stops by itself."""
    if instance.has_ride_limit or instance.has_route_limit:
        return None
    import datetime as dates

    import numpy
    import vroom as api

    layout = Layout(instance)
    problem = api.Input()
    durations = numpy.array(layout.durations, dtype=numpy.uint32)
    problem.set_durations_matrix("car", durations)
    problem.set_costs_matrix("car", numpy.array(layout.costs, dtype=numpy.uint32))
    fixed = FIXED * SCALE if instance.vehicles_first else 0
    for k, vehicle in enumerate(instance.vehicles):
        place = layout.depot[vehicle.place]
        problem.add_vehicle(api.Vehicle(
            k + 1, start=place, end=place, profile="car",
            capacity=[int(c) for c in vehicle.capacity],
            time_window=api.TimeWindow(up(vehicle.open), down(vehicle.close)),
            costs=api.VehicleCosts(fixed=fixed)))

    def step(node):
        stop = instance.nodes[node]
        return api.ShipmentStep(
            node, location=layout.index[node], default_service=up(stop.service),
            time_windows=[api.TimeWindow(up(stop.open), down(stop.close))])

    for pickup, delivery in instance.pairs.items():
        amount = api.Amount([int(q) for q in instance.nodes[pickup].load])
        problem.add_shipment(step(pickup), step(delivery), amount=amount)
    answer = problem.solve(
        exploration_level=5, nb_threads=1, timeout=dates.timedelta(seconds=seconds))
    found = {}
    table = answer.routes
    for vehicle, kind, node in zip(table["vehicle_id"], table["type"], table["id"]):
        if kind in ("pickup", "delivery"):
            found.setdefault(int(vehicle) - 1, []).append(int(node))
    return list(found.values()), list(found)


def pyvrp(instance, seconds, seed):
    """No ride-time limit. One depot and one load dimension suffice for what is compared here."""
    if instance.has_ride_limit:
        return None
    import pyvrp as api
    from pyvrp.stop import MaxRuntime

    layout = Layout(instance)
    model = api.Model()
    places = [model.add_location(0, 0) for _ in layout.places]
    depots = {place: model.add_depot(places[layout.depot[place]]) for place in layout.depots}
    fixed = FIXED * SCALE if instance.vehicles_first else 0
    kinds = {}
    for vehicle in instance.vehicles:
        key = (vehicle.place, vehicle.capacity, vehicle.longest_route, vehicle.open, vehicle.close)
        kinds[key] = kinds.get(key, 0) + 1
    for (place, capacity, longest, opens, closes), count in kinds.items():
        limit = {} if longest == math.inf else {"shift_duration": down(longest)}
        model.add_vehicle_type(
            count, capacity=[int(c) for c in capacity], start_depot=depots[place],
            end_depot=depots[place], fixed_cost=fixed, tw_early=up(opens), tw_late=down(closes),
            unit_distance_cost=1, **limit)
    pairs = list(instance.pairs.items())
    for pickup, delivery in pairs:
        a, b = instance.nodes[pickup], instance.nodes[delivery]
        model.add_shipment(
            places[layout.index[pickup]], places[layout.index[delivery]],
            up(a.open), down(a.close), up(a.service), up(b.open), down(b.close), up(b.service),
            [int(q) for q in a.load])
    for i, a in enumerate(places):
        for j, b in enumerate(places):
            model.add_edge(a, b, distance=layout.costs[i][j], duration=layout.durations[i][j])
    answer = model.solve(MaxRuntime(seconds), seed=seed, display=False)
    routes = []
    for route in answer.best.routes():
        nodes = []
        for activity in route:
            if activity.is_pickup():
                nodes.append(pairs[activity.idx][0])
            elif activity.is_delivery():
                nodes.append(pairs[activity.idx][1])
        routes.append(nodes)
    return routes, None


def vrp_cli(instance, seconds, seed):
    """No ride-time limit. It takes no seed here."""
    if instance.has_ride_limit:
        return None
    import vrp_cli as api

    layout = Layout(instance)
    day = datetime(2020, 1, 1, tzinfo=timezone.utc)

    def stamp(value):
        return (day + timedelta(seconds=value)).strftime("%Y-%m-%dT%H:%M:%SZ")

    end = down(horizon(instance))

    def place(node):
        stop = instance.nodes[node]
        window = [stamp(up(stop.open)), stamp(min(end, down(stop.close)))]
        return {"location": {"index": layout.index[node]}, "duration": up(stop.service),
                "times": [window]}

    def task(node, pickup):
        load = [int(q) for q in instance.nodes[pickup].load]
        return [{"places": [place(node)], "demand": load}]

    jobs = [{"id": str(p), "pickups": task(p, p), "deliveries": task(d, p)}
            for p, d in instance.pairs.items()]
    fleet = []
    for k, vehicle in enumerate(instance.vehicles):
        depot = {"index": layout.depot[vehicle.place]}
        limits = {} if vehicle.longest_route == math.inf else {
            "limits": {"maxDuration": down(vehicle.longest_route)}}
        fleet.append({
            "typeId": f"type{k}", "vehicleIds": [str(k)], "profile": {"matrix": "car"},
            "costs": {"fixed": 0, "distance": 1, "time": 0},
            "shifts": [{"start": {"earliest": stamp(up(vehicle.open)), "location": depot},
                        "end": {"latest": stamp(down(vehicle.close)), "location": depot}}],
            "capacity": [int(c) for c in vehicle.capacity], **limits})
    if len({(v.place, v.capacity, v.longest_route) for v in instance.vehicles}) == 1:
        # One type is far quicker than as many as vehicles.
        fleet = [dict(fleet[0], vehicleIds=[str(k) for k in range(len(fleet))])]
    goals = ["minimize-unassigned"] + ["minimize-tours"] * instance.vehicles_first
    problem = {"plan": {"jobs": jobs},
               "fleet": {"vehicles": fleet, "profiles": [{"name": "car"}]},
               "objectives": [[{"type": goal}] for goal in goals + ["minimize-cost"]]}
    matrix = {"profile": "car", "travelTimes": sum(layout.durations, []),
              "distances": sum(layout.costs, [])}
    config = {"termination": {"maxTime": int(seconds), "maxGenerations": 10**7},
              "environment": {"parallelism": {"numThreadPools": 1, "threadsPerPool": 1},
                              "logging": {"enabled": False}},
              "telemetry": {"progress": {"enabled": False}}}
    answer = json.loads(api.solve_pragmatic(
        problem=json.dumps(problem), matrices=[json.dumps(matrix)], config=json.dumps(config)))
    routes = []
    for tour in answer.get("tours", []):
        activities = [act for stop in tour["stops"] for act in stop["activities"]]
        routes.append([
            int(act["jobId"]) if act["type"] == "pickup" else instance.pairs[int(act["jobId"])]
            for act in activities if act["type"] in ("pickup", "delivery")])
    return routes, None


PEERS = {"ortools": ortools, "vroom": vroom, "pyvrp": pyvrp, "vrp-cli": vrp_cli}
