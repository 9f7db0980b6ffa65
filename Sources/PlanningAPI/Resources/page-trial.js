// A trip given to somebody for trial: the plan anew with as few other changes as possible, judged at once.
import * as api from "/page-api.js";
import * as cards from "/page-cards.js";
import { at, state } from "/page-state.js";
import { euros, number, say, told } from "/page-words.js";

const quick = 1; // seconds of search before the verdict
const longer = 10;

let latest = 0; // a trial that was left is not shown any more

// The day with one decision more; what contradicts it goes.
export function withLock(scenario, lock) {
  const contradicts = other => other.trip === lock.trip &&
    (other.kind === "assign" && lock.kind === "assign" || other.resource === lock.resource);
  return { ...scenario, locks: [...(scenario.locks || []).filter(other => !contradicts(other)), lock] };
}

// `keep(made, scenario)`: the coordinator wants it so. `complain(error)`: it could not be tried.
export async function trial(leg, resource, keep, complain) {
  const scenario = withLock(state.scenario, { kind: "assign", trip: leg, resource });
  at("trial-longer").onclick = () => attempt(longer);
  if (!at("trial").open) at("trial").showModal();
  await attempt(quick);

  async function attempt(seconds) {
    const own = ++latest;
    const before = state.plan;
    at("trial-body").replaceChildren(cards.node("p", {}, say("trying", leg, resource)));
    at("trial-keep").disabled = at("trial-longer").disabled = true;
    try {
      const made = await api.planned("/v1/replan", { scenario, previous: before, options: { time_limit: seconds } }, 30);
      const answer = await api.ask("check", { scenario, plan: made.plan });
      if (own !== latest || !at("trial").open) return;
      const isKeepable = show(made.plan, answer, before) && answer.valid;
      at("trial-keep").disabled = !isKeepable;
      at("trial-longer").disabled = false;
      at("trial-keep").onclick = () => {
        at("trial").close();
        keep(made, scenario);
      };
      (isKeepable ? at("trial-keep") : at("trial-drop")).focus();
    } catch (error) {
      if (own !== latest || !at("trial").open) return;
      at("trial").close();
      complain(error);
    }
  }

  // Whether the trip has found its place.
  function show(plan, answer, before) {
    const isServed = plan.runs.some(run => run.resource === resource && run.stops.some(stop => stop.leg === leg));
    at("trial-body").replaceChildren(cards.node("p", {}, say("assign", leg, resource)),
      ...(isServed ? [...cards.verdict(answer), comparison(before, plan), consequences(plan)] : refusal(plan, leg, resource)));
    return isServed;
  }
}

// Why it cannot be: what keeps the one who was meant from it, or else why it would be left out.
function refusal(plan, leg, resource) {
  const booking = plan.unserved.find(one => one.legs.includes(leg));
  const reasons = booking?.reasons.filter(reason => reason.leg === leg) || [];
  const own = (booking?.bindings || []).filter(one => one.leg === leg && one.resources.includes(resource));
  return [cards.node("p", { class: "bad" }, say("refused", leg, resource)),
    ...(own.length ? own.map(one => cards.node("p", {}, told(one.text))) : reasons.flatMap(cards.reasonLines))];
}

function comparison(before, after) {
  const row = (title, value) => cards.node("tr", {}, cards.node("th", { scope: "row" }, title),
    cards.node("td", {}, value(before)), cards.node("td", {}, value(after)));
  const column = text => cards.node("th", { scope: "col" }, text);
  return cards.node("table", {},
    cards.node("thead", {}, cards.node("tr", {}, cards.node("td"), column(say("before")), column(say("after")))),
    cards.node("tbody", {}, row(say("served"), plan => number(plan.indicators.served_legs)),
      row(say("kilometres"), plan => number(plan.indicators.km)), row(say("cost"), plan => euros(plan.indicators.cost))));
}

function consequences(plan) {
  const all = plan.changes?.changes || [];
  if (!all.length) return cards.node("p", {}, say("noChanges"));
  return cards.node("details", { open: true }, cards.node("summary", {}, say("consequences")),
    cards.node("ul", {}, ...all.map(change => cards.node("li", {}, told(change.text)))));
}
