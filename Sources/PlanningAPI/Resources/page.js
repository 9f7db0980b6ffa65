// The coordinator's page: a day, its plan, and what the coordinator decides about it.
import * as api from "/page-api.js";
import * as cards from "/page-cards.js";
import * as map from "/page-map.js";
import { draw } from "/page-plot.js";
import * as timeline from "/page-timeline.js";
import { choose as chooseLanguage, day, euros, language, number, say, told, translate } from "/page-words.js";

const at = id => document.getElementById(id);

const state = {
  scenario: null, // the document of the day, with the coordinator's locks in it
  job: null, // path of the job behind the plan shown
  running: null, // path of the job that runs
  plan: null,
  geojson: null,
  points: [],
  chosen: null, // a leg
};

// --- The day

async function open(scenario) {
  state.scenario = scenario;
  at("result").hidden = at("planning").hidden = true;
  at("day-summary").textContent = say("reading");
  cards.faults(at("faults"), null);
  try {
    const answer = await api.ask("validate", scenario);
    at("planning").hidden = false;
    describeDay();
    if (answer.warnings?.length) cards.faults(at("faults"), { errors: answer.warnings }, "warningsTitle");
  } catch (error) {
    state.scenario = null;
    at("day-summary").textContent = "";
    complain(error);
  }
}

function describeDay() {
  const scenario = state.scenario;
  if (!scenario) return;
  const legs = (scenario.bookings || []).reduce((sum, booking) => sum + booking.legs.length, 0);
  const resources = (scenario.vehicles || []).length + (scenario.volunteers || []).length;
  at("day-summary").textContent =
    `${say("dayOf", day(scenario.territory.date), scenario.territory.name || scenario.territory.id)} : ` +
    say("counts", (scenario.bookings || []).length, legs, resources) + ". " + say("fine");
}

function complain(error) {
  if (error instanceof api.Refusal) cards.faults(at("faults"), error.problem);
  else cards.faults(at("faults"), { title: String(error.message || error) });
  at("day").scrollIntoView();
}

async function readFile(file) {
  let document;
  try {
    document = JSON.parse(await file.text());
  } catch {
    cards.faults(at("faults"), { title: say("notJSON") });
    return;
  }
  await open(document.scenario || document);
}

async function example() {
  try { await open(await api.get("/example-day.json")); } catch (error) { complain(error); }
}

// --- The search

const plan = () =>
  start("/v1/plans", { scenario: state.scenario, options: { time_limit: Number(at("limit").value) } });

async function start(path, body) {
  try {
    busy(true);
    at("progress").textContent = say("waiting", 0);
    state.points = [];
    const job = await api.submit(path, body);
    await watch(job.links.self);
  } catch (error) {
    complain(error);
  } finally {
    busy(false);
  }
}

async function watch(path) {
  state.running = path;
  at("plot-figure").hidden = false;
  const limit = Number(at("limit").value);
  await api.follow(path + "/events", (name, data) => {
    if (name === "incumbent") {
      state.points.push(data);
      draw(at("plot"), state.points, limit);
      const gap = data.gap == null ? "" : say("gap", number(data.gap * 100, 1));
      at("progress").textContent = say("running", data.unserved, data.runs, gap);
    }
  }, () => { at("progress").textContent = say("lost"); });
  const job = await api.get(path);
  state.running = null;
  if (job.failure) throw new api.Refusal(job.failure);
  at("progress").textContent = say("done");
  await show(path, await api.get(path + "/result"));
}

function busy(isBusy) {
  at("plan").disabled = at("replan").disabled = isBusy;
  at("stop").disabled = !isBusy;
}

async function stop() {
  if (!state.running) return;
  at("stop").disabled = true;
  at("progress").textContent = say("stopping");
  try { await api.stop(state.running); } catch (error) { complain(error); }
}

// --- The plan

async function show(job, plan) {
  state.job = job;
  state.plan = plan;
  at("result").hidden = false;
  // Roads take longer to draw than all else.
  state.geojson = null;
  render();
  at("figures-title").scrollIntoView({ block: "start" });
  const drawn = JSON.parse(await api.get(job + "/geojson", "text"));
  if (state.job !== job) return;
  state.geojson = drawn;
  map.show(at("map"), drawn, properties => choose(properties.leg));
  choose(state.chosen);
}

function render() {
  const plan = state.plan;
  if (!plan) return;
  if (!state.geojson) map.clear();
  figures(plan);
  filters(plan);
  timeline.show(at("timeline"), plan, { choose, drop: move });
  if (state.geojson) map.show(at("map"), state.geojson, properties => choose(properties.leg));
  cards.unserved(at("unserved"), plan, choose);
  cards.decisions(at("decisions"), state.scenario?.locks || [], undecide);
  cards.changes(at("changes"), plan);
  at("print").href = state.job + "/page";
  at("replan").disabled = !state.scenario;
  choose(state.chosen);
}

