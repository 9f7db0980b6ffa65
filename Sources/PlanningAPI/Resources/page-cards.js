// Lists of the page: what is not served, what was decided, what has changed, what is wrong with a day.
import { clock, say, told } from "/page-words.js";
import { carry } from "/page-timeline.js";

export function node(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== undefined && child !== null));
  return made;
}

const list = (place, items, none) => place.replaceChildren(...(items.length ? items : [node("li", {}, say(none))]));

export function unserved(place, plan, choose) {
  const items = plan.unserved.flatMap(booking => booking.legs.map(leg => {
    const reason = booking.reasons.find(one => one.leg === leg) || booking.reasons[0];
    const card = node("li", { class: "missing" },
      node("button", { type: "button", onclick: () => choose(leg) }, leg), ` ${booking.rider}`,
      ...(reason ? reasonLines(reason) : []), bindings(booking, leg));
    carry(card, leg);
    return card;
  }));
  list(place, items, "allServed");
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

export function decisions(place, locks, remove) {
  list(place, locks.map((lock, index) => node("li", {}, words(lock) + " ",
    node("button", { type: "button", onclick: () => remove(index) }, say("remove")))), "noDecisions");
}

function words(lock) {
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
  row(say("by"), leg ? leg.run.resource : say("nobody"));
  const children = [node("p", {}, node("strong", {}, context.id)), node("table", {}, node("tbody", {}, ...rows))];
  if (actions) {
    const choice = node("select", {}, ...context.resources.map(id => node("option", { value: id }, id)));
    if (leg) choice.value = leg.run.resource;
    children.push(
      node("div", { class: "bar" }, node("label", {}, say("moveTo") + " ", choice),
        node("button", { type: "button", onclick: () => actions.move(context.id, choice.value) }, say("tryMove"))),
      node("div", { class: "bar" },
        leg ? node("button", { type: "button", onclick: () => actions.decide("assign", context.id, leg.run.resource) }, say("hold")) : null,
        leg ? node("button", { type: "button", onclick: () => actions.decide("forbid", context.id, leg.run.resource) }, say("forbid")) : null,
        node("button", { type: "button", onclick: () => actions.why(context.id) }, say("why"))),
      node("div", { id: "why", "aria-live": "polite" }));
  }
  place.replaceChildren(...children);
}

export function verdict(answer) {
  const broken = answer.violations;
  if (!broken.length) return [node("p", { class: "good" }, say("keeps"))];
  return [
    node("p", { class: answer.valid ? "" : "bad" }, say("breaks", broken.length)),
    node("ul", {}, ...broken.map(one => node("li", {}, one.text + (one.decided ? ` (${say("decided")})` : "")))),
  ];
}
