// The coordinator's page: a day, its plan, and what the coordinator decides about it.
import * as api from "/page-api.js";
import * as cards from "/page-cards.js";
import * as days from "/page-days.js";
import { setActions } from "/page-drag.js";
import * as files from "/page-files.js";
import * as map from "/page-map.js";
import * as planView from "/page-plan.js";
import { draw } from "/page-plot.js";
import * as steps from "/page-state.js";
import { at, state } from "/page-state.js";
import * as timeline from "/page-timeline.js";
import { trial } from "/page-trial.js";
import { choose as chooseLanguage, day, language, number, say, translate } from "/page-words.js";

// Told to whoever sees and to whoever hears.
const announce = text => { at("said").textContent = text; };

// Whether the page still shows this day; decisions leave its territory the same object.
const isOpen = scenario => state.scenario?.territory === scenario.territory;

// --- The day

// `plan` and `warnings`: what the day comes with.
async function open(scenario, plan = null, date = null, warnings = []) {
  Object.assign(state, { scenario, day: date, job: null, plan: null, opened: null, chosen: null, alternatives: null });
  steps.clearSteps();
  at("result").hidden = at("planning").hidden = true;
  at("plot-figure").hidden = true;
  at("progress").textContent = "";
  at("day-summary").textContent = say("reading");
  cards.faults(at("faults"), null);
  try {
    const answer = await api.ask("validate", scenario);
    if (!isOpen(scenario)) return;
    at("planning").hidden = false;
    describeDay();
    const odd = warnings.length ? warnings : answer.warnings || [];
    if (odd.length) cards.faults(at("faults"), { errors: odd }, "warningsTitle");
    if (plan) await show(null, plan);
  } catch (error) {
    if (!isOpen(scenario)) return;
    if (!state.plan) state.scenario = null;
    at("day-summary").textContent = "";
    complain(error);
  }
}

function describeDay() {
  const { scenario, kept } = state;
  if (!scenario) return;
  const legs = (scenario.bookings || []).reduce((sum, booking) => sum + booking.legs.length, 0);
  const resources = (scenario.vehicles || []).length + (scenario.volunteers || []).length;
  at("day-summary").textContent =
    say("dayOf", day(scenario.territory.date), scenario.territory.name || scenario.territory.id,
      say("counts", (scenario.bookings || []).length, legs, resources)) + " " +
    (kept ? say("planIs", days.keptWords(kept)) : say("fine"));
}

async function openDay(date) {
  at("day-summary").textContent = say("reading");
  cards.faults(at("faults"), null);
  try {
    const found = await api.get("/v1/days/" + date);
    state.kept = found.kept;
    await open(found.scenario, found.plan, date, found.warnings || []);
  } catch (error) {
    at("day-summary").textContent = "";
    complain(error);
  }
}

function complain(error) {
  if (error instanceof api.Refusal) cards.faults(at("faults"), error.problem);
  else cards.faults(at("faults"), { title: String(error.message || error) });
  at("day").scrollIntoView();
}

async function readFile(file) {
  const found = await files.read(file);
  if (found.complaint) return complain(new Error(found.complaint));
  state.kept = null;
  await open(found.scenario, found.plan);
}

async function example() {
  state.kept = null;
  try { await open(await api.get("/page-day.json")); } catch (error) { complain(error); }
}

// --- The search

const limit = () => Number(at("limit").value);
const plan = () => start("plan", "/v1/plans", { scenario: state.scenario, options: { time_limit: limit() } });
const replan = () =>
  start("replanned", "/v1/replan", { scenario: state.scenario, previous: state.plan, options: { time_limit: limit() } });

async function start(title, path, body) {
  const isFirst = !state.plan;
  try {
    busy(true);
    cards.faults(at("faults"), null);
    at("progress").textContent = say("waiting", 0);
    at("planning").scrollIntoView({ block: "nearest" });
    state.points = [];
    const job = await api.submit(path, body);
    const made = await watch(job.links.self);
    if (!isOpen(body.scenario)) return;
    if (!isFirst) steps.remember(say(title));
    await show(job.links.self, made);
    at("figures-title").focus();
  } catch (error) {
    complain(error);
  } finally {
    busy(false);
  }
}