function figures(plan) {
  const i = plan.indicators;
  const proof = plan.proof;
  const rows = [
    [say("served"), `${number(i.served_legs)} / ${number(i.legs)}`],
    [say("bookings"), `${number(i.served_bookings)} / ${number(i.bookings)}`],
    [say("runs"), number(i.runs)], [say("kilometres"), number(i.km)], [say("cost"), euros(i.cost)],
    [say("shared"), number(i.shared_legs || 0)],
    [say("proof"), !proof ? say("unknown") : proof.optimal ? say("optimal") : number(proof.gap * 100, 1) + " %"],
  ];
  at("figures").replaceChildren(...rows.map(([title, value]) =>
    cards.node("div", {}, cards.node("dt", {}, title), cards.node("dd", {}, value))));
  if (plan.approximate) at("figures").append(cards.node("p", {}, say("approximate")));
}

function filters(plan) {
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
function isShown(item) {
  const run = state.plan.runs.find(run => run.id === item.run);
  const resource = item.resource || run?.resource;
  const mode = item.mode || run?.mode;
  const rider = at("filter-rider").value;
  if (at("filter-mode").value && mode !== at("filter-mode").value) return false;
  if (at("filter-run").value && resource !== at("filter-run").value) return false;
  if (!rider) return true;
  return item.rider ? item.rider === rider : !!run?.stops.some(stop => stop.rider === rider);
}

// --- A trip

function choose(leg) {
  state.chosen = leg || null;
  const run = state.plan.runs.find(run => run.stops.some(stop => stop.leg === leg));
  timeline.mark(at("timeline"), other => other === leg, isShown);
  map.mark(p => !!leg && (p.leg === leg || p.run === run?.id && p.kind === "run"), isShown);
  if (!leg) {
    at("trip-body").replaceChildren(cards.node("p", {}, say("noTrip")));
    return;
  }
  const found = run && timeline.legs(run).find(one => one.leg === leg);
  cards.trip(at("trip-body"), found, wish(leg), {
    id: leg, place, resources: resources(),
  }, state.scenario && { move, decide, why });
}

function wish(leg) {
  for (const booking of state.scenario?.bookings || []) {
    for (const one of booking.legs) if (one.id === leg) return { ...one, rider: booking.rider };
  }
  return null;
}

const place = id => state.scenario?.places.find(place => place.id === id)?.name || id;

const resources = () =>
  [...(state.scenario?.volunteers || []), ...(state.scenario?.vehicles || [])].map(resource => resource.id).sort();

async function why(leg) {
  const answerPlace = at("why");
  answerPlace.textContent = say("asking");
  try {
    const answer = await api.ask("explain", { scenario: state.scenario, plan: state.plan, trip: leg });
    const lines = answer.unserved.flatMap(booking => [
      ...booking.reasons.filter(reason => reason.leg === leg).flatMap(cards.reasonLines), cards.bindings(booking, leg)]);
    const served = answer.served.flatMap(one => (one.lines || one.text ? [one.text ? told(one.text) : one.lines.map(told).join(" ")] : []));
    answerPlace.replaceChildren(...lines.filter(Boolean), ...served.map(text => cards.node("p", {}, text)));
  } catch (error) {
    answerPlace.replaceChildren();
    complain(error);
  }
}

// --- Decisions

const withLock = lock => {
  const isSame = other => other.trip === lock.trip && (lock.kind === "assign" ? other.kind === "assign" : other.resource === lock.resource);
  const locks = (state.scenario.locks || []).filter(other => !isSame(other));
  return { ...state.scenario, locks: [...locks, lock] };
};

function decide(kind, trip, resource) {
  state.scenario = withLock({ kind, trip, resource });
  cards.decisions(at("decisions"), state.scenario.locks, undecide);
}

function undecide(index) {
  state.scenario = { ...state.scenario, locks: state.scenario.locks.filter((_, other) => other !== index) };
  cards.decisions(at("decisions"), state.scenario.locks, undecide);
}

// Gives a leg to somebody for trial: the plan anew with as few other changes as possible, judged at once.
async function move(leg, resource) {
  if (!leg || !state.scenario) return;
  const dialog = at("trial");
  const body = at("trial-body");
  body.replaceChildren(cards.node("p", {}, say("trying", leg, resource)));
  at("trial-keep").disabled = true;
  if (!dialog.open) dialog.showModal();
  const scenario = withLock({ kind: "assign", trip: leg, resource });
  try {
    const made = await api.planned("/v1/replan", { scenario, previous: state.plan, options: { time_limit: 3 } }, 30);
    const answer = await api.ask("check", { scenario, plan: made.plan });
    const isServed = made.plan.runs.some(run => run.resource === resource && run.stops.some(stop => stop.leg === leg));
    body.replaceChildren(cards.node("p", {}, say("assign", leg, resource)), ...(isServed ? [] : refusal(made.plan, leg)),
      ...cards.verdict(answer), comparison(state.plan, made.plan), consequences(made.plan));
    at("trial-keep").disabled = !answer.valid;
    at("trial-keep").onclick = async () => {
      dialog.close();
      state.scenario = scenario;
      state.chosen = leg;
      await show(made.job, made.plan).catch(complain);
    };
  } catch (error) {
    dialog.close();
    complain(error);
  }
}

function refusal(plan, leg) {
  const booking = plan.unserved.find(one => one.legs.includes(leg));
  const reasons = booking?.reasons.filter(reason => reason.leg === leg) || [];
  return [cards.node("p", { class: "bad" }, say("refused")), ...reasons.flatMap(cards.reasonLines),
    booking ? cards.bindings(booking, leg) : null].filter(Boolean);
}

function comparison(before, after) {
  const row = (title, value) => cards.node("tr", {}, cards.node("th", { scope: "row" }, title),
    cards.node("td", {}, value(before)), cards.node("td", {}, value(after)));
  return cards.node("table", {},
    cards.node("thead", {}, cards.node("tr", {}, cards.node("td"), cards.node("th", { scope: "col" }, say("before")), cards.node("th", { scope: "col" }, say("after")))),
    cards.node("tbody", {}, row(say("served"), plan => number(plan.indicators.served_legs)),
      row(say("kilometres"), plan => number(plan.indicators.km)), row(say("cost"), plan => euros(plan.indicators.cost))));
}

function consequences(plan) {
  const all = plan.changes?.changes || [];
  if (!all.length) return cards.node("p", {}, say("noChanges"));
  return cards.node("details", { open: true }, cards.node("summary", {}, say("consequences")),
    cards.node("ul", {}, ...all.map(change => cards.node("li", {}, told(change.text)))));
}

// --- Files

function save(document, name) {
  const link = cards.node("a", { download: name });
  link.href = URL.createObjectURL(new Blob([JSON.stringify(document, null, 2)], { type: "application/json" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// With a key a new window could not show the page: it would be asked for without it.
async function print(event) {
  if (!at("key").value.trim()) return;
  event.preventDefault();
  const text = await api.get(state.job + "/page", "text");
  const link = cards.node("a", { download: `plan-${state.plan.date}.html` });
  link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// --- Earlier jobs

async function recent() {
  try {
    const { jobs } = await api.get("/v1/jobs");
    const done = jobs.filter(job => job.links.result);
    at("recent-label").hidden = !done.length;
    at("recent").replaceChildren(cards.node("option", { value: "" }, say("choose")), ...done.map(job =>
      cards.node("option", { value: job.links.self },
        say("jobLine", new Date(job.submitted_at).toLocaleString(language()), job.legs, job.state))));
  } catch {
    at("recent-label").hidden = true;
  }
}

async function takeUp(path) {
  if (!path) return;
  try {
    state.scenario = null;
    at("planning").hidden = true;
    await show(path, await api.get(path + "/result"));
  } catch (error) {
    complain(error);
  }
}

// --- Beginning

function speak(code) {
  chooseLanguage(code);
  at("language").value = code;
  translate(document.body);
  describeDay();
  render();
}

at("file").addEventListener("change", event => { if (event.target.files[0]) readFile(event.target.files[0]); });
at("example").addEventListener("click", example);
at("plan").addEventListener("click", plan);
at("replan").addEventListener("click", () =>
  start("/v1/replan", { scenario: state.scenario, previous: state.plan, options: { time_limit: Number(at("limit").value) } }));
at("stop").addEventListener("click", stop);
at("save").addEventListener("click", () => save(state.plan, `plan-${state.plan.date}.json`));
at("save-day").addEventListener("click", () => { if (state.scenario) save(state.scenario, `jour-${state.plan.date}.json`); });
at("print").addEventListener("click", print);
at("recent").addEventListener("change", event => takeUp(event.target.value));
at("key").addEventListener("change", recent);
at("access").addEventListener("submit", event => event.preventDefault());
at("trial-drop").addEventListener("click", () => at("trial").close());
for (const id of ["filter-mode", "filter-run", "filter-rider"]) at(id).addEventListener("change", () => choose(state.chosen));
at("language").addEventListener("change", event => speak(event.target.value));
speak(language());
recent();
// A link that shows what the page does, in one answer.
if (location.hash === "#exemple" || location.hash === "#example") {
  example().then(async () => {
    if (!state.scenario) return;
    const made = await api.planned("/v1/plans", { scenario: state.scenario, options: { time_limit: 2 } }, 30);
    await show(made.job, made.plan);
  }).catch(complain);
}
