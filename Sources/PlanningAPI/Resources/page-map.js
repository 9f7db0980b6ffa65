// The map: runs along their roads, stops, and wishes that nobody serves. No tiles: nothing is fetched from elsewhere.
import { say } from "/page-words.js";

const colours = { tad: "#1f5fa8", volunteer: "#0b6b54", vsl: "#8a3b8f", taxi: "#9a5b00" };
const dashes = { unserved: "2 6", outside: "8 4 2 4" };
let map = null;
let zoom = null;
let layer = null;
let features = [];
let communes = [];
let names = null;

// `places` and `visited`: what the names on the map come from.
export function show(place, geojson, chosen, places, visited) {
  const L = window.L;
  if (!L) {
    const note = document.createElement("p");
    note.textContent = say("noMap");
    place.replaceChildren(note);
    return;
  }
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!map) map = L.map(place, { attributionControl: true, zoomControl: false, zoomAnimation: !isCalm, fadeAnimation: !isCalm })
    .on("zoomend", showNames);
  // Its lines have no names; the timeline says the same to who listens.
  map.getPanes().overlayPane.setAttribute("aria-hidden", "true");
  rename(place);
  map.attributionControl.setPrefix("Leaflet");
  const source = geojson.attribution || geojson.features[0]?.properties.attribution;
  if (source) map.attributionControl.addAttribution(source);
  if (layer) layer.remove();
  features = [];
  // The drives between stops lie on the runs, which are enough to see.
  const seen = { ...geojson, features: geojson.features.filter(feature => feature.geometry && feature.properties.kind !== "drive") };
  layer = L.geoJSON(seen, {
    style: feature => style(feature, false),
    pointToLayer: (feature, at) => L.circleMarker(at, { radius: 5, weight: 2, color: "#1c2b33", fillColor: "#fff", fillOpacity: 1 }),
    onEachFeature: (feature, drawn) => {
      features.push({ feature, drawn });
      const p = feature.properties;
      const title = document.createElement("span");
      title.textContent = p.wish ? [p.title, p.leg, p.wish].filter(Boolean).join(" · ")
        : [p.resource || p.run, p.leg, p.rider, p.place].filter(Boolean).join(" · ");
      drawn.bindTooltip(title);
      drawn.on("click", () => chosen(p));
    },
  }).addTo(map);
  const bounds = layer.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [12, 12], animate: false });
  communes = findCommunes(places, visited);
  showNames();
}

// The names of the map and its buttons, in the reader's language.
export function rename(place) {
  if (!map) return;
  place.setAttribute("aria-label", say("map"));
  if (zoom) zoom.remove();
  zoom = window.L.control.zoom({ zoomInTitle: say("zoomIn"), zoomOutTitle: say("zoomOut") }).addTo(map);
}

// Nothing is shown while the map of another plan is on its way.
export function clear() {
  if (layer) layer.remove();
  layer = null;
  features = [];
}

function style(feature, isBold) {
  const p = feature.properties;
  return {
    color: p.kind === "unserved" ? "#9c1c1c" : colours[p.mode] || "#444",
    weight: isBold ? 6 : 3, opacity: 0.85, dashArray: dashes[p.kind] || null,
  };
}

// Brings out what `isChosen(properties)` says, and fades what `isShown` does not.
export function mark(isChosen, isShown) {
  if (!map) return;
  const bold = [];
  for (const { feature, drawn } of features) {
    const p = feature.properties;
    const isBold = isChosen(p);
    if (feature.geometry.type !== "Point") drawn.setStyle({ ...style(feature, isBold), opacity: isShown(p) ? 0.85 : 0.08 });
    else drawn.setStyle({ opacity: isShown(p) ? 1 : 0.1, fillOpacity: isShown(p) ? 1 : 0.1, fillColor: isBold ? "#e08a00" : "#fff" });
    if (isBold) { drawn.bringToFront(); bold.push(drawn); }
  }
  if (!bold.length) return;
  const bounds = window.L.featureGroup(bold).getBounds();
  if (!map.getBounds().contains(bounds)) map.fitBounds(bounds, { padding: [24, 24] });
}

// Names of the communes where most is done, as many as do not cover each other: without tiles nothing else says where
// things are.
function showNames() {
  names?.remove();
  names = window.L.layerGroup().addTo(map);
  const taken = [];
  for (const { text, at } of communes) {
    const point = map.latLngToContainerPoint(at);
    const half = text.length * 3.6 + 4;
    if (taken.some(other => Math.abs(other.x - point.x) < half + other.half && Math.abs(other.y - point.y) < 15)) continue;
    taken.push({ x: point.x, y: point.y, half });
    const label = document.createElement("span");
    label.textContent = text;
    window.L.marker(at, { icon: window.L.divIcon({ className: "commune", html: label, iconSize: null }), interactive: false, keyboard: false })
      .addTo(names);
  }
}

// `places`: of the scenario; `visited`: ids of places, as often as somebody stops there.
function findCommunes(places, visited) {
  const known = new Map(places.filter(place => place.commune).map(place => [place.id, place]));
  const found = new Map();
  for (const id of visited) {
    const place = known.get(id);
    if (!place) continue;
    const one = found.get(place.commune) || { text: place.commune, count: 0, lat: 0, lng: 0 };
    one.count += 1;
    one.lat += place.latitude;
    one.lng += place.longitude;
    found.set(place.commune, one);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.text.localeCompare(b.text))
    .map(one => ({ text: one.text, at: [one.lat / one.count, one.lng / one.count] }));
}
