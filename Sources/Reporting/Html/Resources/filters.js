//<![CDATA[
(function () {
  "use strict";

  var bar = document.getElementById("filters");
  if (!bar) { return; }

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  var modes = all("[name=mode]", bar);
  var resource = document.getElementById("filter-resource");
  var rider = document.getElementById("filter-rider");
  var count = document.getElementById("filter-count");

  function words(text) { return text ? text.split(" ") : []; }

  function show(element, isShown) { element.classList.toggle("filtered", !isShown); }

  function apply() {
    var offers = modes.filter(function (box) { return box.checked; })
      .map(function (box) { return box.value; });
    var isWhole = offers.length === modes.length && resource.value === "";
    var shown = {}, some = 0;
    var runs = all(".run-list details");
    runs.forEach(function (item) {
      var run = item.dataset;
      var fits = offers.indexOf(run.mode) >= 0
        && (resource.value === "" || run.resource === resource.value)
        && (rider.value === "" || words(run.riders).indexOf(rider.value) >= 0);
      shown[run.run] = fits;
      if (fits) { some += 1; } else { item.open = false; }
    });
    all("[data-run]").forEach(function (element) { show(element, shown[element.dataset.run]); });
    all(".sheet").forEach(function (sheet) {
      show(sheet, all(".sheet-run", sheet).some(function (part) {
        return shown[part.id.replace("run-", "")];
      }));
    });
    all("[data-rider]").forEach(function (element) {
      var fits = rider.value === "" || element.dataset.rider === rider.value;
      var own = element.dataset.runs;
      var outside = element.dataset.outside;
      if (outside !== undefined) {
        fits = fits && offers.indexOf("outside scheme") >= 0
          && (resource.value === "" || resource.value === "outside scheme " + outside);
      }
      /* Who is not served belongs to no offer and stays in view. */
      if (own) { fits = fits && (isWhole || words(own).some(function (run) { return shown[run]; })); }
      show(element, fits);
    });
    headings();
    count.textContent = count.dataset.text.replace("{some}", some).replace("{all}", runs.length);
  }

  /* The name of an offer goes with its rows. */
  function headings() {
    all(".timeline h3").forEach(function (heading) {
      var isNeeded = false;
      for (var next = heading.nextElementSibling; next && next.tagName !== "H3";
        next = next.nextElementSibling) {
        if (next.classList.contains("row") && !next.classList.contains("filtered")) {
          isNeeded = true;
        }
      }
      show(heading, isNeeded);
    });
  }

  bar.addEventListener("change", apply);
  document.getElementById("filter-reset").addEventListener("click", function () {
    modes.forEach(function (box) { box.checked = true; });
    resource.value = "";
    rider.value = "";
    apply();
  });
  apply();
}());
//]]>
