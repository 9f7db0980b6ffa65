// Carrying a trip to somebody else: by mouse, by finger (held down for a moment first), or by keyboard (the key M).
// Whatever takes a trip has `data-drop`, the id of the vehicle or volunteer, and `data-title`, how it is called.
import { say } from "/page-words.js";

const slack = 6; // pixels that a mouse may move without dragging
const hold = 350; // milliseconds after which a finger carries instead of scrolling

let pressed = null; // a pointer that is down and may begin to carry
let carried = null; // { leg, node, over, ghost, byKey }

let actions = { drop() {}, say() {} };
export const setActions = given => { actions = given; };

// Lets an element be carried; it has to take the focus.
export function carry(node, leg) {
  node.addEventListener("pointerdown", event => press(event, node, leg));
  node.addEventListener("contextmenu", event => { if (pressed?.isTouch || carried) event.preventDefault(); });
  // A finger that carries must not scroll as well.
  node.addEventListener("touchmove", event => { if (carried && event.cancelable) event.preventDefault(); }, { passive: false });
  node.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey || carried) return;
    event.preventDefault();
    begin(leg, node, true);
    aim(targets().find(one => one.dataset.drop !== home(node)) || null);
  });
}

const home = node => node.closest("[data-drop]")?.dataset.drop;
const targets = () => [...document.querySelectorAll("[data-drop]")].filter(one => one.offsetParent !== null);

function press(event, node, leg) {
  if (event.button !== 0 || !event.isPrimary || carried) return;
  const isTouch = event.pointerType === "touch";
  pressed = { x: event.clientX, y: event.clientY, node, leg, isTouch };
  if (isTouch) pressed.timer = setTimeout(() => begin(leg, node, false), hold);
}

function release() {
  clearTimeout(pressed?.timer);
  pressed = null;
}

function begin(leg, node, byKey) {
  carried = { leg, node, byKey, over: null, ghost: null };
  document.body.classList.add("carrying");
  node.classList.add("carried");
  if (byKey) actions.say(say("carryByKey", leg));
  else {
    carried.ghost = document.createElement("div");
    carried.ghost.className = "ghost";
    carried.ghost.textContent = leg;
    document.body.append(carried.ghost);
    if (pressed) follow(pressed.x, pressed.y);
  }
}

function end() {
  if (!carried) return;
  aim(null);
  carried.ghost?.remove();
  carried.node.classList.remove("carried");
  document.body.classList.remove("carrying");
  carried = null;
}

function aim(target) {
  if (carried.over === target) return;
  carried.over?.classList.remove("over");
  carried.over = target;
  if (!target) return;
  target.classList.add("over");
  target.scrollIntoView({ block: "nearest" });
  if (carried.byKey) actions.say(say("carryOver", carried.leg, target.dataset.title));
}

function follow(x, y) {
  carried.ghost.style.left = x + 12 + "px";
  carried.ghost.style.top = y + 12 + "px";
  const target = document.elementFromPoint(x, y)?.closest("[data-drop]") || null;
  if (target !== carried.over) aim(target);
  // Near an edge of the window what lies beyond comes into view.
  if (y < 40) window.scrollBy(0, -12);
  if (y > window.innerHeight - 40) window.scrollBy(0, 12);
}

function drop() {
  const { leg, node, over } = carried;
  const own = home(node);
  end();
  if (over && over.dataset.drop !== own) actions.drop(leg, over.dataset.drop);
  else actions.say(say("carryNothing", leg));
}

window.addEventListener("pointermove", event => {
  if (carried && !carried.byKey) follow(event.clientX, event.clientY);
  else if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > slack) {
    if (pressed.isTouch) return release();
    begin(pressed.leg, pressed.node, false);
    follow(event.clientX, event.clientY);
  }
});
window.addEventListener("pointerup", event => {
  const wasCarrying = carried && !carried.byKey;
  release();
  if (!wasCarrying) return;
  follow(event.clientX, event.clientY);
  // The click that follows is not one that chooses.
  const swallow = event => { event.stopPropagation(); event.preventDefault(); };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
  drop();
});
window.addEventListener("pointercancel", () => {
  release();
  if (carried && !carried.byKey) end();
});
window.addEventListener("keydown", event => {
  if (!carried) return;
  if (event.key === "Escape") {
    actions.say(say("carryNothing", carried.leg));
    end();
  } else if (!carried.byKey) return;
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const all = targets();
    const here = all.indexOf(carried.over);
    aim(all[(here + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
  } else if (event.key === "Enter" || event.key === " ") drop();
  else if (event.key === "Tab") end();
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopPropagation();
}, { capture: true });
