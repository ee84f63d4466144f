"""How fast Chinese typography is read, beside zhlint, in one run: python -m tests.bench.typography [ZHLINT]

The same 2,000 made-up lines for both: our typography room alone, and zhlint (npm package, its default
rules) in one node process, start-up left out. ZHLINT is the folder whose node_modules has it; where node
or the package is missing it is left out with a word. Processor time, the median of several runs.
"""

import random
import shutil
import subprocess
import sys
from pathlib import Path

from pressgen import api
from pressgen.checks import typography
from tests.bench.checks import pairs, seconds

_SCRIPT = """
import { run } from 'zhlint'
import { readFileSync } from 'node:fs'
const lines = readFileSync(process.argv[2], 'utf8').split('\\n')
const times = []
for (let round = 0; round < 4; round++) {
  const start = process.cpuUsage()
  for (const line of lines) run(line, { rules: { preset: 'default' } })
  const used = process.cpuUsage(start)
  times.push((used.user + used.system) / 1e6)
}
console.log(times.slice(1).sort((a, b) => a - b)[1])
"""


def zhlint(lines: list[str], folder: Path) -> float | None:
    """Seconds zhlint takes for the lines, or None where it is not there."""
    node = shutil.which("node")
    if node is None or not (folder / "node_modules" / "zhlint").is_dir():
        return None
    script = folder / "pressgen-bench.mjs"
    text = folder / "pressgen-bench.txt"
    script.write_text(_SCRIPT, encoding="utf-8")
    text.write_text("\n".join(lines), encoding="utf-8")
    try:
        done = subprocess.run(
            [node, script.name, text.name],
            cwd=folder,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    finally:
        script.unlink()
        text.unlink()
    return float(done.stdout.strip().split("\n")[-1])


def main() -> None:
    """Print both and the ratio."""
    lines = [zh for zh, _ in pairs(2000, random.Random(1))]  # noqa: S311  # a benchmark, no secret
    releases = [api.passages(zh=line) for line in lines]
    house = api.open_house("base")
    ours = seconds(lambda: [list(typography.check(one, house)) for one in releases], 4)
    print(f"pressgen, typography   {len(lines) / ours:>9,.0f} lines/s")
    other = zhlint(lines, Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    if other is None:
        print("zhlint is not there (npm install zhlint): left out")
    else:
        print(
            f"zhlint, default rules  {len(lines) / other:>9,.0f} lines/s   pressgen is {other / ours:.1f} times as fast"
        )


if __name__ == "__main__":
    main()
