// The days of the server's store: which there are, and how far each has come.
import * as api from "/page-api.js";
import { node } from "/page-cards.js";
import { at } from "/page-state.js";
import { day, moment, say } from "/page-words.js";

const shownAtFirst = 14;

// Shows the list; `open(date)` is called for the one picked. Where the server has none, says so.
export async function list(open) {
  let days = null; // not told: a key is missing, or does not allow it
  try {
    days = (await api.get("/v1/days")).days;
  } catch (error) {
    if (!(error instanceof api.Refusal)) throw error;
  }
  at("days").hidden = !days?.length;
  at("no-days").hidden = !days || days.length > 0;
  if (!days?.length) return;
  const today = new Date().toLocaleDateString("sv");
  const coming = days.filter(one => one.date >= today).sort((a, b) => a.date.localeCompare(b.date));
  const gone = days.filter(one => one.date < today).sort((a, b) => b.date.localeCompare(a.date));
  const parts = [];
  if (coming.length) parts.push(table(coming, say("daysComing"), open));
  if (gone.length) {
    const older = table(gone, say("daysGone"), open);
    parts.push(gone.length > shownAtFirst || coming.length
      ? node("details", { open: !coming.length }, node("summary", {}, say("daysGone")), older) : older);
  }
  at("day-list").replaceChildren(...parts);
}

function table(days, title, open) {
  const head = [say("dayColumn"), say("bookingsColumn"), say("planColumn")];
  return node("table", { class: "days" }, node("caption", {}, title),
    node("thead", {}, node("tr", {}, ...head.map(text => node("th", { scope: "col" }, text)))),
    node("tbody", {}, ...days.map(one => node("tr", {},
      node("th", { scope: "row" }, node("button", { type: "button", onclick: () => open(one.date) }, day(one.date))),
      node("td", {}, String(one.bookings)), node("td", {}, words(one.plan))))));
}

export const stateName = state => say(state === "done" ? "finished" : state);

const words = plan => plan ? say("planState", stateName(plan.state), moment(plan.made_at)) : say("noPlanYet");

export const keptWords = kept => words(kept) + (kept?.stale ? " " + say("stale") : "");
