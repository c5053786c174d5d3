// In words that any browser understands: where the other scripts cannot be read, or have failed, the
// page says so, and hides what does nothing. It comes after them.

(function () {
  var bar = document.querySelector("[data-fill-bar]");
  var failed = typeof copyText !== "function" || typeof SearchEngine === "undefined"
    || (bar && !bar.hasAttribute("data-listening"));
  if (!failed) return;
  document.documentElement.className += " scripts-failed";
  var note = document.createElement("p");
  note.className = "scripts-note no-print";
  note.setAttribute("role", "status");
  note.appendChild(document.createTextNode("这个浏览器太旧，搜索、复制和在页面上填写都用不了；阅读、打印和下载不受影响。需要哪个版本，见"));
  var link = document.createElement("a");
  var base = JSON.parse(document.getElementById("__config").textContent).base;
  link.href = base + "/about/" + (location.protocol === "file:" ? "index.html" : "") + "#browsers";
  link.appendChild(document.createTextNode("关于本站"));
  note.appendChild(link);
  note.appendChild(document.createTextNode("。"));
  var title = document.querySelector("article h1");
  if (title) title.parentNode.insertBefore(note, title.nextSibling);
})();
