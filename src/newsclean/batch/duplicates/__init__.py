"""Near-duplicates: rows whose body is (nearly) that of an earlier row name it.

A pass over the finished shards, so that what it finds depends on the rows alone, and not
on workers, engines or interruptions: it is worked out anew whenever a run ends, and
shards whose column ``duplicate_of`` comes out another are written again.
"""

import dataclasses

from newsclean.batch.duplicates.index import Index
from newsclean.batch.duplicates.shards import briefs, rewrite
from newsclean.batch.duplicates.signatures import Signer
from newsclean.batch.sink import Sink
from newsclean.batch.state import State

__all__ = ["mark"]


def mark(state: State, sink: Sink) -> int:
    """Fill ``duplicate_of`` in every shard that is done; how many rows have it.

    The first of several is the first by file, offset and id. It is marked as nobody's
    duplicate, and all the others point to it, so there are no chains.

    Raises MissingExtraError where rensa is not installed.
    """
    signer = Signer()
    index = Index(state.temporary / "duplicates.sqlite")
    try:
        for name in sorted(state.shards):
            index.add(name, ((row, *signer(row.text)) for row in briefs(sink, name)))
        index.compare()
        for name in sorted(state.shards):
            if not index.has_changed(name):
                continue
            with rewrite(sink, name, state.temporary, index.found(name)) as size:
                # As with new shards: the journal first, then the name.
                known = state.shards[name]
                state.add_shard(dataclasses.replace(known, size=size or known.size))
        return index.count()
    finally:
        index.close()
