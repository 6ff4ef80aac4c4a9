"""Stet tells an editor whether every number in an article still stands on the source it cites.

The rooms, from top to bottom; imports run down only.

__main__      python -m app
cli           the command line
demo          a small press and its sources on loopback
worker        takes due hosts and checks their sources
main          the web service
api           JSON over HTTP, one file per resource
ui            pages
bootstrap     settings -> Desk
settings      every setting, read from the environment
workflow      the jobs: intake, check, review, gate, announce
fetch         URL -> what came back
snapshots     bytes by digest
archives      mementos elsewhere
store         tables, queries, leases
notify        channels for events
verify        (claim, document) -> verdicts
claims        article text -> claims with citations
extract       bytes -> document
quantities    the language of numbers
sources       url, outcome, link state, schedule
events        what can change
errors        what callers can cause
"""
