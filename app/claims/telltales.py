"""What gives away text that asserts nothing, whatever it counts: questions, stamps, rights, promotions, tickers."""

import re

QUESTION = re.compile(r"[?？][\s\"'”’»)\]*_]*(?:\s?\[[^\]]{1,12}\]_?)*$")
# A sentence's end: a stop, then at most quotes, brackets and markers; possessive, since a row of markers parts in many ways
ENDED = re.compile(r"[.!…。！][\s\"'”’»)\]*_]*(?:\s?\[[^\]]{1,12}\]_?|[⁰¹²³⁴-⁹,;– ]++|(?<=\D)\d{1,3}(?:,\d{1,3})*|\s?\([^()]{1,60}\))*+$")
RIGHTS = re.compile(
    r"©|\(c\)\s?(?:19|20)\d\d|\bcopyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos"
    r"|tutti i diritti|todos os direitos|alle rechten voorbehouden|\b(?:issn|isbn)\b|creative commons"
    r"|\blicen[cs]ed under\b|\bcc[ -]by\b|\bapache license\b"
    r"|\bmit license\b|\bpublic domain or under\b",
    re.IGNORECASE,
)
READING_TIME = (
    r"\b\d+\s?(?:-\s?)?(?:min(?:ute)?s?|minuti|minutos|minuten)\.?\s(?:read|listen|watch|de lectura|de lecture|di lettura|de leitura"
    r"|lesezeit|leestijd)|\b(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura"
    r"|tempo de leitura|leestijd)\b"
)
PUBLISHED = (
    r"^\W*(?:last )?(?:updated|published|posted|modified|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado"
    r"|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt)\b(?: on| at| am| le| el| il| em| op)?\W{0,3}\w{0,10}\W{0,3}\d"
)
CORRECTED = (
    r"\bthis (?:post|article|story|page|piece|version|entry|report) (?:was|has been|is) (?:updated|corrected|edited|amended|revised)\b"
)
BYLINE = r"^\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|written) by\b"
COUNTED = (
    r"(?:comments?|shares?|likes?|views?|votes?|replies|retweets|kommentare?|commentaires?|comentarios|commenti|comentários|reacties"
    r"|réactions?)"
)
COUNTER = (
    rf"^\W*\d+\s{COUNTED}\W*$|\b\d[\d.,]*\s{COUNTED}[\s|)]*$|^\W*{COUNTED}\W{{1,3}}\d+\W*$|^\W*\d+\s\w+\sago\W*$"
    r"|^\W*(?:vor|il y a|hace|há)\s\d+\s\w+\W*$|\b(?:facebook|twitter|whatsapp|linkedin|telegram|pinterest|tweet)\s\d[\d.,]*k?[\s|)]*$"
)
# A line like "Por Lucía Ferrer | Madrid | 5 de mayo" or "By Ruth Okafor, 2 August, 07:45"
AUTHOR = (
    r"^\W*(?:by|von|por|par|di|da|door)\s(?-i:[A-ZÀ-Þ][\w.'’-]{1,20}(?:\s[A-ZÀ-Þ][\w.'’-]{0,20}){1,3})"
    r"(?:\s?[|·•/–—]|,\s[^.]{0,60}\d{1,2}[:.h]\s?\d\d\b)"
)
# The head of a memo or standard
SERIES = r"\brequest for comments: ?\d+|^\W*(?:category|issn|obsoletes|updates|expires|document number)\s?:"
STAMP = re.compile(f"{SERIES}|{CORRECTED}|{READING_TIME}|{PUBLISHED}|{BYLINE}|{AUTHOR}|{COUNTER}", re.IGNORECASE)
# A telephone number after what announces it, or a street with a postcode
CONTACT = re.compile(
    r"\b(?:call|phone|tel|telephone|dial|dial-in|fax|hotline|telefon|teléfono|tél|téléphone|telefone|telefono|telefoon)\b[^\d]{0,24}"
    r"\+?\d[\d ()/-]{6,}"
    r"|\b\d{1,5}\s(?:\w+\s){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive)\b.{1,60}\b[A-Z]{2}\s\d{4,5}\b",
    re.IGNORECASE,
)
# What asks the reader to buy, subscribe or click; "two million people subscribe" does not.
PROMOTION = re.compile(
    r"(?:^|[.!?:|–—]\s?)\W*(?:(?:please|now|to continue reading,) )?"
    r"(?:subscribe|sign up|log in|register|join|donate|download|follow us|get)\b"
    r"[^.!?]{0,80}?\b(?:now|today|here|newsletter|updates|free|account|daily|weekly|us on|per month|a month|inbox|our)\b"
    r"|\b(?:subscribe (?:now|today|here|to our|for)|sign up (?:now|today|here|for our|to our|for free)|our (?:\w+ )?newsletter"
    r"|newsletters?\W*$|free trial|click here"
    r"|(?:our|the|see|read|and|&) (?:cookie|privacy) policy\W*$|read more\W*$|per month after|cancel anytime"
    r"|kostenlos testen|unverbindlich testen|jederzeit kündbar|sans engagement\W*$|prova gratuita|prueba gratis"
    r"|abonnieren sie|s'abonner|abonnez-vous|suscríbete|iscriviti|assine já|advertisement\W*$|sponsored content"
    r"|(?-i:[Uu]se code [A-Z\d]{3,})|promo code"
    r"|vote in our|take our (?:poll|survey|quiz))",
    re.IGNORECASE,
)
SOURCE_LINE = re.compile(
    r"^\W*(?:sources?|quellen?|fuentes?|fonti?|fontes?|bron(?:nen)?|photo|image|foto|bild|picture|credit|grafik"
    r"|chart)\s?(?:credit|by|von|:)",
    re.IGNORECASE,
)
# A line that points to other articles
POINTER = re.compile(
    r"^\W*(?:more|read more|read also|read next|see also|also read|related|watch|photos|video|listen|lesen sie auch|mehr zum thema"
    r"|lire aussi|à lire aussi|lea también|leggi anche|leia também|lees ook)\s?:",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"\.{4,}\s?\d+\W*$|(?:…\s?){2,}\d+\W*$")
TICKER = re.compile(r"[▲▼△▽↑↓]\s?[-+]?\d|\b[A-Z]{2,6}\s[-+]?\d+[.,]\d+\s?\(?[-+]\d")
FORMULA = re.compile(r"\\\(|\\\[|\\frac|\$\$|\b[A-Za-z](?:\^\d)?\s?=\s?[\dA-Za-z]|^\W*\d+\s=\s")
LIST_LABEL = re.compile(
    r"^\W*(?:problem|solution|step|part|chapter|section|lesson|rule|tip|reason|schritt|teil|kapitel|étape|partie|paso|parte|passo|stap|deel"
    r"|appendix|phase|stage|level|option|alternative|figure|table)\b[^:.]{0,30}\d{1,3}\W",
    re.IGNORECASE,
)
