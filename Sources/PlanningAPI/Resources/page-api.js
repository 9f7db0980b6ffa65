// Calls to the planning API that serves this page.
import { language } from "/page-words.js";

export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || "");
    this.problem = problem;
  }
}

function headers(more = {}) {
  const own = { "Accept-Language": language(), ...more };
  const key = document.getElementById("key").value.trim();
  if (key) own.Authorization = "Bearer " + key;
  return own;
}

async function answer(response) {
  if (response.ok) return response;
  let problem = { title: response.status + " " + response.statusText };
  try { problem = await response.json(); } catch { /* an answer of a proxy, which says nothing more */ }
  throw new Refusal(problem);
}

export async function get(path, type = "json") {
  const response = await answer(await fetch(path, { headers: headers() }));
  return type === "json" ? response.json() : response.text();
}

async function post(path, document, more) {
  return answer(await fetch(path, {
    method: "POST", headers: headers({ "Content-Type": "application/json", ...more }), body: JSON.stringify(document),
  }));
}

export const ask = async (question, document) => (await post("/v1/" + question, document)).json();

// What people look at of a plan that no job has made.
export const drawn = async (form, document) => (await post("/v1/" + form, document)).text();

// Keeps a plan in the server's store, after the version that is known here; somebody else may have kept one meanwhile.
export const keep = async (date, plan, after) => (await post(`/v1/days/${date}/plans`, { plan, after })).json();

// Names that nobody else has; `randomUUID` is there by TLS alone.
const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");

// Submits a job; the key makes a repeated click or a repeated request the same job.
export async function submit(path, document) {
  const response = await post(path, document, { "Idempotency-Key": fresh() });
  return response.json();
}

// A plan that is worth waiting for; with the path of its job.
export async function planned(path, document, seconds) {
  const response = await post(path + "?wait=" + seconds, document, { "Idempotency-Key": fresh() });
  const body = await response.json();
  if (response.status === 202) {
    const job = await ended(body.links.self);
    return { plan: await get(job.links.result), job: body.links.self };
  }
  const location = response.headers.get("Content-Location") || "";
  return { plan: body, job: location.replace(/\/result$/, "") };
}

async function ended(path) {
  for (;;) {
    const job = await get(path);
    if (["complete", "stopped", "failed"].includes(job.state)) {
      if (job.failure) throw new Refusal(job.failure);
      return job;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

export async function stop(path) {
  return (await answer(await fetch(path, { method: "DELETE", headers: headers() }))).json();
}

// Follows a job's events by `fetch`, since `EventSource` can send no key. Calls `heard(name, data)`; ends with the job.
export async function follow(path, heard, lost) {
  let last = "";
  for (;;) {
    try {
      const response = await answer(await fetch(path, {
        headers: headers({ Accept: "text/event-stream", ...(last ? { "Last-Event-ID": last } : {}) }),
      }));
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
        let end;
        while ((end = text.indexOf("\n\n")) >= 0) {
          const event = parse(text.slice(0, end));
          text = text.slice(end + 2);
          if (event.id) last = event.id;
          if (event.name) heard(event.name, JSON.parse(event.data));
          if (event.name === "done") return;
        }
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      lost();
    }
    await new Promise(resolve => setTimeout(resolve, 2000));
  }
}

function parse(block) {
  const event = {};
  for (const line of block.split("\n")) {
    if (line.startsWith("id: ")) event.id = line.slice(4);
    if (line.startsWith("event: ")) event.name = line.slice(7);
    if (line.startsWith("data: ")) event.data = (event.data || "") + line.slice(6);
  }
  return event;
}
