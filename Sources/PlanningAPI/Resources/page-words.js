// What the page says, in French and English.
const words = {
  skip: ["Aller au contenu", "Skip to the content"],
  subtitle: ["les tournées de demain", "tomorrow’s runs"],
  settings: ["Réglages", "Settings"],
  language: ["Langue", "Language"],
  key: ["Clé d’accès", "Access key"],
  forPrograms: ["Pour les informaticiens", "For programmers"],
  dayTitle: ["1. La journée", "1. The day"],
  pickDay: ["Choisir un jour", "Pick a day"],
  daysComing: ["Jours à venir", "Days to come"],
  daysGone: ["Jours passés", "Days gone by"],
  dayColumn: ["Jour", "Day"],
  bookingsColumn: ["Demandes", "Bookings"],
  planColumn: ["Plan", "Plan"],
  otherDay: ["Autre date", "Another date"],
  openDay: ["Ouvrir ce jour", "Open this day"],
  noDays: ["Ce serveur n’a pas de fichier de territoire : ouvrez une journée enregistrée, ou essayez l’exemple.",
    "This server has no territory’s file: open a day that was saved, or try the example."],
  noPlanYet: ["pas encore de plan", "no plan yet"],
  planState: [(state, when) => `${state}, fait ${when}`, (state, when) => `${state}, made ${when}`],
  stale: ["(la journée a changé depuis)", "(the day has changed since)"],
  draft: ["brouillon", "draft"],
  proposed: ["proposé aux bénévoles", "proposed to volunteers"],
  confirmed: ["confirmé", "confirmed"],
  published: ["publié", "published"],
  amended: ["publié puis modifié", "published, then amended"],
  finished: ["terminé", "done"],
  openFile: ["Ouvrir un fichier de journée", "Open a day’s file"],
  example: ["Essayer avec un exemple", "Try an example"],
  recent: ["Revoir un calcul", "See a calculation again"],
  choose: ["choisir…", "choose…"],
  planningTitle: ["2. Le calcul", "2. The calculation"],
  duration: ["Temps de calcul", "Time to calculate"],
  plan: ["Préparer les tournées", "Plan the runs"],
  stop: ["Arrêter et garder le meilleur plan trouvé", "Stop and keep the best plan found"],
  incumbentKey: ["meilleur plan trouvé", "best plan found"],
  boundKey: ["aucun plan ne peut coûter moins", "no plan can cost less"],
  figuresTitle: ["3. Le plan", "3. The plan"],
  undo: ["Annuler", "Undo"],
  redo: ["Rétablir", "Redo"],
  undoOf: [what => `Annuler : ${what}`, what => `Undo: ${what}`],
  redoOf: [what => `Rétablir : ${what}`, what => `Redo: ${what}`],
  undone: [what => `Annulé : ${what}`, what => `Undone: ${what}`],
  redone: [what => `Rétabli : ${what}`, what => `Done again: ${what}`],
  replan: ["Recalculer avec mes décisions", "Calculate again with my decisions"],
  replanned: ["recalcul", "new calculation"],
  print: ["Tout le plan, à lire ou à imprimer", "The whole plan, to read or print"],
  sheets: ["Feuilles de route à imprimer", "Run sheets to print"],
  sheetsFile: ["feuilles", "sheets"],
  pageSaved: [name => `La page « ${name} » est dans vos téléchargements : ouvrez-la pour l’imprimer.`,
    name => `The page “${name}” is in your downloads: open it to print it.`],
  save: ["Enregistrer la journée et le plan", "Save the day and the plan"],
  saved: [name => `Enregistré : « ${name} », dans vos téléchargements. « Ouvrir un fichier de journée » le reprend.`,
    name => `Saved: “${name}”, in your downloads. “Open a day’s file” takes it up again.`],
  keepPlan: ["Garder ce plan dans le fichier du territoire", "Keep this plan in the territory’s file"],
  planKept: [state => `Plan gardé dans le fichier du territoire, à l’état « ${state} ».`, state => `Plan kept in the territory’s file, as “${state}”.`],
  runsTitle: ["Les tournées", "The runs"],
  offer: ["Offre", "Offer"],
  resource: ["Véhicule ou bénévole", "Vehicle or volunteer"],
  rider: ["Voyageur", "Rider"],
  timelineHelp: [
    "Pour confier un trajet à quelqu’un d’autre, faites-le glisser sur une autre ligne (au doigt : appuyez d’abord un instant). Au clavier : flèches pour aller d’un trajet à l’autre, Entrée pour choisir, M pour le confier.",
    "To give a trip to somebody else, drag it to another row (by finger: press for a moment first). By keyboard: arrows to go from trip to trip, Enter to choose, M to give it away."],
  free: ["Sans tournée ce jour-là :", "Without a run that day:"],
  carryByKey: [leg => `${leg} est pris. Flèches haut et bas pour choisir à qui le confier, Entrée pour essayer, Échap pour renoncer.`,
    leg => `${leg} is taken up. Up and down arrows to choose whom to give it to, Enter to try, Escape to give up.`],
  carryOver: [(leg, who) => `${leg} à ${who} ?`, (leg, who) => `${leg} to ${who}?`],
  carryNothing: [leg => `${leg} reste où il était.`, leg => `${leg} stays where it was.`],
  heldMark: ["conducteur fixé par vous", "driver fixed by you"],
  tripTitle: ["Le trajet choisi", "The trip chosen"],
  noTrip: ["Choisissez un trajet sur les lignes de temps, la carte ou la liste.", "Choose a trip on the timeline, the map or the list."],
  unservedTitle: ["Ce qui n’est pas servi", "What is not served"],
  allServed: ["Tout est servi.", "Everything is served."],
  givenTo: [who => `confié à l’extérieur : ${who}`, who => `given away outside: ${who}`],
  decisionsTitle: ["Vos décisions", "Your decisions"],
  noDecisions: ["Aucune : Camin choisit tout.", "None: Camin chooses everything."],
  decided: ["décidé par vous", "decided by you"],
  decidedNow: [what => `Noté : ${what}. « Recalculer avec mes décisions » en tient compte.`,
    what => `Noted: ${what}. “Calculate again with my decisions” reckons with it.`],
  changesTitle: ["Ce qui a changé, et à qui le dire", "What has changed, and whom to tell"],
  noChanges: ["Rien n’a changé depuis le plan précédent.", "Nothing has changed since the plan before."],
  sinceTitle: ["Depuis que vous avez ouvert ce plan", "Since you opened this plan"],
  sinceNothing: ["Rien n’a changé.", "Nothing has changed."],
  sinceLost: [(leg, rider, who) => `${leg} (${rider}) : plus servi, c’était ${who}`, (leg, rider, who) => `${leg} (${rider}): no longer served, it was ${who}`],
  sinceServed: [(leg, rider, who, time) => `${leg} (${rider}) : servi par ${who}${time ? " à " + time : ""}`,
    (leg, rider, who, time) => `${leg} (${rider}): served by ${who}${time ? " at " + time : ""}`],
  sinceOther: [(leg, rider, who, was, time, before) => `${leg} (${rider}) : ${who} au lieu de ${was}${time && time !== before ? `, ${time} au lieu de ${before || "?"}` : ""}`,
    (leg, rider, who, was, time, before) => `${leg} (${rider}): ${who} instead of ${was}${time && time !== before ? `, ${time} instead of ${before || "?"}` : ""}`],
  sinceTime: [(leg, rider, time, before) => `${leg} (${rider}) : ${time} au lieu de ${before}`, (leg, rider, time, before) => `${leg} (${rider}): ${time} instead of ${before}`],
  transitTitle: ["En car ou en train", "By bus or train"],
  transitSummary: [(all, some, good) => `Trajets demandés : ${all}. Avec un car ou un train vers l’heure voulue : ${some}. Où il convient : ${good}.`,
    (all, some, good) => `Trips asked for: ${all}. With a bus or train at about the time wished: ${some}. Where it will do: ${good}.`],
  noTransit: ["Ni car ni train vers cette heure.", "No bus or train at about that time."],
  transitIs: [(title, verdict) => `Car ou train : ${title} (${verdict})`, (title, verdict) => `Bus or train: ${title} (${verdict})`],
  transitSuits: ["convient", "will do"],
  transitNot: [why => `ne convient pas : ${why}`, why => `will not do: ${why}`],
  noneSuits: ["Aucun trajet n’a de car ni de train vers l’heure voulue.", "No trip has a bus or train at about the time wished."],
  footer: ["Camin, logiciel libre (AGPL-3.0). Cette page n’appelle que son propre serveur.",
    "Camin, free software (AGPL-3.0). This page calls its own server only."],
  trialTitle: ["Essai : rien n’est encore changé", "Trial: nothing is changed yet"],
  keep: ["Garder ce changement", "Keep this change"],
  longer: ["Chercher mieux (10 s)", "Look for better (10 s)"],
  drop: ["Ne rien changer", "Change nothing"],
  all: ["tous", "all"],
  reading: ["Lecture et vérification…", "Reading and checking…"],
  notJSON: ["Ce fichier n’est pas une journée de Camin. Donnez un fichier .json que cette page ou « camin » a enregistré.",
    "This file is not one of Camin’s days. Give a .json file that this page or “camin” has saved."],
  planAlone: ["Ce fichier est un plan sans sa journée. Ouvrez le fichier enregistré par « Enregistrer la journée et le plan ».",
    "This file is a plan without its day. Open the file that “Save the day and the plan” has saved."],
  faultsTitle: [n => n > 1 ? `${n} choses à corriger` : "Une chose à corriger", n => n > 1 ? `${n} things to mend` : "One thing to mend"],
  warningsTitle: ["À regarder (cela n’empêche pas le calcul)", "To look at (planning can go on)"],
  fine: ["On peut préparer les tournées.", "The runs can be planned."],
  onlyShown: ["Ce calcul est montré sans sa journée : pour y changer quelque chose, ouvrez la journée.",
    "This calculation is shown without its day: to change something, open the day."],
  dayOf: [(d, t, counts) => `${d}, ${t} : ${counts}.`, (d, t, counts) => `${d}, ${t}: ${counts}.`],
  planIs: [words => `Plan : ${words}.`, words => `Plan: ${words}.`],
  counts: [(b, l, r) => `${b} demandes (${l} trajets), ${r} véhicules et bénévoles`,
    (b, l, r) => `${b} bookings (${l} trips), ${r} vehicles and volunteers`],
  waiting: [n => n > 0 ? `En attente ; calculs avant le vôtre : ${n}.` : "En attente…",
    n => n > 0 ? `Waiting; calculations before yours: ${n}.` : "Waiting…"],
  running: [(u, r, g) => `Tournées : ${r} ; trajets sans place : ${u}${g}`, (u, r, g) => `Runs: ${r}; trips without a place: ${u}${g}`],
  gap: [g => ` ; au plus ${g} % au-dessus du meilleur possible`, g => `; at most ${g} % above the best possible`],
  done: ["Calcul terminé : le plan est affiché plus bas.", "Done: the plan is shown below."],
  stopping: ["Arrêt demandé…", "Ending…"],
  lost: ["Liaison perdue ; nouvel essai…", "Connection lost; trying again…"],
  served: ["Trajets servis", "Trips served"],
  bookings: ["Demandes servies", "Bookings served"],
  runs: ["Tournées", "Runs"],
  kilometres: ["Kilomètres", "Kilometres"],
  cost: ["Coût", "Cost"],
  shared: ["Trajets partagés", "Shared trips"],
  proof: ["Marge prouvée", "Proven margin"],
  proofValue: [gap => `au plus ${gap} %`, gap => `${gap} % at most`],
  optimal: ["aucune : c’est le meilleur plan", "none: this is the best plan"],
  unknown: ["inconnue", "unknown"],
  approximate: ["Temps estimés à vol d’oiseau : ce plan est approximatif.", "Times estimated as the crow flies: this plan is approximate."],
  map: ["Carte", "Map"],
  zoomIn: ["Agrandir la carte", "Zoom in"],
  zoomOut: ["Réduire la carte", "Zoom out"],
  noMap: ["La carte demande le paquet Debian libjs-leaflet sur le serveur. Les lignes de temps montrent les mêmes tournées.",
    "The map needs Debian’s package libjs-leaflet on the server. The timeline shows the same runs."],
  from: ["Prise en charge", "Pick-up"],
  to: ["Dépose", "Drop-off"],
  by: ["Par", "By"],
  nobody: ["personne", "nobody"],
  moveTo: ["Confier à", "Give to"],
  tryMove: ["Essayer", "Try"],
  hold: [who => `Toujours avec ${who}`, who => `Always with ${who}`],
  forbid: [who => `Jamais avec ${who}`, who => `Never with ${who}`],
  why: ["Pourquoi ?", "Why?"],
  asking: ["Recherche…", "Looking…"],
  trying: [(l, r) => `Essai : ${l} avec ${r}…`, (l, r) => `Trial: ${l} with ${r}…`],
  keeps: ["Vérifié : le plan respecte toutes les règles.", "Checked: the plan keeps every rule."],
  breaks: [n => n > 1 ? `Vérifié : ${n} règles enfreintes.` : "Vérifié : une règle enfreinte.",
    n => n > 1 ? `Checked: ${n} rules broken.` : "Checked: one rule broken."],
  consequences: ["Ce qui changerait", "What would change"],
  refused: [(l, r) => `${l} ne trouve pas place avec ${r} :`, (l, r) => `${l} finds no place with ${r}:`],
  before: ["avant", "before"],
  after: ["après", "after"],
  remove: ["Retirer", "Remove"],
  removeLock: [what => `Retirer : ${what}`, what => `Remove: ${what}`],
  assign: [(t, r) => `${t} avec ${r}`, (t, r) => `${t} with ${r}`],
  forbidden: [(t, r) => `${t} jamais avec ${r}`, (t, r) => `${t} never with ${r}`],
  otherLock: [(k, t, r) => `${k} ${t} ${r}`, (k, t, r) => `${k} ${t} ${r}`],
  least: ["Le plus petit changement qui le servirait :", "The least change that would serve it:"],
  byResource: ["Conducteur par conducteur", "Driver by driver"],
  tad: ["TAD", "DRT"],
  volunteer: ["bénévole", "volunteer"],
  vsl: ["VSL", "VSL"],
  taxi: ["taxi", "taxi"],
  complete: ["terminé", "complete"],
  stopped: ["arrêté", "stopped"],
  jobLine: [(when, legs, state) => `${when} · ${legs} trajets · ${state}`, (when, legs, state) => `${when} · ${legs} trips · ${state}`],
  objective: ["coût et poids de ce qui n’est pas servi", "cost and weight of what is not served"],
  seconds: ["secondes", "seconds"],
  plotLabel: [(a, b) => `Meilleur plan : ${a} ; aucun plan sous ${b}.`, (a, b) => `Best plan: ${a}; no plan below ${b}.`],
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

const withFirst = text => text.replace(/ 1 (?=\p{L})/u, language() === "fr" ? " 1er " : " 1 ");

export const day = date => withFirst(
  new Intl.DateTimeFormat(language(), { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
    .format(new Date(date + "T12:00:00Z")));

// A moment of the server's clock as the reader's shows it.
export const moment = time => withFirst(
  new Intl.DateTimeFormat(language(), { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" })
    .format(new Date(time)));

export function translate(root) {
  document.documentElement.lang = language();
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
}
