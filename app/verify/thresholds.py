"""Every constant that decides, with the reason and the measurement above it."""

from app.quantities.agree import Relation

# Weights of one number's fit to another's within a place: what is counted, the words beside it, size (which only breaks ties), unit.
PAIR_WEIGHTS = {"noun": 0.25, "near": 0.30, "size": 0.30, "unit": 0.15}

# Sharpens the likeness of size: 3 against 4 is .75 and counts .42.
SIZE_POWER = 3.0

# The words of a cell's headers all bear on it.
HEADER_BEARING = 0.8
CAPTION_BEARING = 0.5
# A subject that only the article's title or the sentence before names is a little less sure.
CONTEXT_SHARE = 0.9
# Words that exclude one another must bear this much on their numbers; the shared one less than this share of the other.
CONTRAST_BEARING_MIN = 0.3
CONTRAST_SHARE = 0.8
CONTRAST_LOSS = 0.3

# A bare number supports nothing. With the same thing counted, a little of the subject is enough; with another thing counted, a quarter
# of it; where nothing is counted (money, percent), an eighth of it or the words beside the number. Where the sentence
# names somebody else and nowhere the claim's, nearly half of the words must be the claim's.
SAME_NOUN_MIN = 0.8
NAMED_COVERAGE_MIN = 0.10
NAMED_NEAR_MIN = 0.10
OTHER_NOUN_COVERAGE_MIN = 0.25
OTHER_NAME_COVERAGE_MIN = 0.30
PAGE_OTHER_NAME_COVERAGE_MIN = 0.9
OTHER_NAME_NEAR_MIN = 0.25
# A place that names all the claim does is no other place, whatever else it names.
ALL_NAMES_MIN = 0.9
UNNAMED_COVERAGE_MIN = 0.12
UNNAMED_NEAR_MIN = 0.12

# An agreeing number supports only if no other of its kind in the sentence stands so much nearer to the claim's words.
NEARER_LEAD = 0.3

# A number that names nothing it counts ("4 in Plovdiv") mostly counts what its neighbour does.
UNNAMED_NOUN = 0.6
BOTH_UNNAMED = 0.7

# "4.5/10" and "45 %" may be one figure, but a percentage beside it is the likelier counterpart.
CONVERTED_UNIT = 0.5

# Weights of the whole: the place's words, its names, and the fit of the pair.
SCORE_WEIGHTS = {"coverage": 0.45, "names": 0.10, "pair": 0.45}

# What a fitting period adds to the score and another one takes away.
PERIOD_LEAD = {Relation.INSIDE: 0.05, Relation.PARTIAL: 0.0, Relation.DISJOINT: -0.10, None: 0.0}

# A1: from here on a source's number is the claim's counterpart when it agrees. A2: from here on also when it disagrees.
ALIGNED_MIN = 0.38
ALIGNED_STRONGLY_MIN = 0.42
# A number far off in size is mostly another figure, unless it is the only one of its kind in the place or off by a whole scale.
RIVAL_SIZE_MIN = 0.4
FAR_OFF_SCORE_MIN = 0.6
# Where the words beside both numbers are this much the same, size tells nothing: 17 percent of teachers for 71.
SAME_WORDS_NEAR_MIN = 0.7
# A passage of a few sentences was chosen by whoever cites it: its pronouns stand for the subject.
PASSAGE_PLACES_MAX = 4
PASSAGE_ALIGNED_MIN = 0.20
PASSAGE_ALIGNED_STRONGLY_MIN = 0.25

# A number that agrees outranks one that fits the words hardly better.
AGREEING_LEAD = 0.08

# NUMBERS §6: eight candidates keep what a sentence embedding would keep; then every place with a fitting number, bounded.
CANDIDATES_TOP = 8
CANDIDATES_FITTING_MAX = 12
# Below this rank a place with like digits shares too few words ever to be aligned.
FITTING_SCORE_MIN = 0.15
# The cells of a table are alike in words: all that come close to the eighth are looked at, within reason.
CANDIDATES_TIED_MAX = 48
TIED_SHARE = 0.75
# Sentences have to be read, which costs half a millisecond each, and are less alike than cells.
TIED_SENTENCES_MAX = 8

