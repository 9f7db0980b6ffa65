// What differs between two plans of a day, trip by trip, whoever has brought it about.
import { clock, say } from "/page-words.js";
import { legs } from "/page-timeline.js";

function rides(plan) {
  const found = new Map();
  for (const run of plan.runs) {
    for (const leg of legs(run)) {
      found.set(leg.leg, { who: run.resource, time: clock((leg.pickup || leg.delivery).start), rider: leg.rider });
    }
  }
  for (const ride of plan.outside || []) found.set(ride.leg, { who: ride.fallback, time: "", rider: ride.rider });
  return found;
}

// Sentences, in the order of the trips' names; none where the plans are alike.
export function since(before, after) {
  const [old, now] = [rides(before), rides(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.map(leg => {
    const [was, is] = [old.get(leg), now.get(leg)];
    if (!is) return say("sinceLost", leg, was.rider, was.who);
    if (!was) return say("sinceServed", leg, is.rider, is.who, is.time);
    if (was.who !== is.who) return say("sinceOther", leg, is.rider, is.who, was.who, is.time, was.time);
    if (was.time !== is.time) return say("sinceTime", leg, is.rider, is.time, was.time);
    return null;
  }).filter(Boolean);
}