async function watch(path) {
  state.running = path;
  at("stop").disabled = false;
  at("plot-figure").hidden = true;
  await api.follow(path + "/events", (name, data) => {
    if (name === "incumbent") {
      state.points.push(data);
      draw(at("plot"), state.points, limit());
      // An empty picture would have nothing to say.
      at("plot-figure").hidden = !at("plot").hasChildNodes();
      const gap = data.gap == null ? "" : say("gap", number(data.gap * 100, 1));
      at("progress").textContent = say("running", data.unserved, data.runs, gap);
    }
  }, () => { at("progress").textContent = say("lost"); });
  const job = await api.get(path);
  state.running = null;
  if (job.failure) throw new api.Refusal(job.failure);
  at("progress").textContent = say("done");
  return api.get(path + "/result");
}

function busy(isBusy) {
  at("plan").disabled = at("replan").disabled = isBusy;
  if (!isBusy) {
    at("stop").disabled = true;
    at("replan").disabled = !state.scenario;
  }
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
  state.opened ||= plan;
  at("result").hidden = false;
  render();
  lookForTransit();
  await drawMap();
}

// Roads take longer to draw than all else; a map once drawn is kept with its plan.
let drawn = new WeakMap();

async function drawMap() {
  const { plan, job, scenario } = state;
  if (!drawn.has(plan)) {
    map.clear();
    drawn.set(plan, JSON.parse(job ? await api.get(job + "/geojson", "text") : await api.drawn("geojson", { scenario, plan })));
  }
  if (state.plan !== plan) return;
  const visited = plan.runs.flatMap(run => [run.start, ...run.stops.map(stop => stop.place)]);
  map.show(at("map"), drawn.get(plan), properties => choose(properties.leg), scenario?.places || [], visited);
  choose(state.chosen);
}

// What buses and trains would do depends on the day alone.
async function lookForTransit() {
  const scenario = state.scenario;
  if (!scenario || state.alternatives) return;
  try {
    const found = await api.ask("alternatives", scenario);
    if (state.scenario?.bookings !== scenario.bookings || !found.timetables) return;
    state.alternatives = new Map(found.legs.map(one => [one.leg, one]));
    if (!state.plan) return;
    cards.unserved(at("unserved"), state.plan, choose, state.alternatives);
    planView.transit(choose);
    choose(state.chosen);
  } catch { /* the plan is worth showing without */ }
}

function render() {
  const plan = state.plan;
  if (!plan) return;
  planView.figures(plan);
  planView.filters(plan);
  const held = new Set((state.scenario?.locks || []).filter(lock => lock.kind === "assign").map(lock => lock.trip));
  timeline.show(at("timeline"), plan, { choose, held: leg => held.has(leg) });
  planView.free(plan, state.scenario);
  cards.unserved(at("unserved"), plan, choose, state.alternatives);
  cards.decisions(at("decisions"), state.scenario?.locks || [], undecide);
  cards.changes(at("changes"), plan);
  planView.since(plan);
  planView.transit(choose);
  planView.stepButtons();
  at("print").href = state.job ? state.job + "/page" : "/";
  at("sheets").href = state.job ? state.job + "/sheets" : "/";
  at("sheets").hidden = !state.job;
  // A second search beside one that runs would overtake it.
  at("replan").disabled = !state.scenario || at("plan").disabled;
  at("save").hidden = !state.scenario;
  at("keep-plan").hidden = !state.day;
  choose(state.chosen);
}

function choose(leg) {
  state.chosen = leg || null;
  const run = state.plan.runs.find(run => run.stops.some(stop => stop.leg === leg));
  timeline.mark(at("timeline"), other => other === leg, planView.isShown);
  map.mark(p => !!leg && (p.leg === leg || p.run === run?.id && p.kind === "run"), planView.isShown);
  planView.trip(leg, run, { move, decide, why });
}

async function why(leg) {
  const place = at("why");
  place.textContent = say("asking");
  try {
    const answer = await api.ask("explain", { scenario: state.scenario, plan: state.plan, trip: leg });
    place.replaceChildren(...planView.reasons(answer, leg));
  } catch (error) {
    place.replaceChildren();
    complain(error);
  }
}

// --- Decisions

function decide(kind, trip, resource) {
  const lock = { kind, trip, resource };
  steps.remember(cards.lockWords(lock));
  state.scenario = planView.withLock(state.scenario, lock);
  render();
  announce(say("decidedNow", cards.lockWords(lock)));
}

function undecide(index) {
  const title = say("removeLock", cards.lockWords(state.scenario.locks[index]));
  steps.remember(title);
  state.scenario = { ...state.scenario, locks: state.scenario.locks.filter((_, other) => other !== index) };
  render();
  announce(title);
  at("decisions").querySelector("button")?.focus();
}

