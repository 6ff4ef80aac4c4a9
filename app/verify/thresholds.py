"""Every constant that decides, with the reason and the measurement above it."""

# Weights of the alignment score, which runs from 0 to 1; see `align`.
COVERAGE_WEIGHT = 0.45
NEAR_WEIGHT = 0.25
NOUN_WEIGHT = 0.15
NAMES_WEIGHT = 0.15

# A1: from here on a source's number is the claim's counterpart when it agrees. A2: from here on also when it disagrees.
ALIGNED_MIN = 0.35
ALIGNED_STRONGLY_MIN = 0.45

# NUMBERS §6: eight candidates keep what a sentence embedding would keep; then every place with a fitting number, bounded.
CANDIDATES_TOP = 8
CANDIDATES_FITTING_MAX = 24

# Words of neighbours, headings, caption and title count half (NUMBERS §6).
AROUND_SHARE = 0.5

# How quickly a word's bearing on a number fades: to 1/e over this many words.
NEAR_WORDS = 5.0
