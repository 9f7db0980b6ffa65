//<![CDATA[
(function () {
  "use strict";

  document.documentElement.classList.add("scripted");

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  /* One run singled out: list, map and day show the same one. */
  var list = document.querySelector(".run-list");
  var chosen = null;
  /* Moves the map to what is chosen; defined below where there is a map. */
  var frame = function () {};

  function choose(run) {
    chosen = run;
    document.body.classList.toggle("one-run", run !== null);
    all("[data-run]").forEach(function (element) {
      element.classList.toggle("chosen", element.dataset.run === run);
    });
    all(".run-list details").forEach(function (item) {
      var isChosen = item.dataset.run === run;
      if (item.open !== isChosen) { item.open = isChosen; }
      if (isChosen) { bringIntoList(item); }
    });
    var front = document.querySelector(".map-frame .run.chosen");
    if (front) { front.parentNode.appendChild(front); }
  }

  function bringIntoList(item) {
    var top = item.offsetTop - list.offsetTop;
    var hidden = top < list.scrollTop || top + item.offsetHeight > list.scrollTop + list.clientHeight;
    if (hidden) { list.scrollTop = top - 8; }
  }

  if (list) {
    list.addEventListener("toggle", function (event) {
      var run = event.target.dataset.run;
      if (event.target.open && chosen !== run) { choose(run); frame(); }
      if (!event.target.open && chosen === run) { choose(null); frame(); }
    }, true);
  }

  all(".row .track").forEach(function (track) {
    track.addEventListener("click", function () {
      var run = track.parentNode.dataset.run;
      choose(chosen === run ? null : run);
      frame();
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { hideTip(); choose(null); frame(); }
  });

  /* Details under the pointer. */
  var tip = document.getElementById("tip");

  function hideTip() { tip.hidden = true; }

  document.addEventListener("pointermove", function (event) {
    var owner = event.target.closest ? event.target.closest("[data-tip]") : null;
    if (!owner || dragged) { hideTip(); return; }
    tip.textContent = owner.dataset.tip;
    tip.hidden = false;
    var left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
    var below = event.clientY + 18;
    var top = below + tip.offsetHeight > window.innerHeight
      ? event.clientY - tip.offsetHeight - 10 : below;
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = top + "px";
  });
  document.addEventListener("scroll", hideTip, true);

  /* Printing: everything, all sheets, or one. */
  all("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () {
      var what = button.dataset.print;
      var sheet = button.closest(".sheet");
      if (sheet) { sheet.classList.add("print-this"); }
      document.body.classList.add("print-" + what);
      window.print();
    });
  });
  window.addEventListener("afterprint", function () {
    document.body.classList.remove("print-all", "print-sheets", "print-sheet");
    all(".print-this").forEach(function (sheet) { sheet.classList.remove("print-this"); });
  });

  /* Moving about the map. */
  var map = document.querySelector(".map-frame > svg");
  var scale = document.querySelector(".scale");
  var dragged = false;
  if (!map) { return; }

  var whole = map.viewBox.baseVal;
  var width = whole.width, height = whole.height;
  var view = { x: 0, y: 0, zoom: 1 };
  var lengths = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];

  function show() {
    view.zoom = Math.min(24, Math.max(1, view.zoom));
    view.x = Math.min(width - width / view.zoom, Math.max(0, view.x));
    view.y = Math.min(height - height / view.zoom, Math.max(0, view.y));
    map.setAttribute("viewBox",
      view.x + " " + view.y + " " + width / view.zoom + " " + height / view.zoom);
    var unitsPerPixel = width / view.zoom / Math.max(1, map.clientWidth);
    map.style.setProperty("--z", unitsPerPixel);
    var room = view.zoom * map.clientWidth / 760;
    [0.9, 2, 4, 8].forEach(function (least, index) {
      map.classList.toggle("at" + (index + 1), room >= least);
    });
    map.style.touchAction = view.zoom > 1 ? "none" : "pan-y";
    showScale(Number(scale.dataset.metres) * unitsPerPixel);
  }

  function showScale(metresPerPixel) {
    var most = metresPerPixel * Math.max(90, map.clientWidth / 6);
    var metres = lengths.filter(function (length) { return length <= most; }).pop() || lengths[0];
    scale.style.width = metres / metresPerPixel + "px";
    scale.textContent = metres < 1000 ? metres + "\u00a0m" : metres / 1000 + "\u00a0km";
  }

  /* Zooms so that the point under the pointer stays where it is; the middle where there is none. */
  function zoom(factor, clientX, clientY) {
    var box = map.getBoundingClientRect();
    var alongX = clientX === undefined ? 0.5 : (clientX - box.left) / box.width;
    var alongY = clientY === undefined ? 0.5 : (clientY - box.top) / box.height;
    var before = view.zoom;
    view.zoom = Math.min(24, Math.max(1, before * factor));
    view.x += alongX * width * (1 / before - 1 / view.zoom);
    view.y += alongY * height * (1 / before - 1 / view.zoom);
    show();
  }

  function move(pixelsX, pixelsY) {
    var unitsPerPixel = width / view.zoom / Math.max(1, map.clientWidth);
    view.x -= pixelsX * unitsPerPixel;
    view.y -= pixelsY * unitsPerPixel;
    show();
  }

  /* Brings the run singled out near, or shows everything. */
  frame = function () {
    view = { x: 0, y: 0, zoom: 1 };
    var run = map.querySelector(".run.chosen");
    if (run) {
      var box = run.getBBox();
      view.zoom = Math.min(8, width / (box.width + 160), height / (box.height + 160));
      view.zoom = Math.max(1, view.zoom);
      view.x = box.x + box.width / 2 - width / view.zoom / 2;
      view.y = box.y + box.height / 2 - height / view.zoom / 2;
    }
    show();
  };

  var actions = {
    in: function () { zoom(1.6); },
    out: function () { zoom(1 / 1.6); },
    reset: function () { choose(null); frame(); }
  };
  all("[data-map]").forEach(function (button) {
    button.addEventListener("click", actions[button.dataset.map]);
  });

  map.addEventListener("keydown", function (event) {
    var step = 60;
    var keys = {
      ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step]
    };
    if (keys[event.key]) { move(keys[event.key][0], keys[event.key][1]); }
    else if (event.key === "+" || event.key === "=") { actions.in(); }
    else if (event.key === "-") { actions.out(); }
    else { return; }
    event.preventDefault();
  });

  /* The wheel alone scrolls the page; with Ctrl or Cmd it zooms, as in map services. */
  map.addEventListener("wheel", function (event) {
    if (!event.ctrlKey && !event.metaKey) { return; }
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  }, { passive: false });
  map.addEventListener("dblclick", function (event) { zoom(2, event.clientX, event.clientY); });

  var fingers = new Map();
  map.addEventListener("pointerdown", function (event) {
    fingers.set(event.pointerId, event);
    if (fingers.size === 1) { dragged = false; }
  });
  map.addEventListener("pointermove", function (event) {
    var last = fingers.get(event.pointerId);
    if (!last) { return; }
    var dx = event.clientX - last.clientX, dy = event.clientY - last.clientY;
    if (!dragged && Math.abs(dx) + Math.abs(dy) < 4) { return; }
    dragged = true;
    map.classList.add("moving");
    if (fingers.size === 2) { pinch(event, last); } else { move(dx, dy); }
    fingers.set(event.pointerId, event);
  });

  function pinch(event, last) {
    var other = null;
    fingers.forEach(function (finger, id) { if (id !== event.pointerId) { other = finger; } });
    function apart(finger) {
      return Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
    }
    zoom(apart(event) / Math.max(1, apart(last)),
      (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
  }

  function lift(event) {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) { map.classList.remove("moving"); }
  }
  window.addEventListener("pointerup", lift);
  window.addEventListener("pointercancel", function (event) { lift(event); dragged = false; });

  map.addEventListener("click", function (event) {
    if (dragged) { dragged = false; return; }
    var run = event.target.closest(".run");
    choose(run && run.dataset.run !== chosen ? run.dataset.run : null);
  });

  window.addEventListener("resize", show);
  show();
}());
//]]>
