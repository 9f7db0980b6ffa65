// The plan as the page shows it: figures, filters, the trip chosen, what has changed, buses and trains.
import * as cards from "/page-cards.js";
import { since as differences } from "/page-since.js";
import * as steps from "/page-state.js";
import { at, state } from "/page-state.js";
import * as timeline from "/page-timeline.js";
import { euros, number, say, told } from "/page-words.js";
export { withLock } from "/page-trial.js";

export function figures(plan) {
  const i = plan.indicators;
  const proof = plan.proof;
  const rows = [
    [say("served"), `${number(i.served_legs)} / ${number(i.legs)}`],
    [say("bookings"), `${number(i.served_bookings)} / ${number(i.bookings)}`],
    [say("runs"), number(i.runs)], [say("kilometres"), number(i.km)], [say("cost"), euros(i.cost)],
    [say("shared"), number(i.shared_legs || 0)],
    [say("proof"), !proof ? say("unknown") : proof.optimal ? say("optimal") : say("proofValue", number(proof.gap * 100, 1))],
  ];
  at("figures").replaceChildren(...rows.map(([title, value]) =>
    cards.node("div", {}, cards.node("dt", {}, title), cards.node("dd", {}, value))));
  at("approximate").hidden = !plan.approximate;
}

export function filters(plan) {
  const fill = (id, values, title) => {
    const before = at(id).value;
    at(id).replaceChildren(cards.node("option", { value: "" }, say("all")),
      ...[...new Set(values)].sort().map(value => cards.node("option", { value }, title(value))));
    at(id).value = [...at(id).options].some(option => option.value === before) ? before : "";
  };
  fill("filter-mode", plan.runs.map(run => run.mode), mode => say(mode));
  fill("filter-run", plan.runs.map(run => run.resource), id => id);
  fill("filter-rider", plan.runs.flatMap(run => run.stops.map(stop => stop.rider).filter(Boolean)), id => id);
}

// Whether the filters let something be seen.
export function isShown(item) {
  const run = state.plan.runs.find(run => run.id === item.run);
  const resource = item.resource || run?.resource;
  const mode = item.mode || run?.mode;
  const rider = at("filter-rider").value;
  if (at("filter-mode").value && mode !== at("filter-mode").value) return false;
  if (at("filter-run").value && resource !== at("filter-run").value) return false;
  if (!rider) return true;
  return item.rider ? item.rider === rider : !!run?.stops.some(stop => stop.rider === rider);
}

const all = scenario => [...(scenario?.volunteers || []), ...(scenario?.vehicles || [])].map(one => one.id).sort();

// Whoever has no run yet can be given a trip too.
export function free(plan, scenario) {
  const busy = new Set(plan.runs.map(run => run.resource));
  const idle = all(scenario).filter(id => !busy.has(id));
  at("free").replaceChildren();
  if (!idle.length) return;
  at("free").append(cards.node("p", {}, say("free")), cards.node("ul", {}, ...idle.map(id =>
    cards.node("li", { "data-drop": id, "data-title": id }, id))));
}

export function trip(leg, run, actions) {
  if (!leg) {
    at("trip-body").replaceChildren(cards.node("p", {}, say("noTrip")));
    return;
  }
  const found = run && timeline.legs(run).find(one => one.leg === leg);
  const outside = (state.plan.outside || []).find(ride => ride.leg === leg)?.fallback;
  cards.trip(at("trip-body"), found, wish(leg), {
    id: leg, place, outside, resources: all(state.scenario), alternatives: state.alternatives,
  }, state.scenario && actions);
}

function wish(leg) {
  for (const booking of state.scenario?.bookings || []) {
    for (const one of booking.legs) if (one.id === leg) return { ...one, rider: booking.rider };
  }
  return null;
}

const place = id => state.scenario?.places.find(place => place.id === id)?.name || id;

// What `explain` answers of one leg.
export function reasons(answer, leg) {
  const lines = answer.unserved.flatMap(booking => [
    ...booking.reasons.filter(reason => reason.leg === leg).flatMap(cards.reasonLines), cards.bindings(booking, leg)]);
  const served = answer.served.flatMap(one => one.text ? [told(one.text)] : one.lines ? [one.lines.map(told).join(" ")] : []);
  return [...lines.filter(Boolean), ...served.map(text => cards.node("p", {}, text))];
}

export function since(plan) {
  const found = state.opened && state.opened !== plan ? differences(state.opened, plan) : [];
  cards.list(at("since"), found.map(text => cards.node("li", {}, text)), "sinceNothing");
}

export function transit(choose) {
  at("transit").hidden = !state.alternatives;
  if (!state.alternatives) return;
  const legs = [...state.alternatives.values()];
  const running = legs.filter(one => one.title);
  at("transit-summary").textContent = say("transitSummary", legs.length, running.length, running.filter(one => one.suits).length);
  const first = [...running].sort((a, b) => Number(b.suits) - Number(a.suits));
  cards.list(at("transit-list"), first.map(one => cards.node("li", {},
    cards.node("button", { type: "button", onclick: () => choose(one.leg) }, one.leg),
    cards.scheduled(state.alternatives, one.leg))), "noneSuits");
}

export function stepButtons() {
  const [undo, redo] = [steps.nextUndo(), steps.nextRedo()];
  at("undo").disabled = !undo;
  at("redo").disabled = !redo;
  at("undo").textContent = undo ? say("undoOf", undo) : say("undo");
  at("redo").textContent = redo ? say("redoOf", redo) : say("redo");
}
