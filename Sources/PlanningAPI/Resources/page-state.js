// What the page knows at the moment, and its way back: scenario and plan are never changed in place, so that a step back
// is only a matter of which ones are shown.
export const at = id => document.getElementById(id);

export const state = {
  scenario: null, // the document of the day, with the coordinator's decisions in it
  kept: null, // how far the plan that the day came with had come
  day: null, // its date, where it stands in the server's store
  job: null, // path of the job behind the plan shown; null: the plan came from a file or the store
  running: null, // path of the job that runs
  plan: null,
  opened: null, // the plan that later ones are compared with
  alternatives: null, // what buses and trains would do, by leg
  points: [],
  chosen: null, // a leg
};

const kept = ["scenario", "job", "plan", "opened", "chosen"];
const past = [];
const future = [];

const shot = title => ({ title, ...Object.fromEntries(kept.map(key => [key, state[key]])) });

function restore(one) {
  for (const key of kept) state[key] = one[key];
}

// To be called before a change; `title` says what is about to be done.
export function remember(title) {
  past.push(shot(title));
  future.length = 0;
}

export function clearSteps() {
  past.length = future.length = 0;
}

// What would be taken back, or done again; null: nothing.
export const nextUndo = () => past.at(-1)?.title ?? null;
export const nextRedo = () => future.at(-1)?.title ?? null;

const step = (from, to) => {
  const one = from.pop();
  if (!one) return null;
  to.push(shot(one.title));
  restore(one);
  return one.title;
};

// The title of what was taken back.
export const undo = () => step(past, future);
export const redo = () => step(future, past);
