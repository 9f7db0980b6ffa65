// Files that the coordinator opens and saves.
import { node } from "/page-cards.js";
import { say } from "/page-words.js";

// `{ scenario, plan }`, or `{ complaint }`.
export async function read(file) {
  let document;
  try {
    document = JSON.parse(await file.text());
  } catch {
    return { complaint: say("notJSON") };
  }
  if (typeof document !== "object" || !document) return { complaint: say("notJSON") };
  if (document.runs && !document.scenario) return { complaint: say("planAlone") };
  return document.scenario ? { scenario: document.scenario, plan: document.plan || null } : { scenario: document, plan: null };
}

// Hands a text to the browser's downloads; the name of the file.
export function save(text, name, type) {
  const link = node("a", { download: name });
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return name;
}
