// What the page says, in French and English.
const words = {
  skip: ["Aller au contenu", "Skip to the content"],
  subtitle: ["les tournées de demain", "tomorrow’s runs"],
  language: ["Langue", "Language"],
  key: ["Clé d’accès", "Access key"],
  dayTitle: ["La journée", "The day"],
  openFile: ["Ouvrir une journée (JSON)", "Open a day (JSON)"],
  example: ["Essayer un exemple", "Try an example"],
  recent: ["Reprendre un calcul", "Take up a job"],
  choose: ["choisir…", "choose…"],
  planningTitle: ["Le calcul", "The search"],
  duration: ["Durée", "Time"],
  plan: ["Préparer les tournées", "Plan the runs"],
  stop: ["Arrêter et garder le meilleur", "Stop and keep the best"],
  incumbentKey: ["meilleur plan trouvé", "best plan found"],
  boundKey: ["aucun plan ne peut coûter moins", "no plan can cost less"],
  figuresTitle: ["Le plan", "The plan"],
  replan: ["Replanifier avec les décisions", "Plan anew with the decisions"],
  print: ["Page à imprimer", "Page to print"],
  save: ["Enregistrer le plan", "Save the plan"],
  saveDay: ["Enregistrer la journée et ses décisions", "Save the day and its decisions"],
  runsTitle: ["Les tournées", "The runs"],
  offer: ["Offre", "Offer"],
  resource: ["Véhicule ou bénévole", "Vehicle or volunteer"],
  rider: ["Voyageur", "Rider"],
  tripTitle: ["Le trajet choisi", "The trip chosen"],
  noTrip: ["Choisissez un trajet sur la frise, la carte ou la liste.", "Choose a trip on the timeline, the map or the list."],
  unservedTitle: ["Ce qui n’est pas servi", "What is not served"],
  allServed: ["Tout est servi.", "Everything is served."],
  decisionsTitle: ["Vos décisions", "Your decisions"],
  noDecisions: ["Aucune décision : tout est laissé au calcul.", "No decision: all is left to the search."],
  changesTitle: ["Ce qui a changé, et à qui le dire", "What has changed, and whom to tell"],
  noChanges: ["Rien n’a changé depuis le plan précédent.", "Nothing has changed since the plan before."],
  footer: ["Camin, logiciel libre (AGPL-3.0). Cette page n’appelle que son propre serveur.",
    "Camin, free software (AGPL-3.0). This page calls its own server only."],
  trialTitle: ["Essai", "Trial"],
  keep: ["Garder", "Keep"],
  drop: ["Revenir en arrière", "Go back"],
  all: ["tous", "all"],
  reading: ["Lecture et vérification…", "Reading and checking…"],
  notJSON: ["Ce fichier n’est pas du JSON. Donnez une journée écrite par « camin » (un seul fichier .json).",
    "This file is not JSON. Give a day written by “camin” (one .json file)."],
  faultsTitle: [n => n > 1 ? `${n} choses à corriger` : "Une chose à corriger", n => n > 1 ? `${n} things to mend` : "One thing to mend"],
  warningsTitle: ["À regarder (sans empêcher le calcul)", "To look at (planning can go on)"],
  fine: ["La journée peut être planifiée.", "The day can be planned."],
  dayOf: [(d, t) => `${d}, ${t}`, (d, t) => `${d}, ${t}`],
  counts: [(b, l, r) => `${b} demandes (${l} trajets), ${r} véhicules et bénévoles`,
    (b, l, r) => `${b} bookings (${l} legs), ${r} vehicles and volunteers`],
  waiting: [n => n > 0 ? `En attente : ${n} calcul(s) avant le vôtre.` : "En attente…",
    n => n > 0 ? `Waiting: ${n} job(s) before yours.` : "Waiting…"],
  running: [(u, r, g) => `${r} tournées, ${u} trajet(s) sans place${g}`, (u, r, g) => `${r} runs, ${u} leg(s) without a place${g}`],
  gap: [g => ` ; au plus ${g} % au-dessus du meilleur possible`, g => `; at most ${g} % above the best possible`],
  noBound: ["", ""],
  done: ["Terminé.", "Done."],
  stopping: ["Arrêt demandé…", "Ending…"],
  failed: ["Le calcul a échoué.", "The job has failed."],
  lost: ["Liaison perdue ; nouvel essai…", "Connection lost; trying again…"],
  served: ["Trajets servis", "Legs served"],
  bookings: ["Demandes servies", "Bookings served"],
  runs: ["Tournées", "Runs"],
  kilometres: ["Kilomètres", "Kilometres"],
  cost: ["Coût", "Cost"],
  shared: ["Trajets partagés", "Shared legs"],
  proof: ["Écart prouvé", "Proven gap"],
  optimal: ["optimal", "optimal"],
  unknown: ["inconnu", "unknown"],
  approximate: ["Temps estimés à vol d’oiseau : ce plan est approximatif.", "Times estimated as the crow flies: this plan is approximate."],
  map: ["Carte", "Map"],
  noMap: ["La carte demande le paquet Debian libjs-leaflet sur le serveur. La frise montre les mêmes tournées.",
    "The map needs Debian’s package libjs-leaflet on the server. The timeline shows the same runs."],
  departs: ["départ", "leaves"],
  returns: ["retour", "back"],
  from: ["Prise en charge", "Pick-up"],
  to: ["Dépose", "Drop-off"],
  by: ["Par", "By"],
  nobody: ["personne", "nobody"],
  moveTo: ["Confier à", "Give to"],
  tryMove: ["Essayer", "Try"],
  hold: ["Garder ce conducteur", "Keep this driver"],
  forbid: ["Jamais ce conducteur", "Never this driver"],
  why: ["Pourquoi ?", "Why?"],
  asking: ["Recherche…", "Looking…"],
  trying: [(l, r) => `Essai : ${l} avec ${r}…`, (l, r) => `Trial: ${l} with ${r}…`],
  keeps: ["Le plan respecte toutes les règles.", "The plan keeps every rule."],
  breaks: [n => `${n} règle(s) enfreinte(s) :`, n => `${n} rule(s) broken:`],
  decided: ["décidé par vous", "decided by you"],
  consequences: ["Ce qui changerait :", "What would change:"],
  refused: ["Ce trajet n’y trouve pas place :", "The leg finds no place there:"],
  before: ["avant", "before"],
  after: ["après", "after"],
  remove: ["Retirer", "Remove"],
  assign: [(t, r) => `${t} avec ${r}`, (t, r) => `${t} with ${r}`],
  forbidden: [(t, r) => `${t} jamais avec ${r}`, (t, r) => `${t} never with ${r}`],
  otherLock: [(k, t, r) => `${k} ${t} ${r}`, (k, t, r) => `${k} ${t} ${r}`],
  least: ["Le plus petit changement qui le servirait :", "The least change that would serve it:"],
  byResource: ["Conducteur par conducteur", "Driver by driver"],
  tad: ["TAD", "DRT"],
  volunteer: ["bénévole", "volunteer"],
  vsl: ["VSL", "VSL"],
  taxi: ["taxi", "taxi"],
  jobLine: [(when, legs, state) => `${when} · ${legs} trajets · ${state}`, (when, legs, state) => `${when} · ${legs} legs · ${state}`],
  objective: ["coût et poids de ce qui n’est pas servi", "cost and weight of what is not served"],
  seconds: ["secondes", "seconds"],
  plotLabel: [(a, b) => `Meilleur plan : ${a} ; borne : ${b}.`, (a, b) => `Best plan: ${a}; bound: ${b}.`],
};

let index = (navigator.language || "fr").startsWith("fr") ? 0 : 1;

export const language = () => (index === 0 ? "fr" : "en");
export function choose(code) { index = code === "en" ? 1 : 0; }

export function say(key, ...values) {
  const word = words[key][index];
  return typeof word === "function" ? word(...values) : word;
}

// Text of a document in both languages, in the reader's.
export const told = text => (typeof text === "string" ? text : text[language()]);

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

export const euros = value =>
  new Intl.NumberFormat(language(), { style: "currency", currency: "EUR", maximumFractionDigits: 0 }).format(value);

// `2026-11-25T07:14:53+01:00` as the clock of the territory shows it, whatever the reader's own zone.
export const clock = time => time.slice(11, 16);

export const day = date =>
  new Intl.DateTimeFormat(language(), { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
    .format(new Date(date + "T12:00:00Z"));

export function translate(root) {
  document.documentElement.lang = language();
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
}
