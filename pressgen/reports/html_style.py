"""How the revisor's page looks, on a screen and on A4 either way up.

Every kind of mark has its own underline beside its colour: the page is told apart in black and white.
"""

from __future__ import annotations

STYLE = """\
@page { margin: 14mm; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
 max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #ccc; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 2rem 0 1.5rem; }
th { text-align: left; font-size: .85rem; color: #595959; border-bottom: 2px solid #888; }
th, td { padding: .3rem .8rem; vertical-align: top; overflow-wrap: anywhere; }
td { border-bottom: 1px solid #ddd; } .columns2 td + td { border-left: 1px solid #ddd; }
tr { break-inside: avoid; } td p { white-space: pre-wrap; line-height: 1.9; }
.headline { font-weight: 700; font-size: 1.15em; } .subhead { font-weight: 700; }
.caption, .credits, .photo { font-size: .9em; color: #444; }
section { border-left: 4px solid #999; padding: .1rem 0 .1rem .8rem; margin: .9rem 0; break-inside: avoid;
 overflow-wrap: anywhere; }
section.error { border-color: #b3261e; } section.warning { border-color: #b26a00; }
section.note { border-color: #6b6b00; } section:target, sup:target { outline: 2px solid #2a6a8e; }
p { margin: .2rem 0; } .where, code { color: #595959; font-size: .9em; } .fix { font-weight: 600; }
blockquote { margin: .3rem 0; padding: .2rem .6rem; background: #f6f6f4; }
mark { color: inherit; background: #ffd9d4; }
.warning mark { background: #ffe3b8; } .note mark { background: #f4f1b4; }
ins { text-decoration: none; background: #d9f0d6; white-space: pre-wrap; }
td mark { border-bottom: 2px solid #b3261e; }
td mark.warning { background: #ffe3b8; border-bottom: 2px dashed #b26a00; }
td mark.note { background: #f4f1b4; border-bottom: 2px dotted #6b6b00; }
td mark.related { background: #d8eafd; border-bottom: 3px double #2a6a8e; }
td mark.shared { box-shadow: inset 0 0 0 1px #1a1a1a; }
section .related mark { background: #d8eafd; }
sup { font-size: .7em; line-height: 0; font-weight: 700; padding: 0 .15em; }
sup::before { content: "\\2060"; }
sup a, .number a { color: inherit; text-decoration: none; }
sup.error { color: #b3261e; } sup.warning { color: #8f5500; } sup.note { color: #5c5c00; }
sup.related { color: #2a6a8e; }
@media print { body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; } h1 { margin-top: 0; } }"""
