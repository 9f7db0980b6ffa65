// Lists of the page: what is not served, what was decided, what has changed, what is wrong with a day.
import { clock, say, told } from "/page-words.js";
import { carry } from "/page-drag.js";

export function node(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== undefined && child !== null));
  return made;
}

// Items, or one line that says that there are none.
export const list = (place, items, none) =>
  place.replaceChildren(...(items.length ? items : [node("li", {}, say(none))]));

export function unserved(place, plan, choose, alternatives) {
  const items = plan.unserved.flatMap(booking => booking.legs.map(leg => {
    const reason = booking.reasons.find(one => one.leg === leg) || booking.reasons[0];
    const button = node("button", { type: "button", onclick: () => choose(leg) }, leg);
    carry(button, leg);
    return node("li", { class: "missing" }, button, ` ${booking.rider}`,
      ...(reason ? reasonLines(reason) : []), scheduled(alternatives, leg), bindings(booking, leg));
  }));
  const given = (plan.outside || []).map(ride => {
    const button = node("button", { type: "button", onclick: () => choose(ride.leg) }, ride.leg);
    carry(button, ride.leg);
    return node("li", {}, button, ` ${ride.rider}`, node("p", {}, say("givenTo", ride.fallback)));
  });
  list(place, [...items, ...given], "allServed");
}

export function reasonLines(reason) {
  const lines = [node("p", {}, told(reason.text))];
  if (reason.least_change) lines.push(node("p", {}, node("strong", {}, say("least") + " "), told(reason.least_change.text)));
  return lines;
}

export function bindings(booking, leg) {
  const found = (booking.bindings || []).filter(one => one.leg === leg);
  if (!found.length) return null;
  return node("details", {}, node("summary", {}, say("byResource")),
    node("table", {}, node("tbody", {}, ...found.map(one =>
      node("tr", {}, node("th", { scope: "row" }, one.resources.join(", ")), node("td", {}, told(one.text)))))));
}

// What a bus or train would do for a trip; nothing where no timetables are known.
export function scheduled(alternatives, leg) {
  const one = alternatives?.get(leg);
  if (!one) return null;
  if (!one.title) return node("p", { class: "transit" }, say("noTransit"));
  const verdict = one.suits ? say("transitSuits") : say("transitNot", one.obstacles.map(told).join(", "));
  return node("details", { class: "transit" },
    node("summary", {}, say("transitIs", told(one.title), verdict)),
    ...one.steps.map(step => node("p", {}, told(step))));
}

export function decisions(place, locks, remove) {
  list(place, locks.map((lock, index) => node("li", {}, lockWords(lock) + " ",
    node("button", { type: "button", "aria-label": say("removeLock", lockWords(lock)), onclick: () => remove(index) }, say("remove")))),
  "noDecisions");
}

export function lockWords(lock) {
  const trip = lock.trip || "";
  if (lock.kind === "assign") return say("assign", trip, lock.resource);
  if (lock.kind === "forbid") return say("forbidden", trip, lock.resource);
  return say("otherLock", lock.kind, trip, lock.resource || lock.time || "");
}

export function changes(place, plan) {
  const all = plan.changes?.changes || [];
  list(place, all.map(change => node("li", {}, told(change.text))), "noChanges");
}

// Faults of a problem document, each with where it is and what would mend it; or what is only to be looked at.
export function faults(place, problem, title = "faultsTitle") {
  place.replaceChildren();
  if (!problem) return;
  const errors = problem.errors || [];
  place.append(node("p", { class: title === "faultsTitle" ? "fault" : "" }, errors.length ? say(title, errors.length) : problem.detail || problem.title));
  if (!errors.length) return;
  place.append(node("ol", {}, ...errors.map(fault => node("li", {},
    fault.pointer ? node("code", {}, fault.pointer) : null, fault.value ? ` « ${fault.value} » ` : " ",
    fault.detail + " ", node("em", {}, fault.hint)))));
}

export function trip(place, leg, wish, context, actions) {
  const rows = [];
  const row = (title, text) => rows.push(node("tr", {}, node("th", { scope: "row" }, title), node("td", {}, text)));
  if (wish) row(say("rider"), wish.rider);
  row(say("from"), (leg?.pickup ? clock(leg.pickup.start) + ", " : "") + (wish ? context.place(wish.from) : ""));
  row(say("to"), (leg?.delivery ? clock(leg.delivery.start) + ", " : "") + (wish ? context.place(wish.to) : ""));
  row(say("by"), leg ? leg.run.resource : context.outside ? say("givenTo", context.outside) : say("nobody"));
  const children = [node("p", {}, node("strong", {}, context.id)), node("table", {}, node("tbody", {}, ...rows)),
    scheduled(context.alternatives, context.id)];
  if (actions) {
    const choice = node("select", { id: "give-to" }, ...context.resources.map(id => node("option", { value: id }, id)));
    if (leg) choice.value = leg.run.resource;
    children.push(
      node("div", { class: "bar" }, node("label", {}, say("moveTo") + " ", choice),
        node("button", { type: "button", id: "try-move", onclick: () => actions.move(context.id, choice.value) }, say("tryMove"))),
      node("div", { class: "bar" },
        leg ? node("button", { type: "button", id: "hold", onclick: () => actions.decide("assign", context.id, leg.run.resource) }, say("hold", leg.run.resource)) : null,
        leg ? node("button", { type: "button", id: "forbid", onclick: () => actions.decide("forbid", context.id, leg.run.resource) }, say("forbid", leg.run.resource)) : null,
        node("button", { type: "button", id: "ask-why", onclick: () => actions.why(context.id) }, say("why"))),
      node("div", { id: "why" }));
  }
  place.replaceChildren(...children.filter(Boolean));
}

export function verdict(answer) {
  const broken = answer.violations;
  if (!broken.length) return [node("p", { class: "good" }, say("keeps"))];
  return [
    node("p", { class: answer.valid ? "" : "bad" }, say("breaks", broken.length)),
    node("ul", {}, ...broken.map(one => node("li", {}, one.text + (one.decided ? ` (${say("decided")})` : "")))),
  ];
}
