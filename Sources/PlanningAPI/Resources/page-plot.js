// Incumbent against bound while a search runs.
import { number, say } from "/page-words.js";

const svg = "http://www.w3.org/2000/svg";
const frame = { left: 64, right: 590, top: 10, bottom: 136 };

function make(name, attributes, text) {
  const node = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

// `points`: `{ elapsed, objective, lower_bound }`, in the order of time.
export function draw(plot, points, limit) {
  const known = points.filter(point => point.objective != null);
  plot.replaceChildren();
  if (!known.length) return;
  // The first incumbents are far above all that follows; the axis shows where it is decided.
  const objectives = known.map(point => point.objective);
  const least = Math.min(...known.map(point => point.lower_bound ?? point.objective));
  const sorted = [...objectives].sort((a, b) => a - b);
  const top = Math.max(sorted[Math.floor(sorted.length * 0.75)], objectives.at(-1)) * 1.02 + 1e-9;
  const bottom = Math.min(least, objectives.at(-1));
  const last = Math.max(limit, known.at(-1).elapsed, 0.1);
  const x = time => frame.left + (time / last) * (frame.right - frame.left);
  const y = value =>
    frame.bottom - ((Math.min(value, top) - bottom) / Math.max(1e-9, top - bottom)) * (frame.bottom - frame.top);
  for (const value of [bottom, (bottom + top) / 2, top]) {
    plot.append(
      make("line", { x1: frame.left, x2: frame.right, y1: y(value), y2: y(value), class: "line-grid" }),
      make("text", { x: frame.left - 6, y: y(value) + 4, "text-anchor": "end" }, number(value)));
  }
  plot.append(make("text", { x: frame.right, y: 154, "text-anchor": "end" }, number(last) + " " + say("seconds")));
  plot.append(make("text", { x: frame.left, y: 154 }, say("objective")));
  const steps = (name, value) => {
    let path = "";
    let before = null;
    for (const point of known) {
      if (value(point) == null) continue;
      const at = [x(point.elapsed), y(value(point))];
      path += path === "" ? `M${at[0]},${at[1]}` : `L${at[0]},${before}L${at[0]},${at[1]}`;
      before = at[1];
    }
    if (path) plot.append(make("path", { d: path + `L${x(known.at(-1).elapsed)},${before}`, class: name }));
  };
  steps("line-bound", point => point.lower_bound);
  steps("line-incumbent", point => point.objective);
  const end = known.at(-1);
  plot.setAttribute(
    "aria-label",
    say("plotLabel", number(end.objective), end.lower_bound == null ? say("unknown") : number(end.lower_bound)));
}
