// The runs on a time axis: one row a run, one bar a leg; bars can be dragged to another row.
import { clock, say } from "/page-words.js";

const laneHeight = 28;

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

// - choose(leg): a bar was chosen. - drop(leg, resource): a bar was dropped on a row.
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
    mark.style.left = `calc(7rem + (100% - 7rem) * ${(hour * 3600 - first) / (last - first)})`;
    // The last one would stand half outside.
    if (hour === last / 3600) mark.style.transform = "translateX(-100%)";
    hours.append(mark);
  }
  place.append(hours);
  const runs = [...plan.runs].sort((a, b) => (a.mode + a.resource).localeCompare(b.mode + b.resource));
  for (const run of runs) place.append(row(run, left, actions));
}

function row(run, left, actions) {
  const row = document.createElement("div");
  row.className = "run";
  row.dataset.run = run.id;
  row.dataset.resource = run.resource;
  row.dataset.mode = run.mode;
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
    let lane = ends.findIndex(end => end <= from);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = to;
    lanes.append(bar(leg, run, lane, from, to, actions));
  }
  lanes.style.height = Math.max(1, ends.length) * laneHeight + 4 + "px";
  row.append(title, lanes);
  receive(row, actions);
  return row;
}

function bar(leg, run, lane, from, to, actions) {
  const bar = document.createElement("button");
  bar.type = "button";
  bar.className = "leg " + run.mode;
  bar.dataset.leg = leg.leg;
  bar.dataset.rider = leg.rider;
  bar.style.left = from + "%";
  bar.style.width = `max(${to - from}%, 1.2rem)`;
  bar.style.top = lane * laneHeight + 2 + "px";
  bar.textContent = leg.leg;
  const times = [leg.pickup, leg.delivery].filter(Boolean).map(stop => clock(stop.start)).join("–");
  bar.title = `${leg.leg} ${times}`;
  bar.setAttribute("aria-label", `${leg.leg}, ${leg.rider}, ${times}, ${run.resource}`);
  bar.addEventListener("click", () => actions.choose(leg.leg));
  carry(bar, leg.leg);
  return bar;
}

// Lets an element of the page be dragged with a leg.
export function carry(node, leg) {
  node.draggable = true;
  node.addEventListener("dragstart", event => {
    event.dataTransfer.setData("text/plain", leg);
    event.dataTransfer.effectAllowed = "move";
  });
}

function receive(row, actions) {
  row.addEventListener("dragover", event => {
    event.preventDefault();
    row.classList.add("over");
  });
  row.addEventListener("dragleave", () => row.classList.remove("over"));
  row.addEventListener("drop", event => {
    event.preventDefault();
    row.classList.remove("over");
    actions.drop(event.dataTransfer.getData("text/plain"), row.dataset.resource);
  });
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
  place.querySelector(".leg.chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
