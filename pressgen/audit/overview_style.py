"""How the overview looks, on a screen and on paper; the page itself asks which language to show."""

from __future__ import annotations

STYLE = """\
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
 max-width: 68rem; margin: 1.5rem auto 4rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; }
 h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #ccc; }
h3 { font-size: 1rem; margin: 1.6rem 0 .3rem; overflow-wrap: anywhere; }
#zh:checked ~ main [lang=en], #en:checked ~ main [lang=zh] { display: none; }
#both:checked ~ main .s[lang=en]::before { content: " · "; color: #888; }
label { margin-right: 1rem; cursor: pointer; }
.cards { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0; padding: 0; list-style: none; }
.cards li { border: 1px solid #ccc; border-radius: .4rem; padding: .5rem .9rem; min-width: 8rem; }
.cards b { display: block; font-size: 1.5rem; line-height: 1.3; } .cards .error b { color: #b3261e; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-variant-numeric: tabular-nums; }
th { text-align: right; font-size: .85rem; color: #595959; border-bottom: 2px solid #888; }
th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; }
th:last-child, td:last-child { text-align: left; padding-left: 1.2rem; }
th, td { padding: .25rem .6rem; vertical-align: top; }
 td { border-bottom: 1px solid #e4e4e4; text-align: right; }
tr:target td, section:target { background: #eaf3fb; }
section { border-left: 4px solid #999; padding: .2rem 0 .2rem .8rem; margin: .8rem 0; break-inside: avoid;
 overflow-wrap: anywhere; }
section.error { border-color: #b3261e; } section.warning { border-color: #d98a1f; }
 section.note { border-color: #8a8220; }
section p { margin: .15rem 0; } .where, code { color: #595959; font-size: .9em; }
blockquote { margin: .25rem 0; padding: .2rem .6rem; background: #f6f6f4; }
mark { color: inherit; background: #ffd9d4; border-bottom: 2px solid #b3261e; }
.warning mark { background: #ffe3b8; border-bottom: 2px dashed #b26a00; }
.note mark { background: #f4f1b4; border-bottom: 2px dotted #6b6b00; }
blockquote.other mark { background: #d8eafd; border-bottom: 3px double #2a6a8e; }
ins { text-decoration: none; background: #d9f0d6; } a { color: #2a5d84; } a.n { padding: 0 .2rem; }
svg { width: 100%; height: auto; } .faults { max-height: 20rem; overflow: auto; }
@media print { input, label, nav { display: none; } body { max-width: none; font-size: 10pt; }
 .faults { max-height: none; } }"""
