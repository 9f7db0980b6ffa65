"""The checker accepts a solution known to be valid and refuses what is wrong with it: python test_check.py"""

import pathlib
import unittest

import check
import instances

SETS = pathlib.Path(__file__).resolve().parent.parent / "instances"


class CheckTests(unittest.TestCase):
    def setUp(self):
        self.instance = instances.read(str(SETS / "darp_ab" / "a2-16.txt"))
        # Each rider alone; the fleet is enlarged for it.
        self.instance.vehicles = self.instance.vehicles[:1] * 16
        self.routes = [[i, i + 16] for i in range(1, 17)]

    def faults(self, routes, **options):
        return check.solution_faults(self.instance, routes, **options)

    def test_accepts_riders_alone(self):
        self.assertEqual(self.faults(self.routes), [])
        self.assertEqual(self.faults(self.routes, vehicles=list(range(16))), [])

    def test_refuses_mutations(self):
        swapped = [list(reversed(self.routes[0]))] + self.routes[1:]
        parted = [[1, 18], [2, 17]] + self.routes[2:]
        wrong = {
            "delivery before pickup": swapped,
            "a request missing": self.routes[1:],
            "a request twice": self.routes + [[1, 17]],
            "pickup and delivery in two vehicles": parted,
            "unknown node": [[99, 1, 17]] + self.routes[1:],
            "one vehicle for everybody": [[n for route in self.routes for n in route]],
            "too many on board": [list(range(1, 17)) + list(range(17, 33))],
        }
        for name, routes in wrong.items():
            with self.subTest(name):
                self.assertNotEqual(self.faults(routes), [])

    def test_refuses_a_vehicle_used_twice(self):
        self.assertNotEqual(self.faults(self.routes, vehicles=[0] * 16), [])

    def test_each_limit_counts(self):
        direct = {i: self.instance.times[i][i + 16] for i in range(1, 17)}
        self.instance.longest_ride = dict(direct)
        self.assertEqual(self.faults(self.routes), [], "a ride just within its limit")
        self.instance.longest_ride[3] -= 0.01
        self.assertNotEqual(self.faults(self.routes), [], "ride time")
        self.instance.longest_ride = {}
        self.assertEqual(self.faults(self.routes), [])
        self.instance.nodes[5].close = self.instance.nodes[5].open = 0
        self.instance.nodes[21].open = self.instance.nodes[21].close = 0
        self.assertNotEqual(self.faults(self.routes), [], "windows")

    def test_duration_counts(self):
        route = self.routes[0]
        vehicle = self.instance.vehicles[0]
        shortest = check.cost(self.instance, [route]) + 6
        vehicle.longest_route = shortest + 0.001
        self.assertTrue(check.has_schedule(self.instance, vehicle, route))
        vehicle.longest_route = shortest - 0.001
        self.assertFalse(check.has_schedule(self.instance, vehicle, route))

    def test_refuses_a_wrong_cost(self):
        true = check.cost(self.instance, self.routes)
        self.assertEqual(check.judge(self.instance, {"routes": self.routes, "cost": true}), [])
        wrong = {"routes": self.routes, "cost": true - 0.01}
        self.assertNotEqual(check.judge(self.instance, wrong), [])

    def test_reads_every_format(self):
        for path, count in [("darp_pr/pr01", 24), ("mdhdarp/a9-72hetIUY.txt", 72),
                            ("li_lim_100/lc101.txt", 53), ("sartori_buriol/bar-n100-1.txt", 50)]:
            instance = instances.read(str(SETS / path))
            self.assertEqual(len(instance.pairs), count, path)
            self.assertEqual(len(instance.nodes), 2 * count, path)


if __name__ == "__main__":
    unittest.main()
