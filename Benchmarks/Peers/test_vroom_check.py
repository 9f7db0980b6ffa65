"""python test_vroom_check.py: what the checker of VROOM's JSON must pass and must catch."""

import copy

import vroom_check

REQUEST = {
    "vehicles": [
        {
            "id": 7, "start_index": 0, "end_index": 0, "capacity": [2], "skills": [1], "time_window": [0, 1000],
            "max_tasks": 3, "breaks": [{"id": 1, "service": 5, "time_windows": [[100, 120]]}],
        }
    ],
    "jobs": [{"id": 1, "location_index": 1, "setup": 3, "service": 10, "delivery": [1], "time_windows": [[50, 90]]}],
    "shipments": [
        {
            "pickup": {"id": 1, "location_index": 1}, "delivery": {"id": 1, "location_index": 2}, "amount": [1],
            "skills": [1], "max_transit_time": 60,
        }
    ],
    "matrices": {"car": {"durations": [[0, 40, 30], [40, 0, 20], [30, 20, 0]]}},
}


def step(kind, arrival, duration, load, number=None, waiting=0, setup=0, service=0):
    made = {
        "type": kind, "arrival": arrival, "duration": duration, "load": [load], "waiting_time": waiting, "setup": setup,
        "service": service, "violations": [],
    }
    return made if number is None else {**made, "id": number}


ANSWER = {
    "code": 0,
    "summary": {"cost": 90, "routes": 1, "unassigned": 0, "priority": 0},
    "unassigned": [],
    "routes": [
        {
            "vehicle": 7, "cost": 90, "violations": [],
            "steps": [
                step("start", 10, 0, 1), step("job", 50, 40, 0, 1, setup=3, service=10), step("pickup", 63, 40, 1, 1),
                step("break", 73, 50, 1, 1, waiting=27, service=5), step("delivery", 115, 60, 0, 1),
                step("end", 145, 90, 0),
            ],
        }
    ],
}


def change(document, path, value):
    """A copy with one value changed."""
    made = copy.deepcopy(document)
    at = made
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return made


def main():
    assert vroom_check.faults(REQUEST, ANSWER) == [], vroom_check.faults(REQUEST, ANSWER)
    steps = ["routes", 0, "steps"]
    wrong_answers = [
        (["summary", "cost"], 80), (["routes", 0, "cost"], 80), (["code"], 2), ([*steps, 1, "arrival"], 45),
        ([*steps, 1, "setup"], 0), ([*steps, 2, "load"], [0]), ([*steps, 4, "arrival"], 140), ([*steps, 5, "duration"], 80),
        ([*steps, 3, "waiting_time"], 10), (["summary", "priority"], 1), (["routes", 0, "steps"], ANSWER["routes"][0]["steps"][:3]),
        (["unassigned"], [{"type": "job", "id": 1}]),
    ]
    for path, value in wrong_answers:
        assert vroom_check.faults(REQUEST, change(ANSWER, path, value)), path
    vehicle = ["vehicles", 0]
    stricter = [
        ([*vehicle, "capacity"], [0]), ([*vehicle, "skills"], []), ([*vehicle, "time_window"], [0, 140]),
        ([*vehicle, "max_tasks"], 2), ([*vehicle, "max_travel_time"], 80), ([*vehicle, "breaks", 0, "max_load"], [0]),
        ([*vehicle, "breaks", 0, "time_windows"], [[200, 300]]), (["jobs", 0, "time_windows"], [[60, 90]]),
        (["shipments", 0, "max_transit_time"], 40), ([*vehicle, "costs"], {"fixed": 5}),
    ]
    for path, value in stricter:
        assert vroom_check.faults(change(REQUEST, path, value), ANSWER), path
    print("passes what is right, catches", len(wrong_answers) + len(stricter), "wrongs")


if __name__ == "__main__":
    main()
