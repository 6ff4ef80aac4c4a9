"""How much of a hostile or huge file is read. Everything that bounds a reader lives here."""

# Fetch decodes at most 20 MB; a text longer than this is cut and noted, since no claim needs more than a long report.
TEXT_CHARS_MAX = 4_000_000

# 20,000-word pages hold about 3,000 blocks; a full register of a statistics office about 20,000.
BLOCKS_MAX = 30_000

# Real pages hold 1,000 to 15,000 nodes; a whole book in one page about 100,000.
NODES_MAX = 300_000

# The deepest real page measured nests 61 elements. Below this depth nothing is read.
DEPTH_MAX = 400

# lexbor's tree construction looks up the stack of open elements for every block tag: 100,000 nested divs take 26 s and
# 5,000 take 0.07 s. Pages that nest deeper are read as tag-stripped text.
NESTING_MAX = 3_000

# Below this many tags no nesting can cost more than 0.2 s, so the depth is not even measured.
TAGS_UNMEASURED_MAX = 8_000

# Pages over 6 MB that were seen were scripts and pictures in line.
HTML_CHARS_MAX = 6_000_000
# Frameworks put a few dozen attributes on a tag, and long values; a thousand attributes are an attack.
LONG_TAG_CHARS = 3_000
ATTRIBUTES_MAX = 1_000

TABLE_CELLS_MAX = 60_000
TABLE_COLUMNS_MAX = 400
TABLE_ROWS_MAX = 20_000

# Spans beyond this are mistakes or attacks (the HTML standard itself caps colspan at 1000).
SPAN_MAX = 400

# Zip members: decompressed size in all, and how much larger than the packed file it may be.
UNZIPPED_BYTES_MAX = 64_000_000
UNZIP_RATIO_MAX = 200

JSON_DEPTH_MAX = 60
XML_DEPTH_MAX = 200
