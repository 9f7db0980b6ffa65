// The runs on a time axis: one row a run, one bar a leg; bars can be carried to another row.
import { carry } from "/page-drag.js";
import { clock, say } from "/page-words.js";

const laneHeight = 28;
const labelShare = 9; // per cent of the axis that the name of a trip takes on a narrow screen

// Seconds since midnight of the plan's day, as its clock shows them.
const seconds = (time, date) => {
  const days = Math.round((Date.parse(time.slice(0, 10)) - Date.parse(date)) / 86_400_000);
  return days * 86_400 + Number(time.slice(11, 13)) * 3600 + Number(time.slice(14, 16)) * 60 + Number(time.slice(17, 19));
};

// The legs of a run: where and when each gets in and out.
export function legs(run) {
  const found = new Map();
  for (const stop of run.stops) {
    if (!stop.leg) continue;
    const leg = found.get(stop.leg) || { leg: stop.leg, rider: stop.rider, booking: stop.booking, run };
    if (stop.kind === "pickup") leg.pickup = stop; else if (stop.kind === "delivery") leg.delivery = stop;
    found.set(stop.leg, leg);
  }
  return [...found.values()];
}

// - choose(leg): a bar was chosen. - held(leg): the coordinator has decided who drives it.
export function show(place, plan, actions) {
  place.replaceChildren();
  const times = plan.runs.flatMap(run => [seconds(run.departure, plan.date), seconds(run.arrival, plan.date)]);
  if (!times.length) return;
  const first = Math.floor(Math.min(...times) / 3600) * 3600;
  const last = Math.ceil(Math.max(...times) / 3600) * 3600;
  const left = time => ((seconds(time, plan.date) - first) / (last - first)) * 100;
  const hours = document.createElement("div");
  hours.className = "hours";
  hours.setAttribute("aria-hidden", "true");
  for (let hour = first / 3600; hour <= last / 3600; hour += last - first > 43_200 ? 2 : 1) {
    const mark = document.createElement("span");
    mark.textContent = (hour % 24) + " h";
    mark.style.left = `calc(var(--who) + (100% - var(--who)) * ${(hour * 3600 - first) / (last - first)})`;
    // The last one would stand half outside.
    if (hour === last / 3600) mark.style.transform = "translateX(-100%)";
    hours.append(mark);
  }
  place.append(hours);
  const runs = [...plan.runs].sort((a, b) => (a.mode + a.resource).localeCompare(b.mode + b.resource));
  for (const run of runs) place.append(row(run, left, actions));
  rove(place, place.querySelector(".leg"));
}

function row(run, left, actions) {
  const row = document.createElement("div");
  row.className = "run";
  row.dataset.run = run.id;
  row.dataset.drop = row.dataset.resource = run.resource;
  row.dataset.mode = run.mode;
  row.dataset.title = `${run.resource}, ${say(run.mode)}`;
  const title = document.createElement("h3");
  title.textContent = run.resource;
  const small = document.createElement("small");
  small.textContent = `${say(run.mode)} ${clock(run.departure)}–${clock(run.arrival)}`;
  title.append(small);
  const lanes = document.createElement("div");
  lanes.className = "lanes";
  const ends = [];
  for (const leg of legs(run)) {
    const from = left((leg.pickup || leg.delivery).start);
    const to = left((leg.delivery || leg.pickup).departure);
    const isShort = to - from < labelShare;
    // At the end of the axis there is room for the name on the left alone.
    const isLate = isShort && to > 100 - labelShare;
    let lane = ends.findIndex(end => end <= (isLate ? from - labelShare : from));
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = isShort && !isLate ? to + labelShare : to;
    lanes.append(bar(leg, run, lane, from, to, actions));
    if (isShort) lanes.append(label(leg, lane, isLate ? { right: 100 - from + "%" } : { left: to + "%" }));
  }
  lanes.style.height = Math.max(1, ends.length) * laneHeight + 4 + "px";
  row.append(title, lanes);
  return row;
}

// The name of a trip beside a bar too short for it.
function label(leg, lane, side) {
  const label = document.createElement("span");
  label.className = "label";
  label.setAttribute("aria-hidden", "true");
  label.textContent = leg.leg;
  Object.assign(label.style, side);
  label.style.top = lane * laneHeight + 2 + "px";
  return label;
}

