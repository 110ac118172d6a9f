"""A company in brackets behind a name, ``Ana García (Acme)``, told from everything else that people put there.

A nickname, a diet, a role, a town, who somebody came with: only what can hardly be anything but a company is one.
"""

from __future__ import annotations

import re

from checkin.intake.decoys import begins_a_word
from checkin.intake.folding import entries, fold
from checkin.intake.given_names import begins_with_one
from checkin.intake.headings import names_a_table, standing_under
from checkin.intake.people import only_a_title
from checkin.intake.standing import standing_of
from checkin.intake.vocabulary import DIETS, NOBODY, TOTAL

_LONGEST = 40
_WORDS = 5
_FORM = re.compile(r"\b(?:s ?l|s ?l ?u|s ?a|s ?a ?u|s ?coop|gmbh|ltd|inc|llc|sas|srl|s ?p ?a|lda)$")
_SMALL = frozenset(
    {"de", "del", "la", "las", "los", "el", "y", "e", "i", "and", "of", "the", "for", "para", "und", "et"}
)

_NICKNAMES = frozenset(
    entries("""
    curro | kike | quique | lupe | txema | chus | pili | mari | nano | isa | tito | juancar | juanma | josema
    toni | mamen | chelo | nuri | conchi | ma | loli | lali | fede | guille | nando | xisco | tolo | cisco | ximo
    nelo | chiqui | pitu | titi | lolo | paqui | paquito | manu | juanan | josele | joselu | luismi | juanjo
    josean | josan | edu | rober | berto | tino | tina | nena | nene | nini | mimi | fito | quini | kiki | rafi
    sole | vero | caro | dani | sandri | vicky | bea | angie | mila | mame | marga | mari carmen | mariajo | majo
    mabel | maribel | mayte | puri | trini | tere | yoli | concha | cuca | cuqui | pitita | piluca | pochola
    borjita | fonsi | poncho | nacho | moncho | mon | monchi | suso | farruco | fuco | pepino | xan | xurxo | peru
    inaki | kepa | patxo | txus | txomin | bego | arantza | ely | eli | ele | chris | alex | sam | max | jimmy
    tommy | bobby | bill | bob | ted | nick | liz | kate | meg | peggy | gigi | coco""")
)
"""Short names beyond those of ``given_names``, folded."""

_OTHERWISE = entries("""
    vip_ | prensa | press_ | staff | organiz | ponente | speaker | moderador | socio_ | socia_ | soci | miembro
    member | invitad | acompan | guest | plus one | pareja | marido | mujer_ | espos | novi | hij | herman | amig
    padre | madre | viud | familia | companer | jef | ceo | cto | cfo | coo | cmo | cio | director | gerente
    president | vicepresident | vocal | tesorer | secretari | fundador | founder | presidente | alcalde | concejal
    diputad | profesor | fotograf | camarer | alergi | intoleran | sin_ | no_ | not_ | solo_ | only | nomes | llega
    tarde | late | sale_ | mesa_ | table | taula | silla | muletas | pagad | paid | pendiente | pdte | pte_
    confirm | cancel | baja | anulad | nuevo | nueva | new_ | antes | ex_ | nee_ | soltera | alias | mote | aka
    apodo | he_ | she_ | they_ | el_ella | ella_ | elle_ | el_ | manana | manyana | comida_ | cena_ | copa_ | cafe_
    postre | menu | infantil | nino | bebe | menor | adulto | online | presencial | zoom | por_ | desde | hasta
    con_ | amb_ | with | and_ | y_ | e_ | de_ | del_ | d_ | tel_ | movil | email | correo | ver_ | ojo | falta
    repetid | duplicad | mismo | misma | otr | titular | suplente | reserva | lista | espera | waiting | maybe
    quiza | duda | voy | viene | vendra | asiste | traje | gratis | free | becad | primera | primer | 1a_ | 2a_
    turno_ | junior | senior | jr_ | sr_ | hombre | mujer | don_ | dona_ | hotel | bus_ | coche | parking""")

_PLACES = frozenset(
    entries("""
    madrid | barcelona | valencia | sevilla | zaragoza | malaga | murcia | palma | mallorca | bilbao | alicante
    cordoba | valladolid | vigo | gijon | vitoria | gasteiz | coruna | a coruna | la coruna | granada | oviedo
    badajoz | cartagena | jerez | pamplona | iruna | almeria | donostia | san sebastian | burgos | santander
    castellon | logrono | huelva | salamanca | lleida | lerida | tarragona | girona | gerona | leon | cadiz | jaen
    ourense | orense | lugo | santiago | pontevedra | toledo | caceres | guadalajara | cuenca | segovia | avila
    soria | teruel | huesca | palencia | zamora | ciudad real | albacete | merida | ibiza | menorca | tenerife
    las palmas | gran canaria | lanzarote | ceuta | melilla | sabadell | terrassa | badalona | mataro | reus
    elche | gandia | getafe | alcala | mostoles | leganes | asturias | galicia | cataluna | catalunya | euskadi
    navarra | aragon | andalucia | canarias | cantabria | la rioja | espana | spain | portugal | lisboa | porto
    oporto | paris | london | londres | berlin | roma | milan | italia | italy | francia | france | alemania
    germany | mexico | argentina | chile | colombia | peru | bogota | lima | buenos aires | miami | new york
    nueva york | usa | eeuu | uk | bruselas | brussels""")
)


def firm(name: str, inside: str) -> str:
    """The company that stands in brackets behind a whole name; "" for anything else, and for any doubt.

    >>> firm("Ana García", "Acme"), firm("Ana García", "Norte y Sur, S.L."), firm("Francisco Ruiz", "Paco")
    ('Acme', 'Norte y Sur, S.L.', '')
    >>> firm("Ana", "Acme"), firm("Ana García", "vegana"), firm("Isabel Gil", "Isabelita"), firm("Ana García", "Madrid")
    ('', '', '', '')
    """
    text = inside.strip()
    words = text.split()
    folded = fold(text)
    if len(name.split()) < 2 or not words or len(text) > _LONGEST or len(words) > _WORDS or "@" in text or not folded:
        return ""
    if _FORM.search(folded):
        return text
    telling = [word for word in words if word.casefold() not in _SMALL]
    if not telling or words[0] not in telling or not all(word[0].isupper() or word[0].isdigit() for word in telling):
        return ""
    return "" if _something_else(name, text, folded) else text


def _something_else(name: str, text: str, folded: str) -> bool:
    """Whether it is known, or likely, to be no company."""
    digits = sum(map(str.isdigit, text))
    if folded in NOBODY | TOTAL | _PLACES or digits > sum(map(str.isalpha, text)) or not any(map(str.isalpha, text)):
        return True
    if standing_of(text) is not None or standing_under(text) is not None or names_a_table(text) or only_a_title(text):
        return True
    return begins_a_word(folded, DIETS) or f"{folded} ".startswith(_OTHERWISE) or _may_be_a_name(name, folded)


def _may_be_a_name(name: str, folded: str) -> bool:
    """A first name, a short one, or one that begins as a word of the name does: ``Guillermo (Guille)``."""
    first = folded.split(maxsplit=1)[0]
    if begins_with_one(folded) or not _NICKNAMES.isdisjoint({first, folded}):
        return True
    alike = any(word[:3] == first[:3] for word in fold(name).split() if len(word) > 2)
    return len(folded) < 3 or (" " not in folded and (alike or folded.endswith(("ito", "ita"))))
