//<![CDATA[
(function () {
  "use strict";

  var slider = document.getElementById("clock");
  if (!slider) { return; }

  var time = document.getElementById("clock-time");
  var play = document.getElementById("clock-play");
  var cursor = document.getElementById("cursor");
  var first = Number(slider.min), last = Number(slider.max);
  var hours = slider.dataset.hours.split(" ").map(Number);
  /* The whole day passes by in half a minute. */
  var wholeDay = 30000;
  var playing = null;
  var isShown = false;

  var vehicles = Array.prototype.slice.call(document.querySelectorAll(".vehicle"))
    .map(function (element) {
      return {
        element: element,
        drives: element.dataset.track.split(";").map(function (text) {
          var part = text.split(" ");
          return { start: Number(part[0]), end: Number(part[1]), line: part[2],
            from: Number(part[3]), to: Number(part[4]) };
        })
      };
    });

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function clock(elapsed) {
    var hour = Math.min(hours.length - 1, Math.floor((elapsed - first) / 3600));
    var minutes = hours[hour] + Math.floor((elapsed - first - hour * 3600) / 60);
    return two(Math.floor(minutes / 60) % 24) + ":" + two(minutes % 60);
  }

  function place(vehicle, now) {
    var drives = vehicle.drives;
    var isOut = now >= drives[0].start && now <= drives[drives.length - 1].end;
    vehicle.element.classList.toggle("here", isOut);
    if (!isOut) { return; }
    var drive = drives[0], share = 0;
    drives.forEach(function (next) {
      if (now < next.start) { return; }
      drive = next;
      share = next.end > next.start ? Math.min(1, (now - next.start) / (next.end - next.start)) : 1;
    });
    var line = document.getElementById(drive.line);
    if (!line || !line.getTotalLength) { return; }
    var along = drive.from + share * (drive.to - drive.from);
    var point = line.getPointAtLength(along * line.getTotalLength());
    vehicle.element.setAttribute("transform", "translate(" + point.x + " " + point.y + ")");
    vehicle.element.classList.toggle("standing", now > drive.end);
    /* The name stays within the drawing. */
    var name = vehicle.element.querySelector("text");
    name.setAttribute("x", point.x > 880 ? -10 : 10);
    name.setAttribute("text-anchor", point.x > 880 ? "end" : "start");
  }

  function show() {
    isShown = true;
    var now = Number(slider.value);
    time.textContent = clock(now);
    slider.setAttribute("aria-valuetext", clock(now));
    vehicles.forEach(function (vehicle) { place(vehicle, now); });
    var track = document.querySelector(".row:not(.filtered) .track");
    cursor.hidden = !track;
    if (track) {
      cursor.style.left =
        track.offsetLeft + (now - first) / (last - first) * track.offsetWidth + "px";
    }
  }

  function stop() {
    if (playing !== null) { window.cancelAnimationFrame(playing); }
    playing = null;
    play.setAttribute("aria-pressed", "false");
  }

  function clear() {
    stop();
    isShown = false;
    cursor.hidden = true;
    time.textContent = "";
    vehicles.forEach(function (vehicle) { vehicle.element.classList.remove("here"); });
  }

  play.addEventListener("click", function () {
    if (playing !== null) { stop(); return; }
    if (Number(slider.value) >= last) { slider.value = first; }
    var from = Number(slider.value), begun = null;
    play.setAttribute("aria-pressed", "true");
    function step(now) {
      if (begun === null) { begun = now; }
      var next = from + (now - begun) / wholeDay * (last - first);
      slider.value = Math.min(last, next);
      show();
      if (next >= last) { stop(); } else { playing = window.requestAnimationFrame(step); }
    }
    playing = window.requestAnimationFrame(step);
  });

  slider.addEventListener("input", function () { stop(); show(); });

  /* A moment pointed at in the day is shown on the map too. */
  document.addEventListener("click", function (event) {
    var track = event.target.closest ? event.target.closest(".row .track") : null;
    if (!track) { return; }
    var box = track.getBoundingClientRect();
    var share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    stop();
    slider.value = first + share * (last - first);
    show();
  });
  document.getElementById("clock-off").addEventListener("click", clear);
  window.addEventListener("resize", function () { if (isShown) { show(); } });
  document.addEventListener("change", function (event) {
    if (isShown && event.target !== slider) { show(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { clear(); }
  });
}());
//]]>