async function move(leg, resource) {
  if (!state.scenario) return announce(say("onlyShown"));
  await trial(leg, resource, async (made, scenario) => {
    const title = say("assign", leg, resource);
    steps.remember(title);
    Object.assign(state, { scenario, chosen: leg });
    try {
      const drawing = show(made.job, made.plan);
      announce(title);
      timeline.focus(at("timeline"), leg);
      await drawing;
    } catch (error) {
      complain(error);
    }
  }, complain);
}

async function stepTo(step, words) {
  const title = step();
  if (!title) return;
  render();
  announce(say(words, title));
  await drawMap().catch(complain);
}
const undo = () => stepTo(steps.undo, "undone");
const redo = () => stepTo(steps.redo, "redone");

// --- What leaves the page

// Only a plan that a job of this server has made, without a key, has an address that a new window can open.
async function print(event, form, name) {
  if (state.job && !at("key").value.trim()) return;
  event.preventDefault();
  try {
    const { job, scenario, plan } = state;
    const text = job ? await api.get(job + "/" + form, "text") : await api.drawn(form, { scenario, plan });
    announce(say("pageSaved", files.save(text, `${name}-${plan.date}.html`, "text/html")));
  } catch (error) {
    complain(error);
  }
}

function save() {
  const document = { scenario: state.scenario, plan: state.plan };
  announce(say("saved", files.save(JSON.stringify(document, null, 2), `jour-${state.plan.date}.json`, "application/json")));
}

async function keepPlan() {
  try {
    const { day, plan } = state;
    const kept = await api.keep(day, plan, state.kept?.number ?? 0);
    if (state.day === day) state.kept = kept;
    announce(say("planKept", days.stateName(kept.state)));
    describeDay();
    await listDays();
  } catch (error) {
    complain(error);
  }
}

// --- Earlier jobs

async function recent() {
  try {
    const { jobs } = await api.get("/v1/jobs");
    const done = jobs.filter(job => job.links.result);
    at("recent-label").hidden = !done.length;
    at("recent").replaceChildren(cards.node("option", { value: "" }, say("choose")), ...done.map(job =>
      cards.node("option", { value: job.links.self },
        say("jobLine", new Date(job.submitted_at).toLocaleString(language()), job.legs, say(job.state)))));
  } catch {
    at("recent-label").hidden = true;
  }
}

async function takeUp(path) {
  if (!path) return;
  try {
    const made = await api.get(path + "/result");
    Object.assign(state, { scenario: null, day: null, kept: null, opened: null, chosen: null, alternatives: null });
    steps.clearSteps();
    at("planning").hidden = true;
    at("day-summary").textContent = say("onlyShown");
    cards.faults(at("faults"), null);
    await show(path, made);
    at("figures-title").focus();
  } catch (error) {
    complain(error);
  }
}

const listDays = () => days.list(openDay).catch(complain);

// --- Beginning

function speak(code) {
  chooseLanguage(code);
  at("language").value = code;
  translate(document.body);
  describeDay();
  render();
  map.rename(at("map"));
  // What lies on the map is told in the reader's language too.
  drawn = new WeakMap();
  if (state.plan) drawMap().catch(complain);
  listDays();
  recent();
}

setActions({ drop: move, say: announce });
timeline.listen(at("timeline"));
const clicks = { example, plan, stop, replan, undo, redo, save, "keep-plan": keepPlan };
for (const [id, action] of Object.entries(clicks)) at(id).addEventListener("click", action);
at("print").addEventListener("click", event => print(event, "page", "plan"));
at("sheets").addEventListener("click", event => print(event, "sheets", say("sheetsFile")));
at("file").addEventListener("change", event => {
  if (event.target.files[0]) readFile(event.target.files[0]);
  event.target.value = "";
});
at("other-day").addEventListener("submit", event => {
  event.preventDefault();
  openDay(at("date").value);
});
at("recent").addEventListener("change", event => takeUp(event.target.value));
at("key").addEventListener("change", () => { listDays(); recent(); });
at("access").addEventListener("submit", event => event.preventDefault());
at("trial-drop").addEventListener("click", () => at("trial").close());
for (const id of ["filter-mode", "filter-run", "filter-rider"]) at(id).addEventListener("change", () => choose(state.chosen));
at("language").addEventListener("change", event => speak(event.target.value));
window.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.target.matches("input") || at("trial").open) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo(); else undo();
});
speak(language());
// A link that shows what the page does, in one answer.
if (location.hash === "#exemple" || location.hash === "#example") {
  example().then(async () => {
    if (!state.scenario) return;
    const made = await api.planned("/v1/plans", { scenario: state.scenario, options: { time_limit: 2 } }, 30);
    await show(made.job, made.plan);
  }).catch(complain);
}
