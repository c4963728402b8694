"use strict";
// Everything works without this file, by anchors alone. It adds: a click anywhere on a row, words that belong to
// several rows (each click leads to the next), the other side coming along where both are in view, a light touch
// on the words of the row under the pointer, and keys.
(function () {
  var rows = Array.prototype.slice.call(document.querySelectorAll(".row"));

  function now() {
    return location.hash.slice(1);
  }

  function words(row) {
    return document.getElementById("w-" + row.id.slice(2));
  }

  function go(id) {
    var there = document.getElementById(id);
    if (!there) return;
    var group = there.closest("details");
    if (group) group.open = true;
    if (now() === id) there.scrollIntoView();
    else location.hash = id;
    var focus = there.matches(".row") ? there.querySelector(".label") : there.querySelector(".seg");
    if (focus) focus.focus({ preventScroll: true });
  }

  function isOn(name) {
    var row = document.getElementById("r-" + name);
    var box = row && document.getElementById("on-" + row.dataset.layer);
    return row && (!box || box.checked);
  }

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var seg = event.target.closest(".report .seg");
    if (seg) {
      var names = seg.dataset.rows.split(" ");
      var on = names.filter(isOn);
      if (!on.length) on = names;
      var at = on.indexOf(now().slice(0, 2) === "r-" ? now().slice(2) : "");
      event.preventDefault();
      go("r-" + on[(at + 1) % on.length]);
      return;
    }
    var link = event.target.closest("a[href^='#']");
    if (link) {
      event.preventDefault();
      go(link.getAttribute("href").slice(1));
      return;
    }
    var row = event.target.closest(".row");
    if (row && words(row) && String(getSelection()) === "") go(words(row).id);
  });

  // side by side, the other side shows what belongs to the target; it alone scrolls
  function follow() {
    var name = now().replace(/^[rw]-/, "").split("-")[0];
    var row = document.getElementById("r-" + name);
    var other = row && (now()[0] === "r" ? words(row) : row);
    var side = other && other.closest(".report, .record");
    if (!side || getComputedStyle(side).overflowY !== "auto") return;
    var there = other.getBoundingClientRect(), frame = side.getBoundingClientRect();
    if (there.top < frame.top || there.bottom > frame.bottom) {
      side.scrollTop += there.top - frame.top - side.clientHeight / 4;
    }
  }
  addEventListener("hashchange", follow);
  addEventListener("load", follow);

  function touch(event) {
    var row = event.target.closest && event.target.closest(".row");
    if (!row) return;
    document.querySelectorAll(".report ." + row.id.slice(2)).forEach(function (seg) {
      seg.classList.toggle("near", event.type === "mouseover");
    });
  }
  document.addEventListener("mouseover", touch);
  document.addEventListener("mouseout", touch);

  // j and k: the next row and the one before; w: its words; r: its row; Escape: nothing lit
  document.addEventListener("keydown", function (event) {
    if (event.metaKey || event.ctrlKey || event.altKey || event.target.matches("input[type=text], textarea")) return;
    var name = now().replace(/^[rw]-/, "").split("-")[0];
    var at = rows.findIndex(function (row) { return row.id === "r-" + name; });
    if (event.key === "j" && at + 1 < rows.length) go(rows[at + 1].id);
    else if (event.key === "k" && at > 0) go(rows[at - 1].id);
    else if (event.key === "w" && at >= 0) go("w-" + name);
    else if (event.key === "r" && at >= 0) go("r-" + name);
    else if (event.key === "Escape") location.hash = "-";
  });
})();
