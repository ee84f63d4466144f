// The browser's own dialog.
"use strict";
document.getElementById("print").addEventListener("click", () => window.print());