function bar(leg, run, lane, from, to, actions) {
  const bar = document.createElement("button");
  bar.type = "button";
  bar.className = "leg " + run.mode;
  bar.dataset.leg = leg.leg;
  bar.dataset.rider = leg.rider;
  bar.style.left = from + "%";
  bar.style.width = `max(${to - from}%, .8rem)`;
  bar.style.top = lane * laneHeight + 2 + "px";
  bar.textContent = to - from < labelShare ? "" : leg.leg;
  bar.tabIndex = -1;
  const times = [leg.pickup, leg.delivery].filter(Boolean).map(stop => clock(stop.start)).join("–");
  const isHeld = actions.held(leg.leg);
  bar.classList.toggle("held", isHeld);
  bar.title = `${leg.leg} ${times}`;
  bar.setAttribute("aria-label",
    [leg.leg, leg.rider, times, run.resource, isHeld ? say("heldMark") : ""].filter(Boolean).join(", "));
  bar.addEventListener("click", () => actions.choose(leg.leg));
  carry(bar, leg.leg);
  return bar;
}

// One bar is reached by Tab, the others from it by arrows.
function rove(place, bar) {
  if (!bar) return;
  for (const other of place.querySelectorAll(".leg[tabindex='0']")) other.tabIndex = -1;
  bar.tabIndex = 0;
}

const middle = bar => bar.offsetLeft + bar.offsetWidth / 2;

function neighbour(bar, key) {
  const row = bar.closest(".run");
  const own = [...row.querySelectorAll(".leg")].sort((a, b) => middle(a) - middle(b));
  if (key === "ArrowRight") return own[own.indexOf(bar) + 1];
  if (key === "ArrowLeft") return own[own.indexOf(bar) - 1];
  if (key === "Home") return own[0];
  if (key === "End") return own.at(-1);
  const next = key === "ArrowDown" ? "nextElementSibling" : key === "ArrowUp" ? "previousElementSibling" : null;
  if (!next) return null;
  for (let other = row[next]; other; other = other[next]) {
    const near = [...other.querySelectorAll(".leg")].sort((a, b) => Math.abs(middle(a) - middle(bar)) - Math.abs(middle(b) - middle(bar)));
    if (near.length) return near[0];
  }
  return null;
}

export function listen(place) {
  place.addEventListener("keydown", event => {
    const bar = event.target.closest(".leg");
    const next = bar && neighbour(bar, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  place.addEventListener("focusin", event => {
    const bar = event.target.closest(".leg");
    if (bar) rove(place, bar);
  });
}

export function focus(place, leg) {
  const bar = [...place.querySelectorAll(".leg")].find(one => one.dataset.leg === leg);
  bar?.focus();
  return !!bar;
}

export function mark(place, isChosen, isShown) {
  for (const row of place.querySelectorAll(".run")) {
    let shown = 0;
    for (const bar of row.querySelectorAll(".leg")) {
      const isOn = isShown({ leg: bar.dataset.leg, rider: bar.dataset.rider, run: row.dataset.run, resource: row.dataset.resource, mode: row.dataset.mode });
      bar.classList.toggle("dim", !isOn);
      bar.classList.toggle("chosen", isChosen(bar.dataset.leg));
      bar.setAttribute("aria-pressed", isChosen(bar.dataset.leg));
      shown += isOn ? 1 : 0;
    }
    row.classList.toggle("dim", shown === 0);
  }
  const chosen = place.querySelector(".leg.chosen");
  if (!chosen) return;
  rove(place, chosen);
  // Within the frame alone: the page itself stays where the reader is.
  const frame = place.parentElement;
  const top = chosen.closest(".run").offsetTop;
  if (top < frame.scrollTop + 30 || top > frame.scrollTop + frame.clientHeight - 60) frame.scrollTop = top - 60;
  const start = chosen.parentElement.offsetLeft + chosen.offsetLeft;
  if (start < frame.scrollLeft + 120 || start > frame.scrollLeft + frame.clientWidth - 60) frame.scrollLeft = start - 140;
}