# Words of neighbours, headings, caption and title count half (NUMBERS §6).
AROUND_SHARE = 0.5

# "Same number, other subject?" is asked of numbers this close in size, that have three digits of their own or share some words:
# every page holds a 5 or a 12, and "more than 60" allows half of all numbers.
SAME_SIZE_MIN = 0.95
DISTINCT_DIGITS_MIN = 3
SAME_NUMBER_SCORE_MIN = 0.30

# How quickly a word's bearing on a number fades: to 1/e over this many words, and to this share with each number between.
NEAR_WORDS = 5.0
# What stands further than this before the first number of a sentence is its subject, and bears on all its numbers alike.
SUBJECT_WORDS = 2
SUBJECT_BEARING = 0.5
CROSSING_SHARE = 0.5
CLAUSE_SHARE = 0.6

# Words that share five letters and differ in an ending of at most three are kin ("bulgaria", "bulgarian").
KIN_PREFIX = 5
KIN_ENDING = 3
KIN_SHARE = 0.8

# A claim without figure or date is judged by its words alone: so much of it must be said in one place.
WORDING_MIN = 0.60
PASSAGE_WORDING_MIN = 0.45
# Where a place on a page names others, this share of the claim's names must be there, too.
WORDING_NAMES_MIN = 0.7

# Below this share of the claim's words, a place does not speak of its subject.
TOPIC_MIN = 0.30

# A date's fit: the words beside it, the place's words, its names; and how much is enough, on a page and in a lone passage.
DATE_WEIGHTS = {"near": 0.45, "coverage": 0.40, "names": 0.15}
DATE_MIN = 0.38
# Another date mostly dates another event: of 40 claims "on" a day below this fit, 21 were not refuted by it, above it 2 in 3 were.
# "Before" and "after" mostly speak of the same event.
SAME_EVENT_MIN = 0.50
PASSAGE_BOUNDED_DATE_MIN = 0.05
PASSAGE_DATE_MIN = 0.20

# Evidence ranking, fitted on 116 WiCE claims in two halves: MRR .93 in each (BM25 with the usual k1 1.2, b .75 and leading digits: .85).
# Long sentences are hardly a fault (b), a same number counts nearly half of all words, words in the claim's order a fifth.
BM25_K1, BM25_B = 1.0, 0.25
NAME_LEAD = 0.25
SAME_NUMBER_SHARE = 0.4
LEADING_DIGITS_SHARE = 0.1
PAIRS_SHARE = 0.2
PAIRS_TOP = 40

# A row is the claim's subject when the claim says this share of the row's words; less supports nothing (NUMBERS §6).
ROW_NAMED_MIN = 0.34
ROW_SURE_MIN = 0.5
# On a page, a number that disagrees must share its words with the claim's to contradict it.
CONTRADICTING_NEAR_MIN = 0.15
CONTRADICTING_SHARE_NEAR_MIN = 0.20
# A claim that says half of the words by which another row or column differs from this one speaks of that one.
RIVAL_SAID_MIN = 0.5
# A row that the claim does not name, but whose column it does, is known by being the only one of its unit.
ONLY_OF_UNIT_NAMED = 0.5
# A total row is the subject of a claim that names no row.
TOTAL_ROW_NAMED = 0.8
# Of two numbers of a sentence, the one that was before is the claim's only where all else speaks for it.
FORMER_LOSS = 0.1
# Two tables that share half of their rows tell different things of the same.
SAME_ROWS_MIN = 0.5
# A number of the claim's own time denies one without a time that fits the words hardly better.
TIMED_NEAR_LOSS = 0.1
# Two cells of a row whose words fit this nearly alike differ in their column's time alone.
SAME_ROW_LOSS = 0.05
# Where the best place leaves its time open, one whose words fit less by this much at most may tell.
NEXT_BEST_LOSS = 0.15
