"""``python -m training``: make the weights again, all of them or those that are named."""

import argparse
from collections.abc import Callable
from pathlib import Path

from training import body, confidence, flat_title, fragments, lines

ROOT = Path(__file__).parents[1]
# In this order: later ones learn from what earlier ones give.
MODELS: dict[str, Callable[[Path, Path, Path], None]] = {
    "body": body.main,
    "fragments": fragments.main,
    "lines": lines.main,
    "flat_title": flat_title.main,
    "confidence": confidence.main,
}


def main() -> None:
    """Make the weights that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"of {', '.join(MODELS)}")
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    options = parser.parse_args()
    unknown = set(options.models) - set(MODELS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(MODELS)}")
    for name in MODELS:
        if not options.models or name in options.models:
            print(f"{name} …", flush=True)
            MODELS[name](
                options.corpora,
                ROOT / "src" / "newsclean" / "data",
                ROOT / "benchmarks" / "folds",
            )


if __name__ == "__main__":
    main()
